import { Metrics, NO_SPAN } from '@clinicall/platform';
import { FakeTalk, say } from '../spec-support/fake-line';
import { CallMetrics } from './call-metrics';
import { CallWatch } from './call-watch';
import { RelaySession } from './relay-session';

/** A call whose voice is the carrier's, in virtual time. */
function relayCall() {
  let clock = 0;
  const talk = new FakeTalk();
  const texts: string[] = [];
  const transfers: string[] = [];
  const ignore = () => undefined;
  const session = new RelaySession(
    talk,
    { text: (token) => void texts.push(token), close: ignore },
    {
      hangUp: () => Promise.resolve(),
      transfer: (reason) => Promise.resolve(transfers.push(reason) > 0),
      log: ignore,
      now: () => clock,
      watch: new CallWatch({
        door: 'relay',
        metrics: new CallMetrics(new Metrics()),
        now: () => clock,
        trace: () => NO_SPAN,
        keep: ignore,
      }),
    },
  );
  const run = async (ms: number) => {
    for (const until = clock + ms; clock < until; clock += 20) {
      session.tick();
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  return { talk, session, texts, transfers, run };
}

describe('a call whose voice is the carrier’s', () => {
  it('puts one through who wants a person while the agent hangs', async () => {
    const { talk, session, texts, transfers, run } = relayCall();
    session.start();
    await run(3_000);
    talk.thinking = new Promise(() => undefined);
    session.prompt('I need an appointment.', true);
    await run(1_000);
    session.key('0');
    // The carrier's voice takes 70 ms a character, and the sentence is heard to its end first.
    await run(1_200);
    expect(texts.join('')).toMatch(/putting you through now/);
    await run(5_000);
    expect(transfers).toEqual(['asked for a person']);
  });

  it('says the notice at once while the turn before hangs, and not again when that has come to its end', async () => {
    const notice = 'Please hang up and call nine one one now.';
    const emergency = 'My father has chest pain and cannot breathe';
    for (const known of [notice, undefined]) {
      const { talk, session, texts, run } = relayCall();
      session.start();
      await run(3_000);
      let over = (): void => undefined;
      talk.thinking = new Promise((resolve) => (over = resolve));
      talk.notice = known;
      talk.answers.push([say('Let us see.')], [say(notice, true), say('Are you safe now?')]);
      session.prompt('Do you have anything tomorrow?', true);
      await run(400);
      session.prompt(emergency, false);
      await run(100);
      session.prompt(`${emergency} at all.`, true);
      await run(500);
      const times = () => texts.join('').split(notice).length - 1;
      // A build that does not know it ahead is silent here, and says it behind the turn that hangs.
      expect(times()).toBe(known === undefined ? 0 : 1);
      over();
      await run(8_000);
      expect(times()).toBe(1);
      expect(texts.join('')).toMatch(/Are you safe now\?/);
      expect(texts.join('')).not.toMatch(/Let us see/);
    }
  });
});
