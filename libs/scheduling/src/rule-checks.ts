import { AppError } from '@clinicall/platform';
import type { FieldError } from '@clinicall/platform';
import type { RuleRow } from './rules.repository';
import { minuteOf } from './session-rules';
import { addDays, jumpOver } from './wall-time';

const MOST_DAYS = 366;
const YEARS_AHEAD = 5;

/**
 * What no rule may be, whoever's it is: judged before anything is read or written.
 * @param given fields that the client named, for rules about what belongs together.
 * @throws AppError `validation_failed` naming each wrong field and the rule it breaks.
 */
export function checkRule(rule: RuleRow, timezone: string, today: string): void {
  const errors = [...timeFaults(rule), ...dayFaults(rule, today), ...kindFaults(rule)];
  if (errors.length === 0) errors.push(...clockFaults(rule, timezone));
  if (errors.length === 0) return;
  const fields = errors.map((error) => error.field).join(', ');
  throw new AppError('validation_failed', `Wrong: ${fields}.`, { errors });
}

function timeFaults({ fromTime, toTime, slotMinutes, bufferBeforeMinutes, bufferAfterMinutes }: RuleRow): FieldError[] {
  if (fromTime === null && toTime === null) return [];
  if (fromTime === null) return [{ field: 'fromTime', message: 'must stand beside toTime' }];
  if (toTime === null) return [{ field: 'toTime', message: 'must stand beside fromTime' }];
  const length = minuteOf(toTime) - minuteOf(fromTime);
  if (length <= 0) return [{ field: 'toTime', message: 'must be later than fromTime, on the same day' }];
  if (slotMinutes === null || bufferBeforeMinutes + slotMinutes + bufferAfterMinutes <= length) return [];
  return [{ field: 'slotMinutes', message: `with its buffers is longer than the ${length} minutes of the session` }];
}

function dayFaults({ startsOn, endsOn, kind }: RuleRow, today: string): FieldError[] {
  const farthest = addDays(today, YEARS_AHEAD * MOST_DAYS);
  if (startsOn > farthest) return [{ field: 'startsOn', message: `must be within ${YEARS_AHEAD} years` }];
  if (endsOn === null) return [];
  if (endsOn < startsOn) return [{ field: 'endsOn', message: 'must not be before startsOn' }];
  const tooLong = kind !== undefined && endsOn > addDays(startsOn, MOST_DAYS - 1);
  return tooLong ? [{ field: 'endsOn', message: `must be within ${MOST_DAYS} days of startsOn` }] : [];
}

/** What each kind of exception needs, and what does not belong to it. */
function kindFaults(rule: RuleRow): FieldError[] {
  const { kind, doctorId } = rule;
  if (kind === undefined) return [];
  if (kind === 'holiday' && doctorId !== null) {
    return [{ field: 'doctorId', message: 'does not belong to a holiday, which closes the whole clinic' }];
  }
  if (kind === 'closed' || kind === 'holiday' || kind === 'leave') {
    const missing = kind === 'leave' && doctorId === null;
    const foreign = (['slotMinutes', 'visitTypeIds', 'locationId', 'roomId'] as const).filter(
      (field) => rule[field] !== null,
    );
    return [
      ...(missing ? [{ field: 'doctorId', message: 'is missing: a leave is of one doctor' }] : []),
      ...foreign.map((field) => ({ field, message: `belongs to the kinds extra and override, not to ${kind}` })),
    ];
  }
  return (['doctorId', 'fromTime', 'toTime', 'slotMinutes'] as const)
    .filter((field) => rule[field] === null)
    .map((field) => ({ field, message: `is missing: the kind ${kind} is a session` }));
}

/** Times that a named day does not have. A weekly rule leaves them out on the days it meets them. */
function clockFaults({ fromTime, toTime, startsOn, endsOn }: RuleRow, timezone: string): FieldError[] {
  if (fromTime === null || toTime === null || endsOn === null) return [];
  if (endsOn > addDays(startsOn, MOST_DAYS)) return [];
  for (let day = startsOn; day <= endsOn; day = addDays(day, 1)) {
    for (const [field, time] of [['fromTime', fromTime] as const, ['toTime', toTime] as const]) {
      const jump = time === '24:00' ? undefined : jumpOver(`${day}T${time}`, timezone);
      if (jump === undefined) continue;
      const why = `the clocks of ${timezone} go from ${jump.from} to ${jump.to}`;
      return [{ field, message: `does not exist at ${time} on ${day}: ${why} that day` }];
    }
  }
  return [];
}
