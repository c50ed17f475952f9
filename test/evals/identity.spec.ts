import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nearestPatient, type RosterEntry } from '@clinicall/scheduling';

interface IdentityCase {
  readonly id: string;
  readonly names: string[];
  readonly dobs: string[];
  readonly expect: { readonly patient: RosterEntry | null };
  readonly heldBack?: boolean;
}

const { patients, cases } = JSON.parse(readFileSync(join(__dirname, 'identity.json'), 'utf8')) as {
  patients: RosterEntry[];
  cases: IdentityCase[];
};
const speech = { now: '2027-05-03T13:00:00Z', timezone: 'UTC', language: 'en', country: 'US' };
const found = ({ names, dobs }: IdentityCase): string | null =>
  nearestPatient({ names, dobs }, patients, speech)?.name ?? null;

describe('patients by garbled names and birth dates', () => {
  it('never finds the wrong one, and nobody where two could be meant', () => {
    const wrong = cases.filter((one) => ![null, one.expect.patient?.name ?? null].includes(found(one)));
    expect(wrong.map((one) => `${one.id} ${one.names.join('; ')}: ${found(one) ?? ''}`)).toEqual([]);
    expect(cases.filter(({ expect: { patient } }) => patient === null).length).toBeGreaterThan(25);
  });

  it.each([
    ['looked at while building', false],
    ['held back', true],
  ])('finds at least 9 in 10 of those %s', (_, held) => {
    const some = cases.filter(({ heldBack = false, expect: { patient } }) => heldBack === held && patient !== null);
    const missed = some.filter((one) => found(one) !== one.expect.patient?.name);
    expect(some.length).toBeGreaterThan(20);
    expect(
      missed.length / some.length <= 0.1 ? [] : missed.map(({ id, names }) => `${id} ${names.join('; ')}`),
    ).toEqual([]);
  });
});
