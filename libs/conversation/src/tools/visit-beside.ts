import { fold, localTime } from '@clinicall/language';
import { fits, mentionedDates } from '../guards/mentioned-dates';
import type { Held, ListedAppointment } from '../state';
import { numberAppointments } from './appointments';
import { readBackBeside, readBackHold, readBackMove } from './read-backs';
import { done } from './tool';
import type { ToolResult } from './tool';
import type { ToolContext } from './tool-context';

/**
 * A kept time put to somebody who is known. Who has a visit to come with the same doctor, or else one in the same field, may have
 * forgotten it, or want it moved and not have said so: they hear of it once, and that it stays. A yes books the new time as well, so
 * that no word less than "move it" ever touches the old one.
 * @param before what is said first, "Thank you, Peter."; empty for nothing.
 */
export async function putHold(
  held: Held,
  context: ToolContext,
  shown: Record<string, unknown>,
  before = '',
): Promise<ToolResult> {
  const beside = await visitBeside(held, context);
  const say = beside === undefined ? readBackHold(held, context) : besideSentence(beside, held, context);
  const words = before === '' ? say : `${before} ${say}`;
  if (beside === undefined) return done(shown, words, ['confirm_appointment', 'hold_slot', 'find_slots']);
  context.state = { ...context.state, toldBeside: true };
  const { appointment, doctor, specialty, startsAt } = beside;
  return done({ ...shown, alreadyHas: { appointment, doctor, specialty, startsAt } }, words, [
    'confirm_appointment',
    'reschedule_appointment',
    'hold_slot',
    'find_slots',
  ]);
}

/** The new time was wanted in the place of what they have, before it was known what that is: then it is the move that is put to them. */
function besideSentence(beside: ListedAppointment, held: Held, context: ToolContext): string {
  const isInstead = context.caller.all.map(fold).some((said) => INSTEAD.test(said) || misses(said, beside, context));
  return isInstead ? readBackMove(beside, held, context) : readBackBeside(beside, held, context);
}

const INSTEAD =
  /\b(?:instead(?! of (?:the|a|an|calling|going|coming))|en (?:su|vez|lugar) (?:lugar|de (?:ese|esa|la|el|ella)))\b/;

/** "I can't make Monday": what they have is on that day. */
function misses(said: string, { startsAt }: ListedAppointment, { speech }: ToolContext): boolean {
  if (!CANNOT_COME.test(said)) return false;
  const [today, day] = [speech.now, startsAt].map((instant) => localTime(instant, speech.timezone).day);
  return mentionedDates(said, today ?? '').dates.some((date) => fits(date, day ?? ''));
}

const CANNOT_COME =
  /\b(?:(?:can't|cannot|can not|couldn't|won't be able to|not able to|unable to) (?:make|come|do|get (?:there|in|to)|attend|be there)|no (?:puedo|podre|podria|voy a poder|me es posible) (?:ir|asistir|venir|acudir|llegar|el|este|esta))\b/;

/** Said to be one more: they know of the other. */
const ONE_MORE =
  /\b(?:another|additional|extra|one more|further|a second) (?:\w+ ){0,2}(?:appointments?|appts?|visits?|bookings?|consultations?|check-?ups?)\b|\banother one\b|\b(?:otr[oa]|una? segund[oa]) (?:cita|visita|consulta|turno|revision)\b|\bun[oa] (?:cita|visita|consulta|turno|revision) (?:mas|adicional|aparte)\b/;

async function visitBeside(held: Held, context: ToolContext): Promise<ListedAppointment | undefined> {
  const { identified, toldBeside } = context.state;
  if (identified === null || toldBeside === true || context.caller.all.some((said) => ONE_MORE.test(fold(said))))
    return undefined;
  const all = (await numberAppointments(context)).filter((one) => !madeHere(one, context));
  return only(all.filter(({ doctor }) => doctor === held.doctor)) ?? sameField(all, held);
}

/** With two of them it would have to be asked which as well. */
function only<Item>([first, ...more]: readonly Item[]): Item | undefined {
  return more.length === 0 ? first : undefined;
}

function sameField(all: readonly ListedAppointment[], held: Held): ListedAppointment | undefined {
  const sameDoctor = all.some(({ doctor }) => doctor === held.doctor);
  return sameDoctor ? undefined : only(all.filter(({ specialty }) => specialty === held.specialty));
}

/** What was booked or moved a minute ago is known to both. */
function madeHere({ doctor, startsAt }: ListedAppointment, { state }: ToolContext): boolean {
  return state.outcomes.some(
    ({ kind, visit }) =>
      (kind === 'booked' || kind === 'moved') &&
      visit?.doctor === doctor &&
      Date.parse(visit.startsAt) === Date.parse(startsAt),
  );
}
