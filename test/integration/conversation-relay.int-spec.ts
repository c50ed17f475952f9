import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { Call } from '../../apps/local-carrier/src/calls/call';
import { CallSessions } from '../../libs/telephony/src/call-sessions';
import { eventually } from '../support/eventually';
import { NURSE, PATIENT, startVoiceNetwork } from '../support/voice-network';
import type { VoiceNetwork } from '../support/voice-network';
import { signature, TOKEN } from '../support/text-network';

let network: VoiceNetwork;
beforeAll(async () => {
  network = await startVoiceNetwork({}, { relayNumbers: ['+12125550100'] });
}, 60_000);
afterAll(() => network.stop());
afterEach(() => network.carrier.switchboard.calls.endAll());

/** A call whose greeting has been said. */
async function place(from = PATIENT): Promise<Call> {
  const call = network.carrier.switchboard.dial(from, network.clinicNumber, null);
  await network.noted(call, 'relay_said');
  return call;
}
const noted = (call: Call, type: string) =>
  call.record.events.filter((event) => event.type === type).map(({ text }) => String(text));
const turns = (call: Call) =>
  network.rows<{ who: string; text: string; heard: string | null }>(
    `SELECT t.who, t.text, t.heard FROM turns t JOIN calls c ON c.clinic_id = t.clinic_id AND c.conversation_id = t.conversation_id
      WHERE t.clinic_id = $1 AND c.call_sid = $2 ORDER BY t.seq`,
    call.sid,
  );

describe('a call by ConversationRelay', () => {
  it('has the same agent, its words said by the carrier', async () => {
    network.model.answer = () => ({ text: 'I can tell you a lot about plants.' });
    const call = await place();
    expect(noted(call, 'relay_text')[0]).toMatch(/^Thank you for calling Harbor Clinic/);
    call.utter({ text: 'Tell me about your plants please', ms: 40 });
    await eventually(
      () => noted(call, 'relay_said').includes('I can tell you a lot about plants.'),
      'the answer is said',
      20_000,
    );
    expect(network.model.heard.at(-1)).toBe('Tell me about your plants please');
    expect(
      await network.row(`SELECT door, streams FROM calls WHERE clinic_id = $1 AND call_sid = $2`, call.sid),
    ).toEqual({
      door: 'relay',
      streams: 1,
    });
  }, 60_000);

  it('has the timeline and the metrics of every call', async () => {
    network.model.answer = () => ({ text: 'I can tell you a lot about plants.' });
    const call = await place();
    call.utter({ text: 'Tell me about your plants please', ms: 40 });
    await eventually(
      () => noted(call, 'relay_said').includes('I can tell you a lot about plants.'),
      'the answer',
      20_000,
    );
    call.end('completed');
    const timeline = () =>
      network.row<{ entries: { kind: string }[] }>(
        `SELECT t.entries FROM call_timelines t JOIN calls c ON c.clinic_id = t.clinic_id AND c.id = t.call_id
          WHERE t.clinic_id = $1 AND c.call_sid = $2`,
        call.sid,
      );
    const kinds = async () => (await timeline())?.entries.map(({ kind }) => kind) ?? [];
    await eventually(async () => (await kinds()).includes('end'), 'its end', 20_000);
    expect(await kinds()).toEqual(expect.arrayContaining(['agent', 'caller', 'words', 'model', 'first_audio', 'end']));
    expect(JSON.stringify(await timeline())).not.toMatch(/plants/);
    const metrics = await (await fetch(`${network.url}/metrics`)).text();
    expect(metrics).toMatch(/^relay_turn_ms_count\{tools="no"\} [1-9]/m);
    expect(metrics).toMatch(/^turn_core_ms_count\{[^}]*\} 0$|^(?![\s\S]*turn_core_ms_count\{)/m);
    expect(metrics).toMatch(/^dead_air_ms_count [1-9]/m);
    expect(metrics).toMatch(/^calls_live 0$/m);
  }, 60_000);

  it('owes what was not said when its socket is lost, and says it first', async () => {
    network.model.answer = () => ({
      text: 'I can tell you about roses. I can tell you about red ones and tall ones. I can tell you about rain.',
    });
    const call = await place();
    call.utter({ text: 'What plants are there', ms: 20 });
    await eventually(
      () => noted(call, 'relay_text').some((text) => text.startsWith('I can tell you about roses')),
      'the answer',
    );
    await network.app.get(CallSessions, { strict: false }).handOver(0);
    await network.noted(call, 'relay_start', 2);
    const back = () => noted(call, 'relay_text').find((text) => /cut off/.test(text));
    await eventually(() => back() !== undefined, 'we are back', 20_000);
    expect(back()).toMatch(
      /I'm back\. (I can tell you about roses\. )?I can tell you about red ones and tall ones\. I can tell you about rain\./,
    );
  }, 60_000);

  it('keeps of a reply that was cut short what was heard of it', async () => {
    const long = 'I can tell you about roses and lilies and tulips and daisies and many more plants in our garden';
    network.model.answer = (words) => ({ text: words.includes('plants') ? `${long}.` : 'All right.' });
    const call = await place();
    call.utter({ text: 'What plants are there', ms: 20 });
    await eventually(
      () => noted(call, 'relay_text').some((text) => text.startsWith('I can tell you about roses')),
      'it is being said',
    );
    await eventually(() => call.heard.waitingMs < 350 && call.heard.waitingMs > 0, 'some of it is heard');
    call.utter({ text: 'Stop', ms: 20 });
    await eventually(async () => (await turns(call)).some(({ heard }) => heard !== null), 'what was heard', 20_000);
    const cut = (await turns(call)).find(({ heard }) => heard !== null);
    expect(cut?.heard).toMatch(/^I can tell/);
    expect(cut?.heard).not.toMatch(/garden/);
  }, 60_000);

  it('takes emergency words before the caller has finished, in a notice that cannot be cut', async () => {
    const call = await place();
    call.utter({ text: 'My father has chest pain and he cannot breathe and I wanted to ask for tomorrow', ms: 4_000 });
    const atMs = call.record.nowMs;
    await eventually(() => noted(call, 'relay_text').some((text) => /911/.test(text)), 'the notice', 20_000);
    expect(call.record.nowMs - atMs).toBeLessThan(4_000);
    const notice = call.record.events.find(({ type, text }) => type === 'relay_text' && /911/.test(String(text)));
    expect(notice).toMatchObject({ interruptible: false });
  }, 60_000);

  it('goes to a person at zero, by REST, and comes back when nobody answers', async () => {
    const call = await place();
    network.carrier.switchboard.callees.setPerson(NURSE, { outcome: 'busy', afterMs: 50 });
    call.press('0');
    await network.noted(call, 'relay_start', 2);
    await eventually(() => noted(call, 'relay_text').some((text) => /line is busy/.test(text)), 'it is told', 20_000);
    const events = call.record.events.map(({ type }) => type);
    expect(events.indexOf('redirect')).toBeLessThan(events.indexOf('relay_stop'));
  }, 60_000);

  it('is ours again when its socket is lost', async () => {
    const call = await place();
    await network.app.get(CallSessions, { strict: false }).handOver(0);
    await network.noted(call, 'relay_start', 2);
    await eventually(() => noted(call, 'relay_text').some((text) => /cut off/.test(text)), 'we are back', 20_000);
  }, 60_000);
});

describe('the relay’s socket', () => {
  const door = () => `${network.url.replace('http', 'ws')}/conversation-relay`;
  const open = (sign = signature(TOKEN, door(), {})) => {
    const socket = new WebSocket(door(), { headers: { 'x-twilio-signature': sign } });
    socket.on('error', () => undefined);
    return socket;
  };
  const closed = async (...messages: (string | object)[]) => {
    const socket = open();
    await once(socket, 'open');
    const ending = once(socket, 'close') as Promise<[number]>;
    for (const message of messages) socket.send(typeof message === 'string' ? message : JSON.stringify(message));
    return (await ending)[0];
  };
  const setup = (callSid: unknown, token: unknown) => ({ type: 'setup', callSid, customParameters: { token } });

  it.each(['', 'AAAAAAAAAAAAAAAAAAAAAAAAAAA='])('is refused at the upgrade with signature %p', async (sign) => {
    const [, response] = (await once(open(sign), 'unexpected-response')) as [unknown, { statusCode: number }];
    expect(response.statusCode).toBe(403);
  });

  it('is closed for a wrong token, a used one, nonsense, and for saying nothing', async () => {
    const form = { CallSid: `CA${'5'.repeat(32)}`, From: PATIENT, To: network.clinicNumber, CallStatus: 'ringing' };
    const { body } = await network.post('/api/v1/voice/incoming', form);
    expect(body).toMatch(/<Connect><ConversationRelay url="ws:[^"]+\/conversation-relay" language="en-US"/);
    const token = /name="token" value="([^"]+)"/.exec(body)?.[1] ?? '';
    const wrong = [setup(form.CallSid, ''), setup(form.CallSid, `${token.slice(0, -4)}AAAA`), setup('CAother', token)];
    // One that says nothing is closed by its deadline. It was there before them, and is there after them.
    const silent = open();
    await once(silent, 'open');
    const gone = jest.fn();
    silent.once('close', gone);
    expect(await Promise.all(wrong.map((message) => closed(message)))).toEqual([1008, 1008, 1008]);
    expect(gone).not.toHaveBeenCalled();
    const broken = [
      '{',
      '[]',
      '{"type":"prompt"}',
      '{"type":"dtmf","digit":"99"}',
      '{"type":"interrupt","utteranceUntilInterrupt":7}',
    ];
    expect(await closed(...Array.from({ length: 5 }, () => broken).flat())).toBe(1008);
    const good = open();
    await once(good, 'open');
    good.send(JSON.stringify(setup(form.CallSid, token)));
    await once(good, 'message');
    expect(await closed(setup(form.CallSid, token))).toBe(1008);
    expect(await closed()).toBe(1008);
    good.terminate();
  }, 30_000);
});
