import { judgeAnswer, remembered } from '@clinicall/language';
import type { Language } from '@clinicall/language';
import { Temporal } from 'temporal-polyfill';

/** What a turn asks once when the model is asked ahead and once more when it is opened; so do all calls of a second. */

/** @returns the time there, RFC 3339 to the second, with its offset. */
export function nowIn(timezone: string, now: Date): string {
  return timeIn(`${Math.floor(now.getTime() / 1_000)} ${timezone}`);
}

const timeIn = remembered((asked) => {
  const [seconds = '', timezone = ''] = asked.split(' ');
  return Temporal.Instant.fromEpochMilliseconds(Number(seconds) * 1_000)
    .toZonedDateTimeISO(timezone)
    .toString({ timeZoneName: 'never', smallestUnit: 'second' });
}, 200);

type Answer = ReturnType<typeof judgeAnswer>;
type Act = Parameters<typeof judgeAnswer>[2];

/** As judgeAnswer. */
export function answerIn(text: string, language: Language, to: Act): Answer {
  return answerTo(JSON.stringify([text, language, to ?? null]));
}

const answerTo = remembered((asked): Answer => {
  const [text, language, to] = JSON.parse(asked) as [string, Language, Act | null];
  return judgeAnswer(text, language, to ?? undefined);
}, 200);
