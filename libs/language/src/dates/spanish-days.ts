import { asSaid } from './clock-times';
import * as d from './days';
import { holiday } from './holidays';
import { inSpan } from './marks';
import { rule, type Rule } from './patterns';
import * as s from './spans';

export const spanishCalendar: readonly Rule[] = [
  rule('(el|el dia|dia)? {dom:anydom} (de|del)? (mes de)? {month} (de|del)? {year}?', d.monthDay),
  rule('{month} {dom:anydom}', d.monthDay),
];

/** "el diecisiete"; "el dos" alone is more often an option than a date. */
export const spanishDaynumber: readonly Rule[] = [
  rule('(el)? dia {dom}', d.dayOfMonth),
  rule('el {dom:digits}', d.dayOfMonth),
  rule('el {dom:daycount}', d.dayOfMonth),
  rule('(el)? {dom} (de este mes|del mes|del corriente|de este)', d.dayOfMonth),
  rule('(el)? (dia)? {dom:datelike}', d.dayOfMonth),
];

const coming = '(que viene|proximo|que entra|entrante|siguiente|de la semana que viene que viene)';

const weekdays: readonly Rule[] = [
  rule('{weekday}', d.weekday),
  rule('este (mismo|proximo)? {weekday}', d.thisWeekday),
  rule('{weekday} (de esta semana|esta semana|de esta misma semana)', d.thisWeekday),
  rule('(esta semana) (el)? {weekday}', d.thisWeekday),
  rule(`{weekday} ${coming}`, d.nextWeekday),
  rule('(proximo|siguiente) {weekday}', d.nextWeekday),
  rule('{weekday} (pasado|anterior|ultimo)', d.lastWeekday),
  rule('(ultimo|pasado) {weekday}', d.lastWeekday),
  rule('{weekday} (en ocho|en ocho dias|en una semana|dentro de una semana)', d.weekdayAndWeeks(1)),
  rule('(de|del) (este)? {weekday} en (ocho|una semana|ocho dias)', d.weekdayAndWeeks(1)),
  rule('{weekday} (en quince|en quince dias|en dos semanas)', d.weekdayAndWeeks(2)),
  rule('una semana (despues|a partir) (del|de este|de) {weekday}', d.weekdayAndWeeks(1)),
  rule(
    '{weekday} (no este sino el otro|no este el otro|del otro|despues del proximo|subsiguiente|despues de este|despues del que viene|no el proximo sino el siguiente|no el que viene sino el otro)',
    d.weekdayAfterNext,
  ),
  rule('{weekday} (de|en)? {span}', d.weekdayOf),
  rule('{span} (el)? {weekday}', d.weekdayOf),
  rule('{weekday} (despues de|despues del|siguiente a|tras|posterior a) (el|la)? {day}', d.weekdayAfter),
  rule('{weekday} (despues de|siguiente a|tras) (el|la)? {span}', d.weekdayAfterSpan),
  rule('{weekday} (antes de|antes del|anterior a) (el|la)? {day}', d.weekdayBefore),
  rule('{weekday} (dia|el dia|el)? {dom}', d.weekdayAndDayOfMonth),
  rule('{weekday} (el|dia|el dia|,)? {day:calendar}', d.weekdayAndDate),
  rule('{day:calendar} {weekday}', d.weekdayAndDate),
  rule('{nth} {weekday} (de|del|en) {span}', d.nthWeekday),
  rule('{nth} {weekday} (de|del|en)? {month}', d.nthWeekday),
];

const in_ = '(en|dentro de|de aqui a|de hoy en|a)';

const relative: readonly Rule[] = [
  rule('(hoy|hoy mismo|hoy dia|el dia de hoy|ahora mismo hoy)', d.ahead(0)),
  rule('(manana|manana mismo|el dia de manana|dia siguiente|mañana)', d.ahead(1)),
  rule('pasado (manana|manyana)', d.ahead(2)),
  rule('pasadomanana', d.ahead(2)),
  rule('(manana pasado|traspasado manana|pasado pasado manana)', d.ahead(3)),
  rule('ayer', d.ahead(-1)),
  rule('(anteayer|antier|antes de ayer)', d.ahead(-2)),
  rule('hace {n} (dia|dias)', d.later('days', undefined, -1)),
  rule('hace {n} (semana|semanas)', d.later('weeks', undefined, -1)),
  // Counted with today, "eight days" is a week.
  rule('de hoy en ocho (dias)?', d.ahead(7)),
  rule(`${in_} {n} (dia|dias)`, d.later('days')),
  rule(`${in_} un par de dias`, d.ahead(2)),
  rule(`${in_} {n} (semana|semanas)`, d.later('weeks')),
  rule(`${in_} un par de semanas`, d.ahead(14)),
  rule('(en una|dentro de una|en la) quincena', d.ahead(15)),
  rule(`${in_} {n} (mes|meses)`, d.later('months')),
  rule(`${in_} un ano`, d.later('years', 1)),
  rule('de manana en ocho (dias)?', d.ahead(8)),
  rule('{n} (dia|dias) despues (de|del) (el|la)? {day}', d.later('days')),
  rule('{n} (semana|semanas) (despues|a partir) (de|del) (el|la)? {day}', d.later('weeks')),
  rule('{n} (dia|dias) antes (de|del) (el|la)? {day}', d.later('days', undefined, -1)),
  rule('dia (despues|siguiente|posterior) (de|del|a|al) (el|la)? {day}', d.later('days', 1)),
  rule('dia (antes|anterior) (de|del|a|al) (el|la)? {day}', d.later('days', 1, -1)),
  rule('vispera (de|del) (el|la)? {day}', d.later('days', 1, -1)),
  rule('ultimo dia (de|del) {span}', d.lastDayOf),
  rule('primer dia (de|del) {span}', d.firstDayOf),
  rule('(dia)? {dom} (de|del) {span}', d.dayOfSpan),
];

export const spanishHolidays: readonly Rule[] = [
  rule('(dia de)? (la)? navidad', holiday('christmas')),
  rule('(nochebuena|noche buena)', holiday('christmasEve')),
  rule('(nochevieja|noche vieja|fin de ano|vispera de ano nuevo)', holiday('newYearsEve')),
  rule('(dia de)? ano nuevo', holiday('newYear')),
  rule('(dia de)? (los)? reyes (magos)?', holiday('epiphany')),
  rule('(la)? epifania', holiday('epiphany')),
  rule('(dia de)? martin luther king', holiday('martinLutherKing')),
  rule('(dia de)? (san valentin|los enamorados|el amor y la amistad)', holiday('valentine')),
  rule('dia de los presidentes', holiday('presidents')),
  rule('(dia de)? san patricio', holiday('saintPatrick')),
  rule('(dia de)? san jose', holiday('saintJoseph')),
  rule('miercoles de ceniza', holiday('ashWednesday')),
  rule('domingo de ramos', holiday('palmSunday')),
  rule('jueves santo', holiday('maundyThursday')),
  rule('viernes santo', holiday('goodFriday')),
  rule('sabado (santo|de gloria)', holiday('holySaturday')),
  rule('(domingo de)? (pascua|resurreccion)', holiday('easter')),
  rule('lunes de pascua', holiday('easterMonday')),
  rule('cinco de mayo', holiday('cincoDeMayo')),
  rule('dia de (la|las) (madre|madres)', holiday('mothers')),
  rule('(dia del|dia de los) (padre|padres)', holiday('fathers')),
  rule('(dia de los caidos|memorial day)', holiday('memorial')),
  rule('(dia de)? san juan', holiday('saintJohn')),
  rule('dia de la independencia', holiday('independence')),
  rule('(la)? (asuncion|virgen de agosto)', holiday('assumption')),
  rule('dia (del trabajo|del trabajador|de los trabajadores)', holiday('labor')),
  rule('dia de (la hispanidad|la raza)', holiday('hispanicDay')),
  rule('(el|la)? pilar', holiday('hispanicDay')),
  rule('(noche de brujas|halloween)', holiday('halloween')),
  rule('(dia de)? todos los santos', holiday('allSaints')),
  rule('dia de (los)? (muertos|difuntos)', holiday('allSouls')),
  rule('dia de los veteranos', holiday('veterans')),
  rule('(dia de)? (los)? (santos)? inocentes', holiday('innocents')),
  rule('(dia de)? (la)? candelaria', holiday('groundhog')),
  rule('martes de carnaval', holiday('shroveTuesday')),
  rule('(dia de)? (san jorge|sant jordi)', holiday('saintGeorge')),
  rule('(dia del nino|dia de los ninos)', holiday('childrenMexico')),
  rule('(dia de)? pentecostes', holiday('whitSunday')),
  rule('(dia del)? corpus (christi)?', holiday('corpusChristi')),
  rule('(dia de)? santiago (apostol)?', holiday('saintJames')),
  rule('dia de (las)? elecciones', holiday('election')),
  // Holidays of the United States keep their names.
  rule('labor day', holiday('labor')),
  rule('presidents day', holiday('presidents')),
  rule('veterans day', holiday('veterans')),
  rule('(columbus|indigenous peoples) day', holiday('columbus')),
  rule('independence day', holiday('independence')),
  rule('(mothers|mother) day', holiday('mothers')),
  rule('(fathers|father) day', holiday('fathers')),
  rule('mlk day', holiday('martinLutherKing')),
  rule('juneteenth', holiday('juneteenth')),
  rule('(black friday|viernes negro)', holiday('blackFriday')),
  rule('(saint|san|st) valentine day?', holiday('valentine')),
  rule('(christmas|crismas)', holiday('christmas')),
  rule('(dia de)? accion de gracias', holiday('thanksgiving')),
  rule('(thanksgiving|san guivin)', holiday('thanksgiving')),
  rule('(dia de)? la constitucion', holiday('constitution')),
  rule('(la)? inmaculada', holiday('immaculate')),
  rule('(dia de)? la virgen de guadalupe', holiday('guadalupe')),
];

export const spanishDay: readonly Rule[] = [
  ...weekdays,
  ...relative,
  rule('{day:holiday}', asSaid('day')),
  rule('{day:calendar}', asSaid('day')),
  rule('{day:daynumber}', asSaid('day')),
  rule('(el|al|para el|el dia) {day}', asSaid('day')),
  rule('la {day:holiday}', asSaid('day')),
];

const next = '(que viene|proxima|proximo|que entra|entrante|siguiente)';

export const spanishPeriod: readonly Rule[] = [
  rule('esta (misma)? semana', s.week(0)),
  rule(`semana ${next}`, s.week(1)),
  rule('(proxima|siguiente|otra) semana', s.week(1)),
  rule(
    '(semana despues de la proxima|semana despues de la que viene|semana subsiguiente|semana de despues de la que viene|semana siguiente a la proxima|no la semana que viene sino la otra|no la semana que viene sino la siguiente|semana que viene no la otra|semana no la otra)',
    s.week(2),
  ),
  rule('(semana pasada|pasada semana|ultima semana)', s.week(-1)),
  rule('semana (del|de) (el|la)? {day}', s.weekOf(0)),
  rule('semana (del|de) {dom}', (c, m) => s.weekOf(0)({ day: d.dayOfMonth(c, m) ?? d.exactly(m.today) }, m)),
  rule('semana santa', (_, m) => s.weekOf(0)({ day: holiday('goodFriday')({}, m) ?? d.exactly(m.today) }, m)),
  rule('semana (despues|siguiente) (de|del|a) (el|la)? {day}', s.weekOf(1)),
  rule('semana (antes|anterior) (de|del|a) (el|la)? {day}', s.weekOf(-1)),
  rule('(este|el)? (fin de semana|finde)', s.weekend('this')),
  rule(`(fin de semana|finde) ${next}`, s.weekend('next')),
  rule('(proximo|siguiente) (fin de semana|finde)', s.weekend('next')),
  rule('este (mismo)? mes', s.month(0)),
  rule(`mes ${next}`, s.month(1)),
  rule('(proximo|siguiente|otro) mes', s.month(1)),
  rule('mes pasado', s.month(-1)),
  rule('{month} (del|de)? {year}?', s.namedMonth),
  rule(`{month} ${next}`, s.namedMonth),
  rule('(proximo|este) {month}', s.namedMonth),
  rule(`ano ${next}`, s.year(1)),
  rule('(proximo|siguiente) ano', s.year(1)),
  rule('(a|para|por)? (el)? (finales|final|fines|fin|ultimos|los ultimos dias) (de|del) {span}', s.portion('late')),
  rule('(a|para)? (el)? (fin|final|finales|fines) de mes', inSpan(s.month(0), s.portion('late'))),
  rule(
    '(a|para)? (principios|principio|comienzos|comienzo|inicios|inicio|primeros|los primeros dias) (de|del) {span}',
    s.portion('early'),
  ),
  rule('(a)? (mediados|mitad) (de|del) {span}', s.portion('mid')),
  rule('(a)? (mediados|mitad) de semana', inSpan(s.week(0), s.portion('mid'))),
  rule('entre semana (que viene)?', s.week(0)),
  rule('(mas adelante|mas tarde|lo que queda|el resto|resto) (en|de|del)? {span}', s.restOf),
  rule('{nth} semana (de|del) {span}', s.nthWeekOf),
  rule('(los)? (proximos|siguientes) {n} dias', s.within('days')),
  rule('(las)? (proximas|siguientes) {n} semanas', s.within('weeks')),
  rule('(los)? proximos dias', s.within('days', 4)),
  rule('(del|entre el|desde el)? {day:calendar} (al|a|y el|hasta el) {dom}', s.fromDayToDayOfMonth),
  rule('(del|entre el|desde el|de) {a:dom} (al|y el|y|hasta el|a) {day:calendar}', s.fromDayOfMonthToDay),
  rule('(del|entre el|desde el) {dom} (al|y el|hasta el|y) {last:dom}', s.fromDayOfMonthToDayOfMonth),
  rule(
    '(la|el|en|en la|en el|durante|durante la|durante el|algun dia de|algun dia de la|cualquier dia de|cualquier dia de la|un dia de|un dia de la|para|para la|para el|dentro de) {span}',
    asSaid('span'),
  ),
];

export const spanishSpan: readonly Rule[] = [
  rule('(este|el|del)? mes', s.month(0)),
  rule('(esta|la) semana', s.week(0)),
  rule('(este|el) ano', s.year(0)),
  rule('(la|el|los) {span:period}', asSaid('span')),
];
