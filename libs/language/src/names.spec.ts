import { findNames, foldName, nameDistance } from './names';

const doctors = [
  'Anil Patel',
  'Ngozi Okafor',
  'Marta Kowalski',
  'Linh Nguyen',
  'Ruth Adler',
  'Samuel Lee',
  'José Núñez',
];
const best = (heard: string) => findNames(heard, doctors)[0];

describe('names', () => {
  it('folds case, accents, titles and punctuation', () => {
    expect(foldName('Dra. José  Núñez-Ortiz, MD')).toBe('jose nunez ortiz');
  });

  it.each([
    ['clique patell', 'Anil Patel'],
    ['Duffer Patel', 'Anil Patel'],
    ['doctor adler please', 'Ruth Adler'],
    ['I would like to see doctor lee tomorrow', 'Samuel Lee'],
    ['jose nunes', 'José Núñez'],
    ['doctor coal ski', 'Marta Kowalski'],
    ['oakaford', 'Ngozi Okafor'],
    ['the one called kovalsky', 'Marta Kowalski'],
  ])('%s is heard as %s', (heard, name) => {
    expect(best(heard)?.name).toBe(name);
  });

  it('accepts a misheard surname, and asks about a name heard half', () => {
    expect(best('clique patell')?.distance).toBeLessThanOrEqual(0.25);
    expect(best('Okta Firth')?.name).toBe('Ngozi Okafor');
    expect(best('Okta Firth')?.distance).toBeGreaterThan(0.25);
  });

  it.each([
    'look at her',
    'can I come on Friday',
    'yes please',
    'tomorrow at three',
    'el martes por la tarde',
    'I need a cardiologist',
    'first of February nineteen seventy',
  ])('%s names nobody', (heard) => {
    expect(findNames(heard, doctors).filter(({ distance }) => distance <= 0.25)).toEqual([]);
  });

  it('tells two of one surname apart by the given name', () => {
    const found = findNames('doctor priya patel', ['Anil Patel', 'Priya Patel']);
    expect(found[0]?.name).toBe('Priya Patel');
    expect(found[1]!.distance).toBeGreaterThan(found[0]!.distance);
  });

  it('is zero for the same name and near one for another', () => {
    expect(nameDistance('Ruth Adler', 'Dr. Ruth Adler')).toBe(0);
    expect(nameDistance('Bob', 'Linh Nguyen')).toBeGreaterThan(0.6);
  });
});
