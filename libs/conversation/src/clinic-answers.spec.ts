import { answerFromClinic } from './clinic-answers';
import type { ClinicFacts } from './clinic-facts';
import type { Sentences } from './sentences';

/** A clinic that knows these things, by the name of each. */
const ENTRIES = {
  en: {
    labs: ['Where do I go for blood tests?', 'Blood tests are on the ground floor, from 07:30 to 10:00.'],
    parking: ['Is there parking?', 'There is a car park behind the building, on Mill Lane.'],
    place: ['Where are you?', 'We are at 12 Harbour Street.'],
    access: ['Is the building accessible?', 'There is a ramp at the side door.'],
    pharmacy: ['Is there a pharmacy nearby?', 'There is one across the road.'],
    food: ['Is there a cafeteria?', 'There is one on the second floor.'],
    walkin: ['Do you take walk-ins?', 'No, visits are by appointment.'],
    results: ['When do I get my results?', 'In three working days.'],
    wifi: ['Do you have Wi-Fi?', 'Yes, it is called Guest.'],
  },
  es: {
    labs: ['Análisis de sangre', 'Sin cita, de 8:00 a 10:30, en la planta baja.'],
    parking: ['¿Hay aparcamiento?', 'Hay uno en la calle Colón.'],
    place: ['¿Cuál es la dirección?', 'Estamos en la avenida Real, 12.'],
    access: ['¿Es accesible el edificio?', 'Hay una rampa en la entrada.'],
    company: ['¿Puedo ir acompañado?', 'Sí, puede entrar una persona.'],
    transport: ['¿Qué autobús llega?', 'El 12 y el 27.'],
    wifi: ['¿Hay wifi?', 'Sí, se llama Invitados.'],
  },
} as const;
type Lang = keyof typeof ENTRIES;

/** The entry that answers, by its name; `without` are those that the clinic does not have. */
function answering(language: Lang, question: string, ...without: string[]): string | undefined {
  const faq = Object.entries<readonly [string, string]>(ENTRIES[language])
    .filter(([id]) => !without.includes(id))
    .map(([id, [asked, answer]]) => ({ id, language, question: asked, answer }));
  const clinic = { faq, hours: 'Monday to Friday', clinic: { hours: {} } } as unknown as ClinicFacts;
  const sentences = { speech: { language }, say: () => 'hours', hours: () => '' } as unknown as Sentences;
  return answerFromClinic(question, clinic, sentences)?.source;
}

const asked: readonly (readonly [Lang, string, string])[] = [
  ['en', 'labs', 'doc says i need bloods doing, where do i go for that n what time'],
  ['en', 'labs', 'my doctor ordered labs, where do I go and what time do you start'],
  ['en', 'labs', 'how early do the blood people start'],
  ['en', 'labs', 'do I need to book to get blood drawn or do I just turn up'],
  ['en', 'parking', 'one more thing, I am driving in, is there somewhere to leave it near you?'],
  ['en', 'parking', 'coming by car, anywhere to leave it?'],
  ['en', 'place', 'I have a blood test with you on Monday. Where are you?'],
  ['en', 'access', 'is it step-free'],
  ['en', 'pharmacy', 'is there a chemist near you'],
  ['en', 'food', 'somewhere to get a bite while I wait?'],
  ['en', 'results', 'are my bloods back yet'],
  ['en', 'walkin', 'can I just turn up'],
  ['en', 'wifi', 'have you got internet in the waiting room'],
  ['es', 'labs', 'hace falta pedir hora para sacarse sangre o puedo ir directamente?? y a q hora'],
  ['es', 'labs', '¿a qué hora abren para los laboratorios?'],
  ['es', 'labs', 'para lo de la extracción de sangre hay que sacar turno?'],
  ['es', 'labs', '¿dónde tengo que ir para que me saquen sangre?'],
  ['es', 'parking', 'ah una cosa más, voy en auto, ¿hay dónde dejarlo ahí cerca?'],
  ['es', 'parking', 'vengo manejando, ¿dónde lo dejo?'],
  ['es', 'parking', 'llegaré en coche, ¿dónde se puede dejar?'],
  ['es', 'access', '¿hay escalones en la entrada?'],
  ['es', 'company', '¿puedo llevar a los niños a la consulta?'],
  ['es', 'transport', '¿qué guagua me deja más cerca?'],
  ['es', 'wifi', '¿hay internet en la sala de espera?'],
];

describe('what a caller asks in their own words', () => {
  it.each(asked)('is answered, %s, from %s: %s', (language, entry, question) => {
    expect(answering(language, question)).toBe(`faq:${entry}`);
  });

  it.each(asked.filter(([, entry]) => entry !== 'results'))(
    'has no answer, %s, without the entry on %s: %s',
    (language, entry, question) => {
      expect(answering(language, question, entry)).toBeUndefined();
    },
  );

  it('hears the hours of the clinic when these are asked for', () => {
    expect(answering('en', 'what time do you open')).toBe('hours');
    expect(answering('en', 'what time do you open for bloods', 'labs')).toBeUndefined();
  });
});
