import type { CountryCode } from 'libphonenumber-js';
import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { agreed, justAsked } from '../guards/yes-guard';
import type { StagedPatient } from '../state';
import { withIdentity, withOutcome } from '../state';
import { readBirthDate } from './birth-date';
import { readBackHold, readBackPerson, registerKey } from './read-backs';
import { saidBirthDate, saidName } from './said-by-caller';
import { declareTool, done, optional, refuse, words } from './tool';
import type { ToolContext } from './tool-context';
import type { ToolResult } from './tool';

export const registerPatient = declareTool({
  name: 'register_patient',
  description:
    'Notes a new patient’s full name and date of birth and reads them back. With a time held, confirm_appointment registers and books after the caller’s yes; without one, call this again after the yes.',
  shape: {
    name: words(200, 'The full name as the caller said it.'),
    dateOfBirth: words(100, 'The date of birth in the caller’s own words, untranslated.'),
    phone: optional(words(40, 'Another number to reach them at, if they gave one.')),
  },
  writes: true,
  books: true,
  run: async (input, context) => {
    const dateOfBirth = readBirthDate(input.dateOfBirth, context);
    if (typeof dateOfBirth !== 'string') return dateOfBirth;
    // Only what the caller has said: a model must not fill in what it guesses or remembers of somebody else.
    const unsaid = !saidName(input.name, context) ? 'name' : saidBirthDate(dateOfBirth, context) ? undefined : 'dob';
    if (unsaid !== undefined) {
      context.ask(unsaid);
      return refuse(`needs_${unsaid}`, context.say(`identity.${unsaid}`), ['register_patient', 'identify_patient']);
    }
    const staged: StagedPatient = { name: input.name, dateOfBirth, phone: phoneOf(input.phone, context) };
    // Somebody else than the one identified: what is booked from here on is for the new person.
    context.state = { ...context.state, staged, identified: null, appointments: [] };
    const { held } = context;
    if (held !== null) {
      return done({ staged: true }, readBackHold(held, context), ['confirm_appointment', 'register_patient']);
    }
    const key = registerKey(staged);
    if (!agreed(context.state, key, context.caller.answer)) {
      const say = justAsked(context.state, key) ? undefined : readBackPerson(staged, context);
      return refuse('needs_yes', say, ['register_patient']);
    }
    return register(staged, context);
  },
});

async function register(staged: StagedPatient, context: ToolContext): Promise<ToolResult> {
  const patient = await context.services.patients.register({ ...staged, language: context.speech.language });
  const known = withIdentity(context.state, { patientId: patient.id, name: patient.name });
  context.state = { ...withOutcome(known, { kind: 'registered' }), readBack: null };
  const say = context.say('done.registered', { name: patient.name.split(' ')[0] ?? patient.name });
  return done({ identified: { name: patient.name } }, say, ['find_slots']);
}

/** A number given and understood, else the one they use. */
function phoneOf(given: string | undefined, context: ToolContext): string | null {
  const country = context.clinic.clinic.country as CountryCode;
  const parsed = given === undefined ? undefined : parsePhoneNumberFromString(given, country);
  return parsed?.isPossible() === true ? parsed.number : context.conversation.from;
}
