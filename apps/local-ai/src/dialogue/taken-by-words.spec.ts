import { readState, type State } from './state';
import type { Scene } from './steps';
import { takenByWords } from './taken-by-words';
import { understand } from './understand';

const clinic = {
  now: '2027-05-03T09:00:00-04:00',
  timezone: 'America/New_York',
  clinic: { country: 'US' },
  offers: [
    { option: 1, doctor: 'Ruth Adler', startsAt: '2027-05-04T08:30:00-04:00' },
    { option: 2, doctor: 'Omar Reyes', startsAt: '2027-05-06T16:15:00-04:00' },
  ],
  asked: ['option'],
};

function taken(text: string, language: string): number | undefined {
  const content = `Clinicall-State: ${JSON.stringify({ ...clinic, language })}`;
  const state = readState([{ role: 'system', content }]) as State;
  const utterance = understand(text, state, { name: false, dob: false, phone: false, code: false });
  return takenByWords({ state, utterance, turns: [], turn: { text, rounds: [], said: [] } } as unknown as Scene)
    ?.option;
}

/** Tuesday at half past eight, tomorrow; Thursday at a quarter past four. */
describe('which of two offered times is taken', () => {
  it.each([
    ['en', 'bright and early then', 1],
    ['en', 'the afternoon one, I sleep in', 2],
    ['en', 'Reyes will do nicely', 2],
    ['en', 'Thursday, since Tuesday is choir', 2],
    ['en', "I've the plumber on Thursday so Tuesday", 1],
    ['en', 'quarter past four suits', 2],
    ['en', 'the sixth I should think', 2],
    ['es', 'el jueves, que el martes cuido nietos', 2],
    ['es', 'mañana mismo', 1],
    ['es', 'en la tardecita', 2],
  ] as const)('%s: %s', (language, text, option) => {
    expect(taken(text, language)).toBe(option);
  });

  it('is not told by words that name neither', () => {
    expect(taken('that would be lovely', 'en')).toBeUndefined();
  });
});
