import * as b from './bounds';
import { asSaid, thisTime } from './clock-times';
import { ahead, dayOfMonth, exactly } from './days';
import { holiday } from './holidays';
import * as m from './marks';
import * as p from './parts-of-day';
import { rule, type Rule } from './patterns';
import * as s from './spans';
import type { Meaning } from './values';

/** "between Christmas and New Year". */
const toNewYear: Meaning = (c, moment) =>
  s.fromDayToDay({ ...c, b: holiday('newYear')(c, moment) ?? exactly(moment.today) }, moment);

const ranges: readonly Rule[] = [
  rule('(tomorrow|tomorow|tommorow|tommorrow) or the (day after|next day|following day)', s.daysFromTo(1, 2)),
  rule('from? {a:day} (to|through|thru|until|till) {b:day}', s.fromDayToDay),
  rule('between {a:day} and {b:day}', s.fromDayToDay),
  rule('(between|from) {a:holiday} (and|to|until) (the)? new (year|years)', toNewYear),
];

const bounds: readonly Rule[] = [
  rule('between {a:time} and {b:time}', p.between),
  rule('from {a:time} (to|until|till|through|-) {b:time}', p.between),
  rule('{a:time} (to|until|till|-|and) {b:clock}', p.between),
  rule('{a:clock} (to|until|till|-) {b:time}', p.between),
  rule('{a:time} - {b:time}', p.between),
  rule(
    '(not before|nothing before|none before|never before|nothing earlier than|no earlier than|not earlier than|no sooner than|not any earlier than|not until|not till|nothing until|nothing till|after|any time after|anytime after|sometime after|later than|past|from|any time from|starting at|starting from|at or after|only after) (about|around|at)? {time}',
    p.notBefore,
  ),
  rule(
    '{time} (or later|onwards|onward|and later|and after|or after|at the earliest|or so onwards|and on)',
    p.notBefore,
  ),
  rule('from {time} (on|onwards|onward)', p.notBefore),
  rule(
    '(before|not after|no later than|not later than|by|until|till|any time before|anytime before|sometime before|earlier than|up to|up until|at or before|not past) (about|around|at)? {time}',
    p.notAfter,
  ),
  rule('{time} (or earlier|at the latest|or before|and earlier|and before)', p.notAfter),
  rule('(after|any time after|anytime after|sometime after|later than) {day}', b.afterDay),
  rule('(after|any time after) {span}', b.afterDay),
  rule(
    '(from|starting|starting from|not before|nothing before|none before|never before|nothing earlier than|nothing until|nothing till|not till|not til|no sooner than|not earlier than|no earlier than|beginning|as of|on or after|any time from|anytime from) {day}',
    b.fromDay,
  ),
  rule('{day} (or later|onwards|onward|and later|or after|at the earliest|or any day after)', b.fromDay),
  rule('from {day} (on|onwards|onward|forward)', b.fromDay),
  rule(
    '(not before|nothing before|not until|not till|nothing until|nothing till|from|starting|starting in|no earlier than) {span}',
    b.fromDay,
  ),
  rule('(not until|not till|not til) {day}', b.fromDay),
  rule('(not until|not till|not til) the {dom}', (c, m) => b.fromDay({ day: dayOfMonth(c, m) ?? exactly(m.today) }, m)),
  rule('(not till|not til) {span}', b.fromDay),
  rule('(before|any time before|anytime before|sometime before|earlier than|prior to|sooner than) {day}', b.beforeDay),
  rule('before {span}', b.beforeDay),
  rule('(by|until|till|no later than|not later than|not after|up to|on or before|by the end of) {day}', b.untilDay),
  rule('{day} (or earlier|at the latest|or before|or sooner)', b.untilDay),
  rule('(by|until|no later than|not after|within) {span}', b.untilDay),
];

const today = ahead(0);

const together: readonly Rule[] = [
  rule('{day} first thing (in the morning)?', m.both(asSaid('day'), p.part('firstThing'))),
  rule('(tonight|to night|this evening tonight)', m.both(today, p.part('night'))),
  rule('(this morning|today morning)', m.both(today, p.part('morning'))),
  rule('this afternoon', m.both(today, p.part('afternoon'))),
  rule('(late|later) this afternoon', m.both(today, p.part('lateAfternoon'))),
  rule('(late|later) this morning', m.both(today, p.part('lateMorning'))),
  rule('this evening', m.both(today, p.part('evening'))),
  rule('(this time|same time) next week', m.both(ahead(7), thisTime)),
  rule('later (today|on today|this day)', m.both(today, p.restOfToday)),
  rule('last night', m.both(ahead(-1), p.part('night'))),
  rule('(tomorrow|tomorow|tommorow|tommorrow) am', m.both(ahead(1), p.part('morning'))),
  rule('(tomorrow|tomorow|tommorow|tommorrow) pm', m.both(ahead(1), p.part('afternoon'))),
  rule('in {n} (hour|hours|hrs) time?', m.inTime('hours')),
  rule('in (an|one) hours? time?', m.inTime('hours', 1)),
  rule('in (an|one) hour and a half', m.inTime('minutes', 90)),
  rule('in half an hour', m.inTime('minutes', 30)),
  rule('in {n} (minute|minutes|mins) time?', m.inTime('minutes')),
  rule('in a couple of hours', m.inTime('hours', 2)),
  rule('in a quarter of an hour', m.inTime('minutes', 15)),
  rule('{n} (hour|hours) from now', m.inTime('hours')),
  rule('(an|one) hour from now', m.inTime('hours', 1)),
  rule('half an hour from now', m.inTime('minutes', 30)),
  rule('(a)? quarter of an hour from now', m.inTime('minutes', 15)),
  rule('(in)? three quarters of an hour (from now)?', m.inTime('minutes', 45)),
  rule('(an|one) hour and a half from now', m.inTime('minutes', 90)),
  rule('(a couple of|a couple) hours from now', m.inTime('hours', 2)),
  rule('{n} (minute|minutes|mins) from now', m.inTime('minutes')),
];

const not =
  '(not|except|except for|except on|instead of|rather than|every day but|every day except|but not|but not on|other than|apart from|besides|excluding|anything but|any day but|every day but|all days but|all but|any but|any day except|anytime but|any time but|not on|not this|not in the|not in)';
const cannot =
  '(cant|cannot|can not|couldnt|wont|dont want|dont like|dont|not free|not available|unavailable|am busy|im busy|busy) (to|do|make|come|come in|work|make it|be there|have)? (on|in the|in|for|with)?';

const exceptions: readonly Rule[] = [
  rule(`${not} (on|for|the)? {weekday} {span}`, m.spanWithoutWeekday),
  rule(`${not} (on|for|the)? {what:day}`, m.except),
  rule(`${not} (on|for|the)? {what:day} (or|and|nor) (on|for|the)? {more:day}`, m.exceptBoth),
  rule(`(${not.slice(1, -1)}|no) {what:weekdays} (or|and|nor) {more:weekdays}`, m.exceptBoth),
  rule(`(${not.slice(1, -1)}|no) {what:weekdays}`, m.except),
  rule(`(${not.slice(1, -1)}|no) {what:part}`, m.except),
  rule(`${not} {what:span}`, m.except),
  rule(`i? ${cannot} {what:day}`, m.except),
  rule(`i? ${cannot} {what:weekdays}`, m.except),
  rule(`i? ${cannot} {what:part}`, m.except),
  rule(
    '{what:day} (doesnt work|does not work|wont work|is no good|isnt good|is not good|is bad|is out|doesnt suit|is impossible|im busy|i cant|i cannot|i work)',
    m.except,
  ),
  rule(
    '{what:weekdays} (dont work|do not work|wont work|are no good|are bad|are out|are impossible|im busy|i cant|i work)',
    m.except,
  ),
  rule(
    '{what:part} (doesnt work|dont work|wont work|are no good|is no good|are bad|is bad|are out|i cant|i work)',
    m.except,
  ),
];

/** Used as a slot of its own: several weekdays, whatever the week. */
export const englishWeekdays: readonly Rule[] = [
  ...['mondays', 'tuesdays', 'wednesdays', 'thursdays', 'fridays', 'saturdays', 'sundays'].map((word, i) =>
    rule(word, m.weekdays(i + 1)),
  ),
  rule('(every|any|each|a) {weekday}', m.everyWeekday),
  rule(
    '(weekdays|a weekday|any weekday|week days|during the week|on a weekday|a week day|working days|a working day)',
    m.weekdays(1, 2, 3, 4, 5),
  ),
  rule('(weekends|a weekend|any weekend)', m.weekdays(6, 7)),
];

const marks: readonly Rule[] = [
  rule(
    '(as soon as possible|soon as you can|soon as you could|soon as you have|as fast as you can|as fast as possible|the sooner the better|sooner the better|asap|as soon as you can|as soon as you have|soon as possible|as early as possible|as early as you can|as early as you have|earliest|the earliest|earliest possible|earliest available|soonest|soonest available|the soonest|first available|the first available|first free|first free appointment|first free slot|very first|very next|nearest date|nearest you have|whatever is soonest|whatever is next|whatever is going|next available|next opening|first opening|first appointment|first slot|first one you have|first thing you have|first thing available|first time you have|right away|straight away|immediately|right now|whatever is first|whatever you have first|whatever comes first|as quickly as possible|quickest|urgently)',
    m.mark('earliest'),
  ),
  rule(
    '(any time|anytime|any day) (is fine|works|is good|is ok|is okay|will do|you have|you can|suits|suits me|at all|you like|is available|thats available)',
    m.mark('earliest'),
  ),
  rule(
    '(whenever (is fine|works|is good|is ok|is okay|will do|suits|you like|you can)?|sometime|some time|some day|someday|soon|later|later on|eventually|one of these days|one day|at some point|in a while|in a bit|in a few days|in a few weeks|in a few months|some other day|some other time|another day|another time|a different day|a different time|not too late|not too early|pretty soon|sooner or later|any time soon|anytime soon|in the near future|in the future|any time|anytime|any day|in some time|down the road|next time|when i can|a few days from now|a few weeks from now|in several days|in several weeks|in some weeks|in some days)',
    m.mark('vague'),
  ),
  rule(
    '(no wait|wait no|no sorry|sorry no|no actually|actually no|oh no|no no|no i mean|no i meant|actually|sorry|i mean|i meant|i meant to say|or rather|make that|no make it|make it|scratch that|correction|let me correct that|my mistake|no lets say|lets say|no hold on|hold on|wait|instead|no better|or better|better|on second thought|on second thoughts|no)',
    m.mark('correction'),
  ),
  rule('(or|or else|or maybe|or perhaps|or on|or the|and|either|&)', m.mark('or')),
  rule('(move|change|reschedule|switch|swap|moved|changed|rescheduled|push|bring)', m.mark('move')),
];

export const englishPhrases: readonly Rule[] = [
  // "At ten to five" is ten minutes before it; "from ten to five" is a range.
  rule('(at|around|about) {time:baseclock}', asSaid('time')),
  ...ranges,
  ...bounds,
  ...together,
  ...exceptions,
  rule('{weekdays}', asSaid('weekdays')),
  ...marks,
];
