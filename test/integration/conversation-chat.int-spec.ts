import { ImportService } from '@clinicall/scheduling';
import { usualWorld } from '../support/conversation-world';
import { HostileModel } from '../support/hostile-model';
import { startProduct } from '../support/product';
import type { Product } from '../support/product';

let product: Product;
let model: HostileModel;
let key: string;

beforeAll(async () => {
  model = await HostileModel.start();
  product = await startProduct({ OPENAI_BASE_URL: model.url, LOCAL_AI: 'off', CLINICALL_ROLES: 'web' });
  const answer = await product.app
    .get(ImportService, { strict: false })
    .importWorld({ ...usualWorld, phone: '+12126669001' }, { makeClinics: true });
  key = answer.apiKey?.key ?? '';
}, 60_000);
afterAll(async () => {
  await product.stop();
  await model.stop();
});

async function post(body: unknown, token = key): Promise<{ status: number; body: Record<string, unknown> }> {
  const response = await fetch(`${product.url}/api/v1/chat`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

async function get(path: string): Promise<Record<string, unknown>> {
  const response = await fetch(`${product.url}/api/v1${path}`, { headers: { authorization: `Bearer ${key}` } });
  expect(response.status).toBe(200);
  return (await response.json()) as Record<string, unknown>;
}

describe('POST /api/v1/chat', () => {
  it('answers, goes on, ends, and stands in the supervision log', async () => {
    const first = await post({ message: 'Hello', from: '+12125550199' });
    expect(first).toMatchObject({
      status: 200,
      body: { reply: 'How can I help you?', ended: false, escalated: false },
    });
    const { conversationId } = first.body;
    model.plays({ say: 'You are booked.' }, { say: 'You are booked.' });
    const second = await post({ message: 'Book me', conversationId });
    expect(second.body).toMatchObject({
      conversationId,
      reply: 'I can book, move or cancel an appointment for you. What would you like to do?',
    });
    model.plays({ tool_call: { name: 'end_conversation', arguments: {} } });
    expect((await post({ message: 'Bye', conversationId })).body).toMatchObject({
      ended: true,
      reply: 'Thank you. Goodbye.',
    });
    const { items } = (await get('/conversations?channel=chat')) as { items: { id: string; status: string }[] };
    expect(items).toMatchObject([{ id: conversationId, status: 'ended' }]);
    const log = (await get(`/conversations/${String(conversationId)}`)) as {
      turns: { text: string }[];
      toolCalls: object[];
      guardActions: object[];
    };
    expect(log.turns.map((turn) => turn.text)).toEqual([
      'Hello',
      'How can I help you?',
      'Book me',
      second.body['reply'],
      'Bye',
      'Thank you. Goodbye.',
    ]);
    expect(log.toolCalls).toMatchObject([{ name: 'end_conversation' }]);
    expect(log.guardActions.length).toBeGreaterThan(0);
    const next = await post({ message: 'One more thing', conversationId });
    expect(next.body['conversationId']).not.toBe(conversationId);
  });

  it.each([
    [{}, 'message'],
    [{ message: 4 }, 'message'],
    [{ message: 'hi', from: '555' }, 'from'],
    [{ message: 'hi', language: 'fr' }, 'language'],
    [{ message: 'hi', conversationId: 'x' }, 'conversationId'],
    [{ message: 'hi', patientId: 'x' }, 'patientId'],
  ])('refuses %j by naming the field', async (body, field) => {
    const answer = await post(body);
    expect(answer).toMatchObject({ status: 400, body: { code: 'validation_failed', errors: [{ field }] } });
  });

  it('knows no conversation of another clinic, and nobody without a token', async () => {
    expect(await post({ message: 'hi', conversationId: '3f2b8c1e-5a77-4c1d-9b1e-2f6f0c9d1a11' })).toMatchObject({
      status: 404,
    });
    expect(await post({ message: 'hi' }, 'nonsense')).toMatchObject({ status: 401 });
  });
});
