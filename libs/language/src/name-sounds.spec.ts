import { wordDistance } from './names';
import { heardForm } from './name-sounds';

describe('names as they sound', () => {
  it.each([
    ['neev', 'Niamh'],
    ['shiv on', 'Siobhan'],
    ['voy check', 'Wojciech'],
    ['beecham', 'Beauchamp'],
    ['gale', 'Gail'],
    ['sifuentes', 'Cifuentes'],
    ['do minges', 'Domínguez'],
    ['tee bow', 'Thibault'],
  ])('%s may be %s', (heard, name) => expect(wordDistance(heard, name)).toBeLessThanOrEqual(0.25));

  it.each([
    ['joan', 'Jane'],
    ['mark', 'Mary'],
    ['anna', 'Hannah'],
    ['rose', 'Rhys'],
    ['webb', 'Waugh'],
    ['lee', 'Lai'],
  ])('%s is not %s', (heard, name) => expect(wordDistance(heard, name)).toBeGreaterThan(0.25));

  it('writes words as they are heard', () => {
    expect([heardForm('sorensen'), heardForm('boudreaux'), heardForm('knight')]).toEqual(['sorenson', 'budro', 'nit']);
  });
});
