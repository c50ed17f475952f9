import fc from 'fast-check';
import { MOST_CHARACTERS, splitText } from './split-text';

describe('splitting a long text', () => {
  it('leaves a short one alone and makes none of nothing', () => {
    expect(splitText('  Tomorrow at 3:00 PM.  ')).toEqual(['Tomorrow at 3:00 PM.']);
    expect(splitText(' \n ')).toEqual([]);
  });

  it('breaks between sentences before words, and between lines before sentences', () => {
    expect(splitText('One two three. Four five six. Seven', 20)).toEqual(['One two three.', 'Four five six. Seven']);
    expect(splitText('One two three.\nFour five. Six', 26)).toEqual(['One two three.\nFour five.', 'Six']);
    expect(splitText('aaaa bbbb cccc', 9)).toEqual(['aaaa bbbb', 'cccc']);
  });

  it('never cuts an emoji in two', () => {
    const parts = splitText('😀'.repeat(900));
    expect(parts.every((part) => part.length <= MOST_CHARACTERS && !/\p{Surrogate}/u.test(part))).toBe(true);
    expect(parts.join('')).toBe('😀'.repeat(900));
  });

  it('keeps every word, in order, within the limit', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.integer({ min: 25, max: 90 }), (text, most) => {
        const parts = splitText(text, most);
        expect(parts.every((part) => part.length <= most && part !== '')).toBe(true);
        expect(parts.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      }),
    );
  });
});
