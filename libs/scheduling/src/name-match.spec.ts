import { fullNameDistance, onlyMatch } from './name-match';

const meant = (said: string, ...names: string[]) => {
  const result = onlyMatch(
    said,
    names.map((name) => ({ name })),
  );
  return result.match?.name ?? (result.ambiguous ? 'ambiguous' : 'nobody');
};

describe('a said full name', () => {
  it.each([
    ['Peter Lang', 'Peter Lang'],
    ['peter lang', 'Peter Lang'],
    ['Dr. Péter Láng', 'Peter Lang'],
    ['Lang, Peter', 'Peter Lang'],
    ['Peter Lange', 'Peter Lang'],
    ['Maria Jose Gutierrez', 'María José Gutiérrez'],
    ['Maria Gutierrez', 'María José Gutiérrez'],
    ['Sean O Brien', "Sean O'Brien"],
    ['Jon Smyth', 'John Smith'],
  ])('%s is %s', (said, known) => expect(meant(said, known)).toBe(known));

  it.each([
    ['Peter', 'Peter Lang'],
    ['Lang', 'Peter Lang'],
    ['Lang Lang', 'Peter Lang'],
    ['Peter Peter', 'Peter Lang'],
    ['Mary Lang', 'Peter Lang'],
    ['Peter Smith', 'Peter Lang'],
    ['Paul Lang', 'Peter Lang'],
    ['my name is', 'Peter Lang'],
    ['', 'Peter Lang'],
  ])('%s is not %s', (said, known) => expect(meant(said, known)).toBe('nobody'));

  it('that could be two people’s is asked about, unless it is exactly one’s', () => {
    expect(meant('Sarah Cohn', 'Sarah Cohen', 'Sara Cohn')).toBe('ambiguous');
    expect(meant('Sara Cohn', 'Sarah Cohen', 'Sara Cohn')).toBe('Sara Cohn');
    expect(meant('Peter Lang', 'Peter Lang', 'Peter Lang')).toBe('ambiguous');
  });

  it('is farther the more it differs', () => {
    expect(fullNameDistance('Peter Lang', 'Peter Lang')).toBe(0);
    expect(fullNameDistance('Peter Lange', 'Peter Lang')).toBeGreaterThan(0);
    expect(fullNameDistance('Anna Berg', 'Peter Lang')).toBeGreaterThan(0.45);
  });
});
