import type { CallEnding } from './call-ending';
import type { CallEquipment } from './call-equipment';
import type { ReplyHearing } from './reply-hearing';

/** Words that no voice of ours could say wait no longer than this for the rest of their reply. */
const GATHERED_MS = 2_000;

type Around = Pick<CallEquipment, 'sayByCarrier' | 'leave' | 'watch' | 'log' | 'now'>;

/**
 * The carrier's own voice, for words that none of ours could say: in one go, because each change at the carrier ends the one
 * before. The stream ends by it and comes back afterwards. Where the carrier does not speak either, the line is given up: it
 * comes back by after-stream, and what was not heard is said then.
 */
export class CarrierVoice {
  private words: string[] = [];
  private since = 0;

  constructor(
    private readonly around: Around,
    private readonly ending: CallEnding,
    private readonly hearing: ReplyHearing,
  ) {}

  /** No voice of ours could say this. @param error of the first words of a reply; undefined for those behind them. */
  take(error: unknown, words: string): void {
    if (error !== undefined) {
      this.around.log('words could not be spoken', { error });
      this.around.watch.failed('tts');
    }
    if (this.words.length === 0) this.since = this.around.now();
    this.words.push(words);
  }

  /** @param complete nothing more of the reply is being made or heard. */
  tick(complete: boolean): void {
    if (this.words.length === 0 || (!complete && this.around.now() - this.since < GATHERED_MS)) return;
    const words = this.words.join(' ');
    this.words = [];
    // One who is put through hears of it from the carrier anyway.
    if (this.ending.isUnderWay || this.ending.wants === 'transfer') return;
    const isLast = this.ending.wants === 'hang_up';
    this.ending.leftToCarrier();
    this.around.sayByCarrier(words, isLast).then(
      () => {
        this.hearing.carries(words);
        this.hearing.quiet();
      },
      (error: unknown) => {
        this.around.log('the carrier could not speak', { error });
        this.around.watch.failed('carrier');
        this.around.leave();
      },
    );
  }

  /** The caller went on. */
  forget(): void {
    this.words = [];
  }
}
