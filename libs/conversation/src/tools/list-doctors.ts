import { doctorsMeant, specialtyMeant, unknownDoctor } from './choices';
import { declareTool, done, optional, words } from './tool';

const MOST_SAID = 5;

export const listDoctors = declareTool({
  name: 'list_doctors',
  description:
    'Names the doctors of the clinic, all or by specialty, name or spoken language. Call it when the caller asks who there is.',
  shape: {
    specialty: optional(words(100, 'The field of medicine, in the caller’s own words.')),
    name: optional(words(100, 'A doctor’s name as the caller said it.')),
    language: optional(words(40, 'A language the doctor should speak.')),
  },
  writes: false,
  books: false,
  run: (input, context) => {
    const meant = specialtyMeant(input.specialty, context);
    if ('ok' in meant) return Promise.resolve(meant);
    const language = input.language?.slice(0, 2).toLowerCase();
    const doctors = doctorsMeant(input.name, context).filter(
      (doctor) =>
        (meant.specialty === undefined || doctor.specialty === meant.specialty) &&
        (language === undefined || doctor.languages.length === 0 || doctor.languages.includes(language)),
    );
    if (doctors.length === 0) return Promise.resolve(unknownDoctor(context, meant.specialty));
    const shown = doctors.map(({ name, specialty, languages }) => ({ name, specialty, languages }));
    const item = (doctor: (typeof shown)[number]) =>
      context.say('doctors.item', { doctor: context.sentences.doctor(doctor.name), specialty: doctor.specialty });
    const [only] = shown;
    const tooMany = shown.length > MOST_SAID && meant.specialty === undefined;
    context.ask(tooMany ? 'specialty' : shown.length === 1 ? 'date' : 'doctor');
    const say = tooMany
      ? context.say('doctors.specialties', { specialties: context.sentences.list(context.clinic.specialties) })
      : shown.length === 1 && only !== undefined
        ? context.say('doctors.one', { doctor: context.sentences.doctor(only.name), specialty: only.specialty })
        : context.say('doctors.list', { doctors: context.sentences.list(shown.slice(0, MOST_SAID).map(item)) });
    return Promise.resolve(done({ doctors: shown }, say, ['find_slots']));
  },
});
