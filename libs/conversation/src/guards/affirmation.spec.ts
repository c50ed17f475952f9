import type { Facts } from '../facts';
import { affirmsTooMuch } from './affirmation';

const facts: Facts = {
  speech: { now: '2027-05-03T13:00:00Z', timezone: 'America/New_York', language: 'en', country: 'US' },
  doctors: [],
  offered: [],
  booked: [],
  cancelled: [],
  moved: [],
  sent: [],
};
const booked = { ...facts, booked: [{ doctor: 'Ruth Adler', startsAt: '2027-05-04T15:00:00-04:00' }] };

describe('a bare yes', () => {
  it.each([
    ['Am I booked?', 'Yes.'],
    ['so is my appointment confirmed', 'Yes, it is.'],
    ['Did you cancel my appointment?', 'I did.'],
    ['¿Ya está reservada?', 'Sí, así es.'],
    ['¿Tengo cita?', 'Claro que sí.'],
  ])('to "%s" claims it: "%s"', (asked, answer) => {
    expect(affirmsTooMuch(answer, asked, facts)).toBe(true);
    expect(affirmsTooMuch(answer, asked, booked)).toBe(false);
  });

  it.each([
    ['Can you help me?', 'Yes, of course.'],
    ['I want to cancel my appointment', 'Of course.'],
    ['Am I booked?', 'No, not yet.'],
    ['Am I booked?', 'Would you like to be?'],
  ])('to "%s" claims nothing: "%s"', (asked, answer) => {
    expect(affirmsTooMuch(answer, asked, facts)).toBe(false);
  });
});
