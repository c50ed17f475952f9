import { fold } from '@clinicall/language';
import { SentenceSplitter } from './clauses';
import type { Facts } from './facts';
import { affirmsTooMuch } from './guards/affirmation';
import { contentOf, isPlain } from './guards/content';
import type { LeakGuard } from './guards/leak-guard';
import { speakable } from './guards/speakable';
import { judgeTruth } from './guards/truth-guard';

/** What the agent gives its channel, in order. */
export type AgentOutput =
  | {
      readonly type: 'say';
      readonly text: string;
      readonly kind: 'model' | 'code' | 'filler';
      /** Not to be cut short by the caller's voice: an emergency's notice. */
      readonly protected?: boolean;
      readonly awaitsAnswer?: boolean;
    }
  | { readonly type: 'action'; readonly action: 'transfer'; readonly number: string; readonly reason: string }
  | { readonly type: 'action'; readonly action: 'hang_up' };

export interface Withheld {
  readonly guard: 'truth' | 'leak' | 'repeat';
  readonly reason: string;
  readonly text: string;
}

interface Surroundings {
  readonly facts: () => Facts;
  readonly leaks: LeakGuard;
  readonly callerWords: string;
  /** Spoken piece by piece, where the first words matter. */
  readonly spoken: boolean;
  readonly emit: (output: AgentOutput) => void;
  /** Told of every judgement of a sentence, with the time at which it began. */
  readonly judged?: (startedAt: number, withheld: Withheld | undefined) => void;
}

const SMALLEST_PIECE = 40;
/** Characters of a model's own words in a reply: a minute of speech, and three messages of a text. */
const MOST_OWN = { spoken: 1_200, written: 4_000 };

/** One reply as it leaves: code's words as they are, the model's only sentence by sentence and judged. */
export class TurnOutput {
  readonly withheld: Withheld[] = [];
  private readonly said: { readonly kind: 'model' | 'code'; readonly text: string }[] = [];
  private readonly splitter = new SentenceSplitter();
  private waiting: string[] = [];
  private refused: Withheld[] = [];
  /** Begun and partly spoken. */
  private begun = '';
  private previous = '';
  private patient = false;
  private codeAsked = false;
  private opening = '';

  constructor(private readonly around: Surroundings) {}

  /** Begins an answer of the model. With `wait` none of it leaves before the answer's end: an act may follow. */
  open(wait: boolean): void {
    this.patient = wait;
    this.forget();
  }

  /** Another model begins anew; what has been said stays said and is not said again. */
  forget(): void {
    this.splitter.clear();
    this.waiting = [];
    this.refused = [];
    this.begun = '';
    this.previous = '';
  }

  delta(text: string): void {
    for (const sentence of this.splitter.push(text)) this.sentence(sentence);
    if (!this.around.spoken || this.patient) return;
    const piece = this.splitter.takePiece(SMALLEST_PIECE, (start) => this.mayStart(start));
    if (piece === undefined) return;
    this.begun += piece;
    this.emitModel(speakable(piece));
  }

  /** The model has said as much as anybody listens to: what is begun of its next sentence is dropped. */
  cutsOff(): boolean {
    const most = this.around.spoken ? MOST_OWN.spoken : MOST_OWN.written;
    if (this.said.reduce((sum, { kind, text }) => sum + (kind === 'model' ? text.length : 0), 0) < most) return false;
    this.splitter.clear();
    return true;
  }

  /** Ends an answer. With tool calls in it, what is unsaid waits for `settle`; else it is judged now. @returns what was withheld. */
  close(calledTools: boolean): Withheld[] {
    for (const rest of this.splitter.flush()) this.sentence(rest);
    if (calledTools) return [];
    for (const sentence of this.waiting.splice(0)) this.decide(sentence);
    return this.refused.splice(0);
  }

  /** After the tools: words that waited are judged by what is so now; what fails is dropped, for code has spoken. */
  settle(): void {
    const late = [...this.waiting.splice(0), ...this.refused.splice(0).map((one) => one.text)];
    for (const sentence of late) this.decide(sentence);
    this.refused = [];
  }

  /** Words of code: composed from facts, released as they are. */
  code(text: string, asks: boolean, isProtected = false): void {
    this.codeAsked = asks;
    // Two tools of one turn may come to the same answer; it is given once.
    if (this.said.at(-1)?.kind === 'code' && this.said.at(-1)?.text === text) return;
    this.said.push({ kind: 'code', text });
    this.around.emit({
      type: 'say',
      text,
      kind: 'code',
      awaitsAnswer: asks,
      ...(isProtected ? { protected: true } : {}),
    });
  }

  /** Who speaks; not a part of the answer. */
  preface(text: string): void {
    this.opening = `${text} `;
    this.around.emit({ type: 'say', text, kind: 'code' });
  }

  filler(text: string): void {
    this.around.emit({ type: 'say', text, kind: 'filler' });
  }

  get text(): string {
    return this.opening + this.said.map((one) => one.text).join(' ');
  }

  /** The model's own part, for its history. */
  get ownWords(): string {
    return this.said
      .filter((one) => one.kind === 'model')
      .map((one) => one.text)
      .join(' ');
  }

  get codeSpoke(): boolean {
    return this.said.some((one) => one.kind === 'code');
  }

  get silent(): boolean {
    return this.said.length === 0;
  }

  get endsInQuestion(): boolean {
    return /\?["”’)]*$/.test(this.said.at(-1)?.text ?? '');
  }

  private sentence(text: string): void {
    if (this.patient) this.waiting.push(text);
    else this.decide(text);
  }

  private decide(sentence: string): void {
    const whole = this.begun + sentence;
    this.begun = '';
    const rest = speakable(sentence);
    if (rest === '' || !/[\p{L}\p{N}]/u.test(rest)) return;
    const startedAt = performance.now();
    const fault = this.fault(speakable(whole), whole);
    this.around.judged?.(startedAt, fault);
    if (fault === undefined) {
      this.previous = whole;
      this.emitModel(rest);
      return;
    }
    this.withheld.push(fault);
    if (fault.guard !== 'repeat') this.refused.push({ ...fault, text: sentence });
  }

  private fault(text: string, raw = text): Withheld | undefined {
    if (this.said.some((one) => fold(one.text) === fold(text)))
      return { guard: 'repeat', reason: 'said already', text };
    const leak = this.around.leaks.leakIn(raw) ?? this.around.leaks.leakIn(text);
    if (leak !== undefined) return { guard: 'leak', reason: leak, text };
    const facts = this.around.facts();
    if (this.codeSpoke && (this.codeAsked || !isPlain(contentOf(text, facts)))) {
      return { guard: 'repeat', reason: 'code has said it', text };
    }
    const verdict = judgeTruth(text, facts);
    if (!verdict.allowed) return { guard: 'truth', reason: verdict.reason ?? '', text };
    if (affirmsTooMuch(text, this.around.callerWords, facts)) return { guard: 'truth', reason: 'affirmation', text };
    return this.contradictsPrevious(text, facts) ? { guard: 'truth', reason: 'pairing', text } : undefined;
  }

  /** "Dr. Adler is free on Tuesday. How about four?": the time must be Dr. Adler's. */
  private contradictsPrevious(text: string, facts: Facts): boolean {
    const content = contentOf(text, facts);
    if (content.times.length + content.dates.length === 0 || content.doctors.length > 0 || this.previous === '')
      return false;
    const before = contentOf(this.previous, facts);
    if (before.doctors.length + before.dates.length === 0) return false;
    return !judgeTruth(`${this.previous} ${text}`, facts).allowed;
  }

  private mayStart(start: string): boolean {
    const text = speakable(this.begun + start);
    return (
      !/\d/.test(text) &&
      !this.codeSpoke &&
      this.fault(text) === undefined &&
      isPlain(contentOf(text, this.around.facts()))
    );
  }

  private emitModel(text: string): void {
    if (text === '') return;
    this.said.push({ kind: 'model', text });
    this.around.emit({ type: 'say', text, kind: 'model', awaitsAnswer: text.endsWith('?') });
  }
}
