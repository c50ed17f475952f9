import { FailoverTextToSpeech } from '../../libs/telephony/src/failover-speech';
import { UnheardReplies } from '../../libs/telephony/src/unheard-replies.service';
import { eventually } from '../support/eventually';
import { UnheardCalls } from '../support/unheard-calls';
import { PATIENT, startVoiceNetwork } from '../support/voice-network';
import type { VoiceNetwork } from '../support/voice-network';

/** Nothing in it that a guard would keep back; half a second of sound a sentence. */
const ANSWER = 'I can tell you about plants. I can tell you about roses. I can tell you about rain.';
const BACK = "Sorry, we were cut off for a moment. I'm back.";

let network: VoiceNetwork;
let on: UnheardCalls;
const speak = jest.spyOn(FailoverTextToSpeech.prototype, 'speak');
/** What the product had spoken, clause by clause. */
const spoken = () => speak.mock.calls.map(([clause]) => clause).join(' ');
beforeAll(async () => {
  network = await startVoiceNetwork();
  on = new UnheardCalls(network);
  network.model.answer = () => ({ text: ANSWER });
}, 60_000);
afterAll(() => network.stop());
afterEach(() => on.forget());

describe('a reply that a line did not carry', () => {
  it('waits from the sentence that was cut, and is said first when the line is back, until it was heard', async () => {
    const call = await on.answering();
    call.vanish();
    await on.reaches(call.callSid, 'waiting');
    const [row] = await on.rows(call.callSid);
    expect(row).toMatchObject({ weight: 'answer', lineBroke: true });
    expect(row?.text).toMatch(/^I can tell you about (roses\. I can tell you about )?rain\.$/);
    const back = await on.place(call.callSid);
    await on.reaches(call.callSid, 'speaking');
    await eventually(() => back.heardMs > 0, 'it is being said', 20_000);
    back.vanish();
    await on.reaches(call.callSid, 'waiting');
    speak.mockClear();
    const again = await on.place(call.callSid);
    await on.reaches(call.callSid, 'heard');
    expect(spoken()).toBe(`${BACK} ${row?.text ?? ''}`);
    expect(await on.rows(call.callSid)).toMatchObject([{ state: 'heard', text: null }]);
    await again.hangUp();
    await on.over(call.callSid);
    await on.decide(call.callSid);
    expect(await on.texts(PATIENT)).toEqual([]);
    expect(await network.tasks()).toEqual([]);
  }, 60_000);

  it('is said again when its instance died and could tell nobody', async () => {
    const call = await on.answering();
    const dead = jest.spyOn(UnheardReplies.prototype, 'noteLost').mockResolvedValue();
    call.vanish();
    await eventually(() => dead.mock.calls.length > 0, 'nobody is told');
    dead.mockRestore();
    expect(await on.rows(call.callSid)).toEqual([]);
    speak.mockClear();
    const back = await on.place(call.callSid);
    await on.reaches(call.callSid, 'heard');
    expect(spoken()).toBe(`${BACK} ${ANSWER}`);
    await back.hangUp();
  }, 60_000);

  it('goes out by text, by a job of its own, when the call does not come back', async () => {
    const number = '+12125550142';
    const call = await on.answering(number);
    call.vanish();
    await on.reaches(call.callSid, 'waiting');
    const [row] = await on.rows(call.callSid);
    await on.hangUp(call.callSid, number);
    await eventually(() => network.screen(number).length > 0, 'the text', 20_000);
    expect(network.screen(number)).toEqual([
      `Harbor Clinic: your call broke off before you could hear this: ${row?.text ?? ''}`,
    ]);
    expect(await on.rows(call.callSid)).toMatchObject([{ state: 'texted', text: null }]);
    expect(await network.tasks()).toEqual([]);
  }, 60_000);

  it('goes out by text though its instance died and no stream ever came back', async () => {
    const number = '+12125550143';
    const call = await on.answering(number);
    const dead = jest.spyOn(UnheardReplies.prototype, 'noteLost').mockResolvedValue();
    call.vanish();
    await eventually(() => dead.mock.calls.length > 0, 'nobody is told');
    dead.mockRestore();
    await on.over(call.callSid, number);
    await on.decide(call.callSid);
    expect((await on.texts(number)).map(({ body }) => body)).toEqual([expect.stringContaining(ANSWER)]);
    expect(await on.rows(call.callSid)).toMatchObject([{ state: 'texted', text: null }]);
  }, 60_000);

  it('is nothing when the caller heard it, or hung up in the middle of it', async () => {
    const heard = await on.answering();
    await eventually(() => !heard.hears, 'the end of the answer', 20_000);
    await eventually(
      async () =>
        (
          await network.row<{ n: number }>(
            'SELECT heard_seq AS n FROM calls WHERE clinic_id = $1 AND call_sid = $2',
            heard.callSid,
          )
        )?.n === 2,
      'it is known to be heard',
    );
    heard.vanish();
    const left = await on.answering();
    await left.hangUp();
    await on.reaches(left.callSid, 'waiting');
    for (const { callSid } of [heard, left]) {
      await on.over(callSid);
      await on.decide(callSid);
    }
    expect(await on.rows(heard.callSid)).toEqual([]);
    expect(await on.rows(left.callSid)).toMatchObject([{ state: 'dropped', text: null, lineBroke: false }]);
    expect(await on.texts(PATIENT)).toEqual([]);
    expect(await network.tasks()).toEqual([]);
  }, 60_000);
});
