// What callers are told to dial, as publicly known in 2026: one number for all where a country has it, else the one that brings an
// ambulance. AR, BO, GT, KE, NI, PE, VE and ZA were compared with the emergency patterns of libphonenumber's ShortNumberMetadata, the
// others with no register: each clinic checks its own before it goes live (docs/operations.md). A country that is not sure has no
// entry: such a clinic must name its number.
const UNION = 'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE';

const BY_NUMBER: Readonly<Record<string, string>> = {
  '112': `${UNION} AD AL AM CH GE GF GI GL GP IS KW LI MC MD ME MF MK MQ NC PF RE RU SM TR VA XK IN ID GH NG ZM KZ`,
  '911': 'US CA MX PR VI GU AS MP AG AI AW BM BS BZ CR DO EC FJ GD HN JO KN KY LC MS PA PH PY SV TC UY VC VE VG',
  '999': 'GB IM JE GG BD BH DM FK HK KE MO MY QA UG',
  '000': 'AU',
  '111': 'NZ',
  '119': 'JP KR TW',
  '103': 'AZ BY UA',
  '124': 'BA',
  '194': 'RS',
  '113': 'NO',
  '107': 'AR',
  '118': 'BO',
  '192': 'BR',
  '131': 'CL',
  '123': 'CO EG',
  '104': 'CU',
  '122': 'GT',
  '128': 'NI',
  '106': 'PE',
  '110': 'JM',
  '811': 'TT',
  '511': 'BB',
  '913': 'GY',
  '115': 'SR VN',
  '912': 'CW RW',
  '120': 'CN',
  '995': 'SG',
  '1669': 'TH',
  '1122': 'PK',
  '1990': 'LK',
  '102': 'NP',
  '101': 'IL',
  '998': 'AE',
  '997': 'SA BW',
  '9999': 'OM',
  '140': 'LB',
  '190': 'TN',
  '10177': 'ZA',
  '907': 'ET',
  '114': 'MU',
  '1515': 'SN',
  '185': 'CI',
};

/** By ISO 3166-1 code. */
export const EMERGENCY: ReadonlyMap<string, string> = new Map(
  Object.entries(BY_NUMBER).flatMap(([number, countries]) => countries.split(' ').map((code) => [code, number])),
);

/** Lines for who thinks of suicide: those that answer day and night, for the whole country or most of it. */
export const CRISIS: ReadonlyMap<string, string> = new Map([
  ['US', '988'],
  ['PR', '988'],
  ['CA', '988'],
  ['MX', '800 911 2000'], // Línea de la Vida
  ['AR', '0800 345 1435'], // Centro de Asistencia al Suicida, from the whole country
  ['BR', '188'], // Centro de Valorização da Vida
  ['CL', '*4141'],
  ['UY', '0800 0767'], // Línea Vida
  ['GB', '116 123'], // Samaritans
  ['IE', '116 123'],
  ['ES', '024'],
  ['FR', '3114'],
  ['DE', '0800 111 0 111'], // TelefonSeelsorge
  ['AT', '142'],
  ['CH', '143'],
  ['NL', '113'],
  ['SE', '90101'],
  ['NO', '116 123'],
  ['AU', '13 11 14'], // Lifeline
  ['NZ', '1737'],
  ['IN', '14416'], // Tele-MANAS
  ['JP', '0120 279 338'], // Yorisoi
  ['KR', '109'],
  ['TW', '1925'],
  ['PH', '1553'],
  ['SG', '1767'], // Samaritans of Singapore
  ['HK', '18111'],
  ['IL', '1201'],
  ['ZA', '0800 567 567'], // SADAG
]);
