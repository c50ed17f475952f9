import { probeDate, probeEmergency, probeSpecialty } from './probes';

describe('probes', () => {
  const line = { id: 'x', lang: 'en', text: 'tomorrow at three', now: '2027-05-03T13:00:00Z', tz: 'America/New_York' };

  it('answers dates in the format of the scenarios', () => {
    expect(probeDate(line)).toEqual({
      id: 'x',
      date: '2027-05-04',
      time: '15:00',
      instant: '2027-05-04T15:00:00-04:00',
      ambiguous: false,
    });
    expect(probeDate({ ...line, text: 'in the morning' })).toEqual({
      id: 'x',
      from: '08:00',
      to: '12:00',
      ambiguous: false,
    });
    expect(probeDate({ ...line, text: 'next Friday' })).toEqual({
      id: 'x',
      ambiguous: true,
      why: 'which_week',
      candidates: ['2027-05-07', '2027-05-14'],
    });
  });

  it.each([
    ['en', 'America/New_York', '2027-05-06'],
    ['en', 'Europe/London', '2027-06-05'],
    ['en-GB', 'America/New_York', '2027-06-05'],
    ['es', 'Europe/Madrid', '2027-06-05'],
    ['es-US', 'America/New_York', undefined],
  ])('reads 5/6 in %s at %s', (lang, tz, date) => {
    expect(probeDate({ ...line, lang, tz, text: '5/6' }).date).toBe(date);
  });

  it('answers emergencies and specialties', () => {
    expect(probeEmergency({ id: 'e', text: 'no puedo respirar' })).toEqual({
      id: 'e',
      emergency: true,
      kind: 'medical',
    });
    expect(probeSpecialty({ id: 's', lang: 'es', text: 'un dermatólogo', specialties: ['Dermatology'] })).toEqual({
      id: 's',
      specialty: 'Dermatology',
      candidates: ['Dermatology'],
    });
  });
});
