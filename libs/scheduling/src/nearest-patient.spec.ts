import type { SpeechContext } from '@clinicall/language';
import { nearestPatient } from './nearest-patient';

const speech: SpeechContext = {
  now: '2027-05-03T13:00:00Z',
  timezone: 'America/New_York',
  country: 'US',
  language: 'en',
};
const roster = [
  { name: 'Peter Lang', dob: '1970-02-01' },
  { name: 'Petra Lang', dob: '1970-02-01' },
  { name: 'Anna Berg', dob: '1982-12-01' },
  { name: 'Hannah Berg', dob: '1982-12-01' },
  { name: 'María José Gutiérrez', dob: '1990-09-03' },
  { name: 'Liam Murphy', dob: '2001-03-17' },
  { name: 'Liam Murphy', dob: '2001-03-18' },
];
const found = (names: string[], dobs: string[]) => {
  const patient = nearestPatient({ names, dobs }, roster, speech);
  return patient === null ? null : `${patient.name} ${patient.dob}`;
};

describe('the patient that hypotheses mean', () => {
  it.each([
    [['peter lung', 'Peter Lang'], ['february first nineteen seventy'], null], // Petra is as near
    [['anna berg', 'hannah berg'], ['December 1st 1982'], null],
    [['anna berg'], ['December 1st 1982'], 'Anna Berg 1982-12-01'],
    [['maria gutierez', 'mary a good tear is'], ['september third nineteen ninety'], 'María José Gutiérrez 1990-09-03'],
    [['maria jose gutierrez'], ['tres de septiembre de mil novecientos noventa'], 'María José Gutiérrez 1990-09-03'],
    [['liam murphy'], ['2001-03-17'], 'Liam Murphy 2001-03-17'],
    [['lee am murphy', 'liam murfy'], ['march eighteenth two thousand one'], 'Liam Murphy 2001-03-18'],
  ])('%j born %j', (names, dobs, expected) => expect(found(names, dobs)).toBe(expected));

  it.each([
    [['Liam Murphy'], ['march 17 2001', 'march 18 2001']],
    [['Liam'], ['2001-03-17']],
    [['Liam Murphy'], ['march 19 2001']],
    [['Sean Murphy'], ['2001-03-17']],
    [[], ['2001-03-17']],
    [['Liam Murphy'], []],
    [['Liam Murphy'], ['in march sometime']],
  ])('is nobody for %j born %j', (names, dobs) => expect(found(names, dobs)).toBeNull());
});
