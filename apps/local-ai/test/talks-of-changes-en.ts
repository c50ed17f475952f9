import { two, who, type Dialogue } from './simulated-talk';

/** Changes of what is booked, in English. */
export const englishChanges: Dialogue[] = [
  {
    name: 'cancels the only appointment',
    appointments: two.slice(0, 1),
    caller: ["I'd like to cancel my appointment", who, 'Yes', "That's all, thanks"],
    rows: [],
    also: (clinic) => expect(clinic.ended).toBe(true),
  },
  {
    name: 'cancels the one that was meant',
    appointments: two,
    caller: ['Please cancel my appointment with Dr. Reyes', who, 'yes'],
    rows: ['Ruth Adler 2027-05-10T09:00 Peter Lang'],
  },
  {
    name: 'asks which one to cancel',
    appointments: two,
    caller: ['I need to cancel an appointment', who, 'the second one', 'yes'],
    rows: ['Ruth Adler 2027-05-10T09:00 Peter Lang'],
  },
  {
    name: 'cancels all of them',
    appointments: two,
    caller: ['Cancel all my appointments please', who, 'yes', 'yes please', 'yes'],
    rows: [],
  },
  {
    name: 'cancels only the first when told to stop there',
    appointments: two,
    caller: ['Cancel all my appointments please', who, 'yes', 'no', 'no, bye'],
    rows: ['Siobhan Reyes 2027-05-12T11:00 Peter Lang'],
    also: (clinic) => expect(clinic.ended).toBe(true),
  },
  {
    name: 'leaves it when the caller thinks better of it',
    appointments: two.slice(0, 1),
    caller: ['Cancel my appointment', who, 'No, leave it', 'bye'],
    rows: ['Ruth Adler 2027-05-10T09:00 Peter Lang'],
  },
  {
    name: 'does not read back for ever to one who says neither yes nor no',
    appointments: two.slice(0, 1),
    caller: ['Cancel my appointment', who, 'well, hmm', 'my cat sleeps', 'the weather is odd'],
    rows: ['Ruth Adler 2027-05-10T09:00 Peter Lang'],
    also: (clinic) => expect(clinic.transferred).toBe(true),
  },
  {
    name: 'reads back a third time, and takes the yes',
    appointments: two.slice(0, 1),
    caller: ['Cancel my appointment', who, 'well, hmm', 'my cat sleeps', 'yes'],
    rows: [],
  },
  {
    name: 'moves an appointment to a named day',
    appointments: two,
    caller: ['Can I move my Monday appointment to Thursday morning?', who, 'ten', 'yes please'],
    rows: ['Ruth Adler 2027-05-06T10:00 Peter Lang', 'Siobhan Reyes 2027-05-12T11:00 Peter Lang'],
  },
  {
    name: 'asks for the new time of a move',
    appointments: two.slice(0, 1),
    caller: ['I need to reschedule my appointment', who, 'tomorrow afternoon', '2:30', 'Yes'],
    rows: ['Ruth Adler 2027-05-04T14:30 Peter Lang'],
  },
  {
    name: 'keeps the old time when the move is refused',
    appointments: two.slice(0, 1),
    caller: ['I need to reschedule my appointment', who, 'tomorrow afternoon', '2:30', 'No', 'forget it', 'bye'],
    rows: ['Ruth Adler 2027-05-10T09:00 Peter Lang'],
  },
  {
    name: 'moves after the caller only says what they cannot do',
    appointments: two.slice(0, 1),
    caller: ["I have an appointment on Monday but I can't make it", who, 'Thursday morning instead', '10', 'yes'],
    rows: ['Ruth Adler 2027-05-06T10:00 Peter Lang'],
  },
  {
    name: 'changes from cancelling to moving',
    appointments: two.slice(0, 1),
    caller: ['I want to cancel my appointment', who, 'Actually no, can you move it to Thursday morning?', 'yes', 'yes'],
    rows: ['Ruth Adler 2027-05-06T10:00 Peter Lang'],
    also: (clinic) => expect(clinic.calls.at(-1)?.tool).toBe('reschedule_appointment'),
  },
  {
    name: 'cancels with name and birth date in the first words',
    appointments: two.slice(0, 1),
    caller: ['cancel my appointment please. Peter Lang, 2/1/1970', 'yes please'],
    rows: [],
  },
  {
    name: 'cancels what the caller cannot come to',
    appointments: two.slice(0, 1),
    caller: ["I can't come on Monday. Cancel it please", who, 'yes'],
    rows: [],
  },
  {
    name: 'moves the one of the named field',
    appointments: two,
    caller: ['can I reschedule my dermatology appointment to Friday', who, 'yes', 'yes'],
    rows: ['Ruth Adler 2027-05-10T09:00 Peter Lang', 'Siobhan Reyes 2027-05-07T13:00 Peter Lang'],
  },
];
