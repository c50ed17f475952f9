import { decodeMuLaw, encodeMuLaw, level } from '@clinicall/audio';
import type { Call } from '../../apps/local-carrier/src/calls/call';
import { eventually } from '../support/eventually';
import { NURSE, startVoiceNetwork } from '../support/voice-network';
import type { VoiceNetwork } from '../support/voice-network';

let network: VoiceNetwork;
beforeAll(async () => {
  network = await startVoiceNetwork({}, { transfer: { how: 'warm', ringSeconds: 5 } });
}, 60_000);
afterAll(() => network.stop());
afterEach(async () => {
  network.carrier.switchboard.calls.endAll();
  network.carrier.network.faults.reset();
  await network.rows('DELETE FROM tasks WHERE clinic_id = $1');
});

interface Transfer {
  readonly how: string;
  readonly outcome: string | null;
  readonly joined: boolean;
}
const transfer = (call: Call) =>
  network.row<Transfer>(
    `SELECT t.how, t.outcome, t.joined_at IS NOT NULL AS joined FROM call_transfers t
       JOIN calls c ON c.clinic_id = t.clinic_id AND c.id = t.call_id WHERE c.clinic_id = $1 AND c.call_sid = $2`,
    call.sid,
  );
const settled = (call: Call, outcome: string) =>
  eventually(async () => (await transfer(call))?.outcome === outcome, `the outcome ${outcome}`, 30_000);
const state = (call: Call) =>
  network.row<{ ending: string | null; status: string }>(
    `SELECT c.ending, v.status FROM calls c JOIN conversations v ON v.clinic_id = c.clinic_id AND v.id = c.conversation_id
      WHERE c.clinic_id = $1 AND c.call_sid = $2`,
    call.sid,
  );
const person = (how: Parameters<typeof network.carrier.switchboard.callees.setPerson>[1]) =>
  network.carrier.switchboard.callees.setPerson(NURSE, { says: '', afterMs: 200, ...how });
const nurseCall = () =>
  eventually(
    () => network.carrier.switchboard.calls.all().find((call) => call.to === NURSE && !call.over),
    'the call to the person',
  );
const tone = encodeMuLaw(Int16Array.from({ length: 4_000 }, (_unused, at) => 6_000 * Math.sin(at / 3)));
/** The longest stretch in which the caller heard nothing. */
function longestSilenceMs(call: Call): number {
  const heard = decodeMuLaw(call.record.audio('heard'));
  let longest = 0;
  let quiet = 0;
  for (let at = 0; at < heard.length; at += 160) {
    quiet = level(heard.subarray(at, at + 160)) < 30 ? quiet + 20 : 0;
    longest = Math.max(longest, quiet);
  }
  return longest;
}

describe('a warm transfer', () => {
  it('lets the caller wait with music, tells the person what it is about after their key, and joins both', async () => {
    person({ outcome: 'answer', keys: '1', keysAfterMs: 700, staysMs: null });
    const caller = await network.call();
    caller.press('0');
    const nurse = await nurseCall();
    await eventually(async () => (await transfer(caller))?.joined === true, 'both in one room', 30_000);
    expect(await transfer(caller)).toEqual({ how: 'warm', outcome: 'accepted', joined: true });
    const said = nurse.record.events.filter(({ type }) => type === 'say').map(({ text }) => text);
    expect(said[0]).toMatch(/^This is the assistant of Harbor Clinic\. A caller would like to speak/);
    expect(said[0]).not.toMatch(/about/);
    expect(said.at(-1)).toMatch(/not been identified\. It is about: asked for a person/);
    const fromMs = caller.record.lengthMs;
    nurse.said.push(tone);
    await eventually(() => level(decodeMuLaw(caller.record.audio('heard', fromMs))) > 500, 'the person is heard');
    expect(longestSilenceMs(caller)).toBeLessThan(4_000);
    expect(await state(caller)).toEqual({ ending: null, status: 'open' });
    nurse.end('completed');
    await eventually(() => caller.over, 'the end of the call');
    expect(await state(caller)).toEqual({ ending: 'transferred', status: 'ended' });
    expect(await network.tasks()).toEqual([]);
  }, 60_000);

  it.each([
    ['declined', 'declined', { outcome: 'answer', keys: '2', keysAfterMs: 100, staysMs: null }],
    ['is busy', 'busy', { outcome: 'busy' }],
    ['does not answer', 'no_answer', { outcome: 'no-answer' }],
    ['hangs up on us', 'declined', { outcome: 'answer', staysMs: 100 }],
  ] as const)(
    'whose person %s gives the caller back to the agent, with one task',
    async (_what, outcome, how) => {
      network.carrier.network.faults.change({ callbackCopies: 2, callbackJitterMs: 200 });
      person(how);
      const caller = await network.call();
      const before = caller.record.events.filter(({ type }) => type === 'mark').length;
      caller.press('0');
      await settled(caller, outcome);
      await network.noted(caller, 'stream_start', 2);
      await network.noted(caller, 'mark', before + 2);
      expect(await network.tasks()).toMatchObject([
        { kind: 'call_back', data: { outcome, callbackNumber: '+12125550199', reason: 'asked for a person' } },
      ]);
      expect(await state(caller)).toEqual({ ending: null, status: 'open' });
      expect(longestSilenceMs(caller)).toBeLessThan(4_000);
      // Copies that come late, and in any order, change nothing.
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(await network.tasks()).toHaveLength(1);
      expect((await transfer(caller))?.outcome).toBe(outcome);
    },
    60_000,
  );

  it('stops the person’s telephone when the caller hangs up, and asks nothing of anybody', async () => {
    person({ outcome: 'no-answer' });
    const caller = await network.call();
    caller.press('0');
    const nurse = await nurseCall();
    await network.noted(caller, 'conference_join');
    caller.end('completed');
    await settled(caller, 'caller_left');
    await eventually(() => nurse.over, 'the telephone is silent');
    await eventually(async () => (await state(caller))?.ending === 'hung_up', 'the end');
    expect(await network.tasks()).toEqual([]);
  }, 60_000);

  it('tells a person who accepts too late that the caller has gone', async () => {
    person({ outcome: 'answer', keys: '', staysMs: null });
    const caller = await network.call();
    caller.press('0');
    const nurse = await nurseCall();
    await network.noted(nurse, 'verb');
    await network.rows(
      `UPDATE call_transfers SET outcome = 'caller_left', settled_at = now() WHERE clinic_id = $1 AND outcome IS NULL`,
    );
    nurse.press('1');
    await eventually(() => nurse.over, 'the end of the person’s call', 20_000);
    expect(nurse.record.events.filter(({ type }) => type === 'say').at(-1)?.text).toMatch(/has hung up/);
    expect(await transfer(caller)).toMatchObject({ outcome: 'caller_left', joined: false });
  }, 60_000);
});

describe('a line in trouble', () => {
  it('of lost, late and exchanged frames before a noisy room still reaches a person by key', async () => {
    network.carrier.network.faults.change({ lossRate: 0.1, jitterMs: 60, reorderRate: 0.1, noise: 400 });
    person({ outcome: 'answer', keys: '1', keysAfterMs: 500, staysMs: null });
    const caller = await network.call();
    caller.press('0');
    await eventually(async () => (await transfer(caller))?.joined === true, 'both in one room', 30_000);
    expect(await network.tasks()).toEqual([]);
  }, 60_000);
});

describe('a cold transfer', () => {
  beforeAll(() => network.set({ transfer: { how: 'cold', ringSeconds: 5 } }));

  it('that is busy gives the caller back', async () => {
    person({ outcome: 'busy' });
    const caller = await network.call();
    caller.press('0');
    await network.noted(caller, 'stream_start', 2);
    expect(await transfer(caller)).toMatchObject({ how: 'cold', outcome: 'busy' });
    expect(await network.tasks()).toHaveLength(1);
  }, 60_000);

  it('that is taken ends with it', async () => {
    person({ outcome: 'answer', staysMs: 300 });
    const caller = await network.call();
    caller.press('0');
    await eventually(() => caller.over, 'the end of the call', 30_000);
    await eventually(async () => (await state(caller))?.status === 'ended', 'the end of the conversation');
    expect(await transfer(caller)).toMatchObject({ how: 'cold', outcome: 'accepted' });
    expect((await state(caller))?.ending).toBe('transferred');
  }, 60_000);
});
