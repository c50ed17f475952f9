import type { ModelAnswer } from '../support/hostile-model';
import { call, HostileTalk } from '../support/hostile-talk';

const free = ['09:00', '09:30', '10:00', '10:30', '11:00'].map((time) => `2027-05-04T${time}`);
const talk = HostileTalk.inThisSpec({
  doctors: [{ name: 'Ruth Adler', specialty: 'Cardiology', free: [...free, '2027-05-04T14:00'] }],
  visitTypes: [{ name: 'Procedure', minutes: 60 }],
});

const search = (visitType?: string): ModelAnswer =>
  call('find_slots', { specialty: 'cardiologist', ...(visitType === undefined ? {} : { visitType }) });
const offered = async (): Promise<unknown> => {
  const found = (await talk.caller.read()).toolCalls.filter(({ name }) => name === 'find_slots').at(-1);
  const { options } = found?.result as { options?: { startsAt: string }[] };
  return options?.map(({ startsAt }) => startsAt.slice(11, 16));
};

describe('"anything else?"', () => {
  it.each(['Anything else?', 'None of those, sorry', '¿Hay otras horas?'])(
    'after "%s" the next times are offered',
    async (words) => {
      await talk.turn('A cardiologist please', search());
      expect(await offered()).toEqual(['09:00', '09:30', '10:00']);
      await talk.turn(words, search());
      expect(await offered()).toEqual(['10:30', '11:00', '14:00']);
    },
  );

  it('is answered truly when there is nothing else, and what was offered can still be had', async () => {
    await talk.turn('A cardiologist please', search());
    await talk.turn('Anything else?', search());
    expect(await talk.turn('Any other times?', search())).toMatch(/that is all there is/);
    expect(await talk.turn('The first then', call('hold_slot', { option: 1 }))).toContain('10:30 AM');
  });

  it('is forgotten when the caller asks anew', async () => {
    await talk.turn('A cardiologist please', search());
    await talk.turn('Anything else?', search());
    await talk.turn('Tell me those for a cardiologist again', search());
    expect(await offered()).toEqual(['09:00', '09:30', '10:00']);
  });
});

describe('a visit longer than a slot', () => {
  const held = (): Promise<{ at: string }[]> =>
    talk.clinic.rows(
      `SELECT to_char(starts_at AT TIME ZONE 'America/New_York', 'HH24:MI') AS at FROM slots WHERE clinic_id = $1 AND status = 'held' ORDER BY 1`,
    );

  it('is offered where it fits and held over all its slots', async () => {
    await talk.turn('A procedure with the cardiologist', search('procedure'));
    expect(await offered()).toEqual(['09:00', '09:30', '10:00']);
    await talk.turn('Any other times?', search('procedure'));
    expect(await offered()).toEqual(['10:30']);
    await talk.turn('The first one', call('hold_slot', { option: 1 }));
    expect(await held()).toEqual([{ at: '10:30' }, { at: '11:00' }]);
  });

  it('of a kind the clinic does not name is a visit of one slot', async () => {
    await talk.turn('A wellness thing with the cardiologist', search('wellness thing'));
    await talk.turn('The first one', call('hold_slot', { option: 1 }));
    expect(await held()).toEqual([{ at: '09:00' }]);
  });
});
