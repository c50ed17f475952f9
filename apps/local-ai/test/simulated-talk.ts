import { SimulatedClinic } from './simulated-clinic';
import type { SimulatedWorld } from './simulated-world';

export const world: SimulatedWorld = {
  language: 'en',
  now: '2027-05-03T09:00:00-04:00', // a Monday
  doctors: [
    {
      name: 'Ruth Adler',
      specialty: 'Cardiology',
      free: ['2027-05-04T09:00', '2027-05-04T14:30', '2027-05-04T15:00', '2027-05-06T10:00'],
    },
    {
      name: 'Tomás Okafor',
      specialty: 'Cardiology',
      free: ['2027-05-04T16:00', '2027-05-06T11:00', '2027-05-06T16:30'],
    },
    { name: 'Siobhan Reyes', specialty: 'Dermatology', free: ['2027-05-05T09:30', '2027-05-07T13:00'] },
  ],
  code: '421955',
  patients: [
    { name: 'Peter Lang', dob: '1970-02-01' },
    { name: 'Emma Krueger', dob: '2014-02-02' },
    { name: 'Owen Krueger', dob: '2017-07-19' },
  ],
};

/** Two appointments that Peter Lang has. */
export const two = [
  { doctor: 'Ruth Adler', startsAt: '2027-05-10T09:00', patient: 'Peter Lang' },
  { doctor: 'Siobhan Reyes', startsAt: '2027-05-12T11:00', patient: 'Peter Lang' },
];
export const who = 'Peter Lang, 2/1/1970';
export const booked1500 = ['Ruth Adler 2027-05-04T15:00 Peter Lang'];

/** What a caller says line by line, and the rows that must stand at the end. */
export interface Dialogue {
  name: string;
  appointments?: SimulatedWorld['appointments'];
  caller: string[];
  rows: string[];
  also?: (clinic: SimulatedClinic) => void;
}

/** Plays a dialogue; a failure shows the whole talk and every tool call. */
export function play(dialogue: Dialogue, language: 'en' | 'es'): void {
  const clinic = new SimulatedClinic({
    ...world,
    language,
    ...(dialogue.appointments ? { appointments: dialogue.appointments } : {}),
  });
  const transcript = dialogue.caller.map((line) => `> ${line}\n${clinic.hear(line)}`).join('\n');
  const calls = clinic.calls
    .map((call) => `${call.tool} ${JSON.stringify(call.args)} ${call.result.reason ?? 'ok'}`)
    .join('\n');
  try {
    expect(clinic.rows()).toEqual([...dialogue.rows].sort());
    dialogue.also?.(clinic);
  } catch (error) {
    throw new Error(`${String(error)}\n${transcript}\n${calls}`, { cause: error });
  }
}
