import { AppError } from '@clinicall/platform';
import { checkSettings, readSettings } from './clinic-settings';
import { patchDocument } from './clinic-document';
import type { ClinicDocument } from './clinic-document';

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

describe('the numbers that callers are told', () => {
  it.each([
    ['MX', '911', '800 911 2000'],
    ['AR', '107', '0800 345 1435'],
    ['CO', '123', undefined],
    ['CL', '131', '*4141'],
    ['BR', '192', '188'],
    ['AU', '000', '13 11 14'],
    ['JP', '119', '0120 279 338'],
    ['FR', '112', '3114'],
  ])('are those of %s', (country, emergencyNumber, crisisNumber) => {
    expect(readSettings({}, country)).toMatchObject({ emergencyNumber, crisisNumber });
  });

  it('are the clinic’s own where it has some', () => {
    expect(readSettings({ crisisNumber: '*123' }, 'CO').crisisNumber).toBe('*123');
  });

  const fields = (act: () => unknown): (string | undefined)[] => {
    try {
      act();
    } catch (fault) {
      return (fault as AppError).extra.errors?.map((one) => one.field) ?? [];
    }
    return [];
  };

  it('are never guessed: a country without a known one needs the clinic’s own', () => {
    expect(fields(() => checkSettings({}, 'TD'))).toEqual(['settings.emergencyNumber']);
    expect(fields(() => checkSettings({ emergencyNumber: '1313' }, 'TD'))).toEqual([]);
  });

  it('are asked for when a clinic moves there', () => {
    const clinic: ClinicDocument = {
      name: 'Clinic',
      timezone: 'Africa/Lagos',
      country: 'NG',
      language: 'en',
      phones: ['+12025550100'],
      transferNumber: null,
      hours: [],
      settings: {},
    };
    expect(fields(() => patchDocument(clinic, { country: 'TD' }))).toEqual(['settings.emergencyNumber']);
    expect(fields(() => patchDocument(clinic, { country: 'TD', settings: { emergencyNumber: '1313' } }))).toEqual([]);
  });

  it('of a clinic kept from before are those that mobile networks put through', () => {
    expect(readSettings({}, 'TD').emergencyNumber).toBe('112');
  });
});
