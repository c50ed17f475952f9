import { isHeardRight, wishCases } from './wish-scene';

/** Shares that were reached when this was written, a little less; a change that loses more of what people say is seen here. */
const LOOKED_AT = 0.9;
const HELD_BACK = 0.78;

function shareOf(heldBack: boolean): { share: number; missed: string } {
  const cases = wishCases().filter((one) => one.heldBack === heldBack);
  const missed = cases.filter((one) => !isHeardRight(one));
  return {
    share: (cases.length - missed.length) / cases.length,
    // What is held back stays unread.
    missed: missed.map(({ id, text }) => (heldBack ? id : `${id}: ${text}`)).join('\n'),
  };
}

describe('wishes in words unlike each other, in four kinds of English and Spanish', () => {
  // Those that were looked at are most of the work and tell least: with CLINICALL_DEEP=1 only.
  const all = [
    ['held back', true, HELD_BACK],
    ['looked at', false, LOOKED_AT],
  ] as const;
  it.each(process.env['CLINICALL_DEEP'] === '1' ? all : all.slice(0, 1))(
    '%s',
    (_name: string, heldBack: boolean, least: number) => {
      const { share, missed } = shareOf(heldBack);
      expect(share >= least ? '' : `${(share * 100).toFixed(1)} % understood; not:\n${missed}`).toBe('');
    },
  );
});
