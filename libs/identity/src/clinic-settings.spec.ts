import { AppError } from '@clinicall/platform';
import { readSettings } from './clinic-settings';

describe('settings of a clinic', () => {
  it('are complete without any being given, with the numbers of the country', () => {
    const settings = readSettings({}, 'GB');
    expect(settings).toMatchObject({
      emergencyNumber: '999',
      crisisNumber: '116 123',
      cancelWindowHours: 24,
      turnTaking: { minDelayMs: 300, maxDelayMs: 2_500 },
      retention: { conversations: 365, audit: 2_192 },
    });
  });

  it('fill in the rest of a part that is given', () => {
    expect(readSettings({ retention: { texts: 30 } }, 'US').retention).toMatchObject({ texts: 30, calls: 365 });
  });

  it.each([
    [{ personna: 'Ann' }, 'settings.personna'],
    [{ retention: { audit: 365 } }, 'settings.retention.audit'],
    [{ retention: { photos: 3 } }, 'settings.retention.photos'],
    [{ holidays: [{ on: '2027-02-30' }] }, 'settings.holidays[0].on'],
    [{ emergencyNumber: 'the police' }, 'settings.emergencyNumber'],
    [{ voices: { 'not a tag': 'alloy' } }, 'settings.voices.not a tag'],
    [{ turnTaking: { minDelayMs: 0 } }, 'settings.turnTaking.minDelayMs'],
    [{ doctorChoice: 'cheapest' }, 'settings.doctorChoice'],
  ])('name what is wrong: %j', (given, field) => {
    expect.assertions(1);
    try {
      readSettings(given, 'US');
    } catch (fault) {
      expect((fault as AppError).extra.errors?.map((one) => one.field)).toEqual([field]);
    }
  });
});
