import { Injectable } from '@nestjs/common';
import { ClinicScope } from '@clinicall/platform';
import { AuditService } from './audit.service';
import type { Principal } from './principal';

/** The same caller at the same route leaves one row in this time: a loop of refusals must not fill the audit. */
const ONCE_MS = 60_000;
const MOST_NOTED = 10_000;

/** Tries to go beyond what a token allows, in the audit of the token's clinic. */
@Injectable()
export class RefusedAccess {
  private readonly noted = new Map<string, number>();

  constructor(
    private readonly scope: ClinicScope,
    private readonly audit: AuditService,
  ) {}

  /** @param route method and pattern, never a path: a path may name a patient. */
  async note(principal: Principal, route: string, ip: string): Promise<void> {
    const key = `${principal.kind} ${principal.id} ${route}`;
    if (Date.now() - (this.noted.get(key) ?? 0) < ONCE_MS) return;
    if (this.noted.size >= MOST_NOTED) this.noted.clear();
    this.noted.set(key, Date.now());
    const { kind, id, clinicId } = principal;
    await this.scope.run(
      clinicId,
      () => this.audit.record({ action: 'access.refuse', outcome: 'refused', details: { route } }),
      { kind, id, channel: 'rest', ip },
    );
  }
}
