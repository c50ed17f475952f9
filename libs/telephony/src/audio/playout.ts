import { encodeMuLaw, FRAME_BYTES, FRAME_MS, MU_LAW_SILENCE } from '@clinicall/audio';

/** The way out to the carrier. */
export interface MediaLine {
  /** @param payload µ-law, whole frames. */
  media(payload: Buffer): void;
  mark(name: string): void;
  clear(): void;
}

/** Audio is never more than this ahead of the caller's ear, so that an interruption is heard at once. */
const AHEAD_MS = 200;
/** A mark after so many frames: how finely we know what was heard. */
const FRAMES_PER_MARK = 5;
/** Sound goes out in pieces of three frames: a message costs the same whatever its size, and what is ahead is to last. */
const PIECE_FRAMES = 3;
const PIECE_MS = PIECE_FRAMES * FRAME_MS;
/** A carrier that does not echo a mark this long after its audio must have ended is taken to have played it. */
const MARK_PATIENCE_MS = 700;

/** Sound that is gathered before an idle line begins to play, so that it does not stop again after the first piece … */
const GATHERED_FRAMES = 10;
/** … unless the rest takes longer than this. */
const GATHERING_MS = 100;

/** Sound that waits here before more is worth making: an interruption throws it away, and a voice that fails has its time. */
const ENOUGH_FRAMES = 200;

interface Clause {
  readonly text: string;
  /** First frame, and the one after the last; the last is open while audio still comes. */
  readonly from: number;
  until: number | undefined;
}

/**
 * What goes to the caller's ear: frames paced in real time, marks that say what was played, and the ledger of words heard.
 * `tick` is called about every 20 ms. Marks carry a generation, because a clear makes the carrier echo those it drops.
 */
export class Playout {
  private readonly queue: Buffer[] = [];
  private clauses: Clause[] = [];
  private remainder = Buffer.alloc(0);
  private generation = 1;
  private queued = 0;
  private sent = 0;
  private heard = 0;
  private carrierEndsAt = 0;
  private paused = false;
  /** Told when there is room for more. */
  private makers: (() => void)[] = [];
  /** When the oldest frame came that has not been sent, on an idle line. */
  private gatheringSince: number | undefined;

  constructor(
    private readonly line: MediaLine,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** The words whose sound the next pushes bring. */
  begin(text: string): void {
    this.end();
    this.clauses.push({ text, from: this.queued, until: undefined });
  }

  /** @param samples 8 kHz. */
  push(samples: Int16Array): void {
    let bytes = Buffer.concat([this.remainder, encodeMuLaw(samples)]);
    for (; bytes.length >= FRAME_BYTES; bytes = bytes.subarray(FRAME_BYTES))
      this.append(bytes.subarray(0, FRAME_BYTES));
    this.remainder = bytes;
  }

  /** The clause's sound is complete. */
  end(): void {
    if (this.remainder.length > 0) {
      this.append(Buffer.concat([this.remainder, Buffer.alloc(FRAME_BYTES - this.remainder.length, MU_LAW_SILENCE)]));
      this.remainder = Buffer.alloc(0);
    }
    const last = this.clauses.at(-1);
    if (last !== undefined) last.until ??= this.queued;
  }

  /** The clause's sound breaks off: what there is of it is heard, and says nothing that counts. */
  breakOff(): void {
    this.end();
    const last = this.clauses.pop();
    if (last !== undefined) this.clauses.push({ ...last, text: '' });
  }

  /** Resolves when what waits lasts for less than four seconds: at once, mostly. */
  room(signal: AbortSignal): Promise<void> {
    if (this.queue.length < ENOUGH_FRAMES || signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      this.makers.push(resolve);
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
  }

  tick(): void {
    this.play();
    if (this.queue.length < ENOUGH_FRAMES) for (const maker of this.makers.splice(0)) maker();
  }

  private play(): void {
    const now = this.now();
    if (this.sent > this.heard && now > this.carrierEndsAt + MARK_PATIENCE_MS) this.heard = this.sent;
    if (this.gathering(now)) return;
    if (this.paused) return;
    while (this.queue.length > 0 && this.carrierEndsAt - now <= AHEAD_MS - PIECE_MS) this.feed(now);
  }

  private feed(now: number): void {
    const room = Math.floor((AHEAD_MS - Math.max(0, this.carrierEndsAt - now)) / FRAME_MS);
    const sinceMark = this.sent % FRAMES_PER_MARK;
    const frames = this.queue.splice(0, Math.min(room, PIECE_FRAMES, FRAMES_PER_MARK - sinceMark));
    this.line.media(frames.length === 1 ? (frames[0] as Buffer) : Buffer.concat(frames));
    this.sent += frames.length;
    this.carrierEndsAt = Math.max(now, this.carrierEndsAt) + frames.length * FRAME_MS;
    if (this.sent % FRAMES_PER_MARK === 0 || this.queue.length === 0) this.line.mark(`${this.generation}:${this.sent}`);
  }

  private gathering(now: number): boolean {
    const idle = this.queue.length > 0 && this.carrierEndsAt <= now;
    if (!idle) this.gatheringSince = undefined;
    else this.gatheringSince ??= now;
    if (this.gatheringSince === undefined || this.clauses.at(-1)?.until !== undefined) return false;
    return this.queue.length < GATHERED_FRAMES && now - this.gatheringSince < GATHERING_MS;
  }

  /** The carrier echoes a mark: it has played all before it, unless a clear dropped it. */
  marked(name: string): void {
    const [generation, frame] = name.split(':').map(Number);
    if (generation === this.generation && frame !== undefined && frame <= this.sent)
      this.heard = Math.max(this.heard, frame);
  }

  /** Feeds nothing more until `resume`; what the carrier has (≤ 200 ms) still plays. */
  pause(): void {
    this.paused = true;
  }

  resume(): void {
    this.paused = false;
  }

  /** Drops everything not yet heard, here and at the carrier, and says which words the caller did hear. */
  clear(): string {
    const heardWords = this.heardWords();
    this.line.clear();
    this.generation += 1;
    this.forget();
    return heardWords;
  }

  /** The words heard since the last `forget`, cut inside a clause by the share of its sound. */
  heardWords(): string {
    return this.clauses
      .map((clause) => heardOf(clause, this.heard, this.queued))
      .filter((words) => words !== '')
      .join(' ');
  }

  /** Clauses heard to their end since the last `forget`, our asides left out. */
  get heardClauses(): string[] {
    return this.clauses
      .filter(({ text, until }) => text !== '' && until !== undefined && this.heard >= until)
      .map(({ text }) => text);
  }

  /** Every word that was begun has been heard to its end. */
  get heardWhole(): boolean {
    return this.clauses.every(({ text, until }) => text === '' || (until !== undefined && this.heard >= until));
  }

  /** Share of the reply's sound that was heard, 0 to 1. */
  get heardShare(): number {
    return this.queued === 0 ? 1 : this.heard / this.queued;
  }

  /** The next frame is of words that count, not of an aside. */
  get playsWords(): boolean {
    return this.clauses.findLast(({ from }) => from <= this.sent)?.text !== '';
  }

  /** Something of the reply is at the carrier already. */
  get begun(): boolean {
    return this.sent > 0;
  }

  /** Starts a new ledger; called when a reply begins. */
  forget(): void {
    this.queue.length = 0;
    this.remainder = Buffer.alloc(0);
    this.clauses = [];
    this.queued = this.sent = this.heard = 0;
    this.generation += 1;
    this.carrierEndsAt = Math.min(this.carrierEndsAt, this.now());
    this.paused = false;
  }

  /** Starts a new ledger as well; what waits to be heard, no words that count, is said to its end all the same. */
  carryOver(): void {
    this.end();
    this.clauses = [{ text: '', from: 0, until: this.queue.length }];
    this.queued = this.queue.length;
    this.sent = this.heard = 0;
    this.generation += 1;
    this.paused = false;
  }

  /** Something is waiting to be heard. */
  get active(): boolean {
    return this.queue.length > 0 || this.heard < this.sent;
  }

  private append(frame: Buffer): void {
    this.queue.push(frame);
    this.queued += 1;
  }
}

function heardOf(clause: Clause, heard: number, queued: number): string {
  const until = clause.until ?? queued;
  if (heard >= until && clause.until !== undefined) return clause.text;
  if (heard <= clause.from) return '';
  const words = clause.text.split(/\s+/);
  return words
    .slice(0, Math.floor((words.length * (heard - clause.from)) / Math.max(1, until - clause.from)))
    .join(' ');
}
