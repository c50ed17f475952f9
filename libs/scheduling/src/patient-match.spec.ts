import fc from 'fast-check';
import { evidenceOf, isSlip, matchPatients } from './patient-match';
import type { KnownPatient } from './patient-match';

const known = (id: string, name: string, dateOfBirth: string, ...phones: string[]): KnownPatient => ({
  id,
  name,
  dateOfBirth,
  phones,
});
const PHONE = '+12125550199';
const peter = known('peter', 'Peter Lang', '1970-02-01', PHONE);
const verdict = (said: Parameters<typeof matchPatients>[0], ...records: KnownPatient[]) => {
  const found = matchPatients(said, records);
  return [found.verdict, ...found.candidates.map(({ patient }) => patient.id)];
};

describe('matching a patient', () => {
  it('finds the one from a misspelt name with the right date and number', () => {
    const said = { name: 'Peter Lange', dateOfBirth: '1970-02-01', phone: PHONE };
    expect(verdict(said, peter)).toEqual(['one', 'peter']);
    expect(verdict({ ...said, name: 'Peter Lang', phone: null }, peter)).toEqual(['one', 'peter']);
  });

  it('finds the one from a date with day and month exchanged, when name and number are exactly theirs', () => {
    expect(verdict({ name: 'Peter Lang', dateOfBirth: '1970-01-02', phone: PHONE }, peter)).toEqual(['one', 'peter']);
    expect(verdict({ name: 'Peter Lang', dateOfBirth: '1970-01-02' }, peter)).toEqual(['unsure', 'peter']);
    expect(verdict({ name: 'Peter Lange', dateOfBirth: '1970-01-02', phone: PHONE }, peter)).toEqual([
      'unsure',
      'peter',
    ]);
  });

  it('never guesses between twins, fathers and sons, or namesakes', () => {
    const twin = known('twin', 'Petra Lang', '1970-02-01', PHONE);
    expect(verdict({ name: 'Petr Lang', dateOfBirth: '1970-02-01', phone: PHONE }, peter, twin)[0]).toBe('several');
    const namesake = known('namesake', 'Peter Lang', '1970-02-01', '+12125550111');
    expect(verdict({ name: 'Peter Lang', dateOfBirth: '1970-02-01', phone: PHONE }, peter, namesake)[0]).toBe(
      'several',
    );
    const son = known('son', 'Peter Lang', '1999-07-20', PHONE);
    expect(verdict({ name: 'Peter Lang', phone: PHONE }, peter, son)[0]).toBe('several');
    expect(verdict({ name: 'Peter Lang', dateOfBirth: '1999-07-20', phone: PHONE }, peter, son)).toEqual([
      'one',
      'son',
    ]);
  });

  it('takes nobody whose name or date is another one', () => {
    expect(verdict({ name: 'Olga Marin', dateOfBirth: '1970-02-01', phone: PHONE }, peter)).toEqual(['none']);
    expect(verdict({ name: 'Peter Lang', dateOfBirth: '1983-11-30', phone: PHONE }, peter)).toEqual(['none']);
    expect(verdict({ name: 'Peter Lang' }, peter)).toEqual(['none']);
    expect(verdict({ name: 'Peter', dateOfBirth: '1970-02-01', phone: PHONE }, peter)).toEqual(['none']);
  });

  it('knows slips of dates', () => {
    for (const [said, right] of [
      ['1970-01-02', '1970-02-01'],
      ['1971-02-01', '1970-02-01'],
      ['1907-02-01', '1970-02-01'],
      ['1970-02-10', '1970-02-01'],
    ] as const) {
      expect(isSlip(said, right)).toBe(true);
    }
    for (const other of ['1970-02-01', '1983-11-30', '1972-04-01', '2070-12-01'])
      expect(isSlip(other, '1970-02-01')).toBe(false);
  });

  it('is sure only of one record, whatever the records are (random clinics)', () => {
    const name = fc.constantFrom('Peter Lang', 'Petra Lang', 'Peter Lange', 'Olga Marin', 'Olga Marín', 'Lang Peter');
    const date = fc.constantFrom('1970-02-01', '1970-01-02', '1971-02-01', '1983-11-30');
    const phone = fc.constantFrom('+12125550199', '+12125550111');
    const record = fc.record({ name, dateOfBirth: date, phones: fc.array(phone, { maxLength: 2 }) });
    fc.assert(
      fc.property(
        fc.array(record, { maxLength: 6 }),
        fc.record({ name, dateOfBirth: fc.option(date), phone: fc.option(phone) }),
        (records, said) => {
          const all = records.map((one, index) => ({ ...one, id: String(index) }));
          const found = matchPatients(said, all);
          if (found.verdict !== 'one') return;
          const exact = all.filter((one) => {
            const evidence = evidenceOf(said, one);
            return evidence.name !== 'other' && evidence.dateOfBirth === 'same';
          });
          expect(exact.length).toBeLessThanOrEqual(1);
          expect(found.candidates).toHaveLength(1);
        },
      ),
      { numRuns: 500 },
    );
  });
});
