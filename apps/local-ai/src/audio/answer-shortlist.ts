import { EXPECTED_ANSWERS, type ExpectedAnswer, LONGER_ANSWERS } from './expected-words';
import type { Decoded, Moonshine } from './moonshine';
import { soundDistance } from './sound-alike';

/** A reading that the model is asked about. */
export interface Candidate {
  readonly text: string;
  readonly tokens: readonly number[];
  /** Nats that it may be less likely than what was heard. */
  readonly allowance: number;
}

const SHORTLIST = 10;
/** … and those that sound like what was heard. */
const NEAR = { most: 12, distance: 0.5 };
/** What was heard clearly is compared with answers that sound nearly the same. */
const NEARLY_SAME = 0.4;
/** An expected answer whose first sound is less likely than this (natural logarithm) is not asked about. */
const LEAST_OPENING = -9;

/** A text without spaces and signs, as answers are compared. */
export const lettersOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** The short answers that callers give, and which of them a sound may have been. */
export class AnswerShortlist {
  private readonly short: readonly Candidate[];
  private readonly longer: readonly Candidate[];

  constructor(private readonly model: Moonshine) {
    const candidates = (answers: readonly ExpectedAnswer[]): Candidate[] =>
      answers.map(([text, allowance]) => ({ text, tokens: model.tokens(text), allowance }));
    this.short = candidates(EXPECTED_ANSWERS);
    this.longer = candidates(LONGER_ANSWERS);
  }

  /** Those that begin as likely as any, and those that sound like what was heard. */
  of(heard: readonly Decoded[]): Candidate[] {
    const texts = heard.map(({ tokens }) => lettersOf(this.model.text(tokens))).filter((text) => text !== '');
    const near = this.longer
      .map((candidate) => ({ candidate, distance: distanceTo(candidate, texts) }))
      .filter(({ distance }) => distance <= NEAR.distance)
      .sort((a, b) => a.distance - b.distance)
      .slice(0, NEAR.most)
      .map(({ candidate }) => candidate);
    return [...new Set([...likeliest(this.short, heard), ...likeliest(this.longer, heard), ...near])];
  }

  /** A clear hearing that is nearly an answer, and none: "To his fine" for "Two is fine". */
  isNearly(text: string): boolean {
    const letters = lettersOf(text);
    const answers = [...this.short, ...this.longer];
    if (letters === '' || answers.some((one) => lettersOf(one.text) === letters)) return false;
    return answers.some((one) => distanceTo(one, [letters]) <= NEARLY_SAME);
  }
}

function distanceTo(candidate: Candidate, texts: readonly string[]): number {
  return Math.min(1, ...texts.map((text) => soundDistance(text, lettersOf(candidate.text))));
}

function likeliest(candidates: readonly Candidate[], heard: readonly Decoded[]): Candidate[] {
  return candidates
    .map((candidate) => ({
      candidate,
      likely: mean(heard.map((one) => one.opening[candidate.tokens[0] ?? 0] ?? -99)),
    }))
    .filter(({ likely }) => likely > LEAST_OPENING)
    .sort((a, b) => b.likely - a.likely)
    .slice(0, SHORTLIST)
    .map(({ candidate }) => candidate);
}
