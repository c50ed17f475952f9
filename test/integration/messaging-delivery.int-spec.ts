import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { CodeSender } from '@clinicall/conversation';
import { Database } from '@clinicall/platform';
import { OutboundTexts } from '@clinicall/messaging';
import { eventually } from '../support/eventually';
import { messagesOf, startTextNetwork } from '../support/text-network';
import type { TextNetwork } from '../support/text-network';

let handsets = 0;
const handset = () => `+1212558${String(1000 + handsets++)}`;

interface Row {
  id: string;
  status: string;
  body: string;
  errorCode: string | null;
  attempts: number;
  sid: string | null;
}

describe('texts that go out', () => {
  let network: TextNetwork;

  beforeAll(async () => {
    network = await startTextNetwork();
  });
  afterAll(() => network.stop());
  afterEach(() => {
    network.carrier.network.faults.reset();
    network.model.answer = () => ({ text: 'All right.' });
  });

  const queue = (to: string, body: string, onceKey?: string) =>
    network.inside(() => network.app.get(OutboundTexts).queue({ kind: 'confirmation', to, body, onceKey }));
  const row = async (id: string) => {
    const [found] = await network.rows<Row>(
      `SELECT id, status, body, error_code AS "errorCode", attempts, provider_sid AS sid FROM outbound_texts WHERE clinic_id = $1 AND id = $2`,
      id,
    );
    return found!;
  };
  const ends = (id: string, status: string) =>
    eventually(async () => (await row(id)).status === status, `a text that is ${status}`, 20_000);
  const tasks = (kind: string) =>
    network.rows<{ data: Record<string, unknown> }>('SELECT data FROM tasks WHERE clinic_id = $1 AND kind = $2', kind);
  const receive = (body: string, from: string, more = {}) =>
    network.post('/api/v1/sms/webhook', network.form(from, body, more));
  const jobsNow = () =>
    network.rows(`UPDATE graphile_worker._private_jobs SET run_at = now() WHERE $1::uuid IS NOT NULL`);

  it('delivers and keeps the receipt', async () => {
    const to = handset();
    const [id] = await queue(to, 'Hello from the clinic');
    await ends(id!, 'delivered');
    expect(network.screen(to)).toEqual(['Hello from the clinic']);
    expect((await row(id!)).sid).toMatch(/^SM/);
  });

  it('is wished for exactly when the change it tells of is kept, and once a key', async () => {
    const to = handset();
    const database = network.app.get(Database);
    const crashed = network.inside(() =>
      database.transaction(async () => {
        await network.app.get(OutboundTexts).queue({ kind: 'confirmation', to, body: 'never' });
        throw new Error('crash');
      }),
    );
    await expect(crashed).rejects.toThrow('crash');
    const key = randomUUID();
    const ids = (await Promise.all([queue(to, 'once', key), queue(to, 'once', key)])).flat();
    expect(ids).toHaveLength(1);
    await ends(ids[0]!, 'delivered');
    expect(network.screen(to)).toEqual(['once']);
  });

  it('sends the parts of a long text in order', async () => {
    const to = handset();
    const sentences = Array.from(
      { length: 60 },
      (_each, index) => `This is sentence number ${index} of a very long story about nothing.`,
    );
    const ids = await queue(to, sentences.join(' '));
    expect(ids.length).toBeGreaterThan(1);
    for (const id of ids) await ends(id, 'delivered');
    expect(network.screen(to).join(' ')).toBe(sentences.join(' '));
  });

  it('tries again after 429 and 503, without doubling', async () => {
    const to = handset();
    network.carrier.network.faults.change({ tooManyRequests: 1 });
    const [id] = await queue(to, 'after 429');
    await eventually(async () => (await row(id!)).errorCode === '20429', 'the refusal noted');
    expect((await row(id!)).status).toBe('queued');
    await jobsNow();
    await ends(id!, 'delivered');
    network.carrier.network.faults.change({ restErrors: 1 });
    const [second] = await queue(to, 'after 503');
    await eventually(
      async () => (await row(second!)).status === 'sending' && (await row(second!)).errorCode !== null,
      'in doubt',
    );
    await jobsNow();
    await ends(second!, 'delivered');
    expect(network.screen(to)).toEqual(['after 429', 'after 503']);
  });

  it('asks the carrier before sending again what a dead instance may have sent', async () => {
    const to = handset();
    // Two texts with the same words: one of them arrived, of the other nobody knows.
    const [first] = await queue(to, 'the same words');
    await ends(first!, 'delivered');
    const [second] = await queue(to, 'the same words');
    await ends(second!, 'delivered');
    const { sid } = await row(second!);
    await network.rows(
      `UPDATE outbound_texts SET status = 'sending', provider_sid = NULL WHERE clinic_id = $1 AND id = $2`,
      second,
    );
    await network.rows(
      `SELECT graphile_worker.add_job('texts.send', json_build_object('textId', $2::text, 'clinicId', $1::uuid))`,
      second,
    );
    await ends(second!, 'sent');
    expect((await row(second!)).sid).toBe(sid);
    expect(network.screen(to)).toHaveLength(2);
    // One that the carrier never saw goes out.
    const lost = randomUUID();
    await network.rows(
      `INSERT INTO outbound_texts (clinic_id, id, kind, to_number, from_number, body, status, created_at, claimed_at)
       VALUES ($1, $2, 'confirmation', $3, $4, 'the same words', 'sending', now(), now())`,
      lost,
      to,
      network.clinicNumber,
    );
    await network.rows(
      `SELECT graphile_worker.add_job('texts.send', json_build_object('textId', $2::text, 'clinicId', $1::uuid))`,
      lost,
    );
    await ends(lost, 'delivered');
    expect(network.screen(to)).toHaveLength(3);
  });

  it('sends a reply again whose webhook answer never left', async () => {
    const from = handset();
    const form = network.form(from, 'hello');
    const stuck = new AbortController();
    network.model.answer = () => {
      stuck.abort(); // The carrier hangs up while the model thinks.
      return { text: 'I am listening.', delayMs: 300 };
    };
    const { signature } = await import('../support/text-network');
    const address = `${network.url}/api/v1/sms/webhook`;
    const gone = fetch(address, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'x-twilio-signature': signature('secret-of-the-carrier', address, form),
      },
      body: new URLSearchParams(form).toString(),
      signal: stuck.signal,
    });
    await expect(gone).rejects.toThrow();
    const [reply] = await eventually(async () => {
      const found = await network.rows<Row>(
        `SELECT id, status FROM outbound_texts WHERE clinic_id = $1 AND to_number = $2`,
        from,
      );
      return found.length > 0 ? found : undefined;
    }, 'the reply’s row');
    await sleep(300);
    expect((await row(reply!.id)).status).toBe('sending');
    await network.rows(
      `UPDATE outbound_texts SET claimed_at = now() - interval '11 seconds' WHERE clinic_id = $1 AND id = $2`,
      reply!.id,
    );
    await jobsNow();
    await ends(reply!.id, 'delivered');
    expect(network.screen(from)).toEqual(['I am listening.']);
  });

  it('answers later what a killed instance had taken in and not answered', async () => {
    const from = handset();
    network.model.answer = (words) => ({ text: `I heard ${words}.` });
    await receive('before the crash', from);
    // As kill -9 leaves it: the row and its job are there, the lease of the dead one too.
    const [thread] = await network.rows<{ id: string }>(
      `UPDATE text_threads SET lease_token = gen_random_uuid(), lease_until = clock_timestamp() + interval '2 seconds', text_count = text_count + 1
        WHERE clinic_id = $1 AND patient_number = $2 RETURNING id`,
      from,
    );
    const lost = randomUUID();
    await network.rows(
      `INSERT INTO inbound_texts (clinic_id, id, thread_id, position, message_sid, from_number, to_number, body, kind, received_at)
       VALUES ($1, $2, $3, 2, $4, $5, $6, 'the lost one', 'text', now())`,
      lost,
      thread!.id,
      `SM${randomUUID()}`,
      from,
      network.clinicNumber,
    );
    // The patient writes on: first the lost text is answered, then this one.
    const answer = await receive('after the crash', from);
    expect(messagesOf(answer.body)).toEqual(['I heard after the crash.']);
    await eventually(() => network.screen(from).includes('I heard the lost one.'), 'the answer to the lost text');
    expect(network.model.heard.slice(-2)).toEqual(['the lost one', 'after the crash']);
  }, 30_000);

  describe('and receipts', () => {
    it('never go back, come twice, and end in a task when the text did not arrive', async () => {
      const to = handset();
      network.carrier.network.faults.change({ undeliverable: { [to]: 30003 }, callbackCopies: 2 });
      const [id] = await queue(to, 'x');
      await ends(id!, 'undelivered');
      await sleep(200);
      const opened = (await tasks('delivery_failed')).filter(({ data }) => data['textId'] === id);
      expect(opened).toEqual([{ data: { textId: id, kind: 'confirmation', errorCode: '30003', appointmentId: null } }]);
      const { sid } = await row(id!);
      const receipt = { MessageSid: sid!, From: network.clinicNumber, To: to, AccountSid: 'AC1' };
      for (const MessageStatus of ['sent', 'queued', 'delivered']) {
        expect((await network.post('/api/v1/sms/status', { ...receipt, MessageStatus })).status).toBe(200);
      }
      expect((await row(id!)).status).toBe('undelivered');
    });

    it('find their text by the carrier’s id alone, and mean nothing for strangers', async () => {
      const to = handset();
      const [id] = await queue(to, 'x');
      await ends(id!, 'delivered');
      await network.rows(`UPDATE outbound_texts SET status = 'sent' WHERE clinic_id = $1 AND id = $2`, id);
      const { sid } = await row(id!);
      const receipt = { From: network.clinicNumber, To: to, MessageStatus: 'delivered' };
      await network.post('/api/v1/sms/status', { ...receipt, MessageSid: 'SMunknown' });
      expect((await row(id!)).status).toBe('sent');
      await network.post('/api/v1/sms/status', { ...receipt, MessageSid: sid! });
      expect((await row(id!)).status).toBe('delivered');
    });

    it('of a reply inside a webhook’s answer are kept too', async () => {
      const from = handset();
      const { sid } = network.carrier.network.messages.create({
        direction: 'inbound',
        from,
        to: network.clinicNumber,
        body: 'Hello',
        status: 'received',
      });
      expect(sid).toMatch(/^SM/);
      await fetch(`${network.carrier.url}/carrier/texts`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ from, to: network.clinicNumber, body: 'Hello', wait: true }),
      });
      await eventually(async () => {
        const [found] = await network.rows<Row>(
          `SELECT status FROM outbound_texts WHERE clinic_id = $1 AND to_number = $2`,
          from,
        );
        return found?.status === 'delivered';
      }, 'the receipt of a reply');
      expect(network.screen(from)).toEqual(['All right.']);
    });
  });

  it('gives a hopeless text to a person at once', async () => {
    const [id] = await queue('+15005550009', 'x');
    await ends(id!, 'failed');
    expect(await row(id!)).toMatchObject({ errorCode: '21614', attempts: 1 });
    expect((await tasks('delivery_failed')).map(({ data }) => data['textId'])).toContain(id);
  });

  it('sends a one-time code and keeps it nowhere', async () => {
    const to = handset();
    const database = network.app.get(Database);
    await network.inside(() => database.transaction(() => network.app.get(CodeSender).send(to, '481516', 'en')));
    await eventually(() => network.screen(to).length === 1, 'the code on the screen');
    expect(network.screen(to)[0]).toContain('481516');
    const { Client } = await import('pg');
    const owner = new Client({ connectionString: network.databaseUrl });
    await owner.connect();
    const { rows } = await owner.query<{ n: string }>(
      `SELECT count(*) AS n FROM (SELECT row_to_json(t)::text AS line FROM outbound_texts t
         UNION ALL SELECT row_to_json(t)::text FROM outbox t
         UNION ALL SELECT row_to_json(t)::text FROM graphile_worker._private_jobs t
         UNION ALL SELECT row_to_json(t)::text FROM audit_entries t) all_rows WHERE line LIKE '%481516%'`,
    );
    await owner.end();
    expect(rows[0]?.n).toBe('0');
  });
});
