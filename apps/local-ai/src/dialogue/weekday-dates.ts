import type { State } from './state';

const WEEKDAYS = ['domingo', 'lunes', 'martes', 'miercoles', 'jueves', 'viernes', 'sabado'];
const SAID =
  /\b(lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo) (\d{1,2})(?![\dh/]|[:.,]\d|\s*(?:[ap]\.?\s?m|hs?\b|horas|y media|y cuarto|en punto|de la))/gi;
const DAYS_AHEAD = 62;

/** "El viernes 10 por la tarde" names a day where that Friday is the tenth; without "día" the number would be an hour. Spanish alone says it so. */
export function withWeekdayDates(text: string, state: State): string {
  return text.replace(SAID, (said, weekday: string, number: string) => {
    const wanted = WEEKDAYS.indexOf(weekday.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase());
    return isComing(wanted, Number(number), state) ? `${weekday} día ${number}` : said;
  });
}

function isComing(weekday: number, day: number, { now, timezone }: State): boolean {
  const today = new Date(now).toLocaleDateString('sv-SE', { timeZone: timezone });
  for (let ahead = 0; ahead <= DAYS_AHEAD; ahead++) {
    const at = new Date(Date.parse(`${today}T12:00:00Z`) + ahead * 86_400_000);
    if (at.getUTCDay() === weekday && at.getUTCDate() === day) return true;
  }
  return false;
}
