import { play, type Dialogue } from './simulated-talk';
import { englishTalks } from './talks-en';
import { spanishTalks } from './talks-es';
import { englishChanges } from './talks-of-changes-en';
import { englishTurns, spanishTurns } from './talks-of-turns';

const named = (talks: readonly Dialogue[]): [string, Dialogue][] => talks.map((talk) => [talk.name, talk]);

describe('the engine against a simulated clinic', () => {
  it.each(named([...englishTalks, ...englishChanges, ...englishTurns]))('%s', (_name, talk) => {
    play(talk, 'en');
  });

  it.each(named([...spanishTalks, ...spanishTurns]))('%s', (_name, talk) => {
    play(talk, 'es');
  });

  it('plays nothing that could not fail', () => {
    const wrong = { name: 'wrong', caller: ['A cardiologist tomorrow afternoon', 'bye'], rows: ['somebody else'] };
    expect(() => {
      play(wrong, 'en');
    }).toThrow('somebody else');
  });
});
