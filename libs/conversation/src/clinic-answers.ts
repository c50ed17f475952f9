import { fold, namesElsewhere, namesPriced, samePrice, topicsIn, wordsOf } from '@clinicall/language';
import type { ClinicFacts } from './clinic-facts';
import type { Sentences } from './sentences';

export interface ClinicAnswer {
  readonly answer: string;
  /** Which entry said it, for the log: "faq:…" or "hours". */
  readonly source: string;
}

/** Words that ask rather than tell what about. */
const ASKING = new Set(
  'a an the if will is are do does did you your have has can could would i we my me us it to of in on at for and or what when where which who how there any with from about need be please tell know guys there im id whats el la los las un una de del en y o que cual cuando donde como quien hay tiene tienen teneis puede puedo su sus mi me para por con se es son esta estan favor saber quiero necesito si ustedes vosotros'.split(
    ' ',
  ),
);
const HOURS =
  /\b(?:hours?|open|opens|opening|close|closes|closing|closed|shut|horarios?|abren?|abris|abiert\w+|cierran?|cerrais|cerrad\w+|atienden|weekends?|fines? de semana)\b/;
/** Share of the question's weight that an entry must bear. */
const ENOUGH = 0.5;

interface Entry {
  readonly own: ReadonlySet<string>;
  readonly all: ReadonlySet<string>;
  readonly topics: readonly string[];
  /** Names in the answer: plans, cards, streets. */
  readonly names: ReadonlySet<string>;
}

/** Retrieved, never composed: the entry whose question is most like the caller's in words or in topic, or the hours, or nothing. */
export function answerFromClinic(
  question: string,
  clinic: ClinicFacts,
  sentences: Sentences,
): ClinicAnswer | undefined {
  const entries = clinic.faq
    .map((entry) => ({ entry, ...readEntry(entry.question, entry.answer) }))
    .filter(({ entry, topics }) => mayAnswer(question, `${entry.question} ${entry.answer}`, topics));
  const rare = rarity(entries);
  const parts = partsOf(question).map((part) => ({ stems: stems(part), topics: topicsIn(part, question) }));
  const [best] = entries
    .map((one) => ({
      entry: one.entry,
      score:
        Math.max(0, ...parts.map((part) => score(part.stems, part.topics, one, rare))) +
        (one.entry.language === sentences.speech.language ? 0.05 : 0),
    }))
    .sort((a, b) => b.score - a.score);
  if (best !== undefined && best.score >= ENOUGH) return { answer: best.entry.answer, source: `faq:${best.entry.id}` };
  // The hours of the clinic are not those of its laboratory.
  if (!HOURS.test(fold(question)) || clinic.hours === '' || namesElsewhere(question)) return undefined;
  return {
    answer: sentences.say('information.hours', { hours: sentences.hours(clinic.clinic.hours) }),
    source: 'hours',
  };
}

/**
 * The price of one thing is no answer to a question for the price of another: better none, and a person asked. Nor is what holds
 * for visits an answer to whether blood is drawn without an appointment.
 */
function mayAnswer(question: string, entry: string, topics: readonly string[]): boolean {
  const walksIn = topics.includes('walkin') && topicsIn(question).includes('walkin');
  if (walksIn && namesElsewhere(question) && !namesElsewhere(entry)) return false;
  if (!topicsIn(question).includes('cost')) return true;
  // Beside another question ("do you do X-rays? and how much is a visit?") only prices are told apart.
  const alone = question.split('?').length <= 2;
  return topics.includes('cost') || (alone && namesPriced(question)) ? samePrice(question, entry) : true;
}

/** What the clinic is asked about whatever one comes for. */
const STANDING = new Set(['place', 'parking', 'transport', 'access', 'wifi', 'food', 'pets', 'masks']);

/** The whole and its sentences: "I'm new in town. Where do I park?" */
function partsOf(question: string): string[] {
  const sentences = question.match(/[^.!?]+[.!?]*/g) ?? [];
  // "I have a blood test on Monday. Where are you?": what is told beside a question is not asked.
  const asking = sentences.filter((one) => one.includes('?') && topicsIn(one, question).length > 0);
  const heard = asking.length > 0 ? asking : sentences;
  const standing = asking.some((one) => topicsIn(one, question).some((topic) => STANDING.has(topic)));
  const whole = standing ? heard.join(' ') : question;
  return [whole, ...heard.flatMap((one) => one.split(/[.,;:!?¿¡]+/))].filter(
    (part) => stems(part).size > 0 || topicsIn(part).length > 0,
  );
}

function readEntry(question: string, answer: string): Entry {
  return {
    own: stems(question),
    all: stems(`${question} ${answer}`),
    topics: topicsIn(question),
    names: namesIn(answer),
  };
}

/** Words with a capital inside a sentence; days and months have one too in English. */
function namesIn(answer: string): ReadonlySet<string> {
  const names = [...answer.matchAll(/(?<=[\p{Ll}\p{N},] )\p{Lu}[\p{L}\p{N}]{3,}/gu)].map(([name]) => name);
  return new Set(
    names
      .filter((name) => !/(?:day|ember|uary|ober)s?$|^(?:March|April|June|July|August)$/.test(name))
      .flatMap((name) => [...stems(name)]),
  );
}

/** A word that stands in few entries tells more than one that stands in many (inverse document frequency). */
function rarity(entries: readonly Entry[]): (stem: string) => number {
  return (stem) => {
    const having = entries.filter(({ all }) => holds(all, stem)).length;
    return Math.log(1 + (entries.length + 1) / (having + 1));
  };
}

function score(
  asked: ReadonlySet<string>,
  topics: readonly string[],
  entry: Entry,
  rare: (stem: string) => number,
): number {
  const words = overlap(asked, entry, rare);
  const topic = sharedTopics(topics, entry.topics);
  const named = [...asked].some((stem) => entry.names.has(stem)) ? BY_NAME : 0;
  return Math.max(words, topic, named) + 0.25 * Math.min(words, topic);
}

/** "Do you take SoonerCare?": a name that the answer has tells the entry by itself. */
const BY_NAME = 0.6;

/** The entry's question weighs more than its answer, where words stand by chance. */
function overlap(asked: ReadonlySet<string>, { own, all }: Entry, rare: (stem: string) => number): number {
  let hits = 0;
  let whole = 0;
  for (const stem of asked) {
    const weight = rare(stem);
    whole += weight;
    hits += weight * (holds(own, stem) ? 1 : holds(all, stem) ? 0.5 : 0);
  }
  return whole === 0 ? 0 : hits / whole;
}

/** Topics in common among all that either names; an entry about two things is asked for by both. */
function sharedTopics(asked: readonly string[], own: readonly string[]): number {
  const shared = asked.filter((topic) => own.includes(topic)).length;
  return shared === 0 ? 0 : (2 * shared) / (asked.length + own.length);
}

const SHORTEST_SHARED = 5;

/** The stem itself, or a longer word of the same root: "cancel" and "cancellation". */
function holds(stems: ReadonlySet<string>, stem: string): boolean {
  if (stems.has(stem)) return true;
  return [...stems].some((one) => {
    const [short, long] = one.length < stem.length ? [one, stem] : [stem, one];
    return short.length >= SHORTEST_SHARED && long.startsWith(short);
  });
}

/** Words without endings, so that "parking" and "park", "cuestan" and "cuesta" meet. */
function stems(text: string): ReadonlySet<string> {
  return new Set(
    wordsOf(text)
      .filter((word) => !ASKING.has(word))
      .map((word) => (word.length > 4 ? word.replace(/(?:ing|es|s|n|ed)$/, '') : word)),
  );
}
