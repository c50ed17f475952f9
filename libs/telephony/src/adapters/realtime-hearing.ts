import { encodeMuLaw, FRAME_BYTES, level, MU_LAW_SILENCE } from '@clinicall/audio';
import type { ProviderError } from '@clinicall/platform';
import type { Hearing, Transcript } from '../ports/speech-to-text';
import type { LineListener, RealtimeLine } from './realtime-line';

/** The API refuses to close less sound than 100 ms. */
const LEAST_BYTES = 5 * FRAME_BYTES;

/** Frames that go up together while somebody speaks: each message is a write to a socket of its own. */
const GATHERED_FRAMES = 5;
/** Root mean square below which a frame is a pause. */
const QUIET_LEVEL = 200;

/** A stretch that was closed; its words come a little later. */
interface Segment {
  itemId: string | undefined;
  /** Undefined until the recogniser is done with it. */
  words: string | undefined;
  /** What it had recognised so far. */
  guess: string;
}

/** One utterance on a line: sound goes up as it comes, and each closed stretch brings its words. */
export class RealtimeHearing implements Hearing, LineListener {
  readonly isLive = true;
  private readonly segments: Segment[] = [];
  private waiters: { settle(): void; fail(error: ProviderError): void }[] = [];
  private readonly gathered: Buffer[] = [];
  /** The last frame was a pause. */
  private isQuiet = false;
  /** Bytes since the last stretch was closed. */
  private openBytes = 0;
  private openWords = '';
  private fault: ProviderError | undefined;

  constructor(
    private readonly line: RealtimeLine,
    private readonly interim: ((words: string) => void) | undefined,
    private readonly ownsLine: boolean,
  ) {
    line.attend(this);
  }

  write(samples: Int16Array): void {
    if (this.fault !== undefined) return;
    this.openBytes += samples.length;
    this.gathered.push(encodeMuLaw(samples));
    const wasQuiet = this.isQuiet;
    this.isQuiet = level(samples) < QUIET_LEVEL;
    // The last sounds of a word do not wait for what may never come; the silence behind them may.
    if (this.gathered.length >= GATHERED_FRAMES || (this.isQuiet && !wasQuiet)) this.sendGathered();
  }

  async transcript(signal: AbortSignal): Promise<Transcript> {
    if (this.fault !== undefined) throw this.fault;
    this.commit();
    await this.complete(signal);
    return { text: this.words() };
  }

  close(): void {
    this.line.ignore(this);
    if (this.ownsLine) this.line.close();
    else if (this.openBytes > 0) this.line.send({ type: 'input_audio_buffer.clear' });
    this.gathered.length = 0;
    this.openBytes = 0;
  }

  committed(itemId: string): void {
    const segment = this.segments.find((one) => one.itemId === undefined);
    if (segment !== undefined) segment.itemId = itemId;
  }

  delta(itemId: string, words: string): void {
    const segment = this.segments.find((one) => one.itemId === itemId);
    if (segment === undefined) this.openWords += words;
    else segment.guess += words;
    this.tell();
  }

  completed(itemId: string, words: string): void {
    const segment = this.segments.find((one) => one.itemId === itemId);
    if (segment === undefined) return;
    segment.words = words.trim();
    if (this.openBytes === 0) this.openWords = '';
    this.tell();
    if (!this.pending) for (const waiter of this.waiters.splice(0)) waiter.settle();
  }

  failed(itemId: string, error: ProviderError): void {
    if (this.segments.some((one) => one.itemId === itemId)) this.lost(error);
  }

  lost(error: ProviderError): void {
    this.fault = error;
    for (const waiter of this.waiters.splice(0)) waiter.fail(error);
  }

  private get pending(): boolean {
    return this.segments.some((one) => one.words === undefined);
  }

  private words(): string {
    return this.segments
      .map((one) => (one.words ?? one.guess).trim())
      .filter((words) => words !== '')
      .join(' ');
  }

  private tell(): void {
    const words = `${this.words()} ${this.openWords.trim()}`.trim();
    if (words !== '') this.interim?.(words);
  }

  private sendGathered(): void {
    if (this.gathered.length === 0) return;
    const audio = Buffer.concat(this.gathered.splice(0)).toString('base64');
    this.line.send({ type: 'input_audio_buffer.append', audio });
  }

  /** Closes what was said since the last time; nothing new leaves things as they are. */
  private commit(): void {
    if (this.openBytes === 0) return;
    this.sendGathered();
    if (this.openBytes < LEAST_BYTES) {
      const silence = Buffer.alloc(LEAST_BYTES - this.openBytes, MU_LAW_SILENCE);
      this.line.send({ type: 'input_audio_buffer.append', audio: silence.toString('base64') });
    }
    this.line.commit(this);
    this.segments.push({ itemId: undefined, words: undefined, guess: this.openWords });
    this.openBytes = 0;
    this.openWords = '';
  }

  private complete(signal: AbortSignal): Promise<void> {
    if (!this.pending) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const abort = () => {
        // A line may look alive, by its pings, and bring no words any more.
        if (isLate(signal.reason)) this.line.stalled();
        reject(signal.reason as Error);
      };
      if (signal.aborted) abort();
      signal.addEventListener('abort', abort, { once: true });
      const done = () => signal.removeEventListener('abort', abort);
      this.waiters.push({
        settle: () => {
          done();
          resolve();
        },
        fail: (error) => {
          done();
          reject(error);
        },
      });
    });
  }
}

/** A deadline has passed; a caller who goes on aborts as well, and says nothing against the line. */
function isLate(reason: unknown): boolean {
  return (reason as { name?: unknown } | undefined)?.name === 'TimeoutError';
}
