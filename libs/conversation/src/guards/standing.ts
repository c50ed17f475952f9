import { fold } from '@clinicall/language';
import type { Facts, KnownVisit } from '../facts';
import { contentOf } from './content';
import type { Content } from './content';
import { countedIn } from './counted';
import { agree, localDate, standsMeanwhile } from './known-visits';
import type { ClauseKind } from './likely-kind';
import { fits } from './mentioned-dates';
import type { DateMention } from './mentioned-dates';
import { movedStands, movedTo, movedVisits } from './moved-visits';
import { hoursAllow, speaksOfHours } from './opening-times';
import { isAnswer } from './own-answers';
import { pairsIn } from './set-apart';
import { wasSent } from './sent-things';

/**
 * Whether what a clause of this kind says is among the facts, item by item. Prices, numbers, counts and who is a doctor of what are judged
 * before (truth-guard.ts).
 */
export function isSo(kind: ClauseKind, sentence: string, content: Content, facts: Facts): boolean {
  return holds[kind]({ sentence, folded: fold(sentence), content, facts });
}

interface Said {
  readonly sentence: string;
  readonly folded: string;
  readonly content: Content;
  readonly facts: Facts;
}

const held = (facts: Facts): KnownVisit[] => [facts.held ?? []].flat();
/** Times put forward, and those that stand. */
const open = (facts: Facts): KnownVisit[] => [
  ...facts.offered,
  ...held(facts),
  ...[facts.readBack ?? []].flat(),
  ...stand(facts),
];
const stand = (facts: Facts): KnownVisit[] => [...facts.booked, ...movedTo(facts)];

const holds: Readonly<Record<ClauseKind, (said: Said) => boolean>> = {
  plain: ({ sentence, content, facts }) =>
    isClinics(sentence, content, facts) ||
    // Who of the clinic's doctors is spoken of is nothing told of them.
    content.times.length + content.dates.length === 0 ||
    // A day that is asked about is one to look in.
    (content.times.length + content.doctors.length === 0 &&
      ((content.dates.every(isLoose) && sentence.includes('?')) || areNow(content, facts))) ||
    agreeing(sentence, content, [...open(facts), ...facts.cancelled, ...movedVisits(facts)], facts),
  offer: ({ sentence, content, facts }) =>
    isBare(content) ||
    agreeing(sentence, content, open(facts), facts) ||
    shifted(sentence, content, facts) ||
    isClinics(sentence, content, facts),
  told: ({ sentence, content, facts }) =>
    isBare(content) ||
    isClinics(sentence, content, facts) ||
    agreeing(sentence, content, open(facts), facts) ||
    (content.times.length > 0 && content.doctors.length === 0 && hoursAllow(sentence, content, facts)) ||
    (content.times.length === 0 && content.prices.length > 0),
  booked: ({ sentence, content, facts }) =>
    standsOn(stand(facts), sentence, content, facts) ||
    shifted(sentence, content, facts) ||
    eachStands(sentence, facts),
  held: ({ sentence, content, facts }) => standsOn(held(facts), sentence, content, facts, true),
  cancelled: ({ sentence, content, facts }) =>
    standsOn(facts.cancelled, sentence, content, facts) || eachStands(sentence, facts),
  moved: ({ sentence, folded, content, facts }) =>
    content.times.length < 2 && content.dates.length < 2
      ? movedStands(content, folded, facts)
      : shifted(sentence, content, facts),
  sent: ({ folded, facts }) => wasSent(folded, facts.sent),
  denial: ({ folded, content, facts }) =>
    (content.dates.length === 0 || facts.inVain === true || !UP_TO.test(folded)) && !gainsaid(folded, content, facts),
  act: () => false,
};

const isBare = ({ times, dates, doctors }: Content) => times.length + dates.length + doctors.length === 0;

/** Its hours, or in one of its answers: what it is that is told of them is known to it. */
function isClinics(sentence: string, content: Content, facts: Facts): boolean {
  if (content.times.length + content.dates.length === 0 || content.doctors.length > 0) return false;
  return (speaksOfHours(sentence) && hoursAllow(sentence, content, facts)) || isAnswer(content, facts);
}

/** "On a Friday?" is no date. */
const isLoose = ({ day, month, between }: DateMention) => (day ?? month ?? between) === undefined;

/** "Today", "still May": what everybody knows. */
function areNow({ dates }: Content, facts: Facts): boolean {
  const today = localDate(facts.speech.now, facts);
  return dates.every((date) => fits(date, today));
}

/** Both ends of a move are as they are, the old one where it is said to be gone. */
function shifted(sentence: string, content: Content, facts: Facts): boolean {
  const folded = fold(sentence);
  if (facts.moved.length === 0 || (content.times.length < 2 && content.dates.length < 2) || countedIn(folded) > 1)
    return false;
  const old = facts.moved.map(({ doctor, from }) => ({ doctor, startsAt: from }));
  const pieces = sentence.split(PIECES).map((piece) => ({ piece: fold(piece), content: contentOf(piece, facts) }));
  const right = pieces.every(({ piece, content: items }) => {
    if (items.times.length + items.dates.length === 0) return true;
    if (GONE.test(piece)) return agree(items, old, facts);
    return (
      !NOW.test(piece) ||
      items.times.length + items.dates.length > 2 ||
      agree(items, movedTo(facts), facts) ||
      movedStands(items, piece, facts)
    );
  });
  return right && movedStands(content, folded, facts);
}

const GONE = /\b(?:no longer|not any ?more|gone|ya no|quedo libre|no cuenta)\b/;
const NOW = /\b(?:you have|youve got|you will|now|ahora|viene|queda|tiene)\b/;

const PIECES = /\s*[,;:]\s+(?:(?:and|but|y|pero)\s+)?|\s+(?:and|but|only|y|pero|solo|nomas|con)\s+/i;
const OFF = /\b(?:cancel\w*|off|dropped|scrapped|removed|anul\w*|baja|quit\w*|borr\w*|libre)\b/;

/** What was said of the one before. */
const SO = /^(?:so (?:is|was|are)|also|tambien|también|igual)\b|\b(?:too|as well|tambien|también)\W*$/i;

/** "You still have the 21st, it is only the 14th I cancelled": each day is what is said of it. */
function eachStands(sentence: string, facts: Facts): boolean {
  if (facts.cancelled.length === 0 || facts.booked.length === 0) return false;
  const pieces = sentence
    .split(PIECES)
    .map((piece) => ({ off: OFF.test(fold(piece)) || SO.test(piece), content: contentOf(piece, facts) }))
    .filter(({ content }) => content.times.length + content.dates.length + content.doctors.length > 0);
  if (!pieces.some(({ off }) => off) || pieces.every(({ off }) => off)) return false;
  return pieces.every(({ off, content }) => agree(content, off ? facts.cancelled : facts.booked, facts));
}

function standsOn(
  visits: readonly KnownVisit[],
  sentence: string,
  content: Content,
  facts: Facts,
  evenPending = false,
): boolean {
  if (visits.length === 0) return false;
  return isBare(content)
    ? evenPending || facts.pending !== true || standsMeanwhile(fold(sentence), facts)
    : agreeing(sentence, content, visits, facts);
}

/** Where one thing ends that is told of one visit, and the next begins. */
const NEXT =
  /\s*[;:]\s+|,?\s+(?:and|or|but|while|whereas)\s+(?=(?:the|one|another|then|also|with|dr|on|at|next|[a-z]+day)\b)|,?\s+(?:y|o|pero|mientras que)\s+(?=(?:el|la|los|las|otra?|luego|con|una?)\b(?! (?:media|cuarto)))/gi;
/** A day that is said not to do, before what does. */
const UNLESS = /^(?:if|since|as|si|como|ya que)\b[^,;]{0,60},\s*/i;

/** Each thing that is told has its visit: whole, or piece by piece where the sentence tells of several. */
function agreeing(sentence: string, content: Content, visits: readonly KnownVisit[], facts: Facts): boolean {
  // "Monday at 10:15 and Wednesday at 4:30": each day with the time beside it.
  const pairs = content.dates.length > 1 && content.times.length > 1 ? pairsIn(sentence, facts) : [];
  if (!pairs.every((pair) => agree(pair, visits, facts))) return false;
  if (agree(content, visits, facts)) return true;
  const rest = sentence.replace(UNLESS, '');
  if (rest !== sentence && agree(contentOf(rest, facts), visits, facts)) return true;
  const pieces = rest.split(NEXT);
  return pieces.length > 1 && pieces.every((piece) => agree(contentOf(piece, facts), visits, facts));
}

/** "You have nothing with us", "no le he mandado nada", where the facts say otherwise. */
function gainsaid(folded: string, content: Content, facts: Facts): boolean {
  const about = (visits: readonly KnownVisit[]) =>
    visits.length > 0 && (isBare(content) || agree(content, visits, facts));
  const kinds = DENIED.filter(({ words }) => words.test(folded)).map(({ kind }) => kind);
  return kinds.some((kind) => {
    if (kind === 'sent') return facts.sent.length > 0;
    if (kind === 'held') return facts.held !== undefined;
    if (kind === 'moved') return about(movedVisits(facts));
    if (kind === 'booked' && facts.pending === true) return false;
    return about(facts[kind]);
  });
}

/** "Nothing until July": what was not searched is not known. */
const UP_TO = /\b(?:nothing|no|none|not|nada|ningun\w*)\b.{0,40}\b(?:until|till|before|this side|hasta|antes)\b/;

const NOT = String.raw`\b(?:not|never|no|nothing|none|nada|nunca|ningun\w*|sin|hasn't|haven't|isn't|aren't|don't|didn't|wasn't|weren't|\w+n't)\b.{0,30}`;
const DENIED: readonly { readonly kind: 'booked' | 'held' | 'cancelled' | 'moved' | 'sent'; readonly words: RegExp }[] =
  [
    {
      kind: 'sent',
      words: new RegExp(`${NOT}\\b(?:sent|text\\w*|messag\\w*|code|link|envi\\w*|mand\\w*|mensaje|codigo|enlace)\\b`),
    },
    { kind: 'cancelled', words: new RegExp(`${NOT}\\b(?:cancel\\w*|dropped|anul\\w*|baja)\\b`) },
    {
      kind: 'moved',
      words: new RegExp(
        `${NOT}\\b(?:mov\\w*|chang\\w*|touch\\w*|cambi\\w*|resched\\w*|reprogram\\w*|modific\\w*|toqu\\w*)\\b|\\b(?:tal cual|as before)\\b`,
      ),
    },
    {
      kind: 'booked',
      words: new RegExp(
        `${NOT}\\b(?:appointments?|bookings?|booked|visits?|scheduled|record|anything|citas?|turnos?|reserv\\w*|agend\\w*|hora|consulta|pendiente)\\b|\\b(?:nothing|nada|vacio|empty)\\b`,
      ),
    },
  ];
