import { searchWindows, understandWhen } from '@clinicall/language';
import { withOutcome } from '../state';
import { needsIdentity } from './appointments';
import { doctorsMeant, specialtyMeant, unknownDoctor } from './choices';
import { declareTool, done, optional, refuse, words } from './tool';

export const joinWaitlist = declareTool({
  name: 'join_waitlist',
  description: 'Puts the identified caller on the waiting list for a doctor or specialty, when nothing suits them now.',
  shape: {
    when: optional(words(200, 'When they could come, in their own words.')),
    specialty: optional(words(100, 'The field of medicine, in their own words.')),
    doctor: optional(words(100, 'The doctor’s name as they said it.')),
  },
  writes: true,
  books: true,
  run: async (input, context) => {
    const { identified, search } = context.state;
    if (identified === null) return needsIdentity(context);
    const asked =
      input.specialty === undefined && input.doctor === undefined
        ? { ...search, when: input.when ?? search?.when }
        : input;
    const meant = specialtyMeant(asked.doctor === undefined ? asked.specialty : undefined, context);
    if ('ok' in meant) return meant;
    const doctor = asked.doctor === undefined ? undefined : doctorsMeant(asked.doctor, context)[0];
    if (asked.doctor !== undefined && doctor === undefined) return unknownDoctor(context);
    if (doctor === undefined && meant.specialty === undefined) {
      context.ask('specialty', 'doctor');
      return refuse('unknown_specialty', context.say('doctors.ask'), ['join_waitlist'], {
        choices: context.clinic.specialties,
      });
    }
    const when = asked.when === undefined ? null : understandWhen(asked.when, context.speech);
    const window = when === null || when.ambiguous ? undefined : searchWindows(when, context.speech);
    await context.services.waitlist.join({
      patientId: identified.patientId,
      doctorId: doctor?.id,
      specialty: meant.specialty,
      from: window === undefined ? null : new Date(window.fromAt),
      to: window === undefined ? null : new Date(window.toAt),
      dailyFrom: window?.dailyFrom,
      dailyTo: window?.dailyTo,
      ...context.origin,
    });
    context.state = withOutcome(context.state, { kind: 'waitlisted' });
    return done({ waitlisted: true }, context.say('done.waitlisted'), ['find_slots', 'end_conversation']);
  },
});
