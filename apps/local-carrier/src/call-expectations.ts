import { fold } from '@clinicall/language';
import type { Expectation } from './call-script';
import type { Turn } from './command-output';
import type { ListedAppointment } from './patient-appointments';

/** Where the end of a call is not as its script expects: one sentence each. */
export function unmetExpectations(
  expected: Expectation,
  turns: readonly Turn[],
  appointments: readonly ListedAppointment[],
): string[] {
  const missing = (expected.appointments ?? [])
    .filter((wanted) => !appointments.some((found) => isSame(wanted, found)))
    .map(
      ({ doctor, startsAt, status }) =>
        `No ${status} appointment with ${doctor ?? 'anybody'} at ${startsAt ?? 'any time'}.`,
    );
  const heard = fold(
    turns
      .filter(({ who }) => who === 'clinic')
      .map(({ text }) => text)
      .join('\n'),
  );
  const unsaid = (expected.must_say ?? [])
    .map((words) => (typeof words === 'string' ? [words] : words))
    .filter((words) => !words.some((word) => has(heard, word, '\\b')))
    .map((words) => `Never heard: ${words.join(' or ')}.`);
  const forbidden = (expected.must_not_say ?? []).filter((word) => has(heard, word, ''));
  return [...missing, ...unsaid, ...forbidden.map((word) => `Heard, and must not be: ${word}.`)];
}

function isSame(wanted: NonNullable<Expectation['appointments']>[number], found: ListedAppointment): boolean {
  if (wanted.status !== found.status) return false;
  if (wanted.doctor !== undefined && fold(wanted.doctor) !== fold(found.doctor)) return false;
  if (wanted.patient !== undefined && fold(wanted.patient) !== fold(found.patient)) return false;
  return wanted.startsAt === undefined || found.startsAt.startsWith(wanted.startsAt.slice(0, 16));
}

function has(text: string, word: string, end: string): boolean {
  const plain = fold(word).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(^|[^\\p{L}\\p{N}])${plain}${end}`, 'u').test(text);
}
