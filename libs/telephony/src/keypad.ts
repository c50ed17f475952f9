/** A key that ends a row of digits. */
const END = '#';
/** Digits that follow one another within this belong together. */
export const DIGIT_PAUSE_MS = 2_500;

const ROWS = ['phone', 'code', 'dob'];

/**
 * What keys mean, by what was asked: 0 is a person at any time; 1 and 2 are yes and no; an option by its number; digits
 * of a number, a code or a birth date are gathered until # or a pause. Digits are never logged.
 */
export class Keypad {
  private digits = '';

  /** @returns what the caller "said" with this key, when it is complete; `person` for a bare 0. */
  press(digit: string, asked: readonly string[]): { words: string } | 'person' | undefined {
    const gathers = asked.some((thing) => ROWS.includes(thing));
    if (digit === '0' && this.digits === '' && !gathers) return 'person';
    if (gathers) return this.gather(digit);
    if (asked.includes('option') || asked.includes('appointment')) return { words: digit };
    if (asked.includes('confirm') || asked.includes('new_patient')) return answer(digit);
    return { words: digit };
  }

  /** The caller paused: what was keyed so far counts. */
  flush(): { words: string } | undefined {
    const words = this.digits;
    this.digits = '';
    return words === '' ? undefined : { words };
  }

  private gather(digit: string): { words: string } | undefined {
    if (digit === END) return this.flush();
    if (/\d/.test(digit)) this.digits += digit;
    return undefined;
  }
}

function answer(digit: string): { words: string } | undefined {
  if (digit === '1') return { words: 'yes' };
  if (digit === '2') return { words: 'no' };
  return undefined;
}
