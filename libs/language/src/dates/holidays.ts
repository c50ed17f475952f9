import { Temporal } from 'temporal-polyfill';
import { exactly, nth } from './days';
import type { Meaning, Moment } from './values';

type Date = Temporal.PlainDate;
type OfYear = (year: number, country: string) => Date;

const on =
  (month: number, day: number): OfYear =>
  (year) =>
    Temporal.PlainDate.from({ year, month, day });

const weekdayOfMonth =
  (month: number, weekday: number, n: number): OfYear =>
  (year) =>
    nth(Temporal.PlainDate.from({ year, month, day: 1 }), weekday, n) ??
    Temporal.PlainDate.from({ year, month, day: 1 });

/** Gregorian Easter Sunday (the anonymous algorithm, as in Meeus, Astronomical Algorithms, chapter 8). */
function easterSunday(year: number): Date {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return Temporal.PlainDate.from({ year, month: Math.floor(n / 31), day: (n % 31) + 1 });
}

const easter =
  (days: number): OfYear =>
  (year) =>
    easterSunday(year).add({ days });

const monday = 1;

function leapYearFrom(year: number): number {
  const leap = (one: number): boolean => (one % 4 === 0 && one % 100 !== 0) || one % 400 === 0;
  return leap(year) ? year : leapYearFrom(year + 1);
}

/** Which day a holiday is; by country where countries differ. */
export const holidays = {
  newYear: on(1, 1),
  newYearsEve: on(12, 31),
  twelfthNight: on(1, 5),
  epiphany: on(1, 6),
  burnsNight: on(1, 25),
  martinLutherKing: weekdayOfMonth(1, monday, 3),
  groundhog: on(2, 2),
  /** The second Sunday of February, since 2022. */
  superBowl: weekdayOfMonth(2, 7, 2),
  /** The next one, years on. */
  leapDay: (year) => Temporal.PlainDate.from({ year: leapYearFrom(year), month: 2, day: 29 }),
  saintDavid: on(3, 1),
  candlemas: on(2, 2),
  flagOfMexico: on(2, 24),
  andalusia: on(2, 28),
  benitoJuarez: on(3, 21),
  aprilFools: on(4, 1),
  taxDay: on(4, 15),
  patriots: weekdayOfMonth(4, monday, 3),
  earthDay: on(4, 22),
  madrid: on(5, 2),
  saintIsidore: on(5, 15),
  flagDay: on(6, 14),
  canada: on(7, 1),
  sanFermin: on(7, 7),
  diada: on(9, 11),
  merce: on(9, 24),
  revolution: on(11, 20),
  whitMonday: easter(50),
  valentine: on(2, 14),
  presidents: weekdayOfMonth(2, monday, 3),
  saintPatrick: on(3, 17),
  saintJoseph: on(3, 19),
  shroveTuesday: easter(-47),
  ashWednesday: easter(-46),
  palmSunday: easter(-7),
  maundyThursday: easter(-3),
  goodFriday: easter(-2),
  holySaturday: easter(-1),
  easter: easter(0),
  easterMonday: easter(1),
  saintGeorge: on(4, 23),
  childrenMexico: on(4, 30),
  whitSunday: easter(49),
  corpusChristi: easter(60),
  cincoDeMayo: on(5, 5),
  mothers: (year, country) =>
    country === 'GB' || country === 'IE'
      ? easterSunday(year).subtract({ days: 21 })
      : weekdayOfMonth(5, 7, country === 'ES' ? 1 : 2)(year, country),
  earlyMay: weekdayOfMonth(5, monday, 1),
  memorial: weekdayOfMonth(5, monday, -1),
  fathers: (year, country) => (country === 'ES' ? on(3, 19) : weekdayOfMonth(6, 7, 3))(year, country),
  juneteenth: on(6, 19),
  saintJohn: on(6, 24),
  independence: (year, country) => on(country === 'MX' ? 9 : 7, country === 'MX' ? 16 : 4)(year, country),
  fourthOfJuly: on(7, 4),
  saintJames: on(7, 25),
  assumption: on(8, 15),
  lateAugust: weekdayOfMonth(8, monday, -1),
  labor: (year, country) =>
    (country === 'US' || country === 'CA' ? weekdayOfMonth(9, monday, 1) : on(5, 1))(year, country),
  mayDay: on(5, 1),
  columbus: weekdayOfMonth(10, monday, 2),
  hispanicDay: on(10, 12),
  halloween: on(10, 31),
  allSaints: on(11, 1),
  allSouls: on(11, 2),
  guyFawkes: on(11, 5),
  /** The Tuesday after the first Monday of November. */
  election: (year, country) => weekdayOfMonth(11, monday, 1)(year, country).add({ days: 1 }),
  veterans: on(11, 11),
  thanksgiving: (year, country) =>
    (country === 'CA' ? weekdayOfMonth(10, monday, 2) : weekdayOfMonth(11, 4, 4))(year, country),
  blackFriday: (year) => weekdayOfMonth(11, 4, 4)(year, 'US').add({ days: 1 }),
  saintAndrew: on(11, 30),
  constitution: on(12, 6),
  immaculate: on(12, 8),
  guadalupe: on(12, 12),
  christmasEve: on(12, 24),
  christmas: on(12, 25),
  boxing: on(12, 26),
  innocents: on(12, 28),
} as const satisfies Record<string, OfYear>;

/** The next of its kind to come, today included. */
export const holiday =
  (name: keyof typeof holidays): Meaning =>
  (_, moment) =>
    exactly(comingHoliday(name, moment));

function comingHoliday(name: keyof typeof holidays, { today, country }: Moment): Date {
  const thisYear = holidays[name](today.year, country);
  return Temporal.PlainDate.compare(thisYear, today) >= 0 ? thisYear : holidays[name](today.year + 1, country);
}
