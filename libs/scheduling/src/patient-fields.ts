import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { Temporal } from 'temporal-polyfill';

const LONGEST_NAME = 200;
const EARLIEST_BIRTH = '1880-01-01';

/** What is wrong with a person's name, if anything. */
export function nameFault(name: string): string | undefined {
  const trimmed = tidyName(name);
  if (trimmed.length < 2 || trimmed.length > LONGEST_NAME) return `must have 2 to ${LONGEST_NAME} characters`;
  if (!/\p{L}/u.test(trimmed)) return 'must hold letters';
  if (/[\p{Cc}<>]/u.test(trimmed)) return 'must not hold control characters or markup';
  return undefined;
}

export function tidyName(name: string): string {
  return name.normalize('NFC').trim().replace(/ +/g, ' ');
}

/** What is wrong with a day of birth (YYYY-MM-DD), if anything; `today` in the clinic's calendar bounds it. */
export function birthFault(date: string, today?: string): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return 'must be a date written YYYY-MM-DD';
  try {
    Temporal.PlainDate.from(date, { overflow: 'reject' });
  } catch {
    return 'is not a day of the calendar';
  }
  if (date < EARLIEST_BIRTH) return 'lies too far back';
  if (today !== undefined && date > today) return 'lies in the future';
  return undefined;
}

/** What is wrong with a phone number, if anything: E.164 only, of a length its country has. */
export function phoneFault(phone: string): string | undefined {
  const parsed = /^\+[1-9]\d{6,14}$/.test(phone) ? parsePhoneNumberFromString(phone) : undefined;
  return parsed?.isPossible() === true ? undefined : 'must be an E.164 phone number such as +12025550123';
}
