import { part } from './parts-of-day';
import { rule, type Rule } from './patterns';

export const englishParts: readonly Rule[] = [
  rule('(early|first thing) in the morning', part('firstThing')),
  rule('(in|during)? the? early morning', part('firstThing')),
  rule('first thing', part('firstThing')),
  rule(
    '(bright and early|nice and early|early|early on|early in the day|at the start of the day|start of the day|when you open|as you open|at opening|opening time)',
    part('firstThing'),
  ),
  rule('(in|during)? the? late morning', part('lateMorning')),
  rule('late in the morning', part('lateMorning')),
  rule('(in the)? mid morning', part('midMorning')),
  rule('(in|during|sometime in|anytime in|any time in)? (the|a)? (morning|mornings|morning time|am)', part('morning')),
  rule(
    '(at|around|over|during|about)? (my|the)? (lunchtime|lunch time|lunch hour|lunch break|lunch|noonish)',
    part('lunchtime'),
  ),
  rule('(in|during)? the? early afternoon', part('earlyAfternoon')),
  rule('early in the afternoon', part('earlyAfternoon')),
  rule('(in the)? mid afternoon', part('midAfternoon')),
  rule('(in|during)? the? late afternoon', part('lateAfternoon')),
  rule('(late|later) in the (afternoon|day)', part('lateAfternoon')),
  rule('(in|during|sometime in|anytime in|any time in)? (the|a)? (afternoon|afternoons|pm)', part('afternoon')),
  rule('(in|during)? (the|an)? (early|late)? (evening|evenings)', part('evening')),
  rule('(at|in the)? (night|nighttime|nights)', part('night')),
  rule('(in the)? (small hours|wee hours|middle of the night)', part('smallHours')),
  rule(
    '(last thing|at? (the)? end of (the)? day|late in the day|late|close of business|before you close)',
    part('lastThing'),
  ),
  rule('(any time|anytime|sometime)? after (my|the)? (lunch|lunchtime)', part('afterLunch')),
  rule('(any time|anytime|sometime)? after (my|the)? (work|office hours)', part('afterWork')),
  rule('(any time|anytime|sometime)? (when|after|once) i (get off|finish|leave) work', part('afterWork')),
  rule('(any time|anytime|sometime)? after (the kids get out of|kids get out of|the)? school', part('afterSchool')),
  rule('(any time|anytime|sometime)? before (my|the)? (lunch|lunchtime)', part('beforeLunch')),
  rule('(any time|anytime|sometime)? before (my|the|i start|i go to|i leave for)? work', part('beforeWork')),
];
