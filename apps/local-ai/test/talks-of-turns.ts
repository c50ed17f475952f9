import { booked1500, two, who, type Dialogue } from './simulated-talk';

const quien = 'Peter Lang, 1 de febrero de 1970';
const emma = 'Emma Krueger, 2/2/2014';
const owen = 'Owen Krueger, 7/19/2017';
const both = ['Siobhan Reyes 2027-05-05T09:30 Emma Krueger', 'Siobhan Reyes 2027-05-07T13:00 Owen Krueger'];
const firstChild = ['A dermatologist on Wednesday for my daughter', 'yes', emma, 'Yes please'];
const toThursday = ['Ruth Adler 2027-05-06T10:00 Peter Lang'];

/** Another patient, another day or another question than the talk began with, in English. */
export const englishTurns: Dialogue[] = [
  {
    name: 'asks who the brother is before a time is looked for',
    caller: [...firstChild, 'Now for her brother Owen, could he see Dr. Reyes on Friday?', owen, 'yes', 'yes'],
    rows: both,
  },
  {
    name: 'asks who it is that is only named',
    caller: [...firstChild, 'And can Owen come in on Friday with Dr. Reyes?', owen, 'yes', 'yes'],
    rows: both,
  },
  {
    name: 'books for whoever says their name and birth date in the middle',
    caller: [...firstChild, 'One more with Dr. Reyes on Friday', owen, 'yes', 'yes'],
    rows: both,
  },
  {
    name: 'takes a forgotten flight and a new day for a new day',
    caller: [
      'A cardiologist tomorrow afternoon please',
      'the first one',
      who,
      'Never mind, I just remembered I fly to Boston tomorrow. How about Thursday morning?',
      'ten',
      'yes',
    ],
    rows: toThursday,
  },
  {
    name: 'leaves it where only a call is promised',
    caller: ['A cardiologist tomorrow afternoon please', 'the second', who, "Forget it, I'll call Monday", 'yes'],
    rows: [],
  },
  {
    name: 'answers two questions of one breath',
    caller: ['Where do I park and do you take Aetna?'],
    rows: [],
    also: (clinic) =>
      expect(clinic.calls.map(({ args }) => args['question'])).toEqual(['Where do I park', 'do you take Aetna?']),
  },
  {
    name: 'moves what is only told of as a story',
    appointments: two.slice(0, 1),
    caller: [
      "I'm meant to be in with Dr. Adler on Monday the 10th, only my shifts got swapped round. Thursday this week I'm off.",
      who,
      'ten',
      'yes',
    ],
    rows: toThursday,
  },
  {
    name: 'books beside an appointment that is only mentioned',
    appointments: two.slice(0, 1),
    caller: [
      'I have an appointment on Monday. I need a dermatologist on Friday for this rash',
      'yes',
      who,
      'yes',
      'yes',
    ],
    rows: ['Ruth Adler 2027-05-10T09:00 Peter Lang', 'Siobhan Reyes 2027-05-07T13:00 Peter Lang'],
  },
];

export const spanishTurns: Dialogue[] = [
  {
    name: 'busca el día nuevo de quien se acuerda de un viaje',
    caller: [
      'Un cardiólogo mañana por la tarde',
      'la primera',
      quien,
      'Huy, espere, se me olvidó que mañana tengo una boda. ¿Y el jueves 6 por la mañana tiene?',
      'a las diez',
      'sí',
    ],
    rows: toThursday,
  },
  {
    name: 'deja la cita en paz cuando van a llamar otro día',
    caller: ['Un cardiólogo mañana por la tarde', 'la segunda', quien, 'Olvídelo, ya les llamo el lunes', 'sí'],
    rows: [],
  },
  {
    name: 'toma un sí de quien pierde la paciencia',
    caller: ['Un cardiólogo mañana por la tarde', 'la segunda', quien, '¡Que sí, hombre, por Dios!'],
    rows: booked1500,
  },
  {
    name: 'no toma «ese mismo» por un nombre',
    appointments: two.slice(0, 1),
    caller: ['Hola, soy Peter Lang. Quería cancelar mi cita', 'Sí, ese mismo. 1 de febrero de 1970', 'sí'],
    rows: [],
  },
  {
    name: 'responde cuánto costaría ver a un médico',
    caller: ['¿Cuánto me saldría la consulta con la dermatóloga si la pago yo?'],
    rows: [],
    also: (clinic) => expect(clinic.calls.map(({ tool }) => tool)).toEqual(['clinic_information']),
  },
  {
    name: 'cambia la cita de quien cuenta lo que le ha pasado',
    appointments: two.slice(0, 1),
    caller: [
      'Resulta que tenía hora con la doctora Adler el lunes y justo se casa mi hija. El jueves por la mañana puedo.',
      quien,
      'a las diez',
      'sí',
    ],
    rows: toThursday,
  },
];
