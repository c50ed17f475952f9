import { isJudged } from '@clinicall/language';
import type { JudgedLanguage, Language } from '@clinicall/language';
import { addedTurns } from './added-turns';
import type { AddedTurns } from './added-turns';

/** Whether words can be all that somebody wanted to say: `answer` certainly, `open` hardly. */
export type Completeness = 'answer' | 'complete' | 'open' | 'dictating';

/** A list of words as one expression that stands at the end of what was said; `_` stands for a space inside one. */
const ending = (words: string): RegExp =>
  new RegExp(`(?:^|[\\s,;])(?:${words.trim().split(/\s+/).join('|').replaceAll('_', ' ')})$`, 'i');

// What no sentence ends with: articles, prepositions that want their noun, conjunctions, pronouns that begin something,
// helping verbs, verbs without their object, fillers.
const OPEN_ENDINGS: Readonly<Record<JudgedLanguage, RegExp>> = {
  en: ending(`
    a an the my your his her our their some any every each another no_more either neither both
    about against around at between by during for in into near of on onto since than through
    to toward towards under until upon via with within without except regarding from before after
    and or but so because although though unless while whereas if which who whose whether as like
    when where why how what to_see to_book to_cancel
    i we they he she it's i'm we're i'd i'll i've you're he's she's they're that's there's what's where's
    am is are was were be been being do does did have has had having will would could should can may might must shall
    want wants wanted need needs needed prefer prefers make get got give take took say said seeing find
    having named looking wondering hoping trying going supposed wanting needing rather
    you_(?:also_)?(?:tell|send|give|show)_me (?:is|know|think|said|says|say|them|him|me|you|one|ones|told|hope|and|but|because)_that
    um uh er erm hmm actually basically maybe perhaps probably just also then only even very really quite
    kind_of sort_of you_know i_mean let_me let_me_see let's how_about what_about
    dr mr mrs ms saint the_first_name last_name next last other
    (?:see|saw|with|is|for|to|by|from|of|and|or|usually|about|that)_doctor doctor_of
    half quarter area_code plus not don't doesn't didn't can't won't
    (?:on|is|it's|and|or|the)_(?:january|february|march|april|june|july|august|september|october|november|december)
  `),
  es: ending(`
    el la los las un una unos unas mi mis tu su sus este esta ese esa cada otro otra algún alguna ningún
    a ante bajo con contra de del desde durante en entre hacia hasta para por según sin sobre tras al
    y e o u pero porque aunque si que cuando donde como cuyo mientras pues entonces
    yo me te se nos le lo es son era fue ser estar estoy está están hay he ha han había
    quiero quisiera quería necesito necesitaba puedo puede podría tengo tiene tenía prefiero voy vamos
    eh este_eh mmm bueno pues quizás tal_vez solo también muy más o_sea digo
    doctor doctora dr dra señor señora próximo próxima último primera_vez nueva nuevo
    enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
  `),
};

/** What ends like an open sentence and is none: "where it is", "the day after", "I've been there before". */
const CLOSED_ENDINGS: Readonly<Record<JudgedLanguage, RegExp>> = {
  en: /\b(?:(?:in|of|this|next|last) may|(?:the|a) (?:day|week|month|year|night) (?:before|after)|(?:there|here|been|seen|it|had|done|him|her|them) before|(?:calling|come|coming|am|i'm) from|(?:come|came|check|walk|fill|get|be|was) in|(?:later|go|hold|keep|carry) on|ever since|(?:what|where|who|how|when|which|whatever|if|all|everything) (?:[\w']+ )*(?:is|are|was|am|were|do|did|have|has|can|should|would|need|want|like|get)|(?:yes|no|yeah|sure|think|hope|guess) (?:i|we|he|she|it|they|you) (?:do|did|am|is|was|have|has|can|will|would|could|should|are|don't|didn't|can't|won't))$/i,
  es: /\b(?:(?:el|al) d[ií]a (?:antes|despu[eé]s)|(?:qu[eé]|d[oó]nde|cu[aá]ndo|qui[eé]n|c[oó]mo) (?:[\p{L}]+ )*(?:es|son|est[aá]|hay|puedo|tengo|quiero)|creo que (?:s[ií]|no))$/iu,
};

/** Said alone these answer a question in full. */
const ANSWERS: Readonly<Record<JudgedLanguage, RegExp>> = {
  en: /^(?:(?:yes|yeah|yep|yup|no|nope|okay|ok|sure|correct|right|exactly|please|thanks|thank you|perfect|great|fine|that's (?:right|it|all|fine)|that works|sounds good|go ahead|not really|of course|the (?:first|second|third|last)(?: one)?|bye|goodbye)[\s,.!]*){1,4}$/i,
  es: /^(?:(?:s[ií]|no|vale|claro|correcto|exacto|por favor|gracias|eso es|perfecto|de acuerdo|adelante|est[aá] bien|la? ?(?:primer[oa]?|segund[oa]|tercer[oa]?)|adi[oó]s)[\s,.!]*){1,4}$/i,
};

/** Words that begin a thought and are none. */
const BEGINNINGS: Readonly<Record<JudgedLanguage, RegExp>> = {
  en: /^(?:(?:hi|hello|hey|good (?:morning|afternoon|evening)|yes|yeah|no|okay|ok|so|well|um|uh|oh|and|sure|right|excuse me|sorry)[\s,.!]*)+(?:there|so|um|uh|hi|hello)?[\s,.!]*$/i,
  es: /^(?:(?:hola|buen[oa]s (?:d[ií]as|tardes|noches)|buenas|s[ií]|no|bueno|pues|eh|mire|oiga|disculpe|perdone)[\s,.!]*)+$/i,
};

const DIGIT =
  /\d|\b(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|ten|double|triple|cero|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve)\b/gi;
const YEAR =
  /(?:19|20)\d\d|\b(?:nineteen|two thousand|twenty (?:oh|ten|eleven|twelve|\p{L}+teen|twenty)|mil novecientos|dos mil)\b(?: (?:hundred|oh|and|y))*(?: [\p{L}-]+){0,3}$|[/-]\d\d$/iu;
/** A spoken number ends the year only when its second half is there: "nineteen eighty" may go on, "eighty four" not. */
const YEAR_OPEN = /\b(?:nineteen|twenty|hundred|oh|thousand|mil|novecientos|dos mil|and|y)$/i;

/** "Yes, my name is" is no part of the name. */
const BEFORE_NAME =
  /^(?:(?:yes|yeah|sure|okay|ok|hi|hello|um|uh|so|well|s[ií]|claro|bueno|it's|it is|this is|(?:my|the) (?:full )?name is|name's|i'm|i am|me llamo|mi nombre(?: completo)? es|soy)[\s,.]+)+/i;

/**
 * How complete the words are, by themselves and by what was asked: a number until it has its digits, a birth date until
 * it has its year, a name until it has two parts.
 */
export function completenessOf(words: string, language: Language, asked: readonly string[]): Completeness {
  const text = words.trim();
  const bare = text.replace(/[\s.,!?;:…–—-]+$/u, '');
  const dictated = dictation(bare, asked);
  // A number with all its digits, a birth date with its year: no comma behind it leaves it open.
  if (dictated === 'answer') return dictated;
  if (/(?:\.\.\.|[…,;:–—-])$/.test(text)) return 'open';
  if (dictated !== undefined) return dictated;
  const { answers, beginnings, openEndings, closedEndings } = wordsOf(language);
  if (answers.test(bare)) return 'answer';
  if (beginnings.test(bare)) return 'open';
  if (/\?$/.test(text)) return 'complete';
  return openEndings.test(bare) && !closedEndings?.test(bare) ? 'open' : 'complete';
}

function wordsOf(language: Language): Omit<AddedTurns, 'backchannel'> & { readonly closedEndings?: RegExp } {
  if (!isJudged(language)) return addedTurns(language);
  return {
    answers: ANSWERS[language],
    beginnings: BEGINNINGS[language],
    openEndings: OPEN_ENDINGS[language],
    closedEndings: CLOSED_ENDINGS[language],
  };
}

function dictation(text: string, asked: readonly string[]): Completeness | undefined {
  const digits = (text.match(DIGIT) ?? []).length;
  if (asked.includes('phone') && digits > 0) return digits >= 10 ? 'answer' : 'dictating';
  if (asked.includes('code') && digits > 0) return digits >= 6 ? 'answer' : 'dictating';
  if (asked.includes('dob')) return birthDate(text);
  if (asked.includes('name') && text.replace(BEFORE_NAME, '').split(/\s+/).length < 2) return 'dictating';
  return undefined;
}

function birthDate(text: string): Completeness | undefined {
  if (YEAR_OPEN.test(text)) return 'dictating';
  if (YEAR.test(text)) return 'answer';
  return (text.match(DIGIT) ?? []).length > 0 || /\p{L}{3,}$/u.test(text) ? 'dictating' : undefined;
}
