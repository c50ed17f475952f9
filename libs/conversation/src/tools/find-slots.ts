import { fold, foldName, sayings, searchWindows, understandWhen } from '@clinicall/language';
import type { When } from '@clinicall/language';
import type { NoSlotsReason, SlotView } from '@clinicall/scheduling';
import { Temporal } from 'temporal-polyfill';
import { needsIdentity } from './appointments';
import { doctorsMeant, offerSlots, shownOption, specialtyMeant, unknownDoctor } from './choices';
import { withOffers, withoutReadBack } from '../state';
import { saidOthers } from './said-by-caller';
import { declareTool, done, optional, refuse, words } from './tool';
import type { ToolResult } from './tool';
import type { ToolContext } from './tool-context';

const MOST_OFFERED = 3;
const LOOKED_AT = 40;
const NOTHING = { closed: 'noneClosed', fully_booked: 'noneLeft', outside_horizon: 'noneYet', other: 'none' } as const;

export const findSlots = declareTool({
  name: 'find_slots',
  description:
    'Searches free times and offers up to three as options 1, 2, 3. Call it whenever the caller wants a time. Give `when` in the caller’s own words, untranslated and unresolved ("tomorrow afternoon", "el jueves después de las tres").',
  shape: {
    when: optional(words(200, 'The caller’s own words about day and time. Never a date you worked out.')),
    specialty: optional(words(100, 'The field of medicine, in the caller’s own words.')),
    doctor: optional(words(100, 'The doctor’s name as the caller said it.')),
    visitType: optional(words(100, 'The kind of visit, if the caller named one.')),
  },
  writes: false,
  books: true,
  run: async (asked, context) => {
    const seen = await sameDoctor(asked.doctor, context);
    if (seen !== undefined && 'ok' in seen) return seen;
    const input = seen === undefined ? asked : { ...asked, ...seen };
    const meant = specialtyMeant(input.doctor === undefined ? input.specialty : undefined, context);
    if ('ok' in meant) return meant;
    const doctors = doctorsMeant(input.doctor, context);
    if (input.doctor !== undefined && doctors.length === 0) return unknownDoctor(context, meant.specialty);
    const when = input.when === undefined ? null : understandWhen(input.when, context.speech);
    if (when?.ambiguous === true) return askBack(when, context);
    if (input.when !== undefined && when === null) return unclear('vague', context);
    // "Anything else?" is the same search without what was offered; any other words begin anew, with all there is.
    const refused = saidOthers(context) ? refusedBy(context) : [];
    declineReadBack(context);
    const declined = context.state.declined ?? [];
    context.state = { ...context.state, search: input, refused };
    const doctorId = input.doctor === undefined ? undefined : doctors[0]?.id;
    const wanted = { doctorId, specialty: meant.specialty, visitType: input.visitType, refused };
    const [free, kept] = await Promise.all([
      withoutDeclined(when, wanted, declined, context),
      when === null ? keptForCaller(wanted, context) : [],
    ]);
    const found = { ...free, slots: [...kept, ...free.slots].slice(0, MOST_OFFERED) };
    if (found.slots.length === 0)
      return refused.length > 0
        ? nothingElse(context)
        : (stillFree(wanted, context) ?? nothingFree(await reasonFor(free, when, context), context));
    const { options, say } = offerSlots(found.slots, context, found.exact ? undefined : context.say('offer.notExact'));
    return done({ options, ...(found.exact ? {} : { exact: false }) }, say, [
      'hold_slot',
      'reschedule_appointment',
      'find_slots',
    ]);
  },
});

/** The no of this turn to a time that was read back counts already: it is not among the times that are offered in its place. */
function declineReadBack(context: ToolContext): void {
  const { state, caller } = context;
  const { readBack, held, turn } = state;
  if (held === null || readBack?.action !== 'book' || readBack.turn !== turn - 1 || caller.answer !== 'no') return;
  context.state = { ...withoutReadBack(state), held: null };
}

const SAME =
  /\b(same|usual|regular|last|previous|before|again)\b|\bmism[oa]\b|\bde siempre\b|\bhabitual\b|\b(ultima|anterior)\b/;

/** "The same doctor as last time": whom the identified patient was with; undefined when a name was said, or nothing. */
async function sameDoctor(
  said: string | undefined,
  context: ToolContext,
): Promise<{ doctor: string | undefined } | ToolResult | undefined> {
  if (said === undefined || namesDoctor(said, context)) return undefined;
  if (!SAME.test(fold(said)) && !sayings(said, 'sameDoctor')) return undefined;
  const { identified } = context.state;
  if (identified === null) return needsIdentity(context);
  const last = await context.services.bookings.lastVisitOf(identified.patientId);
  return last === undefined ? unknownDoctor(context) : { doctor: last.doctor.name };
}

/** One of the clinic's names as it is written; "last time" may sound like one and is none. */
function namesDoctor(said: string, { clinic }: ToolContext): boolean {
  const words = new Set(foldName(said).split(' '));
  return clinic.doctors.some(({ name }) => words.has(foldName(name).split(' ').at(-1) ?? name));
}

/** A freed time that the waitlist keeps for this very caller comes first: they may be calling because of it. */
async function keptForCaller(wanted: Wanted, context: ToolContext): Promise<SlotView[]> {
  const { identified } = context.state;
  if (identified === null) return [];
  const kept = await context.services.waitlist.offeredTo(identified.patientId);
  return kept.filter(
    (slot) =>
      !wanted.refused.includes(slot.id) &&
      (wanted.doctorId === undefined || slot.doctor.id === wanted.doctorId) &&
      (wanted.specialty === undefined || slot.specialty === wanted.specialty),
  );
}

interface Found {
  readonly slots: SlotView[];
  /** Why there are none, when the search could say. */
  readonly reason?: NoSlotsReason;
}

interface Wanted {
  readonly doctorId?: string;
  readonly specialty?: string;
  readonly visitType?: string;
  readonly refused: readonly string[];
}

/** One doctor who does not work then is not a clinic that is closed: that is said only when nobody sees patients. */
async function reasonFor(
  { reason }: Found,
  when: When | null,
  context: ToolContext,
): Promise<NoSlotsReason | undefined> {
  if (reason !== 'closed') return reason;
  const anybody = await look(when, { refused: [] }, context);
  return anybody.reason === 'closed' ? reason : undefined;
}

/** What was declined is heard of again where there is nothing else then. */
async function withoutDeclined(
  when: When | null,
  wanted: Wanted,
  declined: readonly string[],
  context: ToolContext,
): Promise<Found & { exact: boolean }> {
  const others = await search(when, { ...wanted, refused: [...wanted.refused, ...declined] }, context);
  if (declined.length === 0 || (others.exact && others.slots.length > 0)) return others;
  const all = await search(when, wanted, context);
  return all.exact || others.slots.length === 0 ? all : others;
}

/** The times asked for; when none of them is free, what lies nearest to what was meant. */
async function search(when: When | null, wanted: Wanted, context: ToolContext): Promise<Found & { exact: boolean }> {
  const first = await look(when, wanted, context);
  const wider = when === null ? undefined : widerThan(when);
  if (first.slots.length > 0 || wider === undefined) return { ...first, exact: true };
  const { slots } = await look(wider, wanted, context);
  return { slots, reason: first.reason, exact: false };
}

/** When nothing is free then: the rest of that day; before an hour of a day, the days before it; after one, those after. */
function widerThan({ date, time, from, to }: When): When | undefined {
  if (date === undefined) return undefined;
  if (time !== undefined) return { date, ambiguous: false };
  if (from === undefined && to !== undefined) return { to, ambiguous: false };
  return from !== undefined && to === undefined ? { from, ambiguous: false } : undefined;
}

async function look(when: When | null, wanted: Wanted, context: ToolContext): Promise<Found> {
  const window = when === null ? undefined : searchWindows(when, context.speech);
  const visitType = await knownVisitType(wanted.visitType, context);
  const page = await context.services.slots.find({
    doctorId: wanted.doctorId,
    specialty: wanted.specialty,
    visitType,
    excludeSlotIds: wanted.refused,
    // A time that they keep already is not taken from them.
    keptFor: context.owner,
    ...(window === undefined
      ? {}
      : {
          from: window.fromAt,
          to: window.toAt,
          dailyFrom: window.dailyFrom,
          dailyTo: window.dailyTo,
          weekdays: window.weekdays,
        }),
    limit: LOOKED_AT,
  });
  return { slots: spread(page.items), reason: page.reason };
}

/** A kind of visit the clinic does not name is left out: it must not hide the times there are. */
export async function knownVisitType(visitType: string | undefined, context: ToolContext): Promise<string | undefined> {
  if (visitType === undefined) return undefined;
  const known = await context.services.doctors.visitTypes();
  return known.find((type) => type.name.toLowerCase() === visitType.toLowerCase())?.name;
}

/** The first times, but not two doctors at the very same minute: three options should differ in something that matters. */
function spread(slots: readonly SlotView[]): SlotView[] {
  const chosen: SlotView[] = [];
  for (const slot of slots) {
    if (chosen.length === MOST_OFFERED) break;
    if (!chosen.some((one) => one.startsAt === slot.startsAt)) chosen.push(slot);
  }
  for (const slot of slots) {
    if (chosen.length === MOST_OFFERED) break;
    if (!chosen.includes(slot)) chosen.push(slot);
  }
  return chosen;
}

function refusedBy({ state }: ToolContext): string[] {
  return [...new Set([...(state.refused ?? []), ...state.offers.map((offer) => offer.slotId)])];
}

/** What was offered still stands. */
function nothingElse(context: ToolContext): ToolResult {
  context.ask('option', 'date');
  const choices = context.state.offers.map((offer) => shownOption(offer, context));
  return refuse('no_slots', context.say('offer.noneElse'), ['hold_slot', 'find_slots', 'join_waitlist'], { choices });
}

/** "So nothing today": what was offered of that doctor or field before, and not declined, is said once more with the no. */
function stillFree({ doctorId, specialty }: Wanted, context: ToolContext): ToolResult | undefined {
  const { offers, declined = [] } = context.state;
  const doctor = context.clinic.doctors.find(({ id }) => id === doctorId)?.name;
  const standing = offers.filter(
    (offer) =>
      !declined.includes(offer.slotId) &&
      (doctor === undefined || offer.doctor === doctor) &&
      (specialty === undefined || offer.specialty === specialty),
  );
  if (standing.length === 0) return undefined;
  const numbered = standing.map((offer, at) => ({ ...offer, option: at + 1 }));
  context.state = { ...withOffers(context.state, numbered), inVain: context.state.turn };
  context.ask('option', 'date');
  const say = `${context.say('offer.noneThen')} ${context.sentences.offer(numbered)}`;
  const choices = numbered.map((offer) => shownOption(offer, context));
  return refuse('no_slots', say, ['hold_slot', 'find_slots', 'join_waitlist'], { choices });
}

/** Closed, fully booked or too far ahead are said as what they are; the rest is simply not free. */
function nothingFree(reason: NoSlotsReason | undefined, context: ToolContext): ToolResult {
  context.state = { ...context.state, offers: [], inVain: context.state.turn };
  context.ask('date');
  const why = reason === 'closed' || reason === 'fully_booked' || reason === 'outside_horizon' ? reason : 'other';
  return refuse('no_slots', context.say(`offer.${NOTHING[why]}`), ['find_slots', 'join_waitlist', 'list_doctors']);
}

/** The ambiguous is asked back with its choices, the impossible with its reason. */
function askBack(when: When, context: ToolContext): ToolResult {
  const choices = when.candidates ?? [];
  const said = choices.map((candidate) => spoken(candidate, context));
  if (choices.length > 1) {
    context.ask(when.why === 'am_or_pm' ? 'time' : 'date');
    const key = when.why === 'am_or_pm' ? 'when.amOrPm' : 'when.which';
    const say = context.say(key, { choices: context.sentences.list(said, 'or') });
    return refuse('unclear_when', say, ['find_slots'], { choices });
  }
  return unclear(when.why ?? 'vague', context);
}

function unclear(why: string, context: ToolContext): ToolResult {
  const known = ['past', 'nonexistent', 'gap', 'vague'].includes(why) ? why : 'vague';
  context.ask('date', 'time');
  return refuse(why === 'past' ? 'past' : 'unclear_when', context.say(`when.${known}`), ['find_slots']);
}

/** A candidate is a local date, a local time or both. */
function spoken(candidate: string, context: ToolContext): string {
  try {
    if (/^\d{4}-\d\d-\d\d$/.test(candidate)) return context.sentences.dayOf(`${candidate}T12:00`);
    if (/^\d\d:\d\d$/.test(candidate)) return context.sentences.timeOf(`2000-01-01T${candidate}`);
    return context.sentences.moment(
      Temporal.PlainDateTime.from(candidate.slice(0, 16))
        .toZonedDateTime(context.speech.timezone)
        .toInstant()
        .toString(),
    );
  } catch {
    return candidate;
  }
}
