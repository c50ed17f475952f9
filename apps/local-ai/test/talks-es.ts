import { booked1500, two, type Dialogue } from './simulated-talk';

const who = 'Peter Lang, 1 de febrero de 1970';

/** The same in Spanish. */
export const spanishTalks: Dialogue[] = [
  {
    name: 'reserva con una sola frase',
    caller: [
      'Hola, ¿tienen un cardiólogo mañana por la tarde?',
      'La segunda, por favor',
      who,
      'Sí, por favor',
      'No, gracias, adiós',
    ],
    rows: booked1500,
    also: (clinic) => expect(clinic.ended).toBe(true),
  },
  {
    name: 'pregunta una cosa cada vez',
    caller: [
      'Quiero pedir una cita',
      'cardiología',
      'mañana por la tarde',
      'a las tres',
      'Me llamo Peter Lang',
      'el 1 de febrero de 1970',
      'sí',
    ],
    rows: booked1500,
  },
  {
    name: 'corrige el día',
    caller: ['Necesito un cardiólogo mañana por la tarde', 'No, mejor el jueves', 'la última', who, 'Sí'],
    rows: ['Tomás Okafor 2027-05-06T16:30 Peter Lang'],
  },
  {
    name: 'corrige la opción en la lectura',
    caller: ['Una cita con un cardiólogo mañana por la tarde', 'la primera', who, 'No, la segunda', 'Sí, gracias'],
    rows: booked1500,
  },
  {
    name: 'toma la que no se rechazó',
    caller: [
      'Una cita con un cardiólogo mañana por la tarde',
      'la primera no, y la tercera no me va',
      who,
      'Sí, gracias',
    ],
    rows: booked1500,
  },
  {
    name: 'busca más temprano',
    caller: [
      'Quiero ver al doctor Okafor el jueves por la tarde',
      '¿No tiene algo más temprano?',
      'sí',
      who,
      'de acuerdo',
    ],
    rows: ['Tomás Okafor 2027-05-06T11:00 Peter Lang'],
  },
  {
    name: 'ofrece otro doctor',
    caller: ['Quisiera ver a la doctora Adler mañana por la tarde', '¿Hay otro doctor?', 'sí', who, 'sí'],
    rows: ['Tomás Okafor 2027-05-04T16:00 Peter Lang'],
  },
  {
    name: 'cancela la cita que se dijo',
    appointments: two,
    caller: ['Quiero cancelar mi cita con la doctora Reyes', who, 'sí', 'eso es todo, gracias'],
    rows: ['Ruth Adler 2027-05-10T09:00 Peter Lang'],
  },
  {
    name: 'cambia una cita de día',
    appointments: two.slice(0, 1),
    caller: ['Necesito cambiar mi cita del lunes para el jueves por la mañana', who, 'a las diez', 'sí'],
    rows: ['Ruth Adler 2027-05-06T10:00 Peter Lang'],
  },
  {
    name: 'hace dos cosas dichas de una vez',
    appointments: two,
    caller: ['Cancele la del lunes y quiero una cita con un dermatólogo', who, 'Sí', 'el viernes', 'sí', 'sí'],
    rows: ['Siobhan Reyes 2027-05-07T13:00 Peter Lang', 'Siobhan Reyes 2027-05-12T11:00 Peter Lang'],
  },
  {
    name: 'registra a un paciente nuevo',
    caller: [
      'Soy paciente nueva y necesito un dermatólogo el viernes',
      'sí',
      'Me llamo María Poe',
      'el 4 de marzo de 1981',
      'sí',
    ],
    rows: ['Siobhan Reyes 2027-05-07T13:00 María Poe'],
  },
  {
    name: 'responde una pregunta en medio y sigue',
    caller: ['Un cardiólogo mañana por la tarde', '¿Tienen estacionamiento?', 'la segunda', who, 'sí'],
    rows: booked1500,
    also: (clinic) => expect(clinic.calls.map((call) => call.tool)).toContain('clinic_information'),
  },
  {
    name: 'reserva dos veces',
    caller: [
      'Un cardiólogo mañana por la tarde',
      'la segunda',
      who,
      'sí',
      'También necesito un dermatólogo el viernes',
      'sí',
      'sí',
    ],
    rows: [...booked1500, 'Siobhan Reyes 2027-05-07T13:00 Peter Lang'],
  },
  {
    name: 'toma un mensaje y pasa con una persona',
    caller: ['Quisiera dejar un mensaje', 'Que la doctora Adler me llame mañana', '¿Puedo hablar con una persona?'],
    rows: [],
    also: (clinic) => expect([clinic.messages.length, clinic.transferred]).toEqual([1, true]),
  },
];
