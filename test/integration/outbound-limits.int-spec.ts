import { CodeSender } from '@clinicall/conversation';
import { ClinicsService, OutboundLimits, TasksService } from '@clinicall/identity';
import type { OutboundWish } from '@clinicall/identity';
import { Database, Events, Logger, Metrics, OutboxDispatcher, Secrets } from '@clinicall/platform';
import { OutboundUseRepository } from '../../libs/identity/src/outbound-use.repository';
import { OutboundTexts } from '../../libs/messaging/src/outbound-texts.service';
import { TransfersService } from '../../libs/telephony/src/transfers.service';
import { eventually } from '../support/eventually';
import { messagesOf, startTextNetwork } from '../support/text-network';
import type { TextNetwork } from '../support/text-network';

const DEEP = process.env['CLINICALL_DEEP'] === '1';
const ATTEMPTS = DEEP ? 10_000 : 300;

let network: TextNetwork;
const numberAt = (index: number) => `+1212556${String(index).padStart(4, '0')}`;
const text = (to: string, segments = 1): OutboundWish => ({ kind: 'text', to, segments });

/** A new day with these limits. */
async function limitTo(outbound: Record<string, unknown>): Promise<void> {
  await network.rows('DELETE FROM outbound_use WHERE clinic_id = $1');
  await network.rows('DELETE FROM tasks WHERE clinic_id = $1');
  await network.rows(
    `UPDATE clinics SET settings = jsonb_build_object('outbound', $2::jsonb) WHERE clinic_id = $1`,
    outbound,
  );
}
const take = (wish: OutboundWish, limits = network.app.get(OutboundLimits)) => network.inside(() => limits.take(wish));
const used = async (kind: string, whole = true) => {
  const [row] = await network.rows<{ used: string | null }>(
    `SELECT sum(used) AS used FROM outbound_use WHERE clinic_id = $1 AND kind = $2 AND (number_key = '') = $3`,
    kind,
    whole,
  );
  return Number(row?.used ?? 0);
};
const tasks = () =>
  network.rows<{ data: unknown }>(`SELECT data FROM tasks WHERE clinic_id = $1 AND kind = 'outbound_limit'`);
const statuses = () =>
  network.rows<{ status: string; code: string | null; n: number }>(
    `SELECT status, error_code AS code, count(*)::int AS n FROM outbound_texts WHERE clinic_id = $1 GROUP BY 1, 2 ORDER BY 1, 2`,
  );
const atCarrier = () =>
  network.carrier.network.messages.all().filter(({ direction }) => direction !== 'inbound').length;

beforeAll(async () => {
  network = await startTextNetwork();
});
afterAll(() => network.stop());
beforeEach(() => network.rows('DELETE FROM outbound_texts WHERE clinic_id = $1'));

describe('limits of what a clinic sends', () => {
  it('let exactly as many pass as they say, however many try at once, and count nothing of the others', async () => {
    await limitTo({ textsPerDay: 37, spendPerDay: 1_000 });
    const verdicts = await Promise.all(Array.from({ length: 500 }, (_, index) => take(text(numberAt(index % 90), 2))));
    expect(verdicts.filter((verdict) => verdict === undefined)).toHaveLength(37);
    expect(new Set(verdicts)).toEqual(new Set([undefined, 'clinic_limit']));
    expect([await used('text'), await used('text', false), await used('spend')]).toEqual([37, 37, 37 * 200]);
  });

  it('hold for each number by itself, and for its codes more tightly', async () => {
    await limitTo({ textsPerNumber: 7, codesPerNumber: 2 });
    const wishes = Array.from({ length: 120 }, (_, index) => text(numberAt(index % 3)));
    const verdicts = await Promise.all(wishes.map((wish) => take(wish)));
    expect(verdicts.filter((verdict) => verdict === undefined)).toHaveLength(21);
    await limitTo({ textsPerNumber: 7, codesPerNumber: 2 });
    const codes = await Promise.all(wishes.map((wish) => take({ ...wish, kind: 'code' })));
    expect(codes.filter((verdict) => verdict === undefined)).toHaveLength(6);
  });

  it('are known to an instance that has just started', async () => {
    await limitTo({ textsPerDay: 2 });
    await take(text(numberAt(1)));
    await take(text(numberAt(2)));
    const { app } = network;
    const get = <T>(type: abstract new (...parameters: never[]) => T): T => app.get(type, { strict: false });
    const fresh = new OutboundLimits(
      get(OutboundUseRepository),
      get(ClinicsService),
      get(TasksService),
      get(Events),
      get(Database),
      get(Secrets),
      new Metrics(),
      new Logger('silent'),
    );
    expect(await take(text(numberAt(3)), fresh)).toBe('clinic_limit');
  });

  it('are of their day: yesterday counts for nothing, and is forgotten after a week', async () => {
    await limitTo({ textsPerDay: 1 });
    expect(await take(text(numberAt(1)))).toBeUndefined();
    await network.rows('UPDATE outbound_use SET on_day = on_day - 1 WHERE clinic_id = $1');
    expect(await take(text(numberAt(1)))).toBeUndefined();
    await network.rows('UPDATE outbound_use SET on_day = on_day - 8 WHERE clinic_id = $1');
    expect(await take(text(numberAt(1)))).toBeUndefined();
    expect(await used('text')).toBe(1);
  });

  it('break when the day’s spend would pass its limit, and a person is told once', async () => {
    await limitTo({ spendPerDay: 0.05, textPrice: 0.01 });
    const verdicts = await Promise.all(Array.from({ length: 60 }, (_, index) => take(text(numberAt(index)))));
    expect(verdicts.filter((verdict) => verdict === undefined)).toHaveLength(5);
    expect(await tasks()).toEqual([{ data: { reason: 'spend_limit', kind: 'text' } }]);
    const events = await network.rows(
      `SELECT data FROM outbox WHERE clinic_id = $1 AND type = 'OutboundLimitReached' AND data ->> 'reason' = 'spend_limit'`,
    );
    expect(events).toHaveLength(1);
    const metrics = await network.app.get(Metrics).registry.metrics();
    expect(metrics).toContain('outbound_limit_reached_total{reason="spend_limit"} 1');
    expect(metrics).toContain('outbound_refused_total{kind="text",reason="spend_limit"} 55');
    await network.app.get(OutboxDispatcher).deliverBatch();
  });

  it('do not keep a caller from the clinic’s person for money, but for a count', async () => {
    await limitTo({ callsPerDay: 2, spendPerDay: 0.01 });
    await network.rows(`UPDATE clinics SET transfer_number = '+12125550111' WHERE clinic_id = $1`);
    const calls = network.app.get(TransfersService, { strict: false });
    const callSids: string[] = [];
    for (let call = 0; call < 8; call += 1) {
      const callSid = `CA${String(call).padStart(32, '0')}`;
      const form = { CallSid: callSid, From: numberAt(call), To: network.clinicNumber, CallStatus: 'ringing' };
      await network.post('/api/v1/voice/incoming', form);
      callSids.push(callSid);
    }
    const transfers = callSids.map((callSid) => network.inside(() => calls.begin(callSid, 'en', 'asked')));
    expect((await Promise.all(transfers)).filter(Boolean)).toHaveLength(2);
    await network.rows(`UPDATE clinics SET transfer_number = '+19005550111' WHERE clinic_id = $1`);
    await limitTo({});
    expect(await network.inside(() => calls.begin(`CA${'0'.repeat(32)}`, 'en', 'asked'))).toBe(false);
  });
});

describe('at the carrier', () => {
  it(`of ${ATTEMPTS} codes to consecutive numbers exactly the day’s count arrives, and a task says so`, async () => {
    await limitTo({ textsPerDay: 25 });
    const before = atCarrier();
    const sender = network.app.get(CodeSender);
    const begun = Date.now();
    const send = (index: number) =>
      network.inside(() => network.app.get(Database).transaction(() => sender.send(numberAt(index), '123456', 'en')));
    const lines = Array.from({ length: 30 }, async (_, line) => {
      for (let index = line; index < ATTEMPTS; index += 30) await send(index);
    });
    await Promise.all(lines);
    await eventually(async () => (await tasks()).length === 1, 'the task');
    expect(Date.now() - begun).toBeLessThan(60_000);
    await eventually(
      async () => (await statuses()).find(({ status }) => status === 'sending') === undefined,
      'all sent',
    );
    expect(atCarrier() - before).toBe(25);
    expect(await statuses()).toContainEqual({ status: 'suppressed', code: 'clinic_limit', n: ATTEMPTS - 25 });
  }, 300_000);

  it('nothing arrives for numbers that earn, or are in countries the clinic has nothing to do with', async () => {
    await limitTo({});
    const before = atCarrier();
    const blocked = ['+19005550123', '+18765551234', '+442071838750', '+97912345678', '+88299998888', '+2522345678901'];
    const outbound = network.app.get(OutboundTexts);
    for (const to of blocked) await network.inside(() => outbound.queue({ kind: 'confirmation', to, body: 'Hello' }));
    await network.inside(() => outbound.queue({ kind: 'confirmation', to: '+12125550199', body: 'Hello' }));
    await eventually(async () => (await statuses()).every(({ status }) => status !== 'queued'), 'all settled');
    await eventually(() => atCarrier() - before === 1, 'the one that may');
    expect(await statuses()).toContainEqual({ status: 'suppressed', code: 'country_not_allowed', n: blocked.length });
    expect((await tasks()).length).toBe(0);
  });

  it('a number that texts again and again is answered as often as its limit says', async () => {
    await limitTo({ textsPerNumber: 4 });
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => network.post('/api/v1/sms/webhook', network.form('+12125550177', 'HELP'))),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(answers.flatMap(({ body }) => messagesOf(body))).toHaveLength(4);
  });
});
