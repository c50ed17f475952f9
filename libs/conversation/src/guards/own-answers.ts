import { localTime } from '@clinicall/language';
import type { Facts } from '../facts';
import { contentOf } from './content';
import type { Content } from './content';
import { fits, mayBeOne } from './mentioned-dates';
import type { DateMention } from './mentioned-dates';

/** Whether every item stands in one of the clinic's answers, today aside; of a clause without items nothing can be told. */
export function isAnswer(content: Content, facts: Facts): boolean {
  const { times, dates, doctors, prices } = content;
  if (times.length + dates.length + doctors.length + prices.length === 0) return false;
  const today = localTime(facts.speech.now, facts.speech.timezone).day;
  return (facts.answers ?? []).some((answer) => {
    const said = contentOf(answer, facts);
    if (said.times.length + said.dates.length + said.doctors.length + said.prices.length === 0) return false;
    return (
      times.every((time) => said.times.some((one) => one.minutes.some((minute) => time.minutes.includes(minute)))) &&
      dates.every(
        (date) => fits(date, today) || said.dates.some((one) => sameDay(one, date) || mayBeOne(one, date, today)),
      ) &&
      doctors.every((doctor) => said.doctors.includes(doctor))
    );
  });
}

const sameDay = (one: DateMention, other: DateMention) =>
  one.text === other.text ||
  (one.weekday === other.weekday &&
    one.month === other.month &&
    one.day === other.day &&
    one.between?.[0] === other.between?.[0]);
