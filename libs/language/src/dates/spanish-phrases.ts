import * as b from './bounds';
import { asSaid, thisTime, to } from './clock-times';
import { ahead, dayOfMonth } from './days';
import * as m from './marks';
import * as p from './parts-of-day';
import { rule, type Rule } from './patterns';
import * as s from './spans';
import type { Meaning } from './values';

const ranges: readonly Rule[] = [
  rule('(el)? {day:weekdayname} {clock}', m.both(asSaid('day'), asSaid('clock'))),
  // A quarter to an hour is no first of the month.
  rule('{day:calendar} a un cuarto para (las|la) {hour}', m.both(asSaid('day'), to(15))),
  rule('manana o pasado (manana)?', s.daysFromTo(1, 2)),
  rule('(de|del|desde el|desde) {a:day} (a|al|hasta el|hasta) {b:day}', s.fromDayToDay),
  rule('{a:day} (al|hasta el) {b:day}', s.fromDayToDay),
  rule('entre (el)? {a:day} y (el)? {b:day}', s.fromDayToDay),
];

/** "Después del 27": a day number behind the article. */
const numbered =
  (bound: Meaning): Meaning =>
  (c, moment) => {
    const day = dayOfMonth(c, moment);
    return day && bound({ day }, moment);
  };

const bounds: readonly Rule[] = [
  rule('(despues del|pasado el|luego del) (dia)? {dom:daycount}', numbered(b.afterDay)),
  rule(
    '(a partir del|desde el|no antes del|nunca antes del|nada antes del|que no sea antes del) (dia)? {dom:daycount}',
    numbered(b.fromDay),
  ),
  rule('antes del (dia)? {dom:daycount}', numbered(b.beforeDay)),
  rule(
    '(hasta el|no mas tarde del|no despues del|a mas tardar el|como muy tarde el) (dia)? {dom:daycount}',
    numbered(b.untilDay),
  ),
  rule('(despues del|pasado el) (puente del|puente de) {day}', b.afterDay),
  rule('entre {a:time} y {b:time}', p.between),
  rule('(de|desde) {a:time} (a|hasta) {b:time}', p.between),
  rule('{a:clock} (a|hasta|-) {b:time}', p.between),
  rule('{a:time} - {b:time}', p.between),
  rule('{a:time} a {b:clock}', p.between),
  rule(
    '(no antes de|nunca antes de|despues de|luego de|pasadas|a partir de|desde|mas tarde de|mas tarde que|posterior a|de) {time} (en adelante|para adelante|en delante)',
    p.notBefore,
  ),
  rule(
    '(no antes de|no antes del|no sea antes de|no sea antes del|nada antes de|nada antes del|nunca antes de|despues de|despues del|pasado el|luego de|pasadas|pasada|a partir de|desde|mas tarde de|mas tarde que|posterior a|que sea despues de|tras) {time}',
    p.notBefore,
  ),
  rule('{time} (o despues|o mas tarde|en adelante|como minimo|o mas)', p.notBefore),
  rule(
    '(antes de|antes del|no despues de|no mas tarde del|no mas tarde de|no mas tarde que|hasta|como maximo a|como muy tarde a|a mas tardar a|anterior a) {time}',
    p.notAfter,
  ),
  rule('{time} (como maximo|como muy tarde|a mas tardar|o antes|o mas temprano)', p.notAfter),
  rule('(despues de|despues del|luego del|pasado el|pasada la|tras) (el|la)? {day}', b.afterDay),
  rule('(despues de|despues del|pasada|pasado|tras) {span}', b.afterDay),
  rule(
    '(a partir de|a partir del|desde|desde el|no antes de|no antes del|de|del) (el|la)? {day} (en adelante|para adelante|en delante)',
    b.fromDay,
  ),
  rule(
    '(a partir de|a partir del|desde|desde el|no antes de|no antes del|no sea antes de|no sea antes del|nada antes de|nada antes del|nunca antes del) (el|la)? {day}',
    b.fromDay,
  ),
  rule('{day} (en adelante|o despues|o mas tarde|o posterior|como pronto)', b.fromDay),
  rule('(a partir de|a partir del|desde|no antes de|no hasta|no hasta el) {span}', b.fromDay),
  rule('no hasta (el)? {day}', b.fromDay),
  rule('(antes de|antes del) (el|la)? {day}', b.beforeDay),
  rule('(antes de|antes del|antes de que acabe|antes de que termine) {span}', b.beforeDay),
  rule(
    '(hasta|hasta el|no mas tarde del|no mas tarde de|no despues del|no despues de|a mas tardar|a mas tardar el|como muy tarde|como muy tarde el|como maximo|como maximo el) {day}',
    b.untilDay,
  ),
  rule('{day} (como muy tarde|como maximo|a mas tardar|o antes)', b.untilDay),
  rule('(hasta|no mas tarde de|antes de acabar|antes de terminar) {span}', b.untilDay),
];

const today = ahead(0);

const together: readonly Rule[] = [
  // "Pasado, a las dos": the day after tomorrow, as in Argentina.
  rule('pasado {clock}', m.both(ahead(2), asSaid('clock'))),
  rule('pasado (a|por|en) la (manana|mañana)', m.both(ahead(2), p.part('morning'))),
  rule('pasado (a|por|en) la tarde', m.both(ahead(2), p.part('afternoon'))),
  rule('esta (misma)? noche', m.both(today, p.part('night'))),
  rule('esta (misma)? manana', m.both(today, p.part('morning'))),
  rule('esta (misma)? tarde', m.both(today, p.part('afternoon'))),
  rule('(hoy|hoy dia) (mas tarde|luego)', m.both(today, p.restOfToday)),
  rule('mas tarde (hoy|el dia de hoy)', m.both(today, p.restOfToday)),
  rule('anoche', m.both(ahead(-1), p.part('night'))),
  rule(
    'manana (temprano|tempranito|a primera hora|bien temprano|muy temprano)',
    m.both(ahead(1), p.part('firstThing')),
  ),
  rule('manana (por|en|a|de) la manana', m.both(ahead(1), p.part('morning'))),
  rule('(a|por|en) la manana (de|del) manana', m.both(ahead(1), p.part('morning'))),
  rule('manana manana', m.both(ahead(1), p.part('morning'))),
  rule('la semana que viene a esta (misma)? hora', m.both(ahead(7), thisTime)),
  rule('(en|dentro de) {n} (hora|horas)', m.inTime('hours')),
  rule('(en|dentro de) (una )? hora y media', m.inTime('minutes', 90)),
  rule('(en|dentro de) media hora', m.inTime('minutes', 30)),
  rule('(en|dentro de) {n} minutos', m.inTime('minutes')),
  rule('(en|dentro de) un par de horas', m.inTime('hours', 2)),
  rule('(en|dentro de) un cuarto de hora', m.inTime('minutes', 15)),
];

const not =
  '(no|menos|excepto|salvo|que no sea|que no sean|pero no|cualquier dia menos|cualquier dia excepto|cualquier dia salvo|todos los dias menos|todo menos|quitando|aparte de|sin contar|nunca|ni)';
const cannot =
  '(no puedo|no me viene bien|no me va bien|no me queda bien|no me sirve|no quiero|no estoy|imposible|no me conviene|no tengo tiempo|trabajo|estoy ocupado|estoy ocupada)';

const exceptions: readonly Rule[] = [
  rule(
    '(menos|excepto|salvo|que no sea|pero no|cualquier dia menos|cualquier dia excepto|cualquier dia salvo|cualquier dia que no sea|todos los dias menos|todo menos|quitando) (el|en|para)? {what:day}',
    m.except,
  ),
  rule(`${not} {what:weekdays}`, m.except),
  rule(`${not} (el|en)? {what:day} (o|y|ni) (el|en)? {more:day}`, m.exceptBoth),
  rule(`${not} {what:weekdays} (o|y|ni) {more:weekdays}`, m.exceptBoth),
  rule(`${not} {what:part}`, m.except),
  rule(`${cannot} (ir)? {what:day}`, m.except),
  rule(`${cannot} (ir)? {what:weekdays}`, m.except),
  rule(`${cannot} (ir)? {what:part}`, m.except),
  rule(`{what:day} ${cannot}`, m.except),
  rule(`{what:weekdays} ${cannot}`, m.except),
  rule(`{what:part} ${cannot}`, m.except),
];

const names = ['lunes', 'martes', 'miercoles', 'jueves', 'viernes', '(sabados|sabado)', '(domingos|domingo)'];

export const spanishWeekdays: readonly Rule[] = [
  ...names.map((word, i) => rule(`(los|cualquier|todos los|cada|un|algun) ${word}`, m.weekdays(i + 1))),
  rule('(los|cualquier|cada|un|algun)? (sabados)', m.weekdays(6)),
  rule('(los)? domingos', m.weekdays(7)),
  rule(
    '(entre semana|dias de semana|dias laborables|dia laborable|dias habiles|dia habil|un dia de semana|los dias de semana|de lunes a viernes)',
    m.weekdays(1, 2, 3, 4, 5),
  ),
  rule('(los fines de semana|fines de semana|un fin de semana|cualquier fin de semana)', m.weekdays(6, 7)),
];

const marks: readonly Rule[] = [
  rule(
    '(lo antes posible|cuanto antes|cuanto antes mejor|lo mas pronto posible|lo mas temprano posible|lo mas pronto que pueda|lo mas pronto que se pueda|lo antes que pueda|lo antes que se pueda|la primera cita|la primera disponible|la primera hora disponible|la primera que tenga|la primera que tengan|la primera que haya|el primero que tenga|el primero disponible|el primer hueco|el primer espacio|el primer turno|lo primero que tenga|lo primero que tengan|lo primero que tengais|lo primero que tenga usted|lo primero que haya|lo primero|lo primerito|lo primero que salga|lo mas cercano|lo mas cerca|lo mas proximo|lo mas pronto|lo mas rapido|lo antes que me den|el primer lugar|la primera fecha|la primera hora libre|la primera cita libre|la mas cercana|la mas proxima|la proxima disponible|ya mismo|ahora mismo|inmediatamente|de inmediato|en cuanto se pueda|en cuanto pueda|tan pronto como sea posible|tan pronto como pueda|lo mas rapido posible|urgentemente|ahorita|ahora)',
    m.mark('earliest'),
  ),
  rule(
    '(cualquier dia|cualquier hora|a cualquier hora|cuando sea|cuando quiera|cuando pueda|cuando puedan) (me va bien|me viene bien|esta bien|me sirve|vale|que tenga|que tengan|que haya|disponible)',
    m.mark('earliest'),
  ),
  rule(
    '(algun dia|algun dia de estos|un dia de estos|uno de estos dias|cualquier dia de estos|cuando sea|cuando quiera|cuando pueda|cuando puedan|pronto|muy pronto|mas adelante|mas tarde|luego|despues|en otro momento|otro dia|otro momento|en algun momento|en unos dias|en unas semanas|dentro de unos dias|dentro de unas semanas|dentro de poco|en unos meses|proximamente|cualquier dia|cualquier hora|a cualquier hora|no muy tarde|no muy temprano|tarde o temprano|en un rato|al rato|ya veremos|en el futuro|en un tiempo|mas o menos pronto|un dia|cualquiera|en varios dias|eventualmente)',
    m.mark('vague'),
  ),
  rule(
    '(no perdon|perdon no|no espere|no espera|espere no|no mejor|mejor no|mejor|perdon|perdone|disculpe|digo|no digo|quiero decir|quise decir|mejor dicho|mas bien|o mejor|o mejor dicho|corrijo|me equivoque|bueno no|no bueno|en realidad|no en realidad|pensandolo bien|no no|espere|espera|que diga|no)',
    m.mark('correction'),
  ),
  rule('(o|u|o bien|o el|o tal vez|o quizas|o a lo mejor|y|e|o la|o a|o por)', m.mark('or')),
  rule(
    '(cambiela|cambielo|cambiala|cambialo|muevala|muevela|muevelo|muevalo|pasela|paselo|pasala|pasalo|reprogramela|reprogramelo|cambiar|mover|cambiarla|moverla|cambiarlo|pasar|pasarla|pasarlo|reprogramar|trasladar|cambie|mueva)',
    m.mark('move'),
  ),
];

export const spanishPhrases: readonly Rule[] = [
  ...ranges,
  ...bounds,
  ...together,
  ...exceptions,
  rule('{weekdays}', asSaid('weekdays')),
  ...marks,
];
