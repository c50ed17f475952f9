import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { detectEmergency } from './detect-emergency';

const cases = (file: string) =>
  readFileSync(join(__dirname, '../../cases', file), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => line.split('|') as [kind: string, text: string]);

const kindOf = (text: string) => detectEmergency(text).kind ?? '-';

describe.each(['en', 'es'])('detectEmergency, %s', (language) => {
  it.each(cases(`emergencies-${language}.txt`))('%s: %s', (kind, text) => {
    expect(kindOf(text)).toBe(kind);
  });

  it('tells what it was not made to fit', () => {
    const held = cases(`emergencies-${language}-held-back.txt`);
    expect(held.filter(([kind, text]) => kindOf(text) !== kind)).toEqual([]);
  });
});

describe('detectEmergency', () => {
  it('has at least 120 sentences of each kind in each language', () => {
    for (const language of ['en', 'es']) {
      const all = [...cases(`emergencies-${language}.txt`), ...cases(`emergencies-${language}-held-back.txt`)];
      const calm = all.filter(([kind]) => kind === '-').length;
      expect(Math.min(calm, all.length - calm)).toBeGreaterThanOrEqual(120);
    }
  });

  it('says of an emergency which kind it is', () => {
    expect(detectEmergency('I have chest pain')).toEqual({ emergency: true, kind: 'medical' });
    expect(detectEmergency('I want to kill myself')).toEqual({ emergency: true, kind: 'crisis' });
    expect(detectEmergency('I need a checkup')).toEqual({ emergency: false });
  });

  it('takes "no," before a complaint as an answer, not as a denial', () => {
    expect(detectEmergency('No, chest pain.').emergency).toBe(true);
    expect(detectEmergency('no chest pain').emergency).toBe(false);
  });

  it('puts a crisis before a medical emergency', () => {
    expect(detectEmergency('I took too many pills because I want to die').kind).toBe('crisis');
  });
});
