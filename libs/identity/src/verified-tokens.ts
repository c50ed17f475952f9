import { Injectable } from '@nestjs/common';
import type { Principal } from './principal';

/** A verified token is trusted this long without asking again: signing out or revoking takes effect within it. */
export const TRUST_MS = 30_000;
const MOST_KEPT = 10_000;

/** Who stood behind a token when it was last verified, by the token's hash. The token itself is not kept. */
@Injectable()
export class VerifiedTokens {
  private readonly kept = new Map<string, { readonly principal: Principal; readonly until: number }>();

  find(hash: string): Principal | undefined {
    const known = this.kept.get(hash);
    if (known === undefined) return undefined;
    if (known.until > Date.now()) return known.principal;
    this.kept.delete(hash);
    return undefined;
  }

  /** @param endsAt epoch milliseconds at which the token itself ends. */
  keep(hash: string, principal: Principal, endsAt = Infinity): void {
    if (this.kept.size >= MOST_KEPT) {
      const oldest = this.kept.keys().next();
      if (oldest.done !== true) this.kept.delete(oldest.value);
    }
    this.kept.set(hash, { principal, until: Math.min(Date.now() + TRUST_MS, endsAt) });
  }

  /** Every token of one member of staff or one key is asked about again: at once here, within TRUST_MS elsewhere. */
  forget(principalId: string): void {
    for (const [hash, { principal }] of this.kept) if (principal.id === principalId) this.kept.delete(hash);
  }
}
