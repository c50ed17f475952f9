import { ofOneDoctor } from './of-one-doctor';
import type { State } from './state';
import type { Memory, Wish } from './wishes';

const state = {
  doctors: [
    { name: 'Helen Marsh', specialty: 'Dermatology' },
    { name: 'Tom Becker', specialty: 'Orthopedics' },
  ],
  offers: [],
} as unknown as State;
const wish = (doctor: string): Wish => ({
  kind: 'book',
  turn: 0,
  text: '',
  about: [],
  sameDoctor: false,
  everything: false,
  relative: false,
  done: false,
  doctor,
});
const wanting = (...doctors: string[]): Memory =>
  ({ wishes: doctors.map(wish), appointments: null }) as unknown as Memory;
const left = (text: string, memory: Memory): string => ofOneDoctor(text, memory, state).replace(/\s+/g, ' ').trim();

describe('an answer that speaks of several open wishes', () => {
  const both = wanting('Helen Marsh', 'Tom Becker');

  it.each([
    ['Marsh at 9 and Becker at 3', 'Marsh at 9 and'],
    ['Becker at 3, Marsh at 9, both on the 11th', ', Marsh at 9, both on the 11th'],
    ['La de Marsh el jueves, y la de Becker el viernes', 'La de Marsh el jueves, y'],
  ])('is read for the one that was asked about: %s', (text, rest) => {
    expect(left(text, both)).toBe(rest);
  });

  it.each([
    ['not with Becker, with Marsh', both],
    ['Becker at 3', both],
    ['Marsh at 9 and Becker at 3', wanting('Helen Marsh')],
  ])('is left as it is where it speaks of one, or rules one out: %s', (text, memory) => {
    expect(left(text, memory)).toBe(text);
  });
});
