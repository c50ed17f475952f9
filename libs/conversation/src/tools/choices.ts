import { findNames, findSpecialty, foldName } from '@clinicall/language';
import type { SlotView } from '@clinicall/scheduling';
import type { Offer, Visit } from '../state';
import { withOffers } from '../state';
import { refuse } from './tool';
import type { ToolResult } from './tool';
import type { ToolContext } from './tool-context';

const MOST_NEAR = 3;

type Doctor = ToolContext['clinic']['doctors'][number];

/** The doctors whom the caller's words may mean, nearest first; everybody when nobody was named. */
export function doctorsMeant(name: string | undefined, context: ToolContext): readonly Doctor[] {
  const { doctors } = context.clinic;
  if (name === undefined) return doctors;
  const found = findNames(
    name,
    doctors.map((doctor) => doctor.name),
  );
  const exact = found.filter((match) => foldName(match.name) === foldName(name));
  return (exact.length > 0 ? exact : found).flatMap((match) => doctors.filter((doctor) => doctor.name === match.name));
}

/** The clinic's own name for a field, or the refusal that names the choices. */
export function specialtyMeant(words: string | undefined, context: ToolContext): { specialty?: string } | ToolResult {
  if (words === undefined) return {};
  const { specialties } = context.clinic;
  const found = findSpecialty(words, specialties, context.speech.language);
  if (found.specialty !== null) return { specialty: found.specialty };
  const choices = found.candidates.length > 0 ? found.candidates : specialties;
  const key = found.candidates.length > 0 ? 'doctors.whichSpecialty' : 'doctors.unknownSpecialty';
  context.ask('specialty');
  return refuse(
    'unknown_specialty',
    context.say(key, { specialties: context.sentences.list(choices, 'or') }),
    ['find_slots', 'list_doctors'],
    { choices },
  );
}

/** Refuses a name the clinic does not have, naming up to five that it has. */
export function unknownDoctor(context: ToolContext, specialty?: string): ToolResult {
  const doctors = context.clinic.doctors
    .filter((doctor) => specialty === undefined || doctor.specialty === specialty)
    .slice(0, 5);
  const choices = doctors.map((doctor) => doctor.name);
  context.ask('doctor');
  const names = context.sentences.list(doctors.map((doctor) => context.sentences.doctor(doctor.name)));
  return refuse('unknown_doctor', context.say('doctors.unknown', { doctors: names }), ['list_doctors', 'find_slots'], {
    choices,
  });
}

/** Puts slots before the caller as options 1, 2, 3. Only what stands here can be held. */
export function offerSlots(
  slots: readonly SlotView[],
  context: ToolContext,
  prefix?: string,
): { options: readonly unknown[]; say: string } {
  const offers: Offer[] = slots.map((slot, at) => ({
    option: at + 1,
    slotId: slot.id,
    doctor: slot.doctor.name,
    specialty: slot.specialty,
    startsAt: slot.startsAt,
  }));
  context.state = withOffers(context.state, offers);
  context.ask('option');
  const say = [prefix, context.sentences.offer(offers)].filter((part) => part !== undefined).join(' ');
  return { options: offers.map((offer) => shownOption(offer, context)), say };
}

export function shownOption(offer: Offer, context: ToolContext): Record<string, unknown> {
  const { option, doctor, specialty, startsAt } = offer;
  return { option, doctor, specialty, startsAt, spoken: context.sentences.visit(offer) };
}

/** An option that was never offered; the valid ones are named, to the model and to the caller. */
export function notOffered(context: ToolContext): ToolResult {
  const { offers } = context.state;
  if (offers.length === 0) {
    context.ask('specialty', 'date');
    return refuse('not_offered', context.say('offer.nothingOffered'), ['find_slots'], { choices: [] });
  }
  context.ask('option');
  return refuse('not_offered', context.sentences.offer(offers), ['hold_slot', 'find_slots'], {
    choices: offers.map((offer) => shownOption(offer, context)),
  });
}

/** A slot that is gone: what lies near is offered in its place, and what they keep themselves. */
export function slotTaken(near: readonly SlotView[], context: ToolContext, before?: string): ToolResult {
  const alternatives = withKept(near, context);
  context.state = { ...context.state, inVain: context.state.turn };
  const prefix = [before, context.say('offer.taken')].filter((part) => part !== undefined).join(' ');
  if (alternatives.length === 0) {
    context.state = { ...context.state, offers: [] };
    context.ask('date');
    return refuse('slot_taken', `${prefix} ${context.say('when.ask')}`, ['find_slots'], { choices: [] });
  }
  const { options, say } = offerSlots(alternatives, context, prefix);
  return refuse('slot_taken', say, ['hold_slot', 'find_slots'], { choices: options });
}

/** Their own time is taken for everybody but them; of another field it is another matter. */
function withKept(near: readonly SlotView[], { held, clinic }: ToolContext): readonly SlotView[] {
  const doctor = clinic.doctors.find(({ name }) => name === held?.doctor);
  if (held === null || doctor === undefined || near.some(({ id }) => id === held.slotId)) return near;
  if (near.some(({ specialty }) => specialty !== held.specialty)) return near;
  const { slotId: id, startsAt, specialty } = held;
  const kept: SlotView = { id, status: 'held', startsAt, endsAt: startsAt, doctor, specialty };
  return [...near.slice(0, MOST_NEAR - 1), kept].sort((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt));
}

export function visitOf(view: { doctor: { name: string }; specialty: string; startsAt: string }): Visit {
  return { doctor: view.doctor.name, specialty: view.specialty, startsAt: view.startsAt };
}
