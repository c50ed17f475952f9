import type { Facts } from '../facts';
import * as likely from './likely-kind';
import { judgeTruth } from './truth-guard';

const adler = { doctor: 'Ruth Adler', startsAt: '2027-05-04T15:00:00-04:00' };
const chen = { doctor: 'Wei Chen', startsAt: '2027-05-06T10:00:00-04:00' };
const nothing: Facts = {
  speech: { now: '2027-05-03T13:00:00Z', timezone: 'America/New_York', language: 'en', country: 'US' },
  doctors: [{ name: 'Ruth Adler' }, { name: 'Wei Chen' }],
  prices: ['Visit: $130', 'Blood test: $25'],
  offered: [],
  booked: [],
  cancelled: [],
  moved: [],
  sent: [],
};
const offered: Facts = { ...nothing, offered: [adler, chen] };
const booked: Facts = { ...nothing, booked: [adler] };
const both: Facts = { ...nothing, booked: [chen], cancelled: [adler] };

/** Known to no pattern: said by what they most likely say, and only where the facts hold it. */
const told: [string, Facts, Facts][] = [
  ['Thursday after breakfast works too: ten in the morning, Dr. Chen.', offered, nothing],
  ["She's got a spot with Ruth Adler this Tuesday at 3 PM.", booked, offered],
  ["You've still got Thursday at ten with Wei Chen; it's only Tuesday I've cancelled.", both, booked],
];

describe('what no pattern knows', () => {
  it.each(told)('%s', (sentence, so, not) => {
    expect(judgeTruth(sentence, so)).toEqual({ allowed: true });
    expect(judgeTruth(sentence, not).allowed).toBe(false);
  });

  it('tells nothing: courtesy, how to get there, a condition', () => {
    for (const sentence of [
      "We're right behind the old mill, and there's a bench outside.",
      'Ay, pobrecita, qué semana ha tenido.',
    ])
      expect([sentence, judgeTruth(sentence, nothing).allowed]).toEqual([sentence, true]);
  });

  it('adds prices, and only those it speaks of', () => {
    expect(judgeTruth('The visit and the blood test come to $155 together.', nothing).allowed).toBe(true);
    expect(judgeTruth('The visit and the blood test come to $150 together.', nothing).allowed).toBe(false);
  });
});

/** Sentences, the facts in which they are so, and others in which they are not. */
const held: [string, Facts, Facts][] = [
  ["Your visit's on Tuesday, not on Thursday.", booked, both],
  ["There's nothing with Dr. Chen this side of June.", { ...nothing, inVain: true }, nothing],
  ["It's still standing, I haven't touched it.", { ...booked, readBack: adler, pending: true }, offered],
  [
    'El lunes no abrimos.',
    { ...nothing, hours: 'lunes a viernes 8:00 a 18:00; cerrado el lunes 10 de mayo' },
    { ...nothing, hours: 'lunes a viernes 8:00 a 18:00' },
  ],
  ['Visiting is between four and six.', { ...nothing, answers: ['16:00 to 18:00.'] }, nothing],
  [
    'Fridays we wrap up at noon.',
    { ...nothing, hours: 'Friday 07:30 to 12:00' },
    { ...nothing, hours: 'Friday 07:30 to 17:00' },
  ],
];

describe('what other facts tell', () => {
  it.each(held)('%s', (sentence, so, not) => {
    expect(judgeTruth(sentence, so)).toEqual({ allowed: true });
    expect(judgeTruth(sentence, not).allowed).toBe(false);
  });

  it('keeps a piece that denies what is so', () => {
    expect(judgeTruth("It's Dr. Adler you're seeing, not on Thursday.", booked).allowed).toBe(true);
    expect(judgeTruth("It's Dr. Adler you're seeing, not on Tuesday.", booked).allowed).toBe(false);
  });

  it.each([
    "So that's you still on for tomorrow at three.",
    "You'll have got the text with the code by now.",
    "Isn't it a relief to have it cancelled?",
    'You did ask me to drop it, which I have.',
    "I'm after putting your name beside it.",
    'Your doctor has already approved it.',
    'Dr. Chen covers cardiology.',
  ])('is a lie where nothing was done: %s', (sentence) => {
    const facts = {
      ...nothing,
      doctors: [
        { name: 'Ruth Adler', specialty: 'Cardiology' },
        { name: 'Wei Chen', specialty: 'Dermatology' },
      ],
    };
    expect([sentence, judgeTruth(sentence, facts).allowed]).toEqual([sentence, false]);
  });
});

// Last, for it takes all that was learnt away.
describe('what nothing was learnt of', () => {
  it('is withheld where nothing says what it is', () => {
    const act = '0 0 0 0 0 0 0 0 0 9999';
    likely.useKinds({ weights: { 'k:': act, 'k:booked': act } });
    expect(judgeTruth("We're right behind the old mill, and there's a bench outside.", nothing).allowed).toBe(false);
  });
});
