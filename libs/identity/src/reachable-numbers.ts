import { getCountryCallingCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max';

/** Numbers whose owner earns by being called or texted: never reached, whatever their country. */
const EARNING = new Set(['PREMIUM_RATE', 'SHARED_COST']);

const E164 = /^\+[1-9]\d{6,14}$/;

/**
 * Whether we may send to a number at somebody's cost. A number of no country that the numbering plans know (a fictional
 * one, a satellite) goes by its calling code.
 * @param number E.164. @param countries ISO 3166-1 codes.
 */
export function mayReach(number: string, countries: readonly string[]): boolean {
  const parsed = E164.test(number) ? parsePhoneNumberFromString(number) : undefined;
  if (parsed === undefined || EARNING.has(parsed.getType() ?? '')) return false;
  if (parsed.country !== undefined) return countries.includes(parsed.country);
  return countries.some((one) => isSupportedCountry(one) && getCountryCallingCode(one) === parsed.countryCallingCode);
}

/** A telephone that no text reaches, where its country's numbering plan tells. @param number E.164. */
export function isFixedLine(number: string): boolean {
  return parsePhoneNumberFromString(number)?.getType() === 'FIXED_LINE';
}

/** The countries of a clinic's own numbers and its own: where its texts and calls may go unless it says otherwise. */
export function homeCountries(country: string, numbers: readonly string[]): string[] {
  const known = numbers.map((number) => parsePhoneNumberFromString(number)?.country);
  return [...new Set([country, ...known.filter((one) => one !== undefined)])];
}
