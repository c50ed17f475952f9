import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ClinicScope, Database, Environment, Logger, prepareDatabase } from '@clinicall/platform';
import { createApplication } from '../../apps/receptionist/src/application';
import { FailoverTextToSpeech } from '../../libs/telephony/src/failover-speech';
import { UnheardRepliesRepository } from '../../libs/telephony/src/unheard-replies.repository';
import { UnheardReplies } from '../../libs/telephony/src/unheard-replies.service';
import { eventually } from '../support/eventually';
import { TOKEN } from '../support/text-network';
import { total } from '../support/total';
import { PATIENT, startVoiceNetwork } from '../support/voice-network';
import type { VoiceNetwork } from '../support/voice-network';
import { WireCall } from '../support/wire-call';

/** Nothing in it that a guard would keep back; half a second of sound a sentence. */
const SENTENCES = ['We have plants.', 'They are green.', 'They like rain.'];
const ANSWER = SENTENCES.join(' ');
const DEEP = process.env['CLINICALL_DEEP'] === '1';

let network: VoiceNetwork;
let replies: UnheardReplies;
/** What the product had spoken, clause by clause. */
let spoken: string[] = [];
beforeAll(async () => {
  network = await startVoiceNetwork({ RESUME_PAUSE_SECONDS: '4' });
  replies = network.app.get(UnheardReplies, { strict: false });
  network.model.answer = () => ({ text: ANSWER });
  const speak = Reflect.get(FailoverTextToSpeech.prototype, 'speak') as FailoverTextToSpeech['speak'];
  jest.spyOn(FailoverTextToSpeech.prototype, 'speak').mockImplementation(function (
    this: FailoverTextToSpeech,
    ...given: Parameters<FailoverTextToSpeech['speak']>
  ) {
    spoken.push(given[0]);
    return speak.apply(this, given);
  });
}, 60_000);
afterAll(() => network.stop());
afterEach(async () => {
  spoken = [];
  await network.rows('DELETE FROM tasks WHERE clinic_id = $1');
  await network.rows('DELETE FROM unheard_replies WHERE clinic_id = $1');
  await network.rows('DELETE FROM opt_outs WHERE clinic_id = $1');
});

let calls = 0;
const newSid = () => `CA${`${(calls += 1)}`.padStart(32, '0')}`;
const place = (callSid: string, from = PATIENT) =>
  WireCall.place(callSid, {
    url: network.url,
    publicUrl: network.url,
    authToken: TOKEN,
    from,
    to: network.clinicNumber,
  });
/** The caller has been greeted, asks something, and has heard the beginning of the answer. */
async function answering(callSid = newSid(), from?: string): Promise<WireCall> {
  const call = await place(callSid, from);
  await eventually(() => call.heardMs > 0 && !call.hears, 'the greeting', 20_000);
  const before = call.heardMs;
  call.press('4');
  await eventually(
    () => call.heardMs - before >= 750,
    'the first sentence of the answer, and some of the second',
    20_000,
  );
  return call;
}
interface Row {
  readonly state: string;
  readonly text: string | null;
  readonly weight: string;
  readonly lineBroke: boolean;
}
const rowsOf = (callSid: string) =>
  network.rows<Row>(
    `SELECT u.state, u.text, u.weight, u.line_broke AS "lineBroke" FROM unheard_replies u
       JOIN calls c ON c.clinic_id = u.clinic_id AND c.id = u.call_id WHERE u.clinic_id = $1 AND c.call_sid = $2 ORDER BY u.seq`,
    callSid,
  );
const reaches = (callSid: string, state: string) =>
  eventually(
    async () => (await rowsOf(callSid)).some((row) => row.state === state),
    `a reply that is ${state}`,
    20_000,
  );
const over = (callSid: string, from = PATIENT) =>
  network.post('/api/v1/voice/status', {
    CallSid: callSid,
    From: from,
    To: network.clinicNumber,
    CallStatus: 'completed',
    CallDuration: '9',
  });
const callId = async (callSid: string) =>
  (await network.row<{ id: string }>('SELECT id FROM calls WHERE clinic_id = $1 AND call_sid = $2', callSid))?.id ?? '';
/** As if its end lay back: nothing of the call is still on its way. */
const longOver = (callSid: string) =>
  network.rows(
    `UPDATE calls SET ended_at = clock_timestamp() - interval '1 minute' WHERE clinic_id = $1 AND call_sid = $2`,
    callSid,
  );
const decide = async (callSid: string) => {
  const id = await callId(callSid);
  await network.inside(() => replies.decide({ callId: id }));
};
const texts = (to: string) =>
  network.rows<{ body: string; status: string }>(
    `SELECT body, status FROM outbound_texts WHERE clinic_id = $1 AND to_number = $2 AND kind = 'unheard'`,
    to,
  );

describe('a reply that a line did not carry', () => {
  it('waits from the sentence that was cut, and is said first when the line is back, until it was heard', async () => {
    const call = await answering();
    call.vanish();
    await reaches(call.callSid, 'waiting');
    const [row] = await rowsOf(call.callSid);
    expect(row).toMatchObject({ weight: 'answer', lineBroke: true });
    expect(row?.text).toMatch(/^They (are green\. They )?like rain\.$/);
    const back = await place(call.callSid);
    await reaches(call.callSid, 'speaking');
    await eventually(() => back.heardMs > 0, 'it is being said', 20_000);
    back.vanish();
    await reaches(call.callSid, 'waiting');
    spoken = [];
    const again = await place(call.callSid);
    await reaches(call.callSid, 'heard');
    expect(spoken.join(' ')).toBe(`Sorry, we were cut off for a moment. I'm back. ${row?.text ?? ''}`);
    expect(await rowsOf(call.callSid)).toMatchObject([{ state: 'heard', text: null }]);
    await again.hangUp();
    await over(call.callSid);
    await longOver(call.callSid);
    await decide(call.callSid);
    expect(await texts(PATIENT)).toEqual([]);
    expect(await network.tasks()).toEqual([]);
  }, 60_000);

  it('is said again when its instance died and could tell nobody', async () => {
    const call = await answering();
    const dead = jest.spyOn(UnheardReplies.prototype, 'noteLost').mockResolvedValue();
    call.vanish();
    await eventually(() => dead.mock.calls.length > 0, 'nobody is told');
    dead.mockRestore();
    expect(await rowsOf(call.callSid)).toEqual([]);
    spoken = [];
    const back = await place(call.callSid);
    await reaches(call.callSid, 'heard');
    expect(spoken.join(' ')).toBe(`Sorry, we were cut off for a moment. I'm back. ${ANSWER}`);
    await back.hangUp();
  }, 60_000);

  it('goes out by text, by a job of its own, when the call does not come back', async () => {
    const number = '+12125550142';
    const call = await answering(undefined, number);
    call.vanish();
    await reaches(call.callSid, 'waiting');
    const [row] = await rowsOf(call.callSid);
    await over(call.callSid, number);
    await eventually(() => network.screen(number).length > 0, 'the text', 20_000);
    expect(network.screen(number)).toEqual([
      `Harbor Clinic: your call broke off before you could hear this: ${row?.text ?? ''}`,
    ]);
    expect(await rowsOf(call.callSid)).toMatchObject([{ state: 'texted', text: null }]);
    expect(await network.tasks()).toEqual([]);
  }, 60_000);

  it('goes out by text though its instance died and no stream ever came back', async () => {
    const number = '+12125550143';
    const call = await answering(undefined, number);
    const dead = jest.spyOn(UnheardReplies.prototype, 'noteLost').mockResolvedValue();
    call.vanish();
    await eventually(() => dead.mock.calls.length > 0, 'nobody is told');
    dead.mockRestore();
    await over(call.callSid, number);
    await longOver(call.callSid);
    await decide(call.callSid);
    expect((await texts(number)).map(({ body }) => body)).toEqual([expect.stringContaining(ANSWER)]);
    expect(await rowsOf(call.callSid)).toMatchObject([{ state: 'texted', text: null }]);
  }, 60_000);

  it('is nothing when the caller heard it, or hung up in the middle of it', async () => {
    const heard = await answering();
    await eventually(() => !heard.hears, 'the end of the answer', 20_000);
    await eventually(
      async () =>
        (
          await network.row<{ n: number }>(
            'SELECT heard_seq AS n FROM calls WHERE clinic_id = $1 AND call_sid = $2',
            heard.callSid,
          )
        )?.n === 2,
      'it is known to be heard',
    );
    heard.vanish();
    const left = await answering();
    await left.hangUp();
    await reaches(left.callSid, 'waiting');
    for (const { callSid } of [heard, left]) {
      await over(callSid);
      await longOver(callSid);
      await decide(callSid);
    }
    expect(await rowsOf(heard.callSid)).toEqual([]);
    expect(await rowsOf(left.callSid)).toMatchObject([{ state: 'dropped', text: null, lineBroke: false }]);
    expect(await texts(PATIENT)).toEqual([]);
    expect(await network.tasks()).toEqual([]);
  }, 60_000);
});

/** A call that is over, with a reply of which nothing was heard. */
async function lost(from: string, weight = 'outcome'): Promise<string> {
  const callSid = newSid();
  await network.post('/api/v1/voice/incoming', {
    CallSid: callSid,
    From: from,
    To: network.clinicNumber,
    CallStatus: 'ringing',
  });
  await over(callSid, from);
  await longOver(callSid);
  await network.rows(
    `INSERT INTO unheard_replies (clinic_id, id, call_id, conversation_id, seq, text, weight, state)
     SELECT clinic_id, gen_random_uuid(), id, conversation_id, 2, 'Your visit is booked.', $3, 'waiting'
       FROM calls WHERE clinic_id = $1 AND call_sid = $2`,
    callSid,
    weight,
  );
  return callSid;
}

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
      const callSid = await lost(from);
      await decide(callSid);
      expect(await rowsOf(callSid)).toMatchObject([{ state: 'task', text: null }]);
      expect(await network.tasks()).toMatchObject([task(number)]);
      await network.rows('DELETE FROM tasks WHERE clinic_id = $1');
    }
    expect(await texts(out)).toEqual([]);
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
      const callSid = await lost(from);
      await network.rows(
        `UPDATE conversations SET patient_id = $3 WHERE clinic_id = $1
            AND id = (SELECT conversation_id FROM calls WHERE clinic_id = $1 AND call_sid = $2)`,
        callSid,
        patientId,
      );
      await decide(callSid);
      return (await rowsOf(callSid))[0]?.state;
    };
    expect(await fateOf('+12125550146')).toBe('task');
    expect(await fateOf(mine)).toBe('texted');
    await network.rows('UPDATE patients SET contact_consent = false WHERE clinic_id = $1 AND id = $2', patientId);
    expect(await fateOf(mine)).toBe('task');
  });

  it('becomes a task in the end when the carrier does not bring the text out', async () => {
    const number = '+12125550147';
    network.carrier.network.optOuts.hear(number, network.clinicNumber, 'STOP');
    const callSid = await lost(number);
    await decide(callSid);
    expect(await rowsOf(callSid)).toMatchObject([{ state: 'texted' }]);
    await eventually(async () => (await network.tasks()).length > 0, 'the task', 20_000);
    expect(await network.tasks()).toMatchObject([
      { kind: 'call_back', data: { reason: 'not_heard', callbackNumber: number, channel: 'sms' } },
    ]);
    expect(await texts(number)).toMatchObject([{ status: 'suppressed' }]);
  }, 30_000);

  it.each([
    ['talk', null],
    ['answer', 'texted'],
    ['outcome', 'texted'],
  ])('of the weight %p ends as %p', async (weight, fate) => {
    const callSid = await lost('+12125550148', weight);
    await decide(callSid);
    expect((await rowsOf(callSid))[0]?.state).toBe(fate ?? 'dropped');
  });

  it('is dropped when a person has had the call', async () => {
    const callSid = await lost('+12125550149');
    await network.rows(`UPDATE calls SET ending = 'transferred' WHERE clinic_id = $1 AND call_sid = $2`, callSid);
    await decide(callSid);
    expect(await rowsOf(callSid)).toMatchObject([{ state: 'dropped' }]);
    expect(await network.tasks()).toEqual([]);
  });

  it('waits while the call goes on', async () => {
    const callSid = await lost('+12125550150');
    await network.rows(
      'UPDATE calls SET ending = NULL, ended_at = NULL WHERE clinic_id = $1 AND call_sid = $2',
      callSid,
    );
    await decide(callSid);
    expect(await rowsOf(callSid)).toMatchObject([{ state: 'waiting' }]);
  });

  it('is told whole or not at all when the instance dies in the middle of telling', async () => {
    const number = '+12125550151';
    for (const from of [number, 'anonymous']) {
      const callSid = await lost(from);
      const dying = jest.spyOn(UnheardRepliesRepository.prototype, 'settle').mockImplementation((ids) => {
        if (ids.length > 0) throw new Error('the instance died here');
        return Promise.resolve();
      });
      await expect(decide(callSid)).rejects.toThrow('died here');
      expect([await texts(number), await network.tasks()]).toEqual([[], []]);
      dying.mockRestore();
      expect(await rowsOf(callSid)).toMatchObject([{ state: 'waiting' }]);
      await decide(callSid);
      await decide(callSid);
      const told = (await texts(number)).length + (await network.tasks()).length;
      expect(told).toBe(1);
      await network.rows(`DELETE FROM outbound_texts WHERE clinic_id = $1 AND kind = 'unheard'`);
    }
  });
});

describe('two instances', () => {
  const LOST = DEEP ? 200 : 20;
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
    const sids = await Promise.all(
      Array.from({ length: LOST }, (_unused, at) => lost(at % 2 === 0 ? 'anonymous' : `+1212555${2000 + at}`)),
    );
    const apps = [network.app, second, network.app, second];
    await Promise.all(
      sids.flatMap(async (sid) => {
        const id = await callId(sid);
        await Promise.all(
          apps.map((app) =>
            app
              .get(ClinicScope)
              .run(network.clinicId, () => app.get(UnheardReplies, { strict: false }).decide({ callId: id })),
          ),
        );
      }),
    );
    const open = await network.rows(`SELECT 1 FROM unheard_replies WHERE clinic_id = $1 AND settled_at IS NULL`);
    const queued = await network.rows(`SELECT 1 FROM outbound_texts WHERE clinic_id = $1 AND kind = 'unheard'`);
    const effects = queued.length + (await network.tasks()).length;
    await network.rows(`DELETE FROM outbound_texts WHERE clinic_id = $1 AND kind = 'unheard'`);
    expect(open).toEqual([]);
    return effects - LOST;
  }

  it(`decide on ${LOST} replies at once: each is told one time`, async () => {
    const wrong = await race();
    total(`${LOST} unheard replies, four deciders on two instances: ${wrong} told twice or not at all`);
    expect(wrong).toBe(0);
  }, 60_000);

  it('is seen to tell twice in a build that locks nothing', async () => {
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
  }, 60_000);
});
