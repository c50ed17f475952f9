import { randomUUID } from 'node:crypto';
import { Module } from '@nestjs/common';
import type { DynamicModule, INestApplicationContext, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ClinicsService, IdentityModule } from '@clinicall/identity';
import { ClinicScope, Database, DatabaseAddress, Environment, Logger, PlatformModule } from '@clinicall/platform';
import type { Actor } from '@clinicall/platform';
import { SchedulingModule } from '@clinicall/scheduling';
import { createTestDatabase } from './database';
import type { TestDatabase } from './database';

@Module({})
class SchedulingWorldModule {
  static of(environment: Environment, address: DatabaseAddress, logger: Logger): DynamicModule {
    return {
      module: SchedulingWorldModule,
      imports: [PlatformModule.forRoot(environment, address, logger), IdentityModule, SchedulingModule],
    };
  }
}

/** The scheduling room on a database of its own, without HTTP and without jobs. */
export interface SchedulingWorld {
  readonly ownerUrl: string;
  readonly appUrl: string;
  get<T>(type: Type<T>): T;
  /** A clinic with one specialty; the number of the phone is its own. */
  clinic(options?: { timezone?: string; settings?: Record<string, unknown> }): Promise<string>;
  inside<T>(clinicId: string, work: () => Promise<T>, actor?: Actor): Promise<T>;
  /** SQL inside a clinic's scope. */
  rows<Row>(clinicId: string, sql: string, parameters?: readonly unknown[]): Promise<Row[]>;
  close(): Promise<void>;
}

let numbers = 0;

/** @param own a database that is there already; it is not dropped at the end. */
export async function startSchedulingWorld(
  variables: Record<string, string> = {},
  own?: Pick<TestDatabase, 'url' | 'appUrl'> & { directUrl?: string },
): Promise<SchedulingWorld> {
  const made = await (own === undefined ? createTestDatabase() : undefined);
  const test = (own ?? made) as Pick<TestDatabase, 'url' | 'appUrl'>;
  const app = await startRoom(new DatabaseAddress(test.appUrl, own?.directUrl ?? test.appUrl), variables);
  const scope = app.get(ClinicScope);
  const database = app.get(Database);
  return {
    ownerUrl: test.url,
    appUrl: test.appUrl,
    get: (type) => app.get(type, { strict: false }),
    clinic: ({ timezone = 'America/New_York', settings = {} } = {}) =>
      app.get(ClinicsService, { strict: false }).create({
        name: 'Harbor Clinic',
        timezone,
        country: 'US',
        language: 'en',
        phone: `+1212555${String(1000 + numbers++)}`,
        hours: [],
        settings,
      }),
    inside: (clinicId, work, actor) => scope.run(clinicId, work, actor),
    rows: (clinicId, sql, parameters) => scope.run(clinicId, () => database.query(sql, parameters)),
    close: async () => {
      await app.close();
      await made?.drop();
    },
  };
}

function startRoom(address: DatabaseAddress, variables: Record<string, string>): Promise<INestApplicationContext> {
  const environment = Environment.read({
    JWT_SECRET: 'of this test',
    CLINICALL_ROLES: 'web',
    LOG_LEVEL: 'fatal',
    ...variables,
  });
  const logger = new Logger('fatal');
  const room = SchedulingWorldModule.of(environment, address, logger);
  return NestFactory.createApplicationContext(room, { logger, abortOnError: false });
}

/** Rows put straight into the tables, for tests of what stands above them. */
export class Roster {
  readonly specialtyId: string = randomUUID();

  constructor(
    private readonly world: SchedulingWorld,
    readonly clinicId: string,
  ) {}

  static async of(
    world: SchedulingWorld,
    options?: { timezone?: string; settings?: Record<string, unknown> },
  ): Promise<Roster> {
    const roster = new Roster(world, await world.clinic(options));
    await roster.put('INSERT INTO specialties (clinic_id, id, name) VALUES ($1, $2, $3)', [
      roster.specialtyId,
      'Cardiology',
    ]);
    return roster;
  }

  async doctor(name = 'Ruth Adler', specialtyId = this.specialtyId): Promise<string> {
    const id = randomUUID();
    await this.put('INSERT INTO doctors (clinic_id, id, name, specialty_id) VALUES ($1, $2, $3, $4)', [
      id,
      name,
      specialtyId,
    ]);
    return id;
  }

  async specialty(name: string): Promise<string> {
    const id = randomUUID();
    await this.put('INSERT INTO specialties (clinic_id, id, name) VALUES ($1, $2, $3)', [id, name]);
    return id;
  }

  async visitType(name: string, minutes: number): Promise<string> {
    const id = randomUUID();
    await this.put('INSERT INTO visit_types (clinic_id, id, name, minutes) VALUES ($1, $2, $3, $4)', [
      id,
      name,
      minutes,
    ]);
    return id;
  }

  /** `startsIn`: minutes from now, on the database's clock. */
  async slot(doctorId: string, startsIn: number, minutes = 30, lane = 1): Promise<string> {
    const id = randomUUID();
    await this.put(
      `INSERT INTO slots (clinic_id, id, doctor_id, specialty_id, lane, starts_at, ends_at)
       SELECT $1, $2, d.id, d.specialty_id, $6, date_trunc('minute', now()) + make_interval(mins => $4),
              date_trunc('minute', now()) + make_interval(mins => $4 + $5)
         FROM doctors d WHERE d.clinic_id = $1 AND d.id = $3`,
      [id, doctorId, startsIn, minutes, lane],
    );
    return id;
  }

  async patient(name = 'Peter Lang', phone = '+12125550199', dateOfBirth = '1970-02-01'): Promise<string> {
    const id = randomUUID();
    await this.put(
      'INSERT INTO patients (clinic_id, id, name, name_key, date_of_birth) VALUES ($1, $2, $3, lower($3), $4)',
      [id, name, dateOfBirth],
    );
    await this.put('INSERT INTO patient_phones (clinic_id, patient_id, phone) VALUES ($1, $2, $3)', [id, phone]);
    return id;
  }

  inside<T>(work: () => Promise<T>, actor?: Actor): Promise<T> {
    return this.world.inside(this.clinicId, work, actor);
  }

  rows<Row>(sql: string, ...parameters: unknown[]): Promise<Row[]> {
    return this.world.rows(this.clinicId, sql, [this.clinicId, ...parameters]);
  }

  /** Lets every hold's ten minutes be over. */
  async lapseHolds(): Promise<void> {
    await this.rows(
      `UPDATE slots SET hold_expires_at = now() - interval '1 second' WHERE clinic_id = $1 AND hold_id IS NOT NULL`,
    );
    await this.rows(
      `UPDATE holds SET expires_at = now() - interval '1 second' WHERE clinic_id = $1 AND status = 'active'`,
    );
  }

  private async put(sql: string, parameters: readonly unknown[]): Promise<void> {
    await this.world.rows(this.clinicId, sql, [this.clinicId, ...parameters]);
  }
}
