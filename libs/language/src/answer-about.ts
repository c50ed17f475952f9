import { judgeAnswer } from './answers';
import { understandWhen } from './dates/understand-when';
import type { When } from './dates/when';
import { namedOffer } from './likeness/offered-words';
import { isLikelyYes } from './likely-yes';
import { localTime } from './local-time';
import type { AnswerTo } from './plain-yes';
import { findSpecialty } from './specialties';
import { isJudged, type SpeechContext } from './speech-context';
import { fold, wordsOf } from './words';

/** What was put to the caller for a yes. */
export interface PutToCaller {
  readonly to?: AnswerTo | undefined;
  /** Whose visit it is, and with whom: full names. */
  readonly names: readonly string[];
  /** The field of the visit. */
  readonly field?: string | undefined;
  /** RFC 3339. */
  readonly startsAt?: string | undefined;
}

/**
 * A yes to a read-back may say again what was read back: "yes, Wednesday at ten", "that's right for Zara", "sí, con la doctora
 * Salas". Words that agree with it change nothing; a day, an hour or a name that does not leaves the answer unclear.
 */
export function judgeAnswerAbout(text: string, context: SpeechContext, put: PutToCaller): 'yes' | 'no' | 'unclear' {
  const plain = judgeAnswer(text, context.language, put.to);
  if (plain !== 'unclear' || !isJudged(context.language) || text.includes('?')) return plain;
  if (isLikelyYesTo(text, context, put)) return 'yes';
  const unnamed = withoutField(withoutNames(text, put.names), put.field, context.language);
  const rest = put.startsAt === undefined ? unnamed : withoutTime(unnamed, put.startsAt, context);
  if (rest === text || !/\p{L}/u.test(rest)) return plain;
  return judgeAnswer(rest, context.language, put.to) === 'yes' ? 'yes' : plain;
}

/** Where a visit was read back that is to be: "book it" agrees to no cancelling. */
function isLikelyYesTo(text: string, context: SpeechContext, { to, names, startsAt }: PutToCaller): boolean {
  if (startsAt === undefined || (to !== 'book' && to !== 'reschedule')) return false;
  return isLikelyYes(text, namedOffer(startsAt, names.join(' '), context));
}

const FIELD_NAMED =
  /\b(?:(?:just|only|solo|solamente|nomas|nada mas) )?(?:the|that|my|la|el|esa|ese|mi)(?: del?(?: l[ao]s?)?)? ([a-z]+)(?: (?:one|appointment|appt|visit|thing|doctor|cita|consulta))?\b/g;

/** "Yes, just the ear one", where that is the field of what was read back. */
function withoutField(text: string, field: string | undefined, language: SpeechContext['language']): string {
  if (field === undefined || field === '') return text;
  return fold(text).replace(FIELD_NAMED, (said, word: string) =>
    findSpecialty(word, [field], language).specialty === field ? ' ' : said,
  );
}

const BEFORE_NAME =
  "(?:(?:for|with|under|it'?s|thats|that is|para|con|a nombre de|es) )?(?:(?:el|la|mi|my|the) )?(?:(?:dra?|doctora?|doc|mr|mrs|ms|miss|don|dona)\\.? )?";

function withoutNames(text: string, names: readonly string[]): string {
  const parts = [...new Set(names.flatMap(wordsOf))].filter((part) => part.length > 2);
  if (parts.length === 0) return text;
  const one = `(?:${parts.join('|')})`;
  return fold(text).replace(new RegExp(`\\b${BEFORE_NAME}${one}(?:[ -]${one})*\\b`, 'g'), ' ');
}

const WEEKDAYS =
  'mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?|mon|tues?|weds?|thurs?|fri|sat|lunes|martes|miercoles|jueves|viernes|sabado|domingo';
const MONTHS =
  'january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre';
const COUNTS =
  "\\d{1,2}(?:[:.h]\\d\\d)?(?:st|nd|rd|th|am|pm|h)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|half|past|quarter|o'?clock|noon|midday|[ap]\\.?m\\.?|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|quince|veinte|treinta|media|cuarto|mediodia";
const PARTS = 'today|tomorrow|tmrw|tonight|morning|afternoon|evening|hoy|manana|tarde|noche';
const LINKS = 'on|at|the|of|in|this|next|coming|a|las?|los|el|del?|por|en|para|dia|que viene|proximo|este|y|to';
const TIMES = new RegExp(
  `(?<![\\w-])(?:(?:${LINKS}) )*(?:${WEEKDAYS}|${MONTHS}|${COUNTS}|${PARTS})(?:[ ,]+(?:(?:${LINKS}) )*(?:${WEEKDAYS}|${MONTHS}|${COUNTS}|${PARTS})(?![\\w]))*(?![\\w])`,
  'g',
);
const WHICH_WEEK = /\b(?:next|following|after|proxim[oa]|que viene|siguiente|otro)\b/;

function withoutTime(text: string, startsAt: string, context: SpeechContext): string {
  const folded = fold(text);
  const said = folded.match(TIMES) ?? [];
  if (said.length === 0) return text;
  const agrees = said.every((words) => {
    const when = understandWhen(words, context);
    return when !== null && isAt(when, words, startsAt, context.timezone);
  });
  return agrees ? folded.replace(TIMES, ' ') : text;
}

/** Whether words about time mean this moment; a bare weekday means the one that was read back. */
function isAt(when: When, words: string, startsAt: string, timezone: string): boolean {
  const { day, minute } = localTime(startsAt, timezone);
  if (when.earliest || when.why === 'past' || when.why === 'nonexistent') return false;
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay() || 7;
  const bareDay =
    new RegExp(`\\b(?:${WEEKDAYS})\\b`).test(words) &&
    !WHICH_WEEK.test(words) &&
    !/\d(?:st|nd|rd|th)?\b(?!:)/.test(words.replace(/\d{1,2}[:.h]\d\d|\b(?:at|las?) \d{1,2}\b|\d{1,2} ?[ap]\.?m/g, ''));
  const sameWeekday = (date: string): boolean =>
    (new Date(`${date.slice(0, 10)}T12:00:00Z`).getUTCDay() || 7) === weekday;
  const dates = when.date === undefined ? (when.candidates ?? []).filter((one) => one.length >= 10) : [when.date];
  const days = dates.map((date) => date.slice(0, 10));
  if (days.length > 0 && !days.includes(day) && !(bareDay && days.some(sameWeekday))) return false;
  if (when.weekdays && !when.weekdays.includes(weekday)) return false;
  const at = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
  if (when.time !== undefined && at(when.time) % 720 !== minute % 720) return false;
  const [from, to] = [when.dailyFrom ?? when.from?.slice(11), when.dailyTo ?? when.to?.slice(11)];
  if (when.time === undefined && from && minute < at(from)) return false;
  return !(when.time === undefined && to && to !== '00:00' && minute >= at(to));
}
