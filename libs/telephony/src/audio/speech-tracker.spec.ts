import { SpeechTracker } from './speech-tracker';

const frame = new Int16Array(160);

function heard(probabilities: readonly number[]): { tracker: SpeechTracker; changes: (string | undefined)[] } {
  const tracker = new SpeechTracker();
  return { tracker, changes: probabilities.map((probability) => tracker.next(frame, probability)) };
}

const VOICE = [0.9, 0.9, 0.9, 0.9, 0.9];

describe('SpeechTracker', () => {
  it('begins with the third voiced frame', () => {
    expect(heard(VOICE).changes).toEqual([undefined, undefined, 'started', undefined, undefined]);
    expect(heard([0.9, 0.9, 0.1, 0.9]).tracker.speaking).toBe(false);
  });

  it('takes a voice that fades for voice while it may come back', () => {
    const { tracker, changes } = heard([...VOICE, 0.4, 0.4, 0.9]);
    expect(tracker.silenceMs).toBe(0);
    expect(changes.slice(5)).toEqual([undefined, undefined, undefined]);
  });

  it('counts the silence behind it from the last frame that was surely voice', () => {
    expect(heard([...VOICE, 0.4, 0.4]).tracker.silenceMs).toBe(0);
    expect(heard([...VOICE, 0.4, 0.4, 0.1]).tracker.silenceMs).toBe(60);
    expect(heard([...VOICE, 0.4, 0.4, 0.1, 0.4]).tracker.silenceMs).toBe(80);
  });

  it('tells how long a pause was when the voice goes on', () => {
    const { tracker, changes } = heard([...VOICE, 0.4, 0.1, 0.1, 0.9]);
    expect(changes.at(-1)).toBe('resumed');
    expect(tracker.lastPauseMs).toBe(60);
    expect(tracker.silenceMs).toBe(0);
  });
});
