import { judgeAnswer } from '@clinicall/language';
import { answerIn, nowIn } from './asked-again';

describe('what a turn asks more than once', () => {
  it('tells the time of a clinic to the second, with its offset', () => {
    const at = new Date('2026-07-01T12:34:56.789Z');
    expect(nowIn('America/New_York', at)).toBe('2026-07-01T08:34:56-04:00');
    expect(nowIn('Asia/Kolkata', at)).toBe('2026-07-01T18:04:56+05:30');
    expect(nowIn('UTC', new Date('2026-07-01T12:34:57.000Z'))).toBe('2026-07-01T12:34:57+00:00');
  });

  it('judges an answer by its words, its language and what was asked', () => {
    for (const [text, language, to] of [
      ['yes please', 'en', undefined],
      ['sí, claro', 'es', undefined],
      ['yep, drop it', 'en', 'cancel'],
      ['yep, drop it', 'en', undefined],
      ['no', 'en', 'cancel'],
    ] as const) {
      const judged = judgeAnswer(text, language, to);
      expect([answerIn(text, language, to), answerIn(text, language, to)]).toEqual([judged, judged]);
    }
  });
});
