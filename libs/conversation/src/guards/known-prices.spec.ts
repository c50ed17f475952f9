import { contentOf } from './content';
import { pricesStand } from './known-prices';
import type { Facts } from '../facts';

const facts: Facts = {
  speech: { language: 'en', country: 'US', timezone: 'America/New_York', now: '2027-05-03T13:00:00Z' },
  doctors: [],
  offered: [],
  booked: [],
  cancelled: [],
  moved: [],
  sent: [],
  prices: ['Consultation 60 euros, scan 75 euros.', 'Travel jab: £55 each.'],
  answers: ['Parking is free for patients.', 'Bring your card, and come ten minutes early.'],
};
const stands = (sentence: string) => pricesStand(contentOf(sentence, facts).prices, sentence, facts);

describe('amounts of money that are told', () => {
  it.each([
    'The consultation is 60 euros.',
    'Consultation and scan together come to 135 euros.',
    'The scan is fifteen euros more than the consultation.',
    'Three jabs would be a hundred and sixty-five pounds.',
    'Parking will not cost you anything.',
    'A jab is fifty-five.',
  ])('stand: %s', (sentence) => {
    expect([sentence, contentOf(sentence, facts).prices.length > 0, stands(sentence)]).toEqual([sentence, true, true]);
  });

  it.each([
    'The scan is 60 euros.',
    'Consultation and scan together come to 120 euros.',
    'Three jabs would be a hundred and fifty pounds.',
    'A jab is ninety.',
    'There is a further forty for the jab.',
    'The jab is half price today.',
  ])('do not: %s', (sentence) => {
    expect([sentence, stands(sentence)]).toEqual([sentence, false]);
  });
});
