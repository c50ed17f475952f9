import { sentencesOf, speakable } from './speakable';
import { voiceFor } from './voices';

describe('text for Flite', () => {
  it.each([
    ['Dr. José Núñez', 'Dr. Jose Nunez'],
    ['“Hello” – it’s me…', '"Hello", it\'s me.'],
    ['Your code is 482913.', 'Your code is 4 8 2 9 1 3.'],
    ['Call +1 212 555 0143 today', 'Call 1 2 1 2 5 5 5 0 1 4 3 today'],
    ['in 2027 at 10:05 a.m. it is', 'in 2027 at 10:05 AM it is'],
    ['Dr. Nguyen', 'Dr. Win'],
    ['hang up and call 911 right now', 'hang up and call 9 1 1 right now'],
    ['Please call 116 123 now', 'Please call 1 1 6 1 2 3 now'],
    ['call 9:30 AM, room 214', 'call 9:30 AM, room 214'],
    ['Friday at 10:30 a.m. with Dr. Wei Chen', 'Friday at 10:30 AM, with Doctor Wei Chen'],
    ['15:00 with Dr. Wei Chen', '15:00, with Doctor Wei Chen'],
    ['Thank you for calling.', 'Thank you, for calling.'],
    ['Tea & coffee', 'Tea and coffee'],
    ['🙂', ''],
    ['...', ''],
  ])('%s', (text, said) => expect(speakable(text)).toBe(said));
});

describe('sentences', () => {
  it('are cut at their ends, not at a doctor', () => {
    expect(sentencesOf('I have Dr. Adler at 2:30 p.m. on Tuesday. Is that fine? Yes!')).toEqual([
      'I have Dr. Adler at 2:30 p.m. on Tuesday.',
      'Is that fine?',
      'Yes!',
    ]);
  });

  it('lose no word when they are too long', () => {
    const text = `${'word '.repeat(60)}, ${'more '.repeat(60)}`.trim();
    const pieces = sentencesOf(text);
    expect(pieces.every((piece) => piece.length <= 220)).toBe(true);
    expect(pieces.join(' ').match(/\w+/g)).toEqual(text.match(/\w+/g));
    expect(sentencesOf('x'.repeat(1000)).join('')).toHaveLength(1000);
  });

  it('of nothing are none', () => expect(sentencesOf('  \n ')).toEqual([]));
});

describe('voices', () => {
  it.each([
    ['slt', null, 'slt'],
    ['RMS', null, 'rms'],
    ['nova', null, 'slt'],
    ['onyx', null, 'rms'],
    ['nobody', 'en-US', 'slt'],
    ['nova', 'es', 'es-419'],
    ['es', null, 'es'],
    ['es-MX', null, 'es-419'],
    ['slt', 'es-ES', 'es'],
  ])('%s in %s is %s', (name, language, spoken) => expect(voiceFor(name, language).name).toBe(spoken));
});
