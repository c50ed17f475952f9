import { taken, type Day, type DayBound, type Meaning, type Span } from './values';

function edges(
  c: Parameters<Meaning>[0],
): { first: Day['dates'][number]; after: Day['dates'][number]; why?: Day['why']; choices?: Day['dates'] } | undefined {
  if (c.span) {
    const span: Span = taken(c, 'span', 'span');
    return { first: span.start, after: span.to, why: span.why, choices: span.choices };
  }
  const day = taken(c, 'day', 'day');
  const [first] = day.dates;
  return first
    ? { first, after: first.add({ days: 1 }), why: day.why, choices: day.why ? day.dates : undefined }
    : undefined;
}

const bound = (from: DayBound['from'], to: DayBound['to'], e: Pick<DayBound, 'why' | 'choices'>): DayBound => ({
  kind: 'dayBound',
  from,
  to,
  why: e.why,
  choices: e.choices,
});

/** "after Tuesday": from the day after it. */
export const afterDay: Meaning = (c) => {
  const e = edges(c);
  return e && bound(e.after, undefined, e);
};

/** "from Tuesday on", "not before Tuesday". */
export const fromDay: Meaning = (c) => {
  const e = edges(c);
  return e && bound(e.first, undefined, e);
};

/** "before Friday": up to the day before it. */
export const beforeDay: Meaning = (c) => {
  const e = edges(c);
  return e && bound(undefined, e.first, e);
};

/** "by Friday", "no later than Friday": Friday itself is still good. */
export const untilDay: Meaning = (c) => {
  const e = edges(c);
  return e && bound(undefined, e.after, e);
};
