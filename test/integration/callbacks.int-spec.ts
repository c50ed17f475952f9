import { encodeMuLaw, readWav } from '@clinicall/audio';
import { StaffService } from '@clinicall/identity';
import type { Call } from '../../apps/local-carrier/src/calls/call';
import { RecordingsService } from '../../libs/telephony/src/recordings.service';
import { eventually } from '../support/eventually';
import { NURSE, startVoiceNetwork } from '../support/voice-network';
import type { VoiceNetwork } from '../support/voice-network';

interface Callback {
  readonly id: string;
  readonly status: string;
  readonly number: string | null;
  readonly reason: string | null;
  readonly recordingId: string | null;
  readonly claimedBy: string | null;
  readonly tries: number;
  readonly outcome: string | null;
}

let network: VoiceNetwork;
let ann: string;
let bob: string;
beforeAll(async () => {
  network = await startVoiceNetwork({}, { voicemail: 'recorded', transfer: { ringSeconds: 5 } });
  network.carrier.switchboard.callees.setPerson(NURSE, { outcome: 'busy', afterMs: 50 });
  [ann, bob] = [await signIn('ann@example.org'), await signIn('bob@example.org')];
}, 60_000);
afterAll(() => network.stop());
afterEach(async () => {
  network.carrier.switchboard.calls.endAll();
  await network.rows('DELETE FROM tasks WHERE clinic_id = $1');
});

async function signIn(email: string): Promise<string> {
  const password = 'correct horse battery';
  await network.inside(() => network.app.get(StaffService).ensureAdministrator(network.clinicId, email, password));
  const { body } = await rest<{ accessToken: string }>('POST', '/auth/login', '', { email, password });
  return body.accessToken;
}

interface Answered<T> {
  readonly status: number;
  readonly body: T;
}

async function rest<T>(method: string, path: string, token: string, body?: unknown): Promise<Answered<T>> {
  const response = await fetch(`${network.url}/api/v1${path}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as T };
}
const queue = async (status = 'open') =>
  (await rest<{ items: Callback[] }>('GET', `/callbacks?status=${status}`, ann)).body.items;

const speech = encodeMuLaw(Int16Array.from({ length: 12_000 }, (_unused, at) => 6_000 * Math.sin(at / 4)));
const says = (call: Call) => call.record.events.filter(({ type }) => type === 'say').map(({ text }) => String(text));
/** Asks for a person, whose line is busy, and has heard the offer of a message. */
async function offered(from?: string): Promise<Call> {
  const call = await network.call(from);
  call.press('0');
  await eventually(() => says(call).some((text) => /leave a recorded message/.test(text)), 'the offer', 30_000);
  return call;
}
async function leaveMessage(call: Call): Promise<void> {
  call.press('1');
  await network.noted(call, 'recording');
  call.said.push(speech);
  await eventually(() => call.said.waitingMs === 0, 'the message is said');
}

describe('a caller whom nobody could take', () => {
  it('leaves a recorded message by a key, which staff find with the number, hear, and finish', async () => {
    const call = await offered();
    expect(says(call).at(-1)).toMatch(/line is busy.*call you back.*leave a recorded message, press one/);
    await leaveMessage(call);
    call.press('#');
    await network.noted(call, 'stream_start', 2);
    const [callback] = await eventually(async () => {
      const items = await queue();
      return items[0]?.recordingId ? items : undefined;
    }, 'the message in the queue');
    expect(callback).toMatchObject({ status: 'open', number: '+12125550199', reason: 'asked for a person', tries: 0 });

    const audio = await fetch(`${network.url}/api/v1/recordings/${callback!.recordingId}/audio`, {
      headers: { authorization: `Bearer ${ann}` },
    });
    const { samples } = readWav(Buffer.from(await audio.arrayBuffer()));
    expect(samples.some((sample) => Math.abs(sample) > 4_000)).toBe(true);

    const path = `/callbacks/${callback!.id}`;
    expect((await rest<Callback>('POST', `${path}/claim`, ann)).body).toMatchObject({ status: 'claimed' });
    expect((await rest('POST', `${path}/claim`, ann)).status).toBe(200);
    expect(await rest('POST', `${path}/claim`, bob)).toMatchObject({ status: 409, body: { code: 'conflict' } });
    expect((await rest('POST', `${path}/finish`, bob, { outcome: 'reached' })).status).toBe(409);
    const again = await rest<Callback>('POST', `${path}/finish`, ann, { outcome: 'not_reached' });
    expect(again.body).toMatchObject({ status: 'open', tries: 1, claimedBy: null });
    expect((await rest('POST', `${path}/finish`, bob, { outcome: 'perhaps' })).status).toBe(400);
    const done = await rest<Callback>('POST', `${path}/finish`, bob, { outcome: 'reached', note: 'Moved to May' });
    expect(done.body).toMatchObject({ status: 'finished', tries: 2, outcome: 'reached' });
    expect([await queue(), (await queue('finished')).length]).toEqual([[], 1]);
  }, 60_000);

  it('leaves it by hanging up, once, though the carrier tells it twice; without a number staff see none', async () => {
    network.carrier.network.faults.change({ callbackCopies: 2, callbackJitterMs: 150 });
    const call = await offered('anonymous');
    await leaveMessage(call);
    call.end('completed');
    await eventually(async () => (await queue())[0]?.recordingId, 'the message in the queue');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await queue()).toMatchObject([{ number: null, reason: 'asked for a person' }]);
    network.carrier.network.faults.reset();
  }, 60_000);

  (process.env['CLINICALL_DEEP'] === '1' ? it : it.skip)(
    'who says nothing after the tone has no message, and the agent has the call again',
    async () => {
      const call = await offered();
      call.press('1');
      await network.noted(call, 'stream_start', 2);
      expect((await queue())[0]).toMatchObject({ recordingId: null });
    },
    60_000,
  );
});

describe('recordings', () => {
  const stored = () =>
    network.rows<{ kind: string; status: string; consented: boolean }>(
      `SELECT kind, status, consented_at IS NOT NULL AS consented FROM call_recordings WHERE clinic_id = $1 ORDER BY made_at`,
    );
  beforeEach(() => network.rows('DELETE FROM call_recordings WHERE clinic_id = $1'));
  const atCarrier = () => network.carrier.switchboard.recordings.all();

  it('are off: nothing is asked and nothing is recorded', async () => {
    const before = atCarrier().length;
    const call = await network.call();
    call.press('3');
    await network.noted(call, 'mark', 3);
    expect([await stored(), atCarrier().length]).toEqual([[], before]);
  }, 60_000);

  it('begin only after a yes, on two channels, and stop when a person takes the call', async () => {
    await network.set({ recording: 'announced' });
    const before = atCarrier().length;
    const call = await network.call();
    expect(atCarrier()).toHaveLength(before);
    call.press('1'); // during the question, which cannot be cut
    await network.noted(call, 'recording', 1);
    expect(await stored()).toEqual([{ kind: 'call', status: expect.stringMatching(/asked|running/), consented: true }]);
    const recording = atCarrier().at(-1)!;
    expect(recording.channels).toBe(2);
    await eventually(async () => (await stored())[0]?.status === 'running', 'running');
    call.press('0');
    await eventually(() => recording.status === 'completed', 'stopped before the person', 20_000);
    expect(call.record.events.findIndex(({ type }) => type === 'dial')).toBe(-1);
    await eventually(async () => (await stored())[0]?.status === 'kept', 'told by the carrier');
  }, 60_000);

  it('do not begin after a no', async () => {
    const before = atCarrier().length;
    const call = await network.call();
    call.press('2');
    await network.noted(call, 'mark', 3);
    expect([await stored(), atCarrier().length]).toEqual([[], before]);
    await network.set({ recording: 'off' });
  }, 60_000);

  it('are let go at the carrier first, when their time is over', async () => {
    await network.set({ recording: 'announced' });
    const call = await network.call();
    call.press('1');
    await eventually(async () => (await stored())[0]?.status === 'running', 'running');
    call.end('completed');
    await eventually(async () => (await stored())[0]?.status === 'kept', 'kept');
    const letGo = () => network.inside(() => network.app.get(RecordingsService, { strict: false }).letGo());
    await letGo();
    expect(await stored()).toHaveLength(1);
    await network.rows(`UPDATE call_recordings SET expire_at = now() WHERE clinic_id = $1`);
    network.carrier.network.faults.change({ restErrors: 10, restErrorStatus: 500 });
    await expect(letGo()).rejects.toThrow();
    expect(await stored()).toHaveLength(1);
    network.carrier.network.faults.reset();
    const sid = atCarrier().at(-1)!.sid;
    await letGo();
    expect([await stored(), network.carrier.switchboard.recordings.get(sid)]).toEqual([[], undefined]);
    await network.set({ recording: 'off' });
  }, 60_000);
});

describe('limits of calls at once', () => {
  it('admit exactly as many as the clinic wants, however many come together; the others hear a busy sentence', async () => {
    await network.set({ callsAtOnce: 2 });
    const calls = Array.from({ length: 5 }, (_unused, index) =>
      network.carrier.switchboard.dial(`+1212555010${index}`, network.clinicNumber, null),
    );
    const busy = () => calls.filter((call) => says(call).some((text) => /lines are busy/.test(text)));
    await eventually(() => busy().length === 3 && busy().every((call) => call.over), 'three are turned away', 30_000);
    const served = calls.filter((call) => !busy().includes(call));
    for (const call of served) await network.noted(call, 'stream_start');
    served[0]!.end('completed');
    await eventually(
      async () => (await network.rows(`SELECT 1 FROM calls WHERE clinic_id = $1 AND ending IS NULL`)).length === 1,
      'the carrier tells that one is over',
    );
    await network.call('+12125550177');
    await network.set({ callsAtOnce: 100 });
  }, 60_000);
});

describe('status callbacks', () => {
  const status = (callSid: string, CallStatus: string, more: Record<string, string> = {}) =>
    network.post('/api/v1/voice/status', {
      CallSid: callSid,
      From: '+12125550199',
      To: network.clinicNumber,
      CallStatus,
      ...more,
    });
  const known = (callSid: string) =>
    network.row(
      `SELECT carrier_status AS status, seconds, ending FROM calls WHERE clinic_id = $1 AND call_sid = $2`,
      callSid,
    );

  it('are taken as they come: twice, late and out of order, and the first end stands', async () => {
    const callSid = `CA${'7'.repeat(32)}`;
    await network.post('/api/v1/voice/incoming', {
      CallSid: callSid,
      From: 'anonymous',
      To: network.clinicNumber,
      CallStatus: 'ringing',
    });
    await status(callSid, 'in-progress');
    await status(callSid, 'ringing');
    expect(await known(callSid)).toEqual({ status: 'in-progress', seconds: null, ending: null });
    await status(callSid, 'completed', { CallDuration: '17' });
    await status(callSid, 'in-progress');
    await status(callSid, 'failed', { CallDuration: '99' });
    await status(callSid, 'nonsense');
    expect(await known(callSid)).toEqual({ status: 'completed', seconds: 17, ending: 'hung_up' });
  });
});
