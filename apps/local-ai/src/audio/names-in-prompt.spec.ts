import { namesOf, proposals, readPrompt } from './names-in-prompt';
import { soundDistance } from './sound-alike';

describe('names of a prompt', () => {
  it('are its lists and the capitalised words of its sentences', () => {
    const names = namesOf(
      'A call to Harbor Clinic. Doctors: Dr. Ruth Adler, Samuel Okafor and José Núñez. Cardiology, Dermatology',
    );
    expect(names).toEqual(
      expect.arrayContaining([
        'Harbor Clinic',
        'Ruth Adler',
        'Samuel Okafor',
        'José Núñez',
        'Cardiology',
        'Cardiologist',
      ]),
    );
    expect(names).not.toContain('A call');
  });

  it('are told apart from those of the callers', () => {
    const { names, callers } = readPrompt("Dr. Ruth Adler, Cardiology. Callers: Sheila O'Rourke; José Núñez");
    expect(callers).toEqual(["Sheila O'Rourke", 'José Núñez']);
    expect(names).toEqual(['Ruth Adler', 'Cardiology', 'Cardiologist']);
    expect(readPrompt('Dr. Ruth Adler').callers).toEqual([]);
  });

  it('are none in an empty one', () => expect(namesOf('')).toEqual([]));
});

describe('proposals', () => {
  const readings = (text: string, ...names: string[]): string[] =>
    proposals(text, names).map((proposal) => proposal.text);

  it('put a name where words sound like it', () => {
    expect(readings('Is Dr. Okafer available?', 'Samuel Okafor')).toContain('Is Dr. Okafor available?');
    expect(readings('can I see the clique patell', 'Priya Patel')).toContain('can I see the clique Patel');
  });

  it('leave a name that was heard, and words that sound like none', () => {
    expect(readings('Dr. Patel please', 'Priya Patel', 'Anika Patell')).toEqual([]);
    expect(readings('I will be late for work', 'Samuel Okafor', 'Ruth Adler')).toEqual([]);
  });

  it('part a name from a small word behind it', () => {
    expect(readings('with Dr. Chennaan Thursday', 'Wei Chen')).toContain('with Dr. Chen on Thursday');
    expect(readings('with Dr. Chenoweth', 'Wei Chen')).not.toContain('with Dr. Chen on');
  });

  it('ask about every name after a title', () => {
    expect(readings('Dr. Ever', 'Ruth Adler')).toContain('Dr. Adler');
    expect(readings('see Dr. C. D. Quay on Tuesday', 'Noor Siddiqui')).toContain('see Dr. Siddiqui on Tuesday');
  });
});

it('hears likeness in consonants and letters', () => {
  expect(soundDistance('okafor', 'okafor')).toBe(0);
  expect(soundDistance('kawelski', 'kowalski')).toBeLessThan(0.2);
  expect(soundDistance('look at her', 'okafor')).toBeGreaterThan(0.4);
});
