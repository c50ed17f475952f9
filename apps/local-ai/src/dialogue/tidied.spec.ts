import { tidied, withCorrectedYear } from './tidied';
import { unmixed } from './unmixed';

describe('a name as it is said', () => {
  it.each([
    ['Mrs Odette Farrow', 'Odette Farrow'],
    ['mamá Rosalía Pinto', 'Rosalía Pinto'],
    ['Nils Nils Aaberg', 'Nils Aaberg'],
    ['Ignacio Soto a sus órdenes', 'Ignacio Soto'],
    ['Peter Lang', 'Peter Lang'],
  ])('%s', (said, name) => {
    expect(tidied(said)).toBe(name);
  });
});

describe('a birth date with another year behind it', () => {
  it.each([
    ['August 9 1981', ', sorry, 1982', 'August 9 1982'],
    ['9 de agosto de 1981', ' perdón, digo 1982', '9 de agosto de 1982'],
    ['August 9 1981', ', and I was a patient in 1999', 'August 9 1981'],
  ])('%s%s', (birth, behind, meant) => {
    expect(withCorrectedYear(birth, behind)).toBe(meant);
  });
});

describe('days in the other language', () => {
  it.each([
    ['es', 'un appointment tomorrow in the afternoon', 'un appointment mañana por la tarde'],
    ['en', 'could it be el lunes por la tarde', 'could it be monday in the afternoon'],
  ] as const)('%s: %s', (language, text, meant) => {
    expect(unmixed(text, language)).toBe(meant);
  });
});
