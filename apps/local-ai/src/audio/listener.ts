import { withCallersName } from './caller-name';
import { levelled, padded } from './condition';
import { AnswerShortlist, type Candidate, lettersOf } from './answer-shortlist';
import { CLINIC_TERMS, OTHERWISE, TIME_ALLOWANCE, TIME_TERMS, YES_AND_NO } from './expected-words';
import { type Decoded, type Encoded, MODEL_RATE, type Moonshine } from './moonshine';
import { proposals } from './names-in-prompt';

/** What was said in one part of the sound. */
export interface Reading {
  readonly text: string;
  readonly tokens: readonly number[];
  /** Mean natural logarithm of the tokens' probabilities, the end token's with them: as OpenAI's avg_logprob. */
  readonly averageLogProb: number;
  /** 0…1: how likely it is that nothing was said. */
  readonly silence: number;
  /** The words are those of the beginning alone: the model lost the thread, and the sound is to be heard again in shorter parts. */
  readonly isPartial?: boolean;
}

/** What may be said here: names of the clinic's, and of those who may be calling and have been asked who they are. */
export interface Names {
  readonly names: readonly string[];
  readonly callers: readonly string[];
}

/** Shorter sound is not cut again: what the model makes of it is all there is. */
const SHORTEST_CUT_SECONDS = 4;

/** Below this geometric mean of the tokens' probabilities a reading is looked at again. */
const SURE = 0.8;
/** Up to this length an answer may be one word, which the model has no context for. */
const SHORT_SECONDS = 2;
const LONG_SECONDS = 6;
const MOST_LONG_TERMS = 40;
/** Nats that a name of the prompt may be less likely than what was heard, if it sounds the same; half at the farthest distance. */
const NAME_ALLOWANCE = 9;
/** A clear word that sounds as near as this to a day was the day: "I can't make it thirsty". */
const SAME_SOUND = 0.25;
/** Nats that "Doctor Hargreaves", said alone, may be less likely than what was heard: the model has hardly met the name. */
const DOCTOR_ALLOWANCE = 5.5;
/** Only when the model is this sure of silence is an utterance taken for none; noise and tones give 0.98 and more. */
const SURELY_SILENT = 0.9;
/** At the first look this much is enough. */
const SILENT_AT_ONCE = 0.97;
/** Silence put before and after, in seconds, when hearing again: one of them suits most utterances, none suits all. */
const FURTHER_LOOKS = [
  [0, 0.3],
  [0.2, 0.2],
] as const;
/** So many of the words that mean the opposite, the commonest, are asked about. */
const MOST_OPPOSITE = 7;
/** Nats between a yes and the nearest no. */
const CLEAR_ANSWER = 3.5;
/** The avg_logprob that OpenAI's own guidance calls failed. */
const DOUBTFUL = -1;
/** A mean logarithm below this after the second look is worth a third. */
const UNCLEAR = Math.log(0.5);
/** The avg_logprob of words with a name that the model was asked about: unlikely as a reading, and yet the one that was said. */
const NAMED = -0.6;
/** The encoder needs a few frames. */
const SHORTEST = Math.round(0.15 * MODEL_RATE);

interface Look {
  readonly encoded: Encoded;
  readonly heard: Decoded;
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

const isSeldom = (text: string): boolean => OTHERWISE.some(({ heard }) => heard.test(text));

/** A doctor's, as it stands in a prompt; no field of medicine. */
const isFullName = (name: string): boolean =>
  /^\p{Lu}\S+(?: \p{Lu}\S+){1,2}$/u.test(name) && !/ology|ics$|Practice$/.test(name);

/** A reading that says the same over and over is the decoder running away. */
function runsAway(text: string): boolean {
  const words = text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  return words.length >= 8 && new Set(words).size <= words.length / 4;
}

const isSure = (heard: Decoded, text: string): boolean =>
  Math.exp(mean(heard.logProbs)) >= SURE && text !== '' && !runsAway(text);

/**
 * Listens as one does on a bad line: what is clear is taken as heard; what is not is heard again with other edges, and compared with
 * what callers answer and with the names on the list. The model judges every reading; nothing is taken that it finds unlikely.
 */
export class Listener {
  private readonly answers: AnswerShortlist | null;
  private readonly terms: readonly string[];
  private readonly times: readonly string[];

  constructor(
    private readonly model: Moonshine,
    language: 'en' | 'es',
  ) {
    this.terms = language === 'en' ? CLINIC_TERMS : [];
    this.times = language === 'en' ? TIME_TERMS : [];
    this.answers = language === 'en' ? new AnswerShortlist(model) : null;
  }

  /** `samples`: one utterance at 16 kHz, trimmed to the speech and a little edge. */
  async hear(samples: Float32Array, { names, callers }: Names, signal: AbortSignal): Promise<Reading> {
    const looks: Look[] = [];
    const reading = await this.words(samples, names, looks, signal);
    if (callers.length === 0 || reading.text === '' || reading.isPartial === true) return reading;
    const [first] = looks;
    const text =
      first === undefined ? reading.text : await withCallersName(this.model, first.encoded, reading.text, callers);
    if (text === reading.text) return reading;
    return {
      ...reading,
      text,
      tokens: this.model.tokens(text),
      averageLogProb: Math.max(reading.averageLogProb, NAMED),
    };
  }

  /** @param looks is given each hearing that was needed. */
  private async words(
    samples: Float32Array,
    names: readonly string[],
    looks: Look[],
    signal: AbortSignal,
  ): Promise<Reading> {
    const level = levelled(samples.length < SHORTEST ? padded(samples, 0, SHORTEST - samples.length) : samples);
    const first = await this.look(level, [0, 0], signal);
    looks.push(first);
    const text = this.model.text(first.heard.tokens);
    const sure = isSure(first.heard, text);
    const short = first.encoded.seconds <= SHORT_SECONDS;
    const silent = text === '' && first.heard.silence >= SILENT_AT_ONCE;
    const clear = this.reading(first.heard, text);
    if (first.heard.ranAway && first.encoded.seconds >= SHORTEST_CUT_SECONDS) return { ...clear, isPartial: true };
    const maybeAnswer = short && this.answers?.isNearly(text) === true;
    // What is clear is only asked about its names, and about words that sound the same as a day.
    const asked = [...names, ...this.soundingSame(text)];
    if (silent || (sure && !maybeAnswer && !isSeldom(text) && proposals(text, asked).length === 0))
      return this.settle(clear, [first], short, signal);
    const terms = [...names, ...this.terms];
    if (sure) return this.settle(await this.choose(looks, maybeAnswer, asked, signal), looks, short, signal);
    let best = clear;
    // Long sound has context of its own, and each look at it costs a second.
    if (first.encoded.seconds > LONG_SECONDS && text !== '' && !runsAway(text))
      return this.choose(looks, false, terms.slice(0, MOST_LONG_TERMS), signal);
    for (const edges of FURTHER_LOOKS) {
      looks.push(await this.look(level, edges, signal));
      best = await this.choose(looks, short, terms, signal);
      if (best.averageLogProb > UNCLEAR && best.text !== '') break;
    }
    return this.settle(best, looks, short, signal);
  }

  private soundingSame(text: string): string[] {
    return this.terms.filter((term) => proposals(text, [term]).some(({ distance }) => distance <= SAME_SOUND));
  }

  private async settle(
    reading: Reading,
    looks: readonly Look[],
    short: boolean,
    signal: AbortSignal,
  ): Promise<Reading> {
    return short ? this.doubting(reading, looks, signal) : reading;
  }

  /**
   * A yes that may as well have been a no, or a no that may have been a yes, is given so little confidence that the caller is asked again.
   * Clear ones lie five nats and more from the nearest opposite word; those that were misheard lay within two.
   */
  private async doubting(reading: Reading, looks: readonly Look[], signal: AbortSignal): Promise<Reading> {
    const said = lettersOf(reading.text);
    const own = YES_AND_NO.findIndex((words) => words.some((word) => lettersOf(word) === said));
    if (own < 0) return reading;
    const opposite = YES_AND_NO.filter((_, side) => side !== own).flatMap((words) => words.slice(0, MOST_OPPOSITE));
    const views = looks.map((look) => look.encoded);
    const candidates = opposite.map((text) => ({ text, tokens: this.model.tokens(text), allowance: 0 }));
    const [rival] = await this.ranked(candidates, views, signal);
    const mine = reading.averageLogProb * (reading.tokens.length + 1);
    const clearer = rival === undefined ? Infinity : mine - rival.logProb;
    // Of several words, and far from any no: it was said, however little the model thinks of the sentence.
    if (clearer >= 2 * CLEAR_ANSWER && /\s/.test(reading.text))
      return { ...reading, averageLogProb: Math.max(reading.averageLogProb, NAMED) };
    if (clearer >= CLEAR_ANSWER) return reading;
    return { ...reading, averageLogProb: Math.min(reading.averageLogProb, DOUBTFUL) };
  }

  /** One hearing, with silence of so many seconds before and after. */
  private async look(
    level: Float32Array,
    [before, after]: readonly [number, number],
    signal: AbortSignal,
  ): Promise<Look> {
    const sound = padded(level, Math.round(before * MODEL_RATE), Math.round(after * MODEL_RATE));
    const encoded = await this.model.encode(sound);
    return { encoded, heard: await this.model.decode(encoded, signal) };
  }

  private reading({ tokens, logProbs, silence }: Decoded, text: string): Reading {
    return { text, tokens, averageLogProb: mean(logProbs), silence };
  }

  private candidates(heard: readonly Decoded[], short: boolean): Candidate[] {
    const found = new Map<string, Candidate>();
    for (const { tokens } of heard) {
      const text = this.model.text(tokens);
      if (!runsAway(text)) found.set(text, { text, tokens, allowance: 0 });
    }
    if (mean(heard.map((one) => one.silence)) < SURELY_SILENT) found.delete('');
    if (short) for (const candidate of this.answers?.of(heard) ?? []) found.set(candidate.text, candidate);
    if (found.size === 0) found.set('', { text: '', tokens: [], allowance: 0 });
    return [...found.values()];
  }

  private async choose(
    looks: readonly Look[],
    short: boolean,
    names: readonly string[],
    signal: AbortSignal,
  ): Promise<Reading> {
    const heard = looks.map((look) => look.heard);
    const views = looks.map((look) => look.encoded);
    const candidates = [...this.candidates(heard, short), ...(short ? this.doctorsAlone(names) : [])];
    let [best] = await this.ranked(candidates, views, signal);
    for (let round = 0; round < 2 && best !== undefined; round += 1) {
      const named = [
        ...this.proposed(best.text, names, NAME_ALLOWANCE),
        ...this.proposed(best.text, this.times, TIME_ALLOWANCE),
        ...this.meantOtherwise(best.text),
      ];
      if (named.length === 0) break;
      const [winner] = await this.ranked([{ ...best, allowance: 0 }, ...named], views, signal);
      if (winner === undefined || winner.text === best.text) break;
      best = winner;
    }
    if (best === undefined) throw new Error('Nothing to choose from.');
    // A time that was expected is surer than its sound alone. A yes is not.
    const surer = best.allowance === TIME_ALLOWANCE ? TIME_ALLOWANCE : 0;
    const mine = Math.min(0, best.logProb + surer) / (best.tokens.length + 1);
    const averageLogProb = best.allowance >= DOCTOR_ALLOWANCE ? Math.max(mine, NAMED) : mine;
    return { text: best.text, tokens: best.tokens, averageLogProb, silence: mean(heard.map((one) => one.silence)) };
  }

  /** The answer to "which doctor?". */
  private doctorsAlone(names: readonly string[]): Candidate[] {
    return names.filter(isFullName).map((name) => {
      const text = `Dr. ${name.split(' ').at(-1) ?? name}.`;
      return { text, tokens: this.model.tokens(text), allowance: DOCTOR_ALLOWANCE };
    });
  }

  /** "With a second one" for "the second one". */
  private meantOtherwise(heard: string): Candidate[] {
    return OTHERWISE.filter((one) => one.heard.test(heard)).flatMap(({ heard: seldom, meant, allowance }) => {
      const text = heard.replace(seldom, meant);
      const timed = this.proposed(text, [...this.times, ...this.terms], TIME_ALLOWANCE);
      const plain = { text, tokens: this.model.tokens(text), allowance };
      return [plain, ...timed.map((one) => ({ ...one, allowance: one.allowance + allowance }))];
    });
  }

  private proposed(heard: string, names: readonly string[], most: number): Candidate[] {
    return proposals(heard, names).map(({ text, distance }) => ({
      text,
      tokens: this.model.tokens(text),
      allowance: most * (1 - distance),
    }));
  }

  /** Candidates by what the model gives them over all looks, with their allowance; `logProb` is without it. */
  private async ranked(
    candidates: readonly Candidate[],
    views: readonly Encoded[],
    signal: AbortSignal,
  ): Promise<(Candidate & { logProb: number })[]> {
    const tokens = candidates.map((candidate) => candidate.tokens);
    const judged: number[][] = [];
    for (const view of views) {
      signal.throwIfAborted();
      judged.push(await this.model.judge(view, tokens));
    }
    return candidates
      .map((candidate, at) => ({ ...candidate, logProb: mean(judged.map((scores) => scores[at] ?? -99)) }))
      .sort((a, b) => b.logProb + b.allowance - (a.logProb + a.allowance));
  }
}
