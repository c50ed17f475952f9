import { asSaid, atHour, clock, inHalf, past, thisTime, to, together } from './clock-times';
import type { LanguageOfTime } from './grammar';
import { rule } from './patterns';
import {
  spanishCalendar,
  spanishDay,
  spanishDaynumber,
  spanishHolidays,
  spanishPeriod,
  spanishSpan,
} from './spanish-days';
import { spanishParts } from './spanish-parts';
import { spanishPhrases, spanishWeekdays } from './spanish-phrases';
import { countOf, type Meaning } from './values';

const units =
  'cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve veinte veintiuno veintidos veintitres veinticuatro veinticinco veintiseis veintisiete veintiocho veintinueve';
const numbered = (words: string) => Object.fromEntries(words.split(' ').map((word, n) => [word, n]));

/** "4 30 pm": the time first, then its half. */
const run =
  (half: Meaning): Meaning =>
  (c, moment) => {
    const time = together(c, moment);
    return time && half({ clock: time }, moment);
  };

const about =
  '(a|a eso de|sobre|tipo|como a|hacia|alrededor de|aproximadamente a|mas o menos a|para|cerca de|digamos a)';
const twelve = (c: Parameters<Meaning>[0]) => ({
  kind: 'clock' as const,
  hour: 12,
  minute: c.minute ? countOf(c, 'minute') : 0,
  exact: true,
});
const year =
  (base: number): Meaning =>
  (c) => ({ kind: 'count', n: base + (c.two ? countOf(c, 'two') : 0) });

export const spanish: LanguageOfTime = {
  numbers: {
    single: { ...numbered(units), un: 1, una: 1, veintiun: 21, veintiuna: 21 },
    tens: { veinte: 20, treinta: 30, cuarenta: 40, cincuenta: 50, sesenta: 60, setenta: 70, ochenta: 80, noventa: 90 },
    join: 'y',
    ordinals: { primero: 1, primer: 1, primera: 1, segundo: 2, tercero: 3, cuarto: 4, quinto: 5 },
  },
  words: {
    weekday: {
      'lunes|lun': 1,
      martes: 2,
      'miercoles|mie|mierco les': 3,
      'jueves|jue': 4,
      'viernes|vie': 5,
      'sabado|sab': 6,
      domingo: 7,
    },
    month: {
      'enero|ene': 1,
      'febrero|feb': 2,
      'marzo|mar': 3,
      'abril|abr': 4,
      'mayo|may': 5,
      'junio|jun': 6,
      'julio|jul': 7,
      'agosto|ago': 8,
      'septiembre|setiembre|sept|sep': 9,
      'octubre|oct': 10,
      'noviembre|nov': 11,
      'diciembre|dic': 12,
    },
    nth: {
      'primer|primero|primera|1er': 1,
      'segundo|segunda': 2,
      'tercer|tercero|tercera': 3,
      'cuarto|cuarta': 4,
      'quinto|quinta': 5,
      'ultimo|ultima': -1,
    },
  },
  yearwords: [
    rule('dos mil {two}?', year(2000)),
    rule('mil novecientos {two}?', year(1900)),
    rule('(diecinueve|19) {two}', year(1900)),
    rule('(veinte|20) {two}', (c) =>
      countOf(c, 'two') >= 10 ? { kind: 'count', n: 2000 + countOf(c, 'two') } : undefined,
    ),
  ],
  baseclock: [
    rule('(a|al)? (mediodia|medio dia)', atHour(12)),
    rule('(a|a la)? (medianoche|media noche)', atHour(0)),
    rule('(las)? (doce|12) (de la|de) (noche|medianoche)', atHour(0)),
    rule('(las)? (doce|12) del (mediodia|dia|medio dia)', twelve),
    rule('(las|la)? {hour} y media', past(30)),
    rule('(las|la)? {hour} y cuarto', past(15)),
    rule('(las|la) {hour} y cinco', past(5)),
    rule('(las|la)? {hour} menos cuarto', to(15)),
    rule('(las|la)? {hour} menos {minute:two}', to()),
    rule('(las|la) {hour} (y|con) {minute:two} minutos?', clock),
    rule('{hour} y {minute}', clock),
    rule('(las|la)? {hour} {minute}', clock),
    rule('(las|la)? {hour} (cero|oh) {minute:digit}', clock),
    rule('un? cuarto para (las|la) {hour}', to(15)),
    rule('{minute:two} (minutos)? para (las|la) {hour}', to()),
    rule('faltan {minute:two} (minutos)? para (las|la) {hour}', to()),
    rule('(las|la) {hour}', clock),
    rule('las {hourminute}', together),
    rule('(a esta hora|a esta misma hora|esta hora)', thisTime),
  ],
  basetime: [rule('{hour}', clock)],
  clock: [
    rule('(las|la) {clock:baseclock}', asSaid('clock')),
    rule('(las|la)? {clock:baseclock} (h|hs|hrs|horas|en punto)', asSaid('clock')),
    rule('(las|la)? {clock:basetime} en punto', asSaid('clock')),
    rule('las {clock:basetime} (horas|h|hs|hrs)', asSaid('clock')),
    rule('(las|la)? {clock:basetime} (en punto)? am', inHalf('am')),
    rule('(las|la)? {clock:basetime} (en punto)? pm', inHalf('pm')),
    rule('(las|la)? {hourminute} am', run(inHalf('am'))),
    rule('(las|la)? {hourminute} pm', run(inHalf('pm'))),
    rule('(las|la)? {clock:basetime} (en punto)? (de la|por la|en la) (manana|madrugada)', inHalf('am')),
    rule('(las|la)? {clock:basetime} (en punto)? (de la|por la|en la) (tarde|noche)', inHalf('pm')),
    rule('(las|la)? {clock:basetime} del (mediodia|medio dia)', inHalf('pm')),
    rule('(tipo|sobre|como|como a) {clock:basetime}', asSaid('clock')),
    rule('(las|la) {hour} con {minute:two}', clock),
    rule(`${about} (las|la) {hour} con {minute:two}`, clock),
    rule(`${about} (las|la) {hour} y cinco`, past(5)),
    rule(`${about} (las|la) {clock:baseclock}`, asSaid('clock')),
    rule(`${about} (las|la) {clock:basetime}`, asSaid('clock')),
    rule(`${about} (las|la) {clock:basetime} del (mediodia|medio dia)`, inHalf('pm')),
  ],
  part: spanishParts,
  day: spanishDay,
  calendar: spanishCalendar,
  daynumber: spanishDaynumber,
  holiday: spanishHolidays,
  period: spanishPeriod,
  span: spanishSpan,
  weekdays: spanishWeekdays,
  conjunction: 'y|o|u|e',
  phrase: spanishPhrases,
  fillers: new Set(
    'eh em pues bueno por favor tal vez quizas digamos como a las la sobre quiero prefiero mejor esta bien gracias el si entonces y que tal puede ser me viene va seria para'.split(
      ' ',
    ),
  ),
};
