import { answerFromClinic } from './clinic-answers';
import type { ClinicFacts } from './clinic-facts';
import { heardAsAsked } from './misheard-question';
import { Sentences } from './sentences';

const faq = [
  { id: '1', question: 'Where can I park?', answer: 'Behind the building, free.', language: 'en' },
  { id: '2', question: 'How much does a first visit cost?', answer: 'Eighty dollars.', language: 'en' },
];
const clinic = { faq, hours: '' } as unknown as ClinicFacts;
const sentences = new Sentences({
  now: '2027-05-03T13:00:00Z',
  timezone: 'America/New_York',
  language: 'en',
  country: 'US',
});
const answered = (question: string) =>
  answerFromClinic(heardAsAsked(question, clinic) ?? question, clinic, sentences)?.answer;

describe('a question that was heard one sound off', () => {
  it.each([
    ['Sorry, him, on, where do I bark over there?', 'Behind the building, free.'],
    ['where can I bark', 'Behind the building, free.'],
    ['how much does the first visit coast', 'Eighty dollars.'],
  ])('%s', (question, answer) => expect(answered(question)).toBe(answer));

  it.each(['do you do the pill', 'is the doctor nice', 'can my dog come'])('%s is another one', (question) => {
    expect(answered(question)).toBeUndefined();
  });
});
