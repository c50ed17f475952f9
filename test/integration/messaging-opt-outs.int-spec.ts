import { OutboundTexts } from '@clinicall/messaging';
import { eventually } from '../support/eventually';
import { messagesOf, startTextNetwork } from '../support/text-network';
import type { TextNetwork } from '../support/text-network';
import { Visits } from '../support/visits';

let handsets = 0;
const handset = () => `+1212560${String(1000 + handsets++)}`;

interface Row {
  status: string;
  errorCode: string | null;
  attempts: number;
}

describe('somebody who wants no texts', () => {
  let network: TextNetwork;
  let visits: Visits;

  beforeAll(async () => {
    network = await startTextNetwork();
    visits = await Visits.of(network);
  });
  afterAll(() => network.stop());

  const queue = (to: string, body: string) =>
    network.inside(() => network.app.get(OutboundTexts).queue({ kind: 'confirmation', to, body }));
  const row = async (id: string) => {
    const [found] = await network.rows<Row>(
      `SELECT status, error_code AS "errorCode", attempts FROM outbound_texts WHERE clinic_id = $1 AND id = $2`,
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

  it('keeps it after STOP, whoever wants to text, and ends it with START', async () => {
    const from = handset();
    expect(messagesOf((await receive('STOP', from)).body)).toEqual([]);
    const [id] = await queue(from, 'a confirmation');
    await ends(id!, 'suppressed');
    network.model.heard.length = 0;
    expect(messagesOf((await receive('Do you have a cardiologist?', from)).body)).toEqual([]);
    expect(network.model.heard).toEqual([]);
    expect(messagesOf((await receive('START', from)).body)).toEqual([
      'You will get texts from Harbor Clinic again. What can I do for you?',
    ]);
    expect(messagesOf((await receive('Hello', from)).body)).toEqual(['All right.']);
    expect(network.screen(from)).toEqual([]);
  });

  it('leaves to a person what somebody writes who asked for silence, emergencies every time', async () => {
    const from = handset();
    await receive('STOP', from);
    const before = (await tasks('call_back')).length;
    await receive('Are you there?', from);
    await receive('Hello?', from);
    expect(await tasks('call_back')).toHaveLength(before + 1);
    await receive('I have terrible chest pain and cannot breathe', from);
    expect(await tasks('emergency')).toHaveLength(1);
  });

  it.each([
    ['no mandarme más mensajes', 'me mandaron un mensaje?', /no le enviar|no recibir/i],
    ['please quit texting me', 'did you text me?', /no more texts|will not|won't/i],
    ['quítenme de la lista', 'por qué me mandan mensajes', /no le enviar|no recibir/i],
  ])('takes "%s" for STOP, says so once, and leaves "%s" to the agent', async (silence, question, said) => {
    const from = handset();
    network.model.heard.length = 0;
    expect(messagesOf((await receive(question, from)).body)).toHaveLength(1);
    expect(network.model.heard).not.toEqual([]);
    network.model.heard.length = 0;
    const replies = messagesOf((await receive(silence, from)).body);
    expect(replies).toHaveLength(1);
    expect(replies[0]).toMatch(said);
    const [id] = await queue(from, 'a reminder');
    await ends(id!, 'suppressed');
    expect(messagesOf((await receive(silence, from)).body)).toEqual([]);
    expect(network.model.heard).toEqual([]);
    expect(network.screen(from)).toEqual([]);
    await receive('START', from);
    expect(messagesOf((await receive('Hello', from)).body)).toHaveLength(1);
  });

  it('believes the carrier’s verdict and does not answer over it', async () => {
    const from = handset();
    expect(messagesOf((await receive('Please end this', from, { OptOutType: 'STOP' })).body)).toEqual([]);
    const [id] = await queue(from, 'x');
    await ends(id!, 'suppressed');
    expect(messagesOf((await receive('UNSTOP', from, { OptOutType: 'START' })).body)).toEqual([]);
    const [next] = await queue(from, 'y');
    await ends(next!, 'delivered');
    expect(messagesOf((await receive('HELP', from, { OptOutType: 'HELP' })).body)).toEqual([]);
    expect(messagesOf((await receive('HELP', from)).body)[0]).toMatch(/^Harbor Clinic: text us here to book/);
  });

  it('tells a person when CANCEL may have meant the visit', async () => {
    const from = handset();
    const appointment = await visits.book(
      new Date(Date.now() + 5 * 86_400_000).toISOString(),
      await visits.patient(from),
    );
    await receive('Cancel', from);
    expect((await tasks('call_back')).map(({ data }) => data['appointmentId'])).toContain(appointment);
    await receive('Cancel', from);
    expect((await tasks('call_back')).filter(({ data }) => data['appointmentId'] === appointment)).toHaveLength(1);
  });

  it('learns of it from 21610, and opens no task for it', async () => {
    const to = '+15005550004';
    const before = (await tasks('delivery_failed')).length;
    const [id] = await queue(to, 'x');
    await ends(id!, 'suppressed');
    const [again] = await queue(to, 'y');
    await ends(again!, 'suppressed');
    expect((await row(again!)).attempts).toBe(1);
    expect((await row(again!)).errorCode).toBeNull();
    expect(await tasks('delivery_failed')).toHaveLength(before);
  });
});
