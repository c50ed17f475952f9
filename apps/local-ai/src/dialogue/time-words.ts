import { understandWhen, type SpeechContext } from '@clinicall/language';
import { fold, places, tokens, type Token } from './fold';
import type { TimeWords } from './words/vocabulary';

/** The caller's own words about time, parted into those about the day and those about the time of day. */
export interface WhenWords {
  readonly day?: string;
  readonly clock?: string;
  /** Words that mean a time only together: "any day but tomorrow, afternoons", "between the 21st and the 25th". */
  readonly whole?: string;
  /** The second of two times of which either will do: "tomorrow at four, or Thursday morning". */
  readonly or?: string;
}

type Kind = 'day' | 'clock' | 'number' | 'link' | 'other';

interface Sorted extends Token {
  kind: Kind;
}

const clockShape = /^(?:\d{1,2}[:.h]\d{2}(?:[ap]m?)?|\d{1,2}(?:am|pm|a\.m|p\.m|h|hs)|\d{3,4}(?:am|pm))$/;
/** "430": no year. */
const hourAndMinutes = /^(?!(?:19|20)\d\d$)(?:1?\d|2[0-3])[0-5]\d$/;
const dayShape = /^(?:\d{1,2}(?:st|nd|rd|th)|\d{1,2}[/-]\d{1,2}(?:[/-]\d{2,4})?|\d{4}-\d{2}-\d{2})$/;

function sort(token: Token, index: number, all: readonly Token[], words: TimeWords): Sorted {
  const { word } = token;
  const before = all[index - 1]?.word ?? '';
  const numeric = /\d$/.test(before) || words.numbers.has(before);
  if (/^[ap]\.?m$/.test(word) && !numeric) return { ...token, kind: 'other' };
  if (/^(?:work|school|lunch)$/.test(word) && !/^(?:after|before|at|during)$/.test(before))
    return { ...token, kind: 'other' };
  // "She's sat beside me".
  const seated = word === 'sat' && /(?:^|')(?:s|re|m|is|are|was|were|been|be|i|he|she|just)$/.test(before);
  if (
    seated ||
    (word === 'sat' && /^(?:beside|next|here|down|with|by|waiting|in|at)$/.test(all[index + 1]?.word ?? ''))
  )
    return { ...token, kind: 'other' };
  // Spanish has one word for tomorrow and for the morning: with an article it is the morning.
  if (word === 'manana') return { ...token, kind: before === 'la' || before === 'las' ? 'clock' : 'day' };
  if (word === 'mananas') return { ...token, kind: 'clock' };
  const compound =
    word.includes('-') && word.split('-').every((part) => words.numbers.has(part) || words.day.has(part));
  const kind =
    clockShape.test(word) || words.clock.has(word)
      ? 'clock'
      : dayShape.test(word) || words.day.has(word) || compound
        ? 'day'
        : /^\d{1,2}$/.test(word) || hourAndMinutes.test(word) || words.numbers.has(word)
          ? 'number'
          : words.links.has(word)
            ? 'link'
            : 'other';
  return { ...token, kind };
}

/** Stretches of words without a stranger among them; a full stop ends one, a comma too after a mere link ("no, Thursday"). */
function stretches(folded: string, words: TimeWords): Sorted[][] {
  const all = tokens(folded);
  const runs: Sorted[][] = [[]];
  all.forEach((token, index) => {
    const sorted = sort(token, index, all, words);
    const run = runs.at(-1) ?? [];
    const last = run.at(-1);
    const gap = last ? folded.slice(last.end, token.start) : '';
    const broken = /[;!?\n]/.test(gap) || (/\.\s/.test(gap) && !/^[ap](?:\.m)?$/.test(last?.word ?? ''));
    if (last && (broken || (gap.includes(',') && last.kind === 'link'))) runs.push([]);
    if (sorted.kind === 'other') runs.push([]);
    else runs.at(-1)?.push(sorted);
  });
  return runs.filter((run) => run.length > 0);
}

/** Bare numbers take the kind of what they stand beside: "May 4", "4 de mayo", "at 3", "ten thirty", "two weeks". */
function settleNumbers(run: Sorted[], words: TimeWords): void {
  run.forEach((token, index) => {
    if (token.kind !== 'number') return;
    const before = run[index - 1];
    // "The 3 pm one", "the Monday one".
    if (/^(?:one|una?|uno)$/.test(token.word) && (before?.kind === 'clock' || before?.kind === 'day')) {
      token.kind = 'link';
      return;
    }
    const after = run[index + 1];
    // "The one next week".
    if (token.word === 'one' && /^(?:the|that|this|my|other)$/.test(before?.word ?? '') && after?.kind !== 'clock') {
      token.kind = 'link';
      return;
    }
    const beyond = run[index + 2];
    // "Half 3 today", "half past three Friday": no third of the month.
    const pastHalf = before?.word === 'past' && before.kind === 'clock';
    if (after?.kind === 'clock' || before?.word === 'half' || pastHalf) token.kind = 'clock';
    else if (after?.kind === 'day') token.kind = 'day';
    else if ((after?.word === 'de' || after?.word === 'of') && beyond?.kind === 'day') token.kind = 'day';
    else if (before && (before.kind === 'clock' || words.beforeHour.has(before.word))) token.kind = 'clock';
    else if (before?.kind === 'day' && !/day$|s$|today|tomorrow|manana|hoy/.test(before.word)) token.kind = 'day';
    else if (before?.word === 'and' || before?.word === 'y') token.kind = run[index - 2]?.kind ?? 'link';
    else if (before?.kind === 'day') token.kind = 'clock';
    else if (/^\d/.test(token.word) && /^(?:the|el|dia)$/.test(before?.word ?? '')) token.kind = 'day';
  });
}

/** Links go with what follows them, at the end with what came before. */
function settleLinks(run: Sorted[]): void {
  for (let index = run.length - 1; index >= 0; index--) {
    const token = run[index];
    if (token?.kind !== 'link' && token?.kind !== 'number') continue;
    token.kind = run[index + 1]?.kind ?? 'other';
  }
}

/** "Any day", "the week": no time by itself. */
const unitOnly =
  /^(?:(?:the|a|an|any|el|la|un|una|cualquier|algun|otro|other) )?(?:days?|weeks?|months?|dias?|semanas?|mes|meses)$/;

function trimmed(part: readonly Sorted[], text: string, words: TimeWords): string {
  const bare = (token: Sorted | undefined): boolean => token !== undefined && words.links.has(token.word);
  let from = 0;
  while (bare(part[from]) && !words.leading.has(part[from]?.word ?? '')) from++;
  while (
    /^(?:the|one|ones|la|el|una)$/.test(part[from]?.word ?? '') &&
    /^(?:one|ones|on|at|de|del)$/.test(part[from + 1]?.word ?? '')
  ) {
    from++;
  }
  // "The one next week".
  if (part[from]?.word === 'one' && part[from - 1]?.word === 'the' && part.length > from + 1) from++;
  const idle = /^(?:on|at|this|next|today|tomorrow|before|after|.+day)$/;
  if (part[from]?.word === 'in' && idle.test(part[from + 1]?.word ?? '')) from++;
  if (/^(?:about|around)$/.test(part[from]?.word ?? '') && part[0]?.kind === 'day') from++;
  const limit = /^(?:later|earlier|sooner|before|after|antes|despues|mas)$/;
  if (part[0]?.kind === 'clock' && part[from]?.word === 'the') from++;
  if (part[from]?.word === 'no' && !limit.test(part[from + 1]?.word ?? '')) from++;
  const first = part[from];
  const last = part.at(-1);
  const said = first && last ? text.slice(first.start, last.end) : '';
  return unitOnly.test(fold(said)) ? '' : said;
}

function gather(run: readonly Sorted[], kind: 'day' | 'clock', text: string, words: TimeWords): string[] {
  const parts: Sorted[][] = [];
  run.forEach((token, index) => {
    if (token.kind !== kind) return;
    if (run[index - 1]?.kind === kind && parts.length > 0) parts.at(-1)?.push(token);
    else parts.push([token]);
  });
  return parts.map((part) => trimmed(part, text, words)).filter((part) => part !== '');
}

/** Finds the words about time in an utterance; null when there are none. The words stay the caller's own. */
export function timeWords(text: string, words: TimeWords): WhenWords | null {
  const folded = fold(text);
  const soonest = words.soonest.exec(folded);
  const blank = (found: string): string => ';'.padEnd(found.length);
  const absolute = folded.replace(words.comparative, blank).replace(words.sofar, blank);
  const rest = soonest ? absolute.replace(soonest[0], blank) : absolute;
  const day: string[] = [];
  const clock: string[] = [];
  for (const run of stretches(rest, words)) {
    settleNumbers(run, words);
    if (!run.some((token) => token.kind === 'day' || token.kind === 'clock')) continue;
    settleLinks(run);
    day.push(...gather(run, 'day', text, words));
    clock.push(...gather(run, 'clock', text, words));
  }
  if (soonest) clock.push(words.asSoonAsPossible);
  if (day.length === 0 && clock.length === 0) return null;
  return { ...(day.length > 0 ? { day: day.join(' ') } : {}), ...(clock.length > 0 ? { clock: clock.join(' ') } : {}) };
}

const SOONEST = /^(?:as soon as possible|lo antes posible)$/;

/** What was said later counts; the part it leaves open stays as it was ("tomorrow afternoon … no, Thursday"). */
export function mergeWhen(before: WhenWords | undefined, after: WhenWords): WhenWords {
  if (before === undefined) return after;
  // "What's the soonest you've got?" after a day was named: any day.
  if (after.day === undefined && after.whole === undefined && SOONEST.test(after.clock ?? '')) return after;
  const { whole: said, or, ...alone } = before;
  // Another day is one of the two no more.
  const parts = or === undefined || after.day !== undefined || after.whole !== undefined ? alone : { ...alone, or };
  const kept = said !== undefined && parts.day === undefined ? { ...parts, day: said } : parts;
  const { whole, ...fresh } = after;
  const leaves =
    (kept.day !== undefined && fresh.day === undefined) || (kept.clock !== undefined && fresh.clock === undefined);
  const bare = fresh.day === undefined && fresh.clock === undefined;
  if (whole !== undefined && (bare || !leaves)) return { ...kept, ...fresh, whole };
  return { ...kept, ...fresh };
}

export function joinWhen(when: WhenWords): string {
  if (when.whole !== undefined) return when.whole;
  return [when.day, when.clock].filter((part) => part !== undefined && part !== '').join(' ');
}

/** Words that rule something out mean nothing without what stands around them. */
const EXCEPTING =
  /\b(?:except|but not|anything but|any day but|other than|apart from|between|nothing (?:before|after|until|till|til|earlier|later)|not (?:before|until|till|til)|no (?:earlier|sooner) than|nada antes|no antes|excepto|menos|salvo|entre|que no sea)\b/;

/** Where a sentence ends; not behind a title or "p.m". */
const SENTENCES = /(?<!\b(?:dr|dra|mr|mrs|ms|st|sr|sra|[ap]|[ap]\. ?m))[.!?;\n]+(?=\s|$)/i;

/**
 * The words about time in a clause, sentence by sentence: of two days the one that was said last counts ("I'm off on Thursdays. The 23rd
 * would do me"), and an hour that stands by itself belongs to the day before it.
 */
export function whenIn(text: string, words: TimeWords, isPick: boolean, context: SpeechContext): WhenWords | null {
  const said = text.split(SENTENCES).flatMap((one) => whenInOne(one, words, isPick, context) ?? []);
  const [first, ...more] = said;
  if (first === undefined || more.length === 0) return whenInOne(text, words, isPick, context);
  return more.reduce((before, after) => mergeWhen(before, after), first);
}

/**
 * The words about time in a sentence. Where those picked out alone mean nothing clear and the clause as a whole does, the
 * whole clause stands for them: the product reads it with the same understanding.
 */
function whenInOne(text: string, words: TimeWords, isPick: boolean, context: SpeechContext): WhenWords | null {
  const picked = timeWords(text, words);
  const folded = fold(text);
  const either = eitherOf(text, folded, words, context);
  if (either !== null) return either;
  const clear = (said: string): boolean => {
    const when = understandWhen(said, context);
    if (when === null || when.ambiguous || when.earliest === true) return false;
    return (when.date ?? when.time ?? when.from ?? when.to ?? when.dailyFrom ?? when.weekdays) !== undefined;
  };
  if (picked?.clock?.includes(words.asSoonAsPossible) === true) return picked;
  if (picked !== null && !EXCEPTING.test(folded) && clear(joinWhen(picked))) return picked;
  if (picked === null && isPick) return null;
  const whole = shortest(withoutPast(text, folded, words), clear);
  if (whole !== null) return { ...picked, whole };
  const parts = [joinWhen(picked ?? {}), picked?.day ?? '', picked?.clock ?? ''];
  return parts.some((part) => tells(part, context)) ? picked : null;
}

const NOT_FREE = String.raw`(?:\w+n'?t|cannot|not|gone|taken|full|booked|busy)`;
const OR = new RegExp(
  String.raw`,?\s(?:(?:and|or|but|y|o|pero) )?(?:if (?:\w+ ){0,2}?(?:\w+'s )?${NOT_FREE}(?: (?:free|there|available|in|possible|got it))?,?(?: (?:then|make it|maybe))?|otherwise|failing that|or else|or|si (?:\w+ )?(?:no|esta (?:ocupad[oa]|llen[oa]|cogid[oa]))(?: (?:hay|tiene|tienen|se puede|puede|esta|queda|pudiera|hubiera))?(?: (?:lugar|sitio|hueco))?,?(?: entonces)?|de lo contrario|o bien|o)\s`,
);
/** "… then ten the same day": a number that nothing else is said of. */
function bareHour(text: string, { language }: SpeechContext): WhenWords | null {
  const said = /^\W*(\d{1,2}(?:[:.]\d\d)?|[a-z]+)\b(?! (?:days?|weeks?|dias?|semanas?))/.exec(fold(text))?.[1];
  if (said === undefined) return null;
  const clock = language === 'en' ? `at ${said}` : `a las ${said}`;
  return understandWhen(clock, { now: '2000-01-01T00:00:00Z', timezone: 'UTC', country: 'US', language })?.time ===
    undefined
    ? null
    : { clock };
}

const SAME_DAY = /^(?:the |that |el |ese )?(?:same|mismo)?\s?(?:day|dia)$/;

/** "Tomorrow afternoon or Thursday the 21st in the morning": days with hours of their own, which no search takes at once. */
function eitherOf(text: string, folded: string, words: TimeWords, context: SpeechContext): WhenWords | null {
  const cut = OR.exec(folded);
  if (cut === null) return null;
  const first = timeWords(text.slice(0, cut.index), words);
  const rest = text.slice(cut.index + cut[0].length);
  const second = timeWords(rest, words) ?? bareHour(rest, context);
  if (first?.day === undefined || first.clock === undefined || second?.clock === undefined) return null;
  // "… or ten the same day".
  const other = {
    ...second,
    day: second.day === undefined || SAME_DAY.test(fold(second.day)) ? first.day : second.day,
  };
  const [one, two] = [first, other].map((when) => understandWhen(joinWhen(when), context));
  if (one?.date === undefined || two?.date === undefined) return null;
  const alike = one.date === two.date && (one.time === undefined || two.time === undefined || one.time === two.time);
  return alike ? null : { ...first, or: joinWhen(other) };
}

const LONG = 90;
/** No tool takes more. */
const LONGEST = 180;

/** Of a long story the last sentence that tells a time by itself. */
function shortest(whole: string, clear: (said: string) => boolean): string | null {
  const one = whole.length > LONG ? whole.split(/(?<=[.!?;])\s+/).findLast(clear) : undefined;
  const said = one ?? whole;
  return said.length <= LONGEST && clear(said) ? said : null;
}

/** "What day of the week is that?" speaks of time and tells none. */
function tells(said: string, context: SpeechContext): boolean {
  const when = understandWhen(said, context);
  return when !== null && when.why !== 'vague';
}

/** Without how long something has lasted. */
function withoutPast(text: string, folded: string, words: TimeWords): string {
  let left = text;
  for (const { start, end } of places(folded, words.sofar))
    left = left.slice(0, start) + ' '.repeat(end - start) + left.slice(end);
  // "Noon's perfect".
  return left.replace(/(\w)['’]s\b/g, '$1').trim();
}
