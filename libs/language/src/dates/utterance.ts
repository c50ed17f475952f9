import { topSlots, type Grammar } from './grammar';
import { Reading } from './patterns';
import { tokenise } from './tokens';
import type { Clock, Moment, Value } from './values';

/** Something understood, and the words it took: tokens `start` to `end`, exclusive. */
export interface Finding {
  value: Value;
  start: number;
  end: number;
  /** A bare number, which is a time only where its neighbours say so. */
  loose?: boolean;
}

/** All that an utterance says about time, in order. */
export function findingsIn(text: string, grammar: Grammar, moment: Moment): Finding[] {
  const reading = new Reading(tokenise(text), grammar.slots, moment);
  const findings: Finding[] = [];
  for (let at = 0; at < reading.tokens.length;) {
    const finding = longestAt(reading, at);
    if (!finding) {
      at++;
      continue;
    }
    findings.push(finding);
    at = finding.end;
  }
  return spread(withoutStrayNumbers(findings, reading, grammar));
}

function longestAt(reading: Reading, at: number): Finding | undefined {
  let best: Finding | undefined;
  for (const slot of topSlots) {
    for (const { end, value } of reading.at(slot, at)) {
      if (end > (best?.end ?? at)) best = { value, start: at, end };
    }
  }
  if (best) return best;
  const [hour] = reading.at('hour', at).slice(-1);
  if (hour?.value.kind !== 'count' || reading.tokens[at]?.ordinal) return looseClock(reading, at);
  const clock: Clock = { kind: 'clock', hour: hour.value.n, minute: 0 };
  return {
    value: hour.value.n > 12 || hour.value.n === 0 ? { ...clock, exact: true } : clock,
    start: at,
    end: hour.end,
    loose: true,
  };
}

/** "Today 430": hour and minutes as one number, a time only beside a day. Years are none. */
function looseClock(reading: Reading, at: number): Finding | undefined {
  const [found] = reading.at('hourminute', at);
  if (found?.value.kind !== 'count' || /^(?:19|20)\d\d$/.test(reading.tokens[at]?.word ?? '')) return undefined;
  const [hour, minute] = [Math.floor(found.value.n / 100), found.value.n % 100];
  if (hour > 23 || minute > 59) return undefined;
  const clock: Clock = { kind: 'clock', hour, minute };
  return { value: hour > 12 ? { ...clock, exact: true } : clock, start: at, end: found.end, loose: true };
}

/** "Tuesday three", "three please" and "two or three" are times; "three children" is not. */
function withoutStrayNumbers(findings: readonly Finding[], reading: Reading, grammar: Grammar): Finding[] {
  const idle = reading.tokens.every(
    (token, at) =>
      grammar.fillers.has(token.word) || findings.some((finding) => finding.start <= at && at < finding.end),
  );
  const said = (finding: Finding | undefined) =>
    finding !== undefined && !finding.loose && ['day', 'span', 'part', 'clock', 'both'].includes(finding.value.kind);
  return findings.filter((finding, i) => {
    if (!finding.loose || idle) return true;
    const [before, after] = [findings[i - 1], findings[i + 1]];
    return (before?.end === finding.start && said(before)) || (after?.start === finding.end && said(after));
  });
}

function spread(findings: readonly Finding[]): Finding[] {
  return findings.flatMap((finding) =>
    finding.value.kind === 'both' ? finding.value.items.map((value) => ({ ...finding, value })) : [finding],
  );
}
