import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import {
  ApiKeysService,
  ClinicsService,
  DEMO_ADMIN_EMAIL,
  isWeakPassword,
  parseOpeningHours,
  SCOPES,
  StaffService,
} from '@clinicall/identity';
import { ClinicScope, Environment, Logger } from '@clinicall/platform';
import { DEMO_PATIENT, DemoClinic } from '@clinicall/scheduling';

/** What the local commands (`npm run text`, `npm run call`) read to look at the demo clinic. */
interface LocalAccess {
  readonly baseUrl: string;
  readonly apiKey: string;
  readonly phone: string;
  readonly patient: { readonly name: string; readonly dateOfBirth: string; readonly phone: string };
}

/** The first rows: the demo clinic, or the operator's first clinic with its administrator. Every start may run it. */
@Injectable()
export class Seeding {
  constructor(
    private readonly environment: Environment,
    private readonly demo: DemoClinic,
    private readonly clinics: ClinicsService,
    private readonly staff: StaffService,
    private readonly keys: ApiKeysService,
    private readonly scope: ClinicScope,
    private readonly logger: Logger,
  ) {}

  async run(): Promise<void> {
    const { ADMIN_EMAIL, ADMIN_PASSWORD } = this.environment.values;
    if (ADMIN_PASSWORD !== undefined && isWeakPassword(ADMIN_PASSWORD, ADMIN_EMAIL ?? DEMO_ADMIN_EMAIL))
      this.logger.warn('ADMIN_PASSWORD is short or easy to guess: set another one, or change it after signing in');
    if (this.environment.demo) await this.seedDemo();
    else await this.seedFirstClinic();
  }

  private async seedDemo(): Promise<void> {
    const { clinicId, phone } = await this.demo.ensure();
    const { ADMIN_EMAIL, ADMIN_PASSWORD } = this.environment.values;
    if (ADMIN_PASSWORD !== undefined) {
      await this.staff.ensureAdministrator(clinicId, ADMIN_EMAIL ?? DEMO_ADMIN_EMAIL, ADMIN_PASSWORD);
    }
    await this.writeLocalAccess(clinicId, phone);
  }

  /** With a database of the operator's own: one clinic under TWILIO_PHONE_NUMBER, to be filled by import and settings. */
  private async seedFirstClinic(): Promise<void> {
    const { ADMIN_EMAIL, ADMIN_PASSWORD, TWILIO_PHONE_NUMBER, TRANSFER_NUMBER } = this.environment.values;
    if (ADMIN_EMAIL === undefined || ADMIN_PASSWORD === undefined || TWILIO_PHONE_NUMBER === undefined) return;
    if ((await this.clinics.byPhone(TWILIO_PHONE_NUMBER)) !== undefined) return;
    const clinicId = await this.clinics.create({
      name: 'Our clinic',
      timezone: 'America/New_York',
      country: 'US',
      language: 'en',
      phone: TWILIO_PHONE_NUMBER,
      transferNumber: TRANSFER_NUMBER ?? null,
      hours: parseOpeningHours('Monday to Friday 08:00 to 18:00'),
    });
    await this.staff.ensureAdministrator(clinicId, ADMIN_EMAIL, ADMIN_PASSWORD);
    this.logger.info('the first clinic was made', { clinicId });
  }

  private async writeLocalAccess(clinicId: string, phone: string): Promise<void> {
    const folder = this.environment.values.CLINICALL_DATA_DIR;
    const file = join(folder, 'local-access.json');
    const kept = readAccess(file)?.apiKey;
    const principal = kept === undefined ? undefined : await this.keys.verify(kept);
    const apiKey =
      kept !== undefined && principal?.clinicId === clinicId
        ? kept
        : (await this.scope.run(clinicId, () => this.keys.create('local commands', SCOPES))).key;
    const access: LocalAccess = { baseUrl: this.environment.publicUrl, apiKey, phone, patient: DEMO_PATIENT };
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(`${file}.new`, `${JSON.stringify(access, null, 2)}\n`, { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }
}

function readAccess(file: string): Partial<LocalAccess> | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Partial<LocalAccess>;
  } catch {
    return undefined;
  }
}
