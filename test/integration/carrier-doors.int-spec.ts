import { TwilioSignatureGuard } from '@clinicall/platform';
import { forgeriesOf, send, SPOOFS } from '../support/forged-webhooks';
import type { Door } from '../support/forged-webhooks';
import { NEXT_TOKEN, PUBLIC, receipt, startGuardedProduct, text, TOKEN, voice } from '../support/guarded-product';
import type { GuardedProduct } from '../support/guarded-product';
import { signature } from '../support/text-network';
import { total } from '../support/total';

let product: GuardedProduct;
beforeAll(async () => {
  product = await startGuardedProduct();
}, 60_000);
afterAll(() => product.stop());

describe('webhooks that the carrier did not send', () => {
  const doors: Door[] = [
    { path: '/api/v1/voice/incoming', form: voice('CAforged') },
    { path: '/api/v1/voice/after-stream', form: voice('CAforged') },
    { path: '/api/v1/voice/after-transfer', form: voice('CAforged') },
    { path: '/api/v1/voice/status', form: voice('CAforged', { CallStatus: 'completed' }) },
    { path: '/api/v1/sms/webhook', form: text('SMforged') },
    {
      path: '/api/v1/sms/status',
      form: receipt('SMforged'),
    },
  ];
  /** The doors of transfers and recordings: the same lock, tried with every key once. */
  const more: Door[] = [
    { path: '/api/v1/voice/hold', form: voice('CAforged') },
    { path: '/api/v1/voice/briefing', form: voice('CAforged') },
    { path: '/api/v1/voice/briefing-answer', form: voice('CAforged', { Digits: '1' }) },
    { path: '/api/v1/voice/transfer-status', form: voice('CAforged', { CallStatus: 'busy' }) },
    { path: '/api/v1/voice/conference', form: voice('CAforged') },
    { path: '/api/v1/voice/voicemail', form: voice('CAforged', { Digits: '1' }) },
    { path: '/api/v1/voice/voicemail-done', form: voice('CAforged', { RecordingSid: 'REforged' }) },
    { path: '/api/v1/voice/recording', form: voice('CAforged', { RecordingSid: 'REforged' }) },
  ];
  const forged = [
    ...doors.flatMap((door) =>
      forgeriesOf(door, doors, TOKEN, PUBLIC).flatMap((request) => SPOOFS.map((spoof) => ({ request, spoof }))),
    ),
    ...more.flatMap((door) => forgeriesOf(door, [], TOKEN, PUBLIC).map((request) => ({ request, spoof: {} }))),
  ];
  const send1 = ({ request, spoof }: (typeof forged)[number]) => send(product.base(), request, spoof, product.agent);

  it(`are refused, all ${forged.length}, with an empty 403, and nothing comes of them`, async () => {
    expect(forged.length).toBeGreaterThanOrEqual(500);
    const answers = await Promise.all(forged.map(async (one) => ({ ...(await send1(one)), name: one.request.name })));
    const wrong = answers.filter(({ status, body }) => status !== 403 || body !== '');
    expect([...new Set(wrong.map(({ name, status }) => `${name}: ${status}`))]).toEqual([]);
    const sessions = product.provider.asked();
    total(`${answers.length} forged webhooks: ${wrong.length} accepted, ${sessions} provider sessions opened`);
    for (const table of ['calls', 'conversations', 'inbound_texts', 'outbound_texts', 'outbox', 'tasks']) {
      expect([table, await product.count(table)]).toEqual([table, 0]);
    }
    expect(product.provider.asked()).toBe(0);
  }, 120_000);

  it('would be accepted by a guard that does not look: the matrix can fail', async () => {
    const guard = jest.spyOn(TwilioSignatureGuard.prototype, 'canActivate').mockResolvedValue(true);
    const answers = await Promise.all(forged.filter((_, index) => index % 97 === 0).map(send1));
    guard.mockRestore();
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(0);
    for (const table of ['calls', 'conversations', 'inbound_texts', 'outbound_texts', 'tasks', 'outbox']) {
      await product.query(`DELETE FROM ${table}`);
    }
  });

  it('are no reason to refuse the ones that it did send, with the token of this month or of the next', async () => {
    for (const token of [TOKEN, NEXT_TOKEN]) {
      expect((await product.post('/api/v1/voice/incoming', voice(`CA ${token}`), token)).status).toBe(200);
    }
    expect((await product.post('/api/v1/voice/incoming', voice('CAold'), 'the token of last month')).status).toBe(403);
  });

  it.each(['GET', 'HEAD', 'PUT', 'OPTIONS', 'DELETE'])('find no door with %s', async (method) => {
    for (const { path } of doors) {
      const sign = signature(TOKEN, PUBLIC + path, {});
      const { status } = await fetch(product.base() + path, { method, headers: { 'x-twilio-signature': sign } });
      expect(status).toBeGreaterThanOrEqual(401);
    }
  });
});

describe('a webhook that comes a hundred times', () => {
  /** 100 times, most of them side by side, the last ones at an instance that has just started. */
  async function replay(path: string, form: Record<string, string>): Promise<string[]> {
    const answers = await Promise.all(Array.from({ length: 90 }, () => product.post(path, form)));
    for (let turn = 0; turn < 10; turn += 1) answers.push(await product.post(path, form));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    return answers.map(({ body }) => body);
  }

  it('starts one call and one conversation', async () => {
    const before = await product.count('conversations');
    await replay('/api/v1/voice/incoming', voice('CAreplayed'));
    expect(await product.count(`calls WHERE call_sid = 'CAreplayed'`)).toBe(1);
    expect(await product.count('conversations')).toBe(before + 1);
  }, 60_000);

  it('ends one call once', async () => {
    await replay('/api/v1/voice/status', voice('CAreplayed', { CallStatus: 'completed' }));
    expect(await product.count(`calls WHERE call_sid = 'CAreplayed' AND ending = 'hung_up'`)).toBe(1);
    expect(await product.count(`outbox WHERE type = 'ConversationEnded'`)).toBe(1);
  }, 60_000);

  it('is one text with one answer', async () => {
    const answers = await replay('/api/v1/sms/webhook', text('SMreplayed'));
    expect(answers.filter((body) => body.includes('<Message'))).toHaveLength(1);
    expect(await product.count(`inbound_texts WHERE message_sid = 'SMreplayed'`)).toBe(1);
    expect(await product.count('outbound_texts')).toBe(1);
  }, 60_000);

  it('is one receipt, with one task for a person', async () => {
    const [row] = await product.query<{ id: string }>('SELECT id FROM outbound_texts LIMIT 1');
    const path = `/api/v1/sms/status?text=${row?.id ?? ''}`;
    const form = receipt('SMour', { ErrorCode: '30003' });
    await replay(path, form);
    expect(await product.count(`tasks WHERE kind = 'delivery_failed'`)).toBe(1);
    expect(await product.count(`outbox WHERE type = 'TaskOpened' AND data ->> 'kind' = 'delivery_failed'`)).toBe(1);
  }, 60_000);

  it('has no second effect after a restart', async () => {
    await product.restart();
    const tables = ['calls', 'conversations', 'inbound_texts', 'outbound_texts', 'tasks'];
    const before = await Promise.all(tables.map((table) => product.count(table)));
    await product.post('/api/v1/voice/incoming', voice('CAreplayed'));
    await product.post('/api/v1/voice/status', voice('CAreplayed', { CallStatus: 'completed' }));
    expect((await product.post('/api/v1/sms/webhook', text('SMreplayed'))).body).not.toContain('<Message');
    expect(await Promise.all(tables.map((table) => product.count(table)))).toEqual(before);
  }, 60_000);
});
