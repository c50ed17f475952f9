import { randomUUID } from 'node:crypto';
import { StaffService } from '@clinicall/identity';
import { ClinicScope, Database } from '@clinicall/platform';
import { ImportService } from '@clinicall/scheduling';
import type { ConversationView } from '@clinicall/conversation';
import type { SupervisionRecord } from '../../libs/conversation/src/supervision.service';
import { restOf } from '../security/rest';
import type { RestAnswer } from '../security/rest';
import { usualWorld } from '../support/conversation-world';
import { HostileModel } from '../support/hostile-model';
import { startProduct } from '../support/product';
import type { Product } from '../support/product';

const PASSWORD = 'a long walk by the sea';

let product: Product;
let model: HostileModel;
let clinicId: string;
let token: string;
/** By what is told of them: a lie that was withheld, Spanish, a provider that failed. */
const talks: Record<'lie' | 'spanish' | 'failure', string> = { lie: '', spanish: '', failure: '' };

const ask = (method: string, path: string, body?: unknown): Promise<RestAnswer> =>
  restOf(product.url)(method, path, { token, body });
const list = async (query: string): Promise<string[]> => {
  const { status, body } = await ask('GET', `/conversations?${query}`);
  expect([query, status]).toEqual([query, 200]);
  return (body['items'] as ConversationView[]).map(({ id }) => id);
};
const read = async (id: string): Promise<SupervisionRecord> =>
  (await ask('GET', `/conversations/${id}`)).body as unknown as SupervisionRecord;
const inside = <T>(sql: string, ...values: unknown[]): Promise<T[]> =>
  product.app.get(ClinicScope).run(clinicId, () => product.app.get(Database).query<T>(sql, [clinicId, ...values]));

beforeAll(async () => {
  model = await HostileModel.start();
  product = await startProduct({ OPENAI_BASE_URL: model.url, OPENAI_CHAT_MODEL: 'unpriced', LOCAL_AI: 'off' });
  const world = { ...usualWorld, phone: '+12125550100' };
  ({ clinicId } = await product.app.get(ImportService).importWorld(world, { makeClinics: true }));
  await product.app.get(StaffService).ensureAdministrator(clinicId, 'owner@example.org', PASSWORD);
  const signIn = { email: 'owner@example.org', password: PASSWORD };
  token = (await restOf(product.url)('POST', '/auth/login', { body: signIn })).body['accessToken'] as string;
  const chat = async (message: string) => (await ask('POST', '/chat', { message })).body['conversationId'] as string;
  model.plays({ say: 'You are booked for tomorrow at noon.' }, { say: 'Which doctor would you like to see?' });
  talks.lie = await chat('Hello there');
  model.plays({ say: '¿En qué puedo ayudarle?' });
  talks.spanish = await chat('Hola, buenos días, necesito una cita con el médico');
  model.plays({ http_status: 503 }, { say: 'How can I help you today?' });
  talks.failure = await chat('Good morning, is anybody there?');
}, 60_000);
afterAll(async () => {
  await product.stop();
  await model.stop();
});

describe('the supervision log', () => {
  it('finds conversations by channel, language, guard, model, time and mark', async () => {
    const all = await list('');
    expect(all).toEqual([talks.failure, talks.spanish, talks.lie]);
    expect(await list('language=es')).toEqual([talks.spanish]);
    expect(await list('guard=truth&guardAction=withheld')).toEqual([talks.lie]);
    expect(await list('guardAction=raised')).toEqual([]);
    expect(await list('model=unpriced')).toEqual(all);
    expect(await list('model=other')).toEqual([]);
    expect(await list('channel=voice')).toEqual([]);
    expect(await list('outcome=booked')).toEqual([]);
    const { startedAt } = await read(talks.spanish);
    const began = encodeURIComponent(String(startedAt));
    expect(await list(`from=${began}`)).toEqual([talks.failure, talks.spanish]);
    expect(await list(`to=${began}`)).toEqual([talks.lie]);
  });

  it('comes in pages that miss and repeat nothing', async () => {
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null && seen.length < 9;) {
      const { body } = await ask('GET', `/conversations?limit=1${cursor === '' ? '' : `&cursor=${cursor}`}`);
      seen.push(...(body['items'] as ConversationView[]).map(({ id }) => id));
      cursor = body['nextCursor'] as string | null;
    }
    expect(seen).toEqual([talks.failure, talks.spanish, talks.lie]);
  });

  it.each([
    ['language=spanish', 'language'],
    ['guardAction=forgiven', 'guardAction'],
    ['from=yesterday', 'from'],
    ['flagged=perhaps', 'flagged'],
    ['limit=0', 'limit'],
    ['nobody=knows', 'nobody'],
  ])('refuses %s and names the field', async (query, field) => {
    const { status, body } = await ask('GET', `/conversations?${query}`);
    expect([status, body['code']]).toEqual([400, 'validation_failed']);
    expect(body['errors']).toEqual([expect.objectContaining({ field })]);
  });

  it('tells of a provider that failed, and claims no price that nobody knows', async () => {
    const { turns, totals } = await read(talks.failure);
    const [answer] = turns.filter((turn) => turn.who === 'agent');
    expect(answer?.failures).toEqual([expect.objectContaining({ reason: 'HTTP_503', round: 0 })]);
    expect(answer).toMatchObject({ costUsd: null, promptTokens: 10, completionTokens: 5, cachedTokens: null });
    expect(answer?.requests).toEqual([expect.objectContaining({ model: 'unpriced', promptTokens: 10 })]);
    expect(totals).toMatchObject({ costUsd: null, providerFailures: 1 });
  });
});

describe('what staff think of it', () => {
  it('is noted with who and when, on the conversation or on a turn, and never changed', async () => {
    const note = await ask('POST', `/conversations/${talks.lie}/notes`, { text: 'It nearly lied.', seq: 2 });
    expect(note).toMatchObject({ status: 201, body: { seq: 2, text: 'It nearly lied.', by: { kind: 'staff' } } });
    await ask('POST', `/conversations/${talks.lie}/notes`, { text: 'Seen.' });
    const { notes } = await read(talks.lie);
    expect(notes.map(({ seq, text }) => [seq, text])).toEqual([
      [2, 'It nearly lied.'],
      [null, 'Seen.'],
    ]);
    await expect(inside(`UPDATE conversation_notes SET text = 'x' WHERE clinic_id = $1`)).rejects.toThrow(/permission/);
  });

  it.each([
    [{ text: '' }, 'text'],
    [{ text: 'a'.repeat(4_001) }, 'text'],
    [{ text: 'a', seq: -1 }, 'seq'],
    [{ text: 'a', author: 'somebody' }, 'author'],
  ])('is not noted as %j', async (body, field) => {
    const answer = await ask('POST', `/conversations/${talks.lie}/notes`, body);
    expect([answer.status, answer.body['errors']]).toEqual([400, [expect.objectContaining({ field })]]);
  });

  it('is about something that exists', async () => {
    expect((await ask('POST', `/conversations/${talks.lie}/notes`, { text: 'a', seq: 99 })).status).toBe(404);
    expect((await ask('POST', `/conversations/${randomUUID()}/notes`, { text: 'a' })).status).toBe(404);
    expect((await ask('PUT', `/conversations/${randomUUID()}/review`, { status: 'marked' })).status).toBe(404);
  });

  it('marks for review, and as reviewed, and anew', async () => {
    const set = (status: string, reason?: string) =>
      ask('PUT', `/conversations/${talks.spanish}/review`, { status, ...(reason === undefined ? {} : { reason }) });
    expect((await set('marked', 'odd grammar')).body).toMatchObject({ status: 'marked', reason: 'odd grammar' });
    expect(await list('flagged=true')).toEqual([talks.spanish]);
    expect((await set('reviewed')).body).toMatchObject({ status: 'reviewed', reason: 'odd grammar' });
    expect(await list('flagged=true')).toEqual([]);
    expect((await read(talks.spanish)).review?.reviewedBy).toEqual(expect.any(String));
    expect((await set('marked')).body).toMatchObject({ status: 'marked', reviewedBy: null, reviewedAt: null });
    expect((await set('forgotten')).status).toBe(400);
  });

  it('leaves an audit row for every look and every act', async () => {
    const rows = await inside<{ action: string }>(
      `SELECT DISTINCT action FROM audit_entries WHERE clinic_id = $1 AND action LIKE 'conversation.%'`,
    );
    expect(rows.map(({ action }) => action)).toEqual(
      expect.arrayContaining([
        ...['conversation.list', 'conversation.read', 'conversation.annotate'],
        ...['conversation.mark', 'conversation.review'],
      ]),
    );
  });
});
