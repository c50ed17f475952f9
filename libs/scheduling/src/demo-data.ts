/** The demo clinic's people and rules. Numbers are of the ranges kept free for stories (+1 202 555 01xx). */
export const DEMO_PHONE = '+12025550100';
export const DEMO_CALLER_PHONE = '+12025550123';
export const DEMO_TIMEZONE = 'America/New_York';
export const DEMO_HOURS = 'Monday to Friday 08:00 to 18:00, Saturday 09:00 to 17:00, Sunday 10:00 to 16:00';

/** Who may be asked for by the demo's sentences: the patient who calls from the carrier's default number. */
export const DEMO_PATIENT = { name: 'Jane Miller', dateOfBirth: '1985-04-12', phone: DEMO_CALLER_PHONE } as const;

export const DEMO_PATIENTS = [
  DEMO_PATIENT,
  { name: 'Peter Lang', dateOfBirth: '1970-02-01', phone: '+12025550131' },
  { name: 'María José Gutiérrez', dateOfBirth: '1992-11-23', phone: '+12025550132', language: 'es' },
  { name: 'Oluwaseun Adebayo', dateOfBirth: '1964-07-09', phone: '+12025550133' },
  { name: 'Nguyen Van Minh', dateOfBirth: '1958-01-30', phone: '+12025550134' },
  { name: 'Sarah Cohen', dateOfBirth: '2001-09-17', phone: '+12025550135' },
  { name: 'Sara Cohn', dateOfBirth: '2001-09-17', phone: '+12025550136' },
  { name: 'Tom Becker', dateOfBirth: '2019-05-28', phone: '+12025550137' },
];

const MORNING_AND_AFTERNOON = [
  ['09:00', '12:00'],
  ['13:00', '17:00'],
] as const;
const MORNING = [['08:30', '12:30']] as const;
const AFTERNOON = [['12:30', '18:00']] as const;
const SHORT_DAY = [
  ['10:00', '12:00'],
  ['12:30', '16:00'],
] as const;

/** Weekdays by ISO 8601. Cardiology has somebody every day of the week. */
export const DEMO_DOCTORS = [
  doctor('Emily Carter', 'Cardiology', ['en'], [1, 2, 3, 4, 5], MORNING_AND_AFTERNOON, 30),
  doctor('Rajesh Venkataraman', 'Cardiology', ['en', 'hi'], [2, 4, 6], MORNING_AND_AFTERNOON, 30),
  doctor('Siobhan Gallagher', 'Cardiology', ['en'], [3, 6, 7], SHORT_DAY, 30),
  doctor('Anna Kim', 'Dermatology', ['en', 'ko'], [1, 3, 5], MORNING_AND_AFTERNOON, 20),
  doctor('Quang Nguyen', 'Dermatology', ['en', 'vi'], [2, 4], AFTERNOON, 20),
  doctor('Michael Brown', 'Family Medicine', ['en'], [1, 2, 3, 4, 5, 6], MORNING, 20),
  doctor('Maria Hernandez', 'Family Medicine', ['en', 'es'], [1, 2, 3, 4, 5], AFTERNOON, 20),
  doctor('Grace Okonkwo', 'Pediatrics', ['en'], [1, 2, 3, 4, 5], MORNING_AND_AFTERNOON, 20),
  doctor('Thomas Wright', 'Orthopedics', ['en'], [1, 2, 4, 5], MORNING_AND_AFTERNOON, 30),
  doctor('Wojciech Szczepanski', 'Neurology', ['en', 'pl'], [2, 3, 4], MORNING_AND_AFTERNOON, 45),
  doctor('Leila Haddad', 'Ophthalmology', ['en', 'ar', 'fr'], [1, 3, 5], MORNING, 20),
  doctor('Isabel Moreno', 'Gynecology', ['en', 'es'], [1, 2, 4, 5], MORNING_AND_AFTERNOON, 30),
];

export const DEMO_VISIT_TYPES = [
  { name: 'New patient', minutes: 30 },
  { name: 'Follow-up', minutes: 20 },
];

export const DEMO_FAQ = [
  faq(
    'en',
    'What are your opening hours?',
    'We are open Monday to Friday from 8 AM to 6 PM, Saturday from 9 AM to 5 PM, and Sunday from 10 AM to 4 PM.',
  ),
  faq('en', 'Where can I park?', 'There is a free car park behind the building, with the entrance on Mill Street.'),
  faq(
    'en',
    'Which insurance do you take?',
    'We take most major insurance plans and Medicare. Please bring your insurance card, and our billing desk will check your plan.',
  ),
  faq('en', 'What is your address?', 'We are at 200 Riverside Avenue, across from the public library.'),
  faq(
    'en',
    'What should I bring to my visit?',
    'Please bring a photo ID, your insurance card, and a list of the medicines you take.',
  ),
  faq(
    'en',
    'How do I refill a prescription?',
    'Please ask your pharmacy to send us the refill request. Your doctor answers within two working days.',
  ),
  faq(
    'es',
    '¿Cuál es el horario?',
    'Abrimos de lunes a viernes de 8 a 18 horas, los sábados de 9 a 17 horas y los domingos de 10 a 16 horas.',
  ),
  faq(
    'es',
    '¿Dónde puedo estacionar?',
    'Hay un estacionamiento gratuito detrás del edificio, con entrada por Mill Street.',
  ),
  faq(
    'es',
    '¿Qué seguros aceptan?',
    'Aceptamos la mayoría de los seguros y Medicare. Traiga su tarjeta del seguro y lo verificaremos.',
  ),
  faq('es', '¿Cuál es la dirección?', 'Estamos en 200 Riverside Avenue, frente a la biblioteca pública.'),
  faq(
    'es',
    '¿Qué debo llevar a la cita?',
    'Traiga una identificación con foto, su tarjeta del seguro y una lista de sus medicamentos.',
  ),
  faq(
    'es',
    '¿Cómo renuevo una receta?',
    'Pida a su farmacia que nos envíe la solicitud. Su médico responde en dos días hábiles.',
  ),
];

export interface DemoDoctor {
  readonly name: string;
  readonly specialty: string;
  readonly languages: readonly string[];
  readonly weekdays: readonly number[];
  readonly sessions: readonly (readonly [string, string])[];
  readonly slotMinutes: number;
}

function doctor(
  name: string,
  specialty: string,
  languages: readonly string[],
  weekdays: readonly number[],
  sessions: readonly (readonly [string, string])[],
  slotMinutes: number,
): DemoDoctor {
  return { name, specialty, languages, weekdays, sessions, slotMinutes };
}

function faq(
  language: string,
  question: string,
  answer: string,
): { language: string; question: string; answer: string } {
  return { language, question, answer };
}
