import { Global, Module } from '@nestjs/common';
import type { DynamicModule, INestApplicationContext, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Agent, CodeSender, ConversationModule, ConversationsService } from '@clinicall/conversation';
import type { AgentOutput, Channel, ConversationRecord } from '@clinicall/conversation';
import {
  ClinicScope,
  Database,
  DatabaseAddress,
  Environment,
  Logger,
  PlatformModule,
  TestClock,
} from '@clinicall/platform';
import { ImportService } from '@clinicall/scheduling';
import { createTestDatabase } from './database';

/** Codes that would have been texted, newest last. */
export class KeptCodes extends CodeSender {
  readonly sent: { to: string; code: string }[] = [];

  send(to: string, code: string): Promise<void> {
    this.sent.push({ to, code });
    return Promise.resolve();
  }
}

@Global()
@Module({ providers: [KeptCodes, { provide: CodeSender, useExisting: KeptCodes }], exports: [CodeSender, KeptCodes] })
class CodesModule {}

@Module({})
class ConversationWorldModule {
  static of(environment: Environment, address: DatabaseAddress, logger: Logger): DynamicModule {
    return {
      module: ConversationWorldModule,
      imports: [PlatformModule.forRoot(environment, address, logger), CodesModule, ConversationModule],
    };
  }
}

/** The agent on a database of its own, without HTTP and without jobs; its model stands at `modelUrl`. */
export class ConversationWorld {
  private constructor(
    readonly app: INestApplicationContext,
    readonly ownerUrl: string,
    private readonly drop: () => Promise<void>,
  ) {}

  /** @param variables OPENAI_BASE_URL and the like. */
  static async start(variables: Record<string, string>): Promise<ConversationWorld> {
    const test = await createTestDatabase();
    const environment = Environment.read({
      JWT_SECRET: 'of this test',
      CLINICALL_ROLES: 'web',
      CLINICALL_TEST_CLOCK: '1',
      LOCAL_AI: 'off',
      LOG_LEVEL: process.env['TEST_LOG'] ?? 'fatal',
      ...variables,
    });
    const logger = new Logger(environment.values.LOG_LEVEL);
    const address = new DatabaseAddress(test.appUrl, test.appUrl);
    const app = await NestFactory.createApplicationContext(ConversationWorldModule.of(environment, address, logger), {
      logger,
      abortOnError: false,
    });
    return new ConversationWorld(app, test.url, () => test.drop());
  }

  get<T>(type: Type<T>): T {
    return this.app.get(type, { strict: false });
  }

  async clinic(world: ClinicWorld = {}): Promise<TestClinic> {
    const phone = `+1212666${String(1000 + numbers++)}`;
    const { clock = '2027-05-03T09:00:00-04:00', ...given } = world;
    const answer = await this.get(ImportService).importWorld({ ...usualWorld, phone, ...given }, { makeClinics: true });
    const clinic = new TestClinic(this, answer.clinicId, phone);
    if (clock !== null) await clinic.setClock(clock);
    return clinic;
  }

  async stop(): Promise<void> {
    await this.app.close();
    await this.drop();
  }
}

let numbers = 0;

/** A clock of null is the real one. */
export type ClinicWorld = Partial<typeof usualWorld> & { clock?: string | null } & Record<string, unknown>;

/** Monday, May 3, 2027, nine in the morning in New York. */
export const usualWorld = {
  clinic: 'Harbor Clinic',
  country: 'US',
  timezone: 'America/New_York',
  hours: 'Monday to Friday 08:00 to 18:00',
  slotMinutes: 30,
  doctors: [
    { name: 'Ruth Adler', specialty: 'Cardiology', free: ['2027-05-04T14:30', '2027-05-04T15:00', '2027-05-05T10:00'] },
    { name: 'Wei Chen', specialty: 'Dermatology', free: ['2027-05-04T09:00', '2027-05-06T16:00'] },
  ],
  patients: [
    { name: 'Peter Lang', dob: '1970-02-01', phone: '+12125550199' },
    { name: 'Maria Lopez', dob: '1985-07-09', phone: '+12125550142' },
  ],
  appointments: [] as { doctor: string; startsAt: string; patient: string }[],
  settings: { announceAutomated: false } as Record<string, unknown>,
  faq: [] as { question: string; answer: string }[],
};

export interface Row {
  readonly doctor: string;
  readonly startsAt: string;
  readonly patient: string;
  readonly status: string;
}

export class TestClinic {
  constructor(
    private readonly world: ConversationWorld,
    readonly clinicId: string,
    readonly phone: string,
  ) {}

  inside<T>(work: () => Promise<T>): Promise<T> {
    return this.world.get(ClinicScope).run(this.clinicId, work);
  }

  rows<T>(sql: string, ...parameters: unknown[]): Promise<T[]> {
    return this.inside(() => this.world.get(Database).query<T>(sql, [this.clinicId, ...parameters]));
  }

  async setClock(at: string): Promise<void> {
    await this.inside(() => this.world.get(TestClock).set(Date.parse(at) - Date.now()));
  }

  /** Begins a conversation of the caller `from` (null: withheld). */
  async caller(from: string | null = '+12125550199', channel: Channel = 'chat'): Promise<TestCaller> {
    const { id } = await this.inside(() =>
      this.world.get(ConversationsService).open({ channel, from, to: this.phone }),
    );
    return new TestCaller(this.world, this, id);
  }

  appointments(): Promise<Row[]> {
    return this.rows<Row>(
      `SELECT d.name AS doctor, to_char(a.starts_at AT TIME ZONE c.timezone, 'YYYY-MM-DD"T"HH24:MI') AS "startsAt", p.name AS patient, a.status
         FROM appointments a JOIN doctors d ON d.clinic_id = a.clinic_id AND d.id = a.doctor_id
         JOIN patients p ON p.clinic_id = a.clinic_id AND p.id = a.patient_id JOIN clinics c ON c.clinic_id = a.clinic_id
        WHERE a.clinic_id = $1 ORDER BY a.starts_at, a.status`,
    );
  }

  async tasks(): Promise<string[]> {
    return (await this.rows<{ kind: string }>('SELECT kind FROM tasks WHERE clinic_id = $1 ORDER BY opened_at')).map(
      (task) => task.kind,
    );
  }

  async heldSlots(): Promise<number> {
    return (await this.rows(`SELECT 1 FROM slots WHERE clinic_id = $1 AND status = 'held'`)).length;
  }
}

export class TestCaller {
  readonly outputs: AgentOutput[] = [];

  constructor(
    private readonly world: ConversationWorld,
    private readonly clinic: TestClinic,
    readonly conversationId: string,
  ) {}

  /** @returns what was sent in answer. */
  async say(text: string, options: { signal?: AbortSignal; heard?: string } = {}): Promise<string> {
    const { signal = new AbortController().signal, heard } = options;
    return this.clinic.inside(async () => {
      const words: string[] = [];
      for await (const output of this.world
        .get(Agent)
        .reply({ conversationId: this.conversationId, text, heard }, signal)) {
        this.outputs.push(output);
        if (output.type === 'say') words.push(output.text);
      }
      return words.join(' ');
    });
  }

  read(): Promise<ConversationRecord> {
    return this.clinic.inside(() => this.world.get(ConversationsService).read(this.conversationId));
  }
}
