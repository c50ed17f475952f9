import { countOf, taken, type Mark, type Meaning, type Value } from './values';

export const mark =
  (what: Mark['mark']): Meaning =>
  () => ({ kind: 'mark', mark: what });

/** "in two hours", "in half an hour": to the minute. */
export const inTime =
  (unit: 'hours' | 'minutes', fixed?: number): Meaning =>
  (c, { now }) => ({
    kind: 'point',
    at: now.add({ [unit]: fixed ?? countOf(c) }).round({ smallestUnit: 'minute', roundingMode: 'floor' }),
  });

export const both =
  (...meanings: Meaning[]): Meaning =>
  (c, moment) => {
    const items: Value[] = [];
    for (const meaning of meanings) {
      const value = meaning(c, moment);
      if (!value) return undefined;
      items.push(value);
    }
    return { kind: 'both', items };
  };

export const except: Meaning = (c) => {
  const what = c.what;
  if (what?.kind === 'day' || what?.kind === 'weekdays' || what?.kind === 'part' || what?.kind === 'span')
    return { kind: 'except', what };
  return undefined;
};

/** "but not Monday or Wednesday": neither of them. */
export const exceptBoth: Meaning = (c, moment) =>
  both(except, ({ more, ...rest }) => (more ? except({ ...rest, what: more }, moment) : undefined))(c, moment);

/** "any day but Friday next week": that week, without its Friday. */
export const spanWithoutWeekday: Meaning = (c) => ({
  kind: 'both',
  items: [taken(c, 'span', 'span'), { kind: 'except', what: { kind: 'weekdays', days: [countOf(c, 'weekday')] } }],
});

export const weekdays =
  (...days: number[]): Meaning =>
  () => ({ kind: 'weekdays', days });

export const everyWeekday: Meaning = (c) => ({ kind: 'weekdays', days: [countOf(c, 'weekday')] });

/** Several weekdays named together: "Mondays and Wednesdays". */
export const joinedWeekdays: Meaning = (c) => ({
  kind: 'weekdays',
  days: [...new Set([...taken(c, 'a', 'weekdays').days, ...taken(c, 'b', 'weekdays').days])],
});

/** A meaning that wants a span, given one: "midweek" is the middle of this week. */
export const inSpan =
  (span: Meaning, meaning: Meaning): Meaning =>
  (c, moment) => {
    const whole = span(c, moment);
    return whole && meaning({ ...c, span: whole }, moment);
  };
