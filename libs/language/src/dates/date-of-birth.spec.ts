import type { Language } from '../speech-context';
import { understandDateOfBirth } from './date-of-birth';

const born = (language: Language, country: string, text: string) => {
  const found = understandDateOfBirth(text, {
    now: '2027-05-03T13:00:00Z',
    timezone: 'America/New_York',
    language,
    country,
  });
  return found.ok ? found.date : found.candidates ? `${found.reason} ${found.candidates.join(' ')}` : found.reason;
};

describe('understandDateOfBirth', () => {
  it.each([
    ['en', 'US', 'February first nineteen seventy', '1970-02-01'],
    ['en', 'US', 'oh one twelve eighty two', '1982-01-12'],
    ['en', 'US', '2/1/1970', '1970-02-01'],
    ['en', 'GB', '2/1/1970', '1970-01-02'],
    ['en', 'US', '1 Feb 70', '1970-02-01'],
    ['en', 'US', 'nineteen seventy, February the first', '1970-02-01'],
    ['en', 'US', 'it is February 1st, 1970', '1970-02-01'],
    ['en', 'US', '02/01/70', '1970-02-01'],
    ['en', 'US', '1970-02-01', '1970-02-01'],
    ['en', 'US', '02011970', '1970-02-01'],
    ['en', 'US', 'zero two zero one one nine seven zero', '1970-02-01'],
    ['en', 'US', 'two one seventy', '1970-02-01'],
    ['en', 'US', 'oh three, fourteen, one nine seven two', '1972-03-14'],
    ['en', 'US', 'three, one four, seven two', '1972-03-14'],
    ['en', 'US', '0-3 1-4 1-9-7-2', '1972-03-14'],
    ['en', 'GB', 'one four, oh three, double seven', '1977-03-14'],
    ['en', 'US', 'March one four, one nine seven two', '1972-03-14'],
    ['en', 'US', 'the double two of September two oh oh one', '2001-09-22'],
    ['en', 'US', 'one nine seven two, oh three, one four', '1972-03-14'],
    ['en', 'US', "it's one, seven, zero, five, one, nine, eight, eight", '1988-05-17'],
    ['en', 'US', 'one two three', 'missing'],
    ['en', 'US', 'four five six seven eight nine one', 'missing'],
    ['es', 'ES', 'catorce del tres, uno nueve siete dos', '1972-03-14'],
    ['es', 'ES', 'cinco seis ocho ocho', '1988-06-05'],
    ['es', 'US', 'cero cinco, uno siete, ocho ocho', '1988-05-17'],
    ['es', 'MX', 'diecisiete de mayo, uno nueve ocho ocho', '1988-05-17'],
    ['es', 'MX', 'dos dos de septiembre de dos cero cero uno', '2001-09-22'],
    ['en', 'US', 'may 5 two thousand and five', '2005-05-05'],
    ['en', 'US', 'April ninth to a thousand seventeen', '2017-04-09'],
    ['en', 'GB', 'the third of June too thousand and twelve', '2012-06-03'],
    ['en', 'US', 'May five oh five', '2005-05-05'],
    ['en', 'US', 'December thirty first two thousand', '2000-12-31'],
    ['en', 'US', 'July fourth, nineteen oh eight', '1908-07-04'],
    ['en', 'US', 'twelve twenty five sixty eight', '1968-12-25'],
    ['en', 'US', 'I was born on the 3rd of March 1988', '1988-03-03'],
    ['en', 'US', 'Peter Lang, February 1, 1970', '1970-02-01'],
    ['en', 'US', '25/1/1970', '1970-01-25'],
    ['en', 'US', 'Feb 1 1970, no sorry, Feb 2 1970', '1970-02-02'],
    ['en', 'US', '5/4/27', '1927-05-04'],
    ['es', 'US', 'uno de febrero de mil novecientos setenta', '1970-02-01'],
    ['es', 'US', 'el primero de febrero del setenta', '1970-02-01'],
    ['es', 'US', 'nací el doce de marzo del ochenta y dos', '1982-03-12'],
    ['es', 'US', 'veintitrés de julio de dos mil cinco', '2005-07-23'],
    ['es', 'US', 'cinco del cinco del ochenta', '1980-05-05'],
    ['es', 'ES', 'uno del dos del setenta', '1970-02-01'],
    ['es', 'US', '2/1/1970', 'ambiguous 1970-02-01 1970-01-02'],
    ['es', 'US', '25/1/1970', '1970-01-25'],
    ['en', 'US', 'uno de febrero de mil novecientos setenta', '1970-02-01'],
    ['es', 'ES', 'February first nineteen seventy', '1970-02-01'],
    ['en', 'US', 'February thirtieth nineteen seventy', 'impossible'],
    ['en', 'US', 'December 12 1899', 'impossible'],
    ['en', 'US', 'March third twenty twenty eight', 'future'],
    ['en', 'US', 'my birthday is May fourth', 'missing'],
    ['en', 'US', 'I would rather not say', 'missing'],
    ['en', 'US', '212 555 0199', 'missing'],
  ] as const)('%s-%s: %s', (language, country, text, expected) => {
    expect(born(language, country, text)).toBe(expected);
  });
});
