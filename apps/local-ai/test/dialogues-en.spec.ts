import { booked1500, play, two, who, type Dialogue } from './simulated-talk';

const english: Dialogue[] = [
  {
    name: 'books from one sentence',
    caller: [
      'Hi, do you have a cardiologist tomorrow afternoon?',
      'The second one please',
      who,
      'Yes please',
      'No thanks, bye',
    ],
    rows: booked1500,
    also: (clinic) => expect(clinic.ended).toBe(true),
  },
  {
    name: 'asks for one thing at a time',
    caller: [
      'I need an appointment',
      'cardiology',
      'tomorrow afternoon',
      "the three o'clock",
      'Peter Lang',
      '2/1/1970',
      'yes',
    ],
    rows: booked1500,
  },
  {
    name: 'takes a name and a birth date given at the start',
    caller: ["Hello, this is Peter Lang, born 2/1/1970. I'd like to see Dr. Adler tomorrow afternoon.", '3 pm', 'yes'],
    rows: booked1500,
  },
  {
    name: 'corrects the day after the offer',
    caller: ['A cardiologist tomorrow afternoon please', 'No, Thursday', 'The last one', who, 'Yes'],
    rows: ['Tomás Okafor 2027-05-06T16:30 Peter Lang'],
  },
  {
    name: 'corrects the option at the read-back',
    caller: ['A cardiologist tomorrow afternoon please', 'the first one', who, 'No, the second one', 'Yes please'],
    rows: booked1500,
  },
  {
    name: 'corrects the day at the read-back',
    caller: [
      'A cardiologist tomorrow afternoon please',
      'the first one',
      who,
      'Actually, could we do Thursday morning?',
      '10:00',
      'Yes please',
    ],
    rows: ['Ruth Adler 2027-05-06T10:00 Peter Lang'],
  },
  {
    name: 'looks for something later and then for something earlier',
    caller: ['Dr Adler on Tuesday', 'Anything later?', 'Do you have anything earlier?', 'The earlier one', who, 'yes'],
    rows: ['Ruth Adler 2027-05-04T09:00 Peter Lang'],
  },
  {
    name: 'offers a different doctor',
    caller: [
      'I want to see Dr. Adler tomorrow afternoon',
      'Do you have a different doctor?',
      'yes, that works',
      who,
      'yes',
    ],
    rows: ['Tomás Okafor 2027-05-04T16:00 Peter Lang'],
  },
  {
    name: 'refused offers lead to another question',
    caller: ['A dermatologist on Wednesday', 'No', 'Friday', 'Yes please', who, 'yes'],
    rows: ['Siobhan Reyes 2027-05-07T13:00 Peter Lang'],
  },
  {
    name: 'takes whichever',
    caller: ['I need a dermatologist', 'whenever', 'either is fine', who, 'sure'],
    rows: ['Siobhan Reyes 2027-05-05T09:30 Peter Lang'],
  },
  {
    name: 'does not book on a no',
    caller: ['A cardiologist tomorrow afternoon please', 'the first one', who, 'No', 'Never mind, forget it', 'Bye'],
    rows: [],
  },
  {
    name: 'registers a new patient',
    caller: ['A cardiologist tomorrow afternoon please', 'the second', 'Mary Poe, 3/4/1981', "Yes, I'm new", 'Yes'],
    rows: ['Ruth Adler 2027-05-04T15:00 Mary Poe'],
  },
  {
    name: 'registers a patient who says so first',
    caller: [
      "I'm a new patient and I need a dermatologist on Friday",
      'yes',
      'My name is Mary Poe',
      '3/4/1981',
      'Yes please',
    ],
    rows: ['Siobhan Reyes 2027-05-07T13:00 Mary Poe'],
  },
  {
    name: 'hears a spelled name',
    caller: [
      'A cardiologist tomorrow afternoon please',
      'the second',
      'Peter Lank. 2/1/1970',
      "No, it's Lang, L A N G",
      'Yes',
    ],
    rows: booked1500,
  },
  {
    name: 'hears a doctor through noise',
    caller: ['can i see doctor adlar tomorrow at 3 pm', 'yes', who, 'yes'],
    rows: booked1500,
  },
  {
    name: 'does two things said in one breath',
    appointments: two,
    caller: ['Cancel the Monday one and book with a dermatologist', who, 'Yes', 'Friday', 'yes', 'yes'],
    rows: ['Siobhan Reyes 2027-05-07T13:00 Peter Lang', 'Siobhan Reyes 2027-05-12T11:00 Peter Lang'],
  },
  {
    name: 'books twice in one talk',
    caller: [
      'A cardiologist tomorrow afternoon',
      'the second',
      who,
      'yes',
      'I also need a dermatologist on Friday',
      'yes',
      'yes',
    ],
    rows: [...booked1500, 'Siobhan Reyes 2027-05-07T13:00 Peter Lang'],
  },
  {
    name: 'books two fields from one sentence',
    caller: [
      'I need a cardiologist tomorrow afternoon and a dermatologist on Friday',
      '3 pm',
      who,
      'yes',
      'yes',
      'yes',
    ],
    rows: [...booked1500, 'Siobhan Reyes 2027-05-07T13:00 Peter Lang'],
  },
  {
    name: 'finds the same doctor as last time',
    appointments: two.slice(0, 1),
    caller: ['I want an appointment with the same doctor as last time, tomorrow at 3 pm', who, 'yes', 'yes'],
    rows: [...booked1500, 'Ruth Adler 2027-05-10T09:00 Peter Lang'],
  },
  {
    name: 'answers a question in between and goes on',
    caller: [
      'A cardiologist tomorrow afternoon',
      'Do you have parking?',
      'the second',
      who,
      'Is there wheelchair access?',
      'yes',
    ],
    rows: booked1500,
    also: (clinic) => expect(clinic.calls.filter((call) => call.tool === 'clinic_information')).toHaveLength(2),
  },
  {
    name: 'lists what is booked',
    appointments: two,
    caller: ['When is my appointment?', who, 'bye'],
    rows: two.map((row) => `${row.doctor} ${row.startsAt} ${row.patient}`),
    also: (clinic) => expect(clinic.calls.map((call) => call.tool)).toContain('list_my_appointments'),
  },
  {
    name: 'takes a message',
    caller: ["I'd like to leave a message", 'Tell Dr. Adler my ankle is better', 'no, thank you'],
    rows: [],
    also: (clinic) => expect([clinic.messages, clinic.ended]).toEqual([['Tell Dr. Adler my ankle is better'], true]),
  },
  {
    name: 'makes a message of what it cannot understand',
    caller: ['blue bicycles under water', 'the bicycles are very blue'],
    rows: [],
    also: (clinic) => expect(clinic.messages).toHaveLength(1),
  },
  {
    name: 'puts on the waiting list',
    caller: ['A dermatologist on Monday', 'Put me on the waiting list', who, 'no thanks'],
    rows: [],
    also: (clinic) => expect([clinic.waitlist, clinic.ended]).toEqual([1, true]),
  },
  {
    name: 'asks back which Friday, and takes the answer',
    caller: ['A dermatologist next Friday', 'This one', 'yes', who, 'yes'],
    rows: ['Siobhan Reyes 2027-05-07T13:00 Peter Lang'],
  },
  {
    name: 'uses the code that was sent',
    caller: [
      'Dr Adler tomorrow at 3 pm',
      'yes',
      'Pete Lang, 2/1/1970',
      "No, I'm not. Please send the code",
      'It is four two one, nine five five',
      'yes',
    ],
    rows: booked1500,
  },
  {
    name: 'hears name and birth date again after no match',
    caller: ['Dr Adler tomorrow at 3 pm', 'yes', 'Peter Long, 2/1/1970', 'Peter Lang, February 1st 1970', 'yes'],
    rows: booked1500,
  },
  {
    name: 'reads back again after a question, and after an unclear answer',
    caller: ['Dr Adler tomorrow at 3 pm', 'yes', who, 'Where are you located?', 'hmm I guess', 'yes'],
    rows: booked1500,
  },
  {
    name: 'gives up a kept time when told to cancel it',
    caller: ['Dr Adler tomorrow at 3 pm', 'yes', who, 'cancel that', 'bye'],
    rows: [],
  },
  {
    name: 'takes the question it could not answer to the staff',
    caller: ['Do you have purple elephants in the garden?', 'yes please', 'no'],
    rows: [],
    also: (clinic) => expect([clinic.messages.length, clinic.ended]).toEqual([1, true]),
  },
  {
    name: 'switches the field in the middle',
    caller: ['A cardiologist tomorrow afternoon', 'Sorry, I meant a dermatologist', 'Friday', 'ok', who, 'yes'],
    rows: ['Siobhan Reyes 2027-05-07T13:00 Peter Lang'],
  },
  {
    name: 'takes two choices with the same words at different steps',
    caller: ['A cardiologist on Thursday', 'the one with Dr. Okafor at 11', who, 'No, the other one at 4:30', 'yes'],
    rows: ['Tomás Okafor 2027-05-06T16:30 Peter Lang'],
  },
  {
    name: 'puts through to a person',
    caller: ['Can I talk to a real person?'],
    rows: [],
    also: (clinic) => expect(clinic.transferred).toBe(true),
  },
  {
    name: 'greets, says what it is, and repeats',
    caller: [
      'Hello',
      'Are you a robot?',
      'I want a cardiologist tomorrow afternoon',
      'Sorry?',
      'the second one',
      who,
      'Can you repeat that?',
      'yes',
    ],
    rows: booked1500,
  },
];

describe('the engine in English against a simulated clinic', () => {
  it.each(english.map((dialogue) => [dialogue.name, dialogue] as const))('%s', (_name, dialogue) => {
    play(dialogue, 'en');
  });
});
