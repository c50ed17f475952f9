import { Temporal } from 'temporal-polyfill';
import type { SpeechContext } from '../speech-context';
import { wordsOf } from '../words';
import type { When } from './when';

const weekdays = [
  'monday lunes',
  'tuesday martes',
  'wednesday miercoles',
  'thursday jueves',
  'friday viernes',
  'saturday sabado',
  'sunday domingo',
];

/** First version: today, tomorrow, weekdays, "at three", "3 pm", "14:30", parts of the day. */
export function understandWhen(text: string, context: SpeechContext): When | null {
  const today = Temporal.Instant.from(context.now).toZonedDateTimeISO(context.timezone).toPlainDate();
  const words = wordsOf(text);
  let day: Temporal.PlainDate | undefined;
  if (/\btoday|hoy\b/i.test(text)) day = today;
  if (/\btomorrow\b|\bmañana\b/i.test(text)) day = today.add({ days: 1 });
  weekdays.forEach((names, i) => {
    if (names.split(' ').some((name) => words.includes(name)))
      day = today.add({ days: (i + 1 - today.dayOfWeek + 7) % 7 || 7 });
  });
  const when: When = { ambiguous: false };
  const clock = /\b(\d{1,2})(?::(\d\d))?\s*([ap])\.?\s?m\b|\b(\d{1,2}):(\d\d)\b/i.exec(text);
  if (clock) {
    const hour = Number(clock[1] ?? clock[4]);
    const late = clock[3] ? clock[3].toLowerCase() === 'p' && hour < 12 : hour <= 5;
    when.time = `${String(hour + (late ? 12 : 0)).padStart(2, '0')}:${clock[2] ?? clock[5] ?? '00'}`;
  }
  const part = /\bafternoon|tarde\b/i.test(text)
    ? ['12:00', '18:00']
    : /\bmorning\b/i.test(text)
      ? ['08:00', '12:00']
      : undefined;
  if (day) when.date = day.toString();
  if (part && !when.time)
    Object.assign(
      when,
      day
        ? { from: `${day.toString()}T${part[0] ?? ''}`, to: `${day.toString()}T${part[1] ?? ''}` }
        : { dailyFrom: part[0], dailyTo: part[1] },
    );
  if (/\bas soon as|earliest|first available|cuanto antes|lo antes\b/i.test(text)) when.earliest = true;
  if (when.date && when.time)
    when.instant = Temporal.PlainDateTime.from(`${when.date}T${when.time}`)
      .toZonedDateTime(context.timezone)
      .toString({ timeZoneName: 'never' });
  return (day ?? clock ?? part ?? when.earliest) ? when : null;
}
