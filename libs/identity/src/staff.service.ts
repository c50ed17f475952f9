import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AppError, ClinicScope, Database, Environment } from '@clinicall/platform';
import { hash, verify } from '@node-rs/argon2';
import { AuditService } from './audit.service';
import type { Role } from './permissions';
import { secretHash } from './secret-hash';

export interface StaffMember {
  readonly id: string;
  readonly clinicId: string;
  readonly email: string;
  readonly role: Role;
  readonly operator: boolean;
}

interface StaffRow {
  id: string;
  email: string;
  role: Role;
  password_hash: string;
}

/** The demo's administrator when ADMIN_EMAIL names nobody else. */
export const DEMO_ADMIN_EMAIL = 'admin@demo.clinicall.local';

/** People who sign in. Passwords are argon2id (the library's defaults: 19 MiB, 2 passes). */
@Injectable()
export class StaffService {
  private readonly nobody = hash('nobody has this password');

  constructor(
    private readonly database: Database,
    private readonly scope: ClinicScope,
    private readonly environment: Environment,
    private readonly audit: AuditService,
  ) {}

  /** Makes the first administrator of a clinic, its owner, or renews its password. An email signs in to one clinic. */
  async ensureAdministrator(clinicId: string, email: string, password: string): Promise<void> {
    const address = email.trim().toLowerCase();
    const passwordHash = await hash(password);
    await this.scope.run(clinicId, () =>
      this.database.transaction(async () => {
        await this.database.query(
          `INSERT INTO directory.sign_ins (email_hash, clinic_id) VALUES ($1, $2) ON CONFLICT DO NOTHING`,
          [secretHash(address), clinicId],
        );
        await this.database.query(
          `INSERT INTO staff (clinic_id, id, email, name, role, password_hash) VALUES ($1, $2, $3, $4, 'owner', $5)
           ON CONFLICT (clinic_id, email) DO UPDATE SET password_hash = excluded.password_hash`,
          [clinicId, randomUUID(), address, 'Administrator', passwordHash],
        );
      }),
    );
  }

  /** Takes as long for an unknown email as for a wrong password. Undefined when either is wrong. */
  async signIn(email: string, password: string): Promise<StaffMember | undefined> {
    const address = email.trim().toLowerCase();
    const [route] = await this.database.directory<{ clinic_id: string }>(
      'SELECT clinic_id FROM directory.sign_ins WHERE email_hash = $1',
      [secretHash(address)],
    );
    const row = route === undefined ? undefined : await this.scope.run(route.clinic_id, () => this.byEmail(address));
    const right = await verify(row?.password_hash ?? (await this.nobody), password);
    if (route === undefined || row === undefined) return undefined;
    await this.scope.run(
      route.clinic_id,
      () =>
        this.audit.record({
          action: 'staff.sign_in',
          subject: { kind: 'staff', id: row.id },
          outcome: right ? 'done' : 'refused',
        }),
      { kind: 'staff', id: row.id },
    );
    return right ? this.member(row, route.clinic_id) : undefined;
  }

  /** @throws AppError `unauthenticated` when the member is gone or switched off. */
  async get(id: string): Promise<StaffMember> {
    const [row] = await this.database.query<StaffRow>(
      'SELECT id, email, role, password_hash FROM staff WHERE clinic_id = $1 AND id = $2 AND disabled_at IS NULL',
      [this.scope.clinicId(), id],
    );
    if (row === undefined) throw new AppError('unauthenticated', 'This account is closed.');
    return this.member(row, this.scope.clinicId());
  }

  private async byEmail(email: string): Promise<StaffRow | undefined> {
    const [row] = await this.database.query<StaffRow>(
      'SELECT id, email, role, password_hash FROM staff WHERE clinic_id = $1 AND email = $2 AND disabled_at IS NULL',
      [this.scope.clinicId(), email],
    );
    return row;
  }

  private member(row: StaffRow, clinicId: string): StaffMember {
    const operator = row.email === this.operatorEmail();
    return { id: row.id, clinicId, email: row.email, role: row.role, operator };
  }

  private operatorEmail(): string | undefined {
    const { ADMIN_EMAIL } = this.environment.values;
    return ADMIN_EMAIL?.trim().toLowerCase() ?? (this.environment.demo ? DEMO_ADMIN_EMAIL : undefined);
  }
}
