import { parsePhoneNumberFromString } from 'libphonenumber-js';

/**
 * E.164, or null for what no network would route. Ten bare digits are taken as a number of the United States and
 * punctuation is dropped, as Twilio does.
 */
export function toE164(raw: string | undefined): string | null {
  const bare = (raw ?? '').trim().replace(/[\s().-]/g, '');
  if (/^\+[1-9]\d{7,14}$/.test(bare)) return bare;
  if (/^1?\d{10}$/.test(bare)) return `+1${bare.slice(-10)}`;
  return null;
}

/** ISO country of a number, '' when unknown. Fictional numbers have no exact country: the calling code's main one then. */
export function countryOf(number: string): string {
  const parsed = parsePhoneNumberFromString(number);
  if (parsed?.country) return parsed.country;
  return parsed?.countryCallingCode === '1' ? 'US' : '';
}

/** (202) 555-0123, as Twilio's `from_formatted` has it. */
export function formatNational(number: string): string {
  return parsePhoneNumberFromString(number)?.formatNational() ?? number;
}
