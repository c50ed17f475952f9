import { part } from './parts-of-day';
import { rule, type Rule } from './patterns';

const in_ = '(por la|en la|de la|a la|durante la|por las|en las|la|las)';

export const spanishParts: readonly Rule[] = [
  rule(`${in_} manana (temprano|tempranito|a primera hora)?`, part('morning')),
  rule(`(temprano|tempranito|bien temprano|muy temprano|a primera hora) ${in_}? manana`, part('firstThing')),
  rule('(por|en|de|a|durante) (las)? mananas', part('morning')),
  rule('las mananas', part('morning')),
  rule('(en|por|a|de)? (la)? (mananita|mananitas)', part('morning')),
  rule('(en|por|a|de)? (la)? (tardecita|tardecitas)', part('afternoon')),
  rule(`${in_} manana temprano`, part('firstThing')),
  rule(`a primera hora (${in_} manana)?`, part('firstThing')),
  rule(
    '(primera hora|lo primero|a primerisima hora|temprano|tempranito|bien temprano|muy temprano|mas temprano|al abrir|cuando abran|recien abran)',
    part('firstThing'),
  ),
  rule(`a ultima hora ${in_} manana`, part('lateMorning')),
  rule('(a|por la)? media manana', part('midMorning')),
  rule('(antes de|antes del) (comer|almorzar|almuerzo|la comida)', part('beforeLunch')),
  rule('(despues de|despues del|luego de|tras) (comer|almorzar|almuerzo|la comida)', part('afterLunch')),
  rule(
    '(despues del|despues de|al salir del|luego del|saliendo del|cuando salga del) (mi)? (trabajo|trabajar|jale|curro|laburo)',
    part('afterWork'),
  ),
  rule('(antes del|antes de) (ir al|entrar al|mi)? (trabajo|trabajar)', part('beforeWork')),
  rule('(despues|a la salida|al salir|luego) (de la|del|de) (escuela|colegio|clases|clase|cole)', part('afterSchool')),
  rule('(cualquier|alguna|una) tarde', part('afternoon')),
  rule('(cualquier|alguna) manana', part('morning')),
  rule(`${in_} (tarde|tardes)`, part('afternoon')),
  rule('(por|en|de) (las)? tardes', part('afternoon')),
  rule('(a|por la)? media tarde', part('midAfternoon')),
  rule('(a|al)? (primera hora|principio|comienzo|inicio) de la tarde', part('earlyAfternoon')),
  rule('temprano en la tarde', part('earlyAfternoon')),
  rule('(a)? (ultima hora|ultimas horas|final) de la tarde', part('lateAfternoon')),
  rule(
    '(tarde en la tarde|al final de la tarde|ya tarde|a ultima hora del dia|al final del dia|al terminar el dia|a ultima hora|ultima hora|antes de cerrar|antes de que cierren)',
    part('lastThing'),
  ),
  rule(`${in_} (noche|noches)`, part('night')),
  rule('de noche', part('night')),
  rule(`${in_} madrugada`, part('smallHours')),
  rule(
    '(a la hora de|a la hora del|en la hora de|la hora de|la hora del) (comer|la comida|almuerzo|almorzar)',
    part('lunchtime'),
  ),
  rule('al atardecer', part('evening')),
];
