import { findNames, foldName, searchWindows, understandWhen, type SpeechContext } from '@clinicall/language';
import type { Args, Result, SimulatedWorld, Slot } from './simulated-world';

/** What a search gives: times, or why there are none to look for and what is asked then. */
export type Searched = { readonly found: Slot[] } | { readonly refused: Result; readonly asks?: string[] };

/** The times among `free` that `find_slots` means, by the product's own reading of days and names. */
export function searched(
  args: Args,
  free: readonly Slot[],
  doctors: SimulatedWorld['doctors'],
  context: SpeechContext,
): Searched {
  const said = args['when'];
  const when = typeof said === 'string' ? understandWhen(said, context) : null;
  if (when?.ambiguous) {
    const say = `Do you mean ${String(when.candidates)}?`;
    return { refused: { ok: false, reason: 'unclear_when', choices: when.candidates, say }, asks: ['date'] };
  }
  if (typeof said === 'string' && !when) return { refused: { ok: false, reason: 'unclear_when', say: 'When?' } };
  const doctor = typeof args['doctor'] === 'string' ? args['doctor'] : null;
  const known = doctors.map(({ name }) => name);
  if (doctor && !findNames(doctor, known)[0])
    return { refused: { ok: false, reason: 'unknown_doctor', say: 'No such doctor.' } };
  const range = when ? searchWindows(when, context) : null;
  const found = free.filter((slot) => {
    const at = Date.parse(`${slot.startsAt}:00-04:00`);
    const clock = slot.startsAt.slice(11);
    if (args['specialty'] !== undefined && slot.specialty !== args['specialty']) return false;
    if (doctor && foldName(slot.doctor) !== foldName(doctor)) return false;
    if (!range) return true;
    if (at < Date.parse(range.fromAt) || at >= Date.parse(range.toAt)) return false;
    return !(range.dailyFrom && clock < range.dailyFrom) && !(range.dailyTo && clock >= range.dailyTo);
  });
  return { found };
}
