import { fold, isForeign, isJudged } from '@clinicall/language';
import type { Facts, KnownVisit } from '../facts';
import type { ClaimKind } from './claim-pattern';
import { contentOf, isPlain, maskedWords } from './content';
import type { Content } from './content';
import { contrastIn } from './contrast';
import { pricesStand } from './known-prices';
import { countedIn, miscounts } from './counted';
import { fieldStands } from './fields';
import { agree, localDate, partStands } from './known-visits';
import { clauseKinds, likelyKinds } from './likely-kind';
import type { ClauseKind } from './likely-kind';
import { fits } from './mentioned-dates';
import { movedStands, movedTo, movedVisits } from './moved-visits';
import { pairsIn, setApart } from './set-apart';
import { denies } from './denials';
import { isAnswer } from './own-answers';
import { hoursAllow, speaksOfHours } from './opening-times';
import { told } from './clinic-words';
import { proposes } from './proposals';
import { wasSent } from './sent-things';
import { isSo } from './standing';

export interface Verdict {
  readonly allowed: boolean;
  /** Which item or claim has no fact: "time", "booked" …; for the log. */
  readonly reason?: string;
}

/**
 * Design promise 1: a sentence passes only if all that it states is among the facts. What the patterns do not know, or take for something
 * else, is judged by what it is most likely to say.
 */
export function judgeTruth(sentence: string, facts: Facts): Verdict {
  const contrast = contrastIn(sentence, facts);
  if (contrast?.denies === true) return refused('denied');
  const verdict = byPatterns(sentence, facts);
  if (verdict.allowed || FINAL.includes(verdict.reason)) return verdict;
  if (isLikelySo(sentence, facts, verdict.reason)) return { allowed: true };
  return contrast !== undefined && judgeTruth(contrast.rest, facts).allowed ? { allowed: true } : verdict;
}

/** Never said, however likely: other languages, what facts gainsay, items that are none. */
const FINAL: readonly (string | undefined)[] = [
  'language',
  'denied',
  'doctor',
  'price',
  'number',
  'count',
  'part',
  'specialty',
  'human',
  'advice',
];
/** The patterns know no such words, or do not know which visits they speak of. */
const UNKNOWN: readonly (string | undefined)[] = ['tells', 'date', 'time'];
/** Found on held-back sets; the second for a clause without items. */
const SURE = 0.75;
const SURE_OF_NONE = 0.65;

function isLikelySo(sentence: string, facts: Facts, reason: string | undefined): boolean {
  const content = contentOf(sentence, facts);
  if (hardFault(sentence, content, facts) !== undefined) return false;
  const chances = likelyKinds(
    maskedWords(sentence, facts),
    sentence,
    content.claims.filter((claim) => claim !== 'tells'),
  );
  const bare = content.times.length + content.dates.length + content.doctors.length === 0;
  // Of "I moved it and a text went out" the likeliest kind says one half.
  const isOneOfTwo = DONE.some((kind) => kind === reason && content.claims.some((claim) => isOther(claim, kind)));
  // Against a pattern only as a thing that was done, with its day, hour or doctor.
  const open = UNKNOWN.includes(reason) ? clauseKinds : bare || isOneOfTwo ? [] : DONE;
  return isSure(
    open.map((kind) => ({ chance: chances[kind], isSo: () => isSo(kind, sentence, content, facts) })),
    bare && content.prices.length === 0 ? SURE_OF_NONE : SURE,
  );
}

/** Whether what is so weighs enough; the likeliest first, and no further than it can matter. */
function isSure(kinds: readonly { readonly chance: number; isSo(): boolean }[], enough: number): boolean {
  let [so, rest] = [0, kinds.reduce((sum, { chance }) => sum + chance, 0)];
  for (const kind of [...kinds].sort((one, other) => other.chance - one.chance)) {
    if (so + rest < enough) return false;
    if (kind.isSo()) so += kind.chance;
    if (so >= enough) return true;
    rest -= kind.chance;
  }
  return false;
}

const DONE: readonly (ClauseKind & ClaimKind)[] = ['booked', 'held', 'cancelled', 'moved', 'sent'];
const isOther = (claim: ClaimKind, kind: ClaimKind): boolean =>
  claim !== kind && (claim === 'sent' || kind === 'sent') && DONE.some((done) => done === claim);

function byPatterns(sentence: string, facts: Facts): Verdict {
  // A claim in words we cannot read passes no guard of ours: only code's own sentences are said in other languages.
  if (!isJudged(facts.speech.language) || isForeign(sentence)) return refused('language');
  const content = contentOf(sentence, facts);
  if (denies(sentence, content, facts)) return refused('denied');
  if (isPlain(content)) return { allowed: true };
  const unknown = hardFault(sentence, content, facts);
  if (unknown !== undefined) return refused(unknown);
  if (
    speaksOfHours(sentence) &&
    content.doctors.length === 0 &&
    content.claims.every((claim) => claim === 'available')
  ) {
    if (hoursAllow(sentence, content, facts)) return { allowed: true };
  }
  if (!fieldStands(sentence, content.doctors, facts)) return refused('specialty');
  if (answered(content, facts)) return { allowed: true };
  if (setApart(sentence, content, facts).some((halves) => halves.every((half) => byPatterns(half, facts).allowed)))
    return { allowed: true };
  if (content.claims.includes('booked') && !partStands(fold(sentence), content, visitsOf(facts), facts))
    return refused('part');
  for (const claim of content.claims)
    if (!stands(claim, content, facts, fold(sentence).replace(/[.!]+$/, ''))) return refused(claim);
  if (content.claims.length > 0) return { allowed: true };
  if (facts.inVain === true && content.times.length === 0 && FOUND_NONE.test(fold(sentence))) return { allowed: true };
  const proposed = proposes(sentence);
  const pairs = content.dates.length > 1 && content.times.length > 1 ? pairsIn(sentence, facts) : [];
  const verdicts = [content, ...pairs].map((items) => itemsStand(items, facts, fold(sentence), proposed));
  return verdicts.find(({ allowed }) => !allowed) ?? { allowed: true };
}

/** An item that is among no facts, whatever is said of it. */
function hardFault(sentence: string, content: Content, facts: Facts): string | undefined {
  if (content.unknownDoctor && !LACKS.test(sentence)) return 'doctor';
  if (!pricesStand(content.prices, sentence, facts)) return 'price';
  if (!content.numbers.every((number) => knownNumber(number, facts))) return 'number';
  return miscounts(sentence, content, facts) ? 'count' : undefined;
}

/** Of whom the clinic does not have. */
const LACKS =
  /\b(?:don't|do not) (?:have|see|find) (?:an? |any )?(?:dr|doctor)|\bno (?:tenemos|hay|veo|encuentro|trabaja) (?:aqui )?(?:a )?(?:ningun |ninguna )?(?:al? |la )?(?:doctora?|dra?)\b/i;

/** Of the time or the doctor that was searched in vain. Folded words. */
const FOUND_NONE =
  /\b(?:nothing|none|no|not|can't|cannot|couldn't|don't|isn't|unable)\b.{0,30}\b(?:in|going|showing|left|open|openings?|free|available|availability|slots?|spaces?|spots?|times?|appointments?)\b|\b(?:no|ningun[oa]?|nada)\b.{0,30}\b(?:hueco|huecos|lugar|lugares|espacio|cupo|cupos|disponib\w+|libres?|citas?|turnos?|horas?|aparece|aparecio|sale|salio|hay|queda|quedan)\b/;

const refused = (reason: string): Verdict => ({ allowed: false, reason });

/** @param proposed the sentence asks or offers; a plain statement of a day or time speaks of what is booked or read back. */
function itemsStand(content: Content, facts: Facts, sentence = '', proposed = true): Verdict {
  const timed = content.times.length > 0 || content.dates.length > 0;
  if (!timed) return { allowed: true };
  const everything = [...(proposed ? facts.offered : []), ...visitsOf(facts)];
  if (agree(content, everything, facts)) return { allowed: true };
  if (proposed && content.times.length === 0 && SEARCHES.test(sentence)) return { allowed: true };
  const shown = facts.hours !== undefined && speaksOfHours(sentence);
  return !shown && content.times.length === 0 && content.doctors.length === 0 && onlyToday(content, facts)
    ? { allowed: true }
    : refused(content.times.length > 0 ? 'time' : 'date');
}

/** Offers to look then: a day to look in is no fact yet. Folded words. */
const SEARCHES =
  /\b(?:can|could|shall|will|want me to|like me to|let me|should i)(?: \w+){0,3} (?:look|check|search|try|see what|find)\b|\b(?:busco|miro|busque|mire|busquemos|miremos|buscar|mirar|revisar|ver)\b/;

/** "Today is Monday": the date itself is a fact to everybody. */
function onlyToday(content: Content, facts: Facts): boolean {
  const today = localDate(facts.speech.now, facts);
  return content.dates.every((date) => fits(date, today));
}

function stands(claim: ClaimKind, content: Content, facts: Facts, sentence: string): boolean {
  switch (claim) {
    case 'booked':
      return bookedStands(content, facts, sentence);
    case 'done':
      return (
        facts.pending !== true && agreeOn(content, [...facts.booked, ...facts.cancelled, ...movedVisits(facts)], facts)
      );
    case 'empty':
      return facts.booked.length === 0 && (facts.cancelled.length > 0 || facts.identified === true);
    case 'held':
      return (
        (countedIn(sentence) < 2 || content.claims.includes('booked')) &&
        agreeOn(content, [...held(facts), ...(content.claims.includes('booked') ? facts.booked : [])], facts, true)
      );
    case 'cancelled':
      return enough(gone(facts, sentence), sentence) && agreeOn(content, gone(facts, sentence), facts);
    case 'moved':
      return facts.moved.length >= countedIn(sentence) && movedStands(content, sentence, facts);
    case 'sent':
      return wasSent(sentence, facts.sent) && itemsStand(content, facts).allowed;
    case 'available':
      return availableStands(content, facts, sentence);
    case 'unavailable':
      // "Thursday's appointment is off" is judged as cancelled.
      if (content.claims.includes('cancelled')) return true;
      return facts.inVain === true && content.times.length === 0;
    case 'record':
      return facts.identified === true && itemsStand(content, facts).allowed;
    case 'message':
    case 'waitlisted':
    case 'transferring':
      return facts.done?.includes(claim) === true && itemsStand(content, facts).allowed;
    case 'tells':
      return told(sentence, facts) && (itemsStand(content, facts).allowed || isAnswer(content, facts));
    case 'act':
    case 'human':
    case 'advice':
      return false;
  }
}

/** All that a caller may be told of as theirs. */
const visitsOf = (facts: Facts): KnownVisit[] => [
  ...facts.booked,
  ...held(facts),
  ...readBack(facts),
  ...movedVisits(facts),
  ...facts.cancelled,
];

/** A visit is said to stand: booked, moved to, kept for now, or settled by what was cancelled. */
function bookedStands(content: Content, facts: Facts, sentence: string): boolean {
  if (content.claims.includes('moved') && facts.moved.length > 0) return movedStands(content, sentence, facts);
  if (content.claims.includes('cancelled') && SETTLED.test(sentence))
    return agreeOn(content, gone(facts, sentence), facts);
  if (held(facts).length > 0 && FOR_NOW.test(sentence)) return agreeOn(content, held(facts), facts, true);
  return (
    enough([...facts.booked, ...movedTo(facts), ...(OTHER.test(sentence) ? facts.cancelled : [])], sentence) &&
    agreeOn(content, [...facts.booked, ...(INSTEAD.test(sentence) ? movedVisits(facts) : movedTo(facts))], facts)
  );
}

/** A time is said to be free: it was offered, or it is what a cancelling or a booking was about. */
function availableStands(content: Content, facts: Facts, sentence: string): boolean {
  return (
    agreeOn(content, [...facts.offered, ...held(facts), ...readBack(facts)], facts, true) ||
    ((NEEDLESS.test(sentence) || content.claims.includes('cancelled')) &&
      agreeOn(content, gone(facts, sentence), facts)) ||
    (content.claims.includes('booked') && agreeOn(content, [...facts.booked, ...movedTo(facts)], facts))
  );
}

/** Kept for a while is not booked, whatever the verb. Folded words. */
const FOR_NOW =
  /\b(?:for (?:now|the moment|(?:a few|a couple of|ten|five) minutes|a (?:short )?while|the time being)|while you|until you|pending|por (?:unos|ahora|el momento|un rato)|de momento|unos minutos|falta que|mientras)\b/;
/** The one beside that which was cancelled. */
const OTHER = /\b(?:other|otr[oa])\b/;
/** Says that something was done, and not what. Folded words. */
const SETTLED =
  /\b(?:taken care of|all (?:set|done|sorted)|sorted|done|complete|settled|listo|lista|hecho|hecha|arreglad[oa])\b/;
/** Both times of a move in one sentence. */
const INSTEAD =
  /\b(?:instead of|rather than|from|used to|it was|(?:en (?:vez|lugar) de)|antes (?:era|la tenia|lo tenia))\b/;

const enough = (visits: readonly KnownVisit[], sentence: string): boolean =>
  new Set(visits.map(({ doctor, startsAt }) => `${doctor}@${Date.parse(startsAt)}`)).size >= countedIn(sentence);

/** Nobody need come any more to what was cancelled, nor to the old time of what was moved. Folded words. */
const NEEDLESS =
  /\b(?:no longer|no need|any ?more|released|freed|free again|liberad[oa]|qued[ao] libre|(?:dont|don't|do not|wont|won't) (?:need|have)|free (?:on|that|then)|old|previous|original|ya no|no hace falta|no (?:tiene|tienes) que|no necesita|anterior|viej[oa])\b/;

function gone(facts: Facts, sentence: string): KnownVisit[] {
  if (!NEEDLESS.test(sentence)) return [...facts.cancelled];
  return [...facts.cancelled, ...facts.moved.map(({ doctor, from }) => ({ doctor, startsAt: from }))];
}

/** A claim stands on visits of its own kind; without any item it must be about the last thing done, not about what is pending. */
function agreeOn(content: Content, visits: readonly KnownVisit[], facts: Facts, evenPending = false): boolean {
  if (visits.length === 0) return false;
  const bare = content.times.length === 0 && content.dates.length === 0 && content.doctors.length === 0;
  if (bare) return evenPending || facts.pending !== true;
  return agree(content, visits, facts);
}

/** Said by the clinic itself. */
function answered(content: Content, facts: Facts): boolean {
  return content.claims.every((claim) => claim === 'available' || claim === 'unavailable') && isAnswer(content, facts);
}

function knownNumber(number: string, facts: Facts): boolean {
  const known = [...(facts.numbers ?? []), ...(facts.answers ?? [])].map((text) => text.replace(/\D/g, ''));
  return known.some((digits) => digits.endsWith(number) || (number.length > 6 && digits.includes(number)));
}

function held(facts: Facts): KnownVisit[] {
  return facts.held === undefined ? [] : [facts.held];
}

function readBack(facts: Facts): KnownVisit[] {
  return facts.readBack === undefined ? [] : [facts.readBack];
}
