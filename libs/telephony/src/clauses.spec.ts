import { clausesOf } from './clauses';

describe('clauses', () => {
  it.each([
    ['Hello.', ['Hello.']],
    [
      'I have Dr. Ruth Adler at 3:30 p.m. on Tuesday. Shall I book it?',
      ['I have Dr. Ruth Adler at 3:30 p.m. on Tuesday.', 'Shall I book it?'],
    ],
    ['Tengo a la Dra. Ana Ruiz. ¿La reservo?', ['Tengo a la Dra. Ana Ruiz.', '¿La reservo?']],
    ['It costs 3.50 dollars. Yes.', ['It costs 3.50 dollars.', 'Yes.']],
    [
      'I found two times for you, one at 2:30 and one at 3.',
      ['I found two times for you,', 'one at 2:30 and one at 3.'],
    ],
    ['   ', []],
    ['...', []],
  ])('cuts %p', (text, clauses) => {
    expect(clausesOf(text)).toEqual(clauses);
  });

  it('cuts a long sentence at commas and loses nothing', () => {
    const text = Array.from(
      { length: 12 },
      (_unused, index) => `this is part number ${index} of a very long list`,
    ).join(', ');
    const clauses = clausesOf(text);
    expect(clauses.every((clause) => clause.length <= 180)).toBe(true);
    expect(clauses.join(' ')).toBe(text);
  });
});
