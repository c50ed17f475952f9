import type { State } from './state';
import { joinWhen } from './time-words';
import { understand } from './understand';

const clinic: State = {
  now: '2027-05-03T09:00:00-04:00',
  timezone: 'America/New_York',
  language: 'en',
  tag: 'en',
  country: 'US',
  specialties: ['Cardiology', 'Dermatology', 'Pediatrics', 'Orthopedics'],
  doctors: [
    { name: 'Ruth Adler', specialty: 'Cardiology' },
    { name: 'Tomás Okafor', specialty: 'Cardiology' },
    { name: 'Siobhan Reyes', specialty: 'Dermatology' },
  ],
  identified: false,
  asked: [],
  offers: [],
  held: null,
  readBack: null,
};
const none = { name: false, dob: false, phone: false, code: false };

/** Wishes with what belongs to them, in the order said. */
function heard(text: string, language: 'en' | 'es'): string {
  return understand(text, { ...clinic, language }, none)
    .clauses.map((clause) =>
      [clause.wish ?? '-', clause.specialty, clause.doctor, clause.when ? joinWhen(clause.when) : null]
        .filter((part) => part !== null)
        .join(' | '),
    )
    .join(' + ');
}

describe('what an utterance wants', () => {
  it.each([
    ['Do you have a cardiologist tomorrow afternoon?', '- | Cardiology | tomorrow afternoon'],
    [
      "I can't make the cardiologist next week. Would you be so kind as to cancel it for me?",
      'cancel | Cardiology | next week',
    ],
    ["I'd like to make an appointment for next Tuesday", 'book | next Tuesday'],
    ['Can I get in to see Dr. Okafor this week?', 'book | Tomás Okafor | this week'],
    ['My son has a fever, can someone see him today?', '- | Pediatrics | today'],
    ['I have an appointment on Monday and I need to change it', 'move | on Monday'],
    ["I can't come on Monday. Cancel it please", 'cancel | on Monday'],
    // What happened, what stays and what others have is no wish.
    ['I fell on Tuesday. Could Dr. Okafor see me on Friday at ten?', '- | Tomás Okafor | on Friday at ten'],
    ['My GP told me in March to see a cardiologist. Thursday would suit', '- | Cardiology | Thursday'],
    ['Leave my Adler visit on Thursday as it is. I need Dr. Reyes on Friday', 'book | Siobhan Reyes | on Friday'],
    ['can we push my appointment back a week', 'move'],
    ['the desk put me down for the 22nd with Dr. Adler. Could he see me before that?', 'move | Ruth Adler | the 22nd'],
    ['Something came up, I have to cancel', 'cancel'],
    ["When's my next appointment?", 'list'],
    ['Is my appointment still on?', 'list'],
    ['What are your hours on Saturday?', 'information | on Saturday'],
    ['Can you tell Dr. Adler that my medicine ran out', 'message | Ruth Adler'],
    ["I'm running late for my appointment", 'message | late'],
    ['put me on the waitlist for Dr. Adler', 'waitlist | Ruth Adler'],
    ['Which doctors do you have in cardiology?', 'doctors | Cardiology'],
    ['cancel the Monday one and book with a dermatologist', 'cancel | the Monday + book | Dermatology'],
    [
      'I need two appointments, one with a cardiologist and one with a dermatologist',
      'book | Cardiology + book | Dermatology',
    ],
    ['never mind the cardiologist, I need a dermatologist', '- | Dermatology'],
    ["I'd like an appointment with Dr. Smith", 'book | Smith'],
    ['a checkup with the skin doctor. Quickest you have, please', '- | Dermatology | as soon as possible'],
    [
      "I'm down to see Dr. Adler on Monday, but I want it moving to the Thursday",
      'move | Ruth Adler | on Monday the Thursday',
    ],
    ["Could Dr. Adler see me Sunday? If you're closed then Monday", '- | Ruth Adler | Monday'],
    ['my family doctor told me to see a dermatologist', '- | Dermatology'],
    ['my knee hurts, I want to see someone Friday', '- | Orthopedics | Friday'],
    ["I've been having palpitations, anything tomorrow?", '- | Cardiology | tomorrow'],
    ['could you call me back about moving it', 'message'],
    ['a cardiologist, I have a letter from my GP', '- | Cardiology'],
    ["I can't do mornings, how about Thursday after two", '- | Thursday after two'],
    ['do you have a nephrologist', '- | nephrologist'],
    ['I am Peter Lang, born 2/1/1970, I need a cardiologist on Friday', '- | Cardiology | on Friday'],
  ])('%s', (text, expected) => {
    expect(heard(text, 'en')).toBe(expected);
  });

  it.each([
    ['¿Tienen un dermatólogo el viernes por la mañana?', '- | Dermatology | el viernes por la mañana'],
    ['Quisiera agendar con la doctora Adler', 'book | Ruth Adler'],
    ['Tengo una cita el lunes y necesito cambiarla', 'move | el lunes'],
    ['Necesito anular mi cita', 'cancel'],
    ['¿Cuándo es mi cita?', 'list'],
    ['¿Aceptan mi seguro?', 'information'],
    ['Póngame en la lista de espera', 'waitlist'],
    ['Dígale a la doctora Adler que ya estoy mejor', 'message | Ruth Adler'],
    ['Necesito una cita con el cardiólogo y otra con el dermatólogo', 'book | Cardiology + book | Dermatology'],
    ['Tengo una cita el lunes y me gustaría pasarla', 'move | el lunes'],
  ])('%s', (text, expected) => {
    expect(heard(text, 'es')).toBe(expected);
  });
});
