import { eventually } from '../support/eventually';
import { messagesOf, startTextNetwork } from '../support/text-network';
import type { TextNetwork } from '../support/text-network';

const EMPTY = '<?xml version="1.0" encoding="UTF-8"?><Response/>';
let handsets = 0;
const handset = () => `+1212556${String(1000 + handsets++)}`;

describe('texts that come in', () => {
  let network: TextNetwork;

  beforeAll(async () => {
    network = await startTextNetwork({ TWILIO_AUTH_TOKEN_NEXT: 'the-next-secret' });
  });
  afterAll(() => network.stop());
  beforeEach(() => {
    network.model.answer = (words) => ({ text: `I heard ${words}.` });
    network.model.heard.length = 0;
  });

  const webhook = (form: Record<string, string>, token?: string) => network.post('/api/v1/sms/webhook', form, token);
  const count = async (table: string) =>
    (await network.rows<{ n: number }>(`SELECT count(*)::int AS n FROM ${table} WHERE clinic_id = $1`))[0]?.n;

  it.each([
    ['no signature', undefined],
    ['a wrong signature', 'bm9uZQ=='],
  ])('shuts out %s: 403, empty, nothing written', async (_name, signature) => {
    const before = await count('inbound_texts');
    const response = await fetch(`${network.url}/api/v1/sms/webhook`, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        ...(signature === undefined ? {} : { 'x-twilio-signature': signature }),
      },
      body: new URLSearchParams(network.form(handset(), 'alpha')).toString(),
    });
    expect(response.status).toBe(403);
    expect(await response.text()).toBe('');
    expect(await count('inbound_texts')).toBe(before);
    const receipt = await fetch(`${network.url}/api/v1/sms/status`, { method: 'POST' });
    expect([receipt.status, await receipt.text()]).toEqual([403, '']);
  });

  it('answers in TwiML, with the current token and the one being rotated in', async () => {
    const first = await webhook(network.form(handset(), 'alpha'));
    expect(first).toMatchObject({ status: 200, type: 'text/xml; charset=utf-8' });
    expect(messagesOf(first.body)).toEqual(['I heard alpha.']);
    const second = await webhook(network.form(handset(), 'beta'), 'the-next-secret');
    expect(messagesOf(second.body)).toEqual(['I heard beta.']);
  });

  it('has one effect for one MessageSid, however often and however close together it comes', async () => {
    const form = network.form(handset(), 'gamma');
    const answers = await Promise.all(Array.from({ length: 8 }, () => webhook(form)));
    const later = await webhook(form);
    expect(answers.filter(({ body }) => messagesOf(body).length > 0)).toHaveLength(1);
    expect(later.body).toBe(EMPTY);
    expect(network.model.heard).toEqual(['gamma']);
  });

  it('answers the texts of one number in order, and other numbers meanwhile', async () => {
    const [slow, quick] = [handset(), handset()];
    network.model.answer = (words) => ({ text: `I heard ${words}.`, delayMs: words === 'one' ? 600 : 0 });
    const first = webhook(network.form(slow, 'one'));
    await eventually(() => network.model.heard.includes('one'), 'the first text at the model');
    const rest = [webhook(network.form(slow, 'two')), webhook(network.form(quick, 'other'))];
    expect(messagesOf((await rest[1]!).body)).toEqual(['I heard other.']);
    expect(network.model.heard).toEqual(['one', 'other']);
    expect(messagesOf((await first).body)).toEqual(['I heard one.']);
    expect(messagesOf((await rest[0]!).body)).toEqual(['I heard two.']);
  });

  it('keeps one conversation until half an hour of silence', async () => {
    const number = handset();
    const conversations = async () =>
      (
        await network.rows<{ id: string }>(
          'SELECT conversation_id AS id FROM inbound_texts WHERE clinic_id = $1 AND from_number = $2 ORDER BY position',
          number,
        )
      ).map(({ id }) => id);
    await network.setClock('2027-05-03T09:00:00-04:00');
    await webhook(network.form(number, 'one'));
    await network.setClock('2027-05-03T09:29:00-04:00');
    await webhook(network.form(number, 'two'));
    await network.setClock('2027-05-03T09:59:30-04:00');
    await webhook(network.form(number, 'three'));
    const [one, two, three] = await conversations();
    expect(two).toBe(one);
    expect(three).not.toBe(one);
  });

  it.each([
    ['nothing', '', {}, 'Your text came without words. What can I do for you?'],
    ['blanks', ' \n ', {}, 'Your text came without words. What can I do for you?'],
    [
      'a picture',
      '',
      { NumMedia: '1', MediaUrl0: 'https://media.example/1' },
      'I cannot look at pictures or files. Please tell me in words what you need.',
    ],
  ])('answers %s kindly without a model', async (_name, body, more, expected) => {
    const answer = await webhook(network.form(handset(), body, more));
    expect(messagesOf(answer.body)).toEqual([expected]);
    expect(network.model.heard).toEqual([]);
  });

  // The model's own words are said where somebody here can read them; else a sentence of ours.
  it.each([
    ['ten thousand characters', 'word '.repeat(2_000), /Did you mean/],
    ['emoji', '😀👩‍👩‍👧', /\w/],
    ['right-to-left', 'שלום, אפשר תור?', /What would you like to do\?/],
    ['markup', '<script>alert("hello")</script> &amp; <Response><Hangup/></Response>', /Did you mean/],
    ['a NUL', 'a\0b', /Did you mean/],
  ])('answers %s', async (_name, body, expected) => {
    network.model.answer = (words) => ({ text: `Did you mean ${words.slice(0, 36)}?` });
    const answer = await webhook(network.form(handset(), body));
    expect(answer.status).toBe(200);
    expect(messagesOf(answer.body).join('')).toMatch(expected);
    expect(answer.body).not.toContain('<script>');
  });

  it('breaks a long answer into messages of at most 1,600 characters', async () => {
    const letters = Array.from('abcdefghijklmnopqrstuvwxyz');
    const story = letters.flatMap((a) => letters.slice(0, 4).map((b) => `We like ${a}${b}${a}o very much.`)).join(' ');
    network.model.answer = () => ({ text: story });
    const messages = messagesOf((await webhook(network.form(handset(), 'tell me more'))).body);
    expect(messages.join(' ')).toBe(story);
    expect(messages.length).toBeGreaterThan(1);
    expect(messages.every((message) => message.length <= 1_600)).toBe(true);
  });

  it('reaches no clinic by an unknown number, and says so politely', async () => {
    const before = await count('inbound_texts');
    const answer = await webhook(network.form(handset(), 'hola, quisiera una cita', { To: '+12125559999' }));
    expect(messagesOf(answer.body)[0]).toMatch(/^Este número no es de ninguna clínica/);
    expect(await count('inbound_texts')).toBe(before);
  });

  it.each([
    ['a short code', { From: '72345' }],
    ['a clinic', { From: '+12125550100' }],
  ])('does not answer %s', async (_name, more) => {
    expect((await webhook(network.form(handset(), 'hello', more))).body).toBe(EMPTY);
    expect(network.model.heard).toEqual([]);
  });

  it('sends an answer that takes longer than eight seconds by itself', async () => {
    const number = handset();
    network.model.answer = (words) => ({ text: `I heard ${words}.`, delayMs: words === 'slow one' ? 3_000 : 3_500 });
    const started = Date.now();
    const replies = ['slow one', 'slow two', 'slow three'].map(async (body, index) => {
      await new Promise((resolve) => setTimeout(resolve, index * 100));
      return webhook(network.form(number, body));
    });
    const last = await replies[2]!;
    expect(Date.now() - started).toBeLessThan(9_500);
    expect(last.body).toBe(EMPTY);
    expect(messagesOf((await replies[0]!).body)).toEqual(['I heard slow one.']);
    await eventually(() => network.screen(number).includes('I heard slow three.'), 'the late answer by REST', 15_000);
    expect(network.screen(number)).toEqual(['I heard slow three.']);
  }, 30_000);

  it('answers a fault of its own with a sentence', async () => {
    const form = network.form(handset(), 'hello');
    await network.rows('SELECT $1::uuid');
    const { Client } = await import('pg');
    const owner = new Client({ connectionString: network.databaseUrl });
    await owner.connect();
    await owner.query('ALTER TABLE inbound_texts RENAME TO hidden');
    try {
      const answer = await webhook(form);
      expect(answer.status).toBe(200);
      expect(messagesOf(answer.body)).toEqual([
        'Sorry, something went wrong on our side. Please text again in a moment.',
      ]);
    } finally {
      await owner.query('ALTER TABLE hidden RENAME TO inbound_texts');
      await owner.end();
    }
  });
});
