import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ClinicScope, Database, Environment, Logger, prepareDatabase } from '@clinicall/platform';
import { createApplication } from '../../apps/receptionist/src/application';
import { UnheardRepliesRepository } from '../../libs/telephony/src/unheard-replies.repository';
import { UnheardReplies } from '../../libs/telephony/src/unheard-replies.service';
import { inParallel } from '../bench/bench-world';
import { eventually } from '../support/eventually';
import { total } from '../support/total';
import { UnheardCalls } from '../support/unheard-calls';
import { startVoiceNetwork } from '../support/voice-network';
import type { VoiceNetwork } from '../support/voice-network';
import { deep } from './proof';

let network: VoiceNetwork;
let on: UnheardCalls;
beforeAll(async () => {
  network = await startVoiceNetwork();
  on = new UnheardCalls(network);
}, 60_000);
afterAll(() => network.stop());
afterEach(() => on.forget());

describe('an outcome that nobody heard', () => {
  const task = (callbackNumber: string | null) => ({
    kind: 'call_back',
    data: { reason: 'not_heard', callbackNumber, channel: 'voice', unheard: 'Your visit is booked.' },
  });

  it('is told by a person where the number is withheld, has opted out, or cannot read', async () => {
    const out = '+12125550144';
    await network.rows(
      `INSERT INTO opt_outs (clinic_id, phone, source, opted_out_at) VALUES ($1, $2, 'carrier', now())`,
      out,
    );
    for (const [from, number] of [
      ['anonymous', null],
      [out, out],
      ['+442071838750', '+442071838750'],
    ] as const) {
      const callSid = await on.lost(from);
      await on.decide(callSid);
      expect(await on.rows(callSid)).toMatchObject([{ state: 'task', text: null }]);
      expect(await network.tasks()).toMatchObject([task(number)]);
      await network.rows('DELETE FROM tasks WHERE clinic_id = $1');
    }
    expect(await on.texts(out)).toEqual([]);
  });

  it('of a patient is texted to a telephone of theirs, with their consent, and to no other', async () => {
    const mine = '+12125550145';
    const [{ id: patientId } = { id: '' }] = await network.rows<{ id: string }>(
      `WITH patient AS (
         INSERT INTO patients (clinic_id, id, name, name_key, date_of_birth) VALUES ($1, gen_random_uuid(), 'Ann Lee', 'ann lee', '1980-01-01')
         RETURNING clinic_id, id)
       INSERT INTO patient_phones (clinic_id, patient_id, phone) SELECT clinic_id, id, $2 FROM patient RETURNING patient_id AS id`,
      mine,
    );
    const fateOf = async (from: string) => {
      const callSid = await on.lost(from);
      await network.rows(
        `UPDATE conversations SET patient_id = $3 WHERE clinic_id = $1
            AND id = (SELECT conversation_id FROM calls WHERE clinic_id = $1 AND call_sid = $2)`,
        callSid,
        patientId,
      );
      await on.decide(callSid);
      return (await on.rows(callSid))[0]?.state;
    };
    expect(await fateOf('+12125550146')).toBe('task');
    expect(await fateOf(mine)).toBe('texted');
    await network.rows('UPDATE patients SET contact_consent = false WHERE clinic_id = $1 AND id = $2', patientId);
    expect(await fateOf(mine)).toBe('task');
  });

  it('becomes a task in the end when the carrier does not bring the text out', async () => {
    const number = '+12125550147';
    network.carrier.network.optOuts.hear(number, network.clinicNumber, 'STOP');
    const callSid = await on.lost(number);
    await on.decide(callSid);
    expect(await on.rows(callSid)).toMatchObject([{ state: 'texted' }]);
    await eventually(async () => (await network.tasks()).length > 0, 'the task', 20_000);
    expect(await network.tasks()).toMatchObject([
      { kind: 'call_back', data: { reason: 'not_heard', callbackNumber: number, channel: 'sms' } },
    ]);
    expect(await on.texts(number)).toMatchObject([{ status: 'suppressed' }]);
  }, 30_000);

  it.each([
    ['talk', null],
    ['answer', 'texted'],
    ['outcome', 'texted'],
  ])('of the weight %p ends as %p', async (weight, fate) => {
    const callSid = await on.lost('+12125550148', weight);
    await on.decide(callSid);
    expect((await on.rows(callSid))[0]?.state).toBe(fate ?? 'dropped');
  });

  it('is dropped when a person has had the call', async () => {
    const callSid = await on.lost('+12125550149');
    await network.rows(`UPDATE calls SET ending = 'transferred' WHERE clinic_id = $1 AND call_sid = $2`, callSid);
    await on.decide(callSid);
    expect(await on.rows(callSid)).toMatchObject([{ state: 'dropped' }]);
    expect(await network.tasks()).toEqual([]);
  });

  it('waits while the call goes on', async () => {
    const callSid = await on.lost('+12125550150');
    await network.rows(
      'UPDATE calls SET ending = NULL, ended_at = NULL WHERE clinic_id = $1 AND call_sid = $2',
      callSid,
    );
    await on.decide(callSid);
    expect(await on.rows(callSid)).toMatchObject([{ state: 'waiting' }]);
  });

  it('is told whole or not at all when the instance dies in the middle of telling', async () => {
    const number = '+12125550151';
    for (const from of [number, 'anonymous']) {
      const callSid = await on.lost(from);
      const dying = jest.spyOn(UnheardRepliesRepository.prototype, 'settle').mockImplementation((ids) => {
        if (ids.length > 0) throw new Error('the instance died here');
        return Promise.resolve();
      });
      await expect(on.decide(callSid)).rejects.toThrow('died here');
      expect([await on.texts(number), await network.tasks()]).toEqual([[], []]);
      dying.mockRestore();
      expect(await on.rows(callSid)).toMatchObject([{ state: 'waiting' }]);
      await on.decide(callSid);
      await on.decide(callSid);
      const told = (await on.texts(number)).length + (await network.tasks()).length;
      expect(told).toBe(1);
      await on.forget();
    }
  });
});

describe('two instances', () => {
  const LOST = deep ? 200 : 20;
  /** Replies that are decided on at the same time, each by four. */
  const AT_ONCE = 20;
  let second: NestFastifyApplication;
  beforeAll(async () => {
    const environment = Environment.read({
      DATABASE_URL: network.databaseUrl,
      JWT_SECRET: 'test-secret-test-secret-test-secret',
      LOG_LEVEL: 'silent',
      LOCAL_AI: 'off',
      CLINICALL_ROLES: 'web',
      ...(process.env['TEST_PG_FAST'] ? { DATABASE_ALLOW_DATA_LOSS: '1' } : {}),
    });
    const address = await prepareDatabase(environment.values);
    second = await createApplication(environment, address, new Logger('silent'));
    await second.init();
  }, 60_000);
  afterAll(() => second.close());

  /** Both decide on each, twice, at the same time. @returns what became of them beside one thing each. */
  async function race(): Promise<number> {
    const sids: string[] = [];
    await inParallel(AT_ONCE, LOST, async (number) => {
      sids[number] = await on.lost(number % 2 === 0 ? 'anonymous' : `+1212555${2000 + number}`);
    });
    const apps = [network.app, second, network.app, second];
    await inParallel(AT_ONCE, LOST, async (number) => {
      const id = await on.id(sids[number] ?? '');
      await Promise.all(
        apps.map((app) =>
          app
            .get(ClinicScope)
            .run(network.clinicId, () => app.get(UnheardReplies, { strict: false }).decide({ callId: id })),
        ),
      );
    });
    const open = await network.rows(`SELECT 1 FROM unheard_replies WHERE clinic_id = $1 AND settled_at IS NULL`);
    const queued = await network.rows(`SELECT 1 FROM outbound_texts WHERE clinic_id = $1 AND kind = 'unheard'`);
    const effects = queued.length + (await network.tasks()).length;
    expect(open).toEqual([]);
    return effects - LOST;
  }

  it(
    `decide on ${LOST} replies at once: each is told one time`,
    async () => {
      const wrong = await race();
      total(`${LOST} unheard replies, four deciders on two instances: ${wrong} told twice or not at all`);
      expect(wrong).toBe(0);
    },
    deep ? 300_000 : 60_000,
  );

  it(
    'is seen to tell twice in a build that locks nothing',
    async () => {
      const seen = (app: NestFastifyApplication) => app.get(Database);
      const lock = jest.spyOn(UnheardRepliesRepository.prototype, 'lock').mockImplementation(async function (
        this: UnheardRepliesRepository,
        id: string,
      ) {
        const [row] = await seen(network.app).query<{ conversationId: string }>(
          'SELECT conversation_id AS "conversationId" FROM calls WHERE clinic_id = $1 AND id = $2',
          [network.clinicId, id],
        );
        return {
          conversationId: row?.conversationId ?? '',
          ending: 'hung_up',
          heardSeq: -1,
          overMs: 60_000,
          ageMs: 60_000,
        };
      });
      const open = jest.spyOn(UnheardRepliesRepository.prototype, 'open').mockImplementation((id) =>
        seen(network.app).query(
          `SELECT id, seq, text, weight, line_broke AS "lineBroke" FROM unheard_replies
          WHERE clinic_id = $1 AND call_id = $2 AND settled_at IS NULL`,
          [network.clinicId, id],
        ),
      );
      try {
        expect(await race()).toBeGreaterThan(0);
      } finally {
        lock.mockRestore();
        open.mockRestore();
      }
    },
    deep ? 300_000 : 60_000,
  );
});
