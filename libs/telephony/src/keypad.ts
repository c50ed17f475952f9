import { phrase } from '@clinicall/language';
import type { Language } from '@clinicall/language';

/** A key that ends a row of digits. */
const END = '#';
/** Takes back a row of digits; outside one it asks for the menu. */
const STAR = '*';
/** Digits that follow one another within this belong together. */
export const DIGIT_PAUSE_MS = 2_500;

const ROWS = ['phone', 'code', 'dob'];
const PERSON = '0';

/** What keys come to: words the caller "said" with them, a person, or the wish to hear what the keys mean. */
export type KeyMeaning = { readonly words: string } | 'person' | 'menu';

/**
 * What keys mean, by what was asked: 0 is a person at any time (in a row of digits, when nothing follows it); 1 and 2 are
 * yes and no; an option by its number; digits of a number, a code or a birth date are gathered until # or a pause; where
 * nothing of this was asked they choose from the menu. Digits are never logged.
 */
export class Keypad {
  private digits = '';

  /** @returns undefined while a row goes on, and for a key that means nothing here. */
  press(digit: string, asked: readonly string[], language: Language): KeyMeaning | undefined {
    const gathers = asked.some((thing) => ROWS.includes(thing));
    if (gathers || this.digits !== '') return this.gather(digit);
    if (digit === PERSON) return 'person';
    if (digit === STAR) return 'menu';
    if (asked.includes('option') || asked.includes('appointment')) return { words: digit };
    if (asked.includes('confirm') || asked.includes('new_patient')) return answer(digit, language);
    return choice(digit, language);
  }

  /** The caller paused: what was keyed so far counts. A zero alone is a person. */
  flush(): KeyMeaning | undefined {
    const words = this.digits;
    this.digits = '';
    if (words === PERSON) return 'person';
    return words === '' ? undefined : { words };
  }

  private gather(digit: string): KeyMeaning | undefined {
    if (digit === END) return this.flush();
    if (digit === STAR) this.digits = '';
    if (/\d/.test(digit)) this.digits += digit;
    return undefined;
  }
}

function answer(digit: string, language: Language): KeyMeaning | undefined {
  if (digit === '1') return { words: phrase(language, 'telephony:key_yes') };
  if (digit === '2') return { words: phrase(language, 'telephony:key_no') };
  return undefined;
}

function choice(digit: string, language: Language): KeyMeaning | undefined {
  return /^[1-4]$/.test(digit) ? { words: phrase(language, `telephony:key_menu_${digit}`) } : undefined;
}
