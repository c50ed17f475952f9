import { SpeechSpans, type SpeechSpan } from '../audio/speech-spans';
import type { SpeechService } from '../speech-service';
import type { Call } from './call';
import type { Side } from './call-record';

const EDGE_MS = 150;

/** `text` is '' where something sounded but no word was understood. */
export interface HeardWords {
  readonly who: 'patient' | 'clinic';
  readonly text: string;
  readonly startMs: number;
  readonly endMs: number;
}

/** Reads one side of a call back as words, a stretch of speech at a time, in order. Words already known are skipped. */
export class LiveWords {
  private readonly spans = new SpeechSpans();
  private queue: Promise<void> = Promise.resolve();
  private muted = false;

  constructor(
    private readonly call: Call,
    private readonly side: Side,
    private readonly speech: SpeechService,
    private readonly tell: (words: HeardWords) => void,
  ) {
    call.onFrame((said, heard) => {
      const span = this.spans.hear(side === 'heard' ? heard : said);
      if (span) this.read(span);
    });
    call.ended.addEventListener('abort', () => {
      const span = this.spans.finish();
      if (span) this.read(span);
    });
  }

  /** While true, what is spoken is known from elsewhere. */
  mute(muted: boolean): void {
    this.muted = muted;
  }

  private read(span: SpeechSpan): void {
    if (this.muted) return;
    const { startMs, endMs } = span;
    const audio = this.call.record.audio(this.side, startMs - EDGE_MS, endMs + EDGE_MS);
    const who = this.side === 'heard' ? 'clinic' : 'patient';
    this.queue = this.queue
      .then(() => this.speech.transcribe(audio))
      .then((text) => {
        if (text) this.call.record.note('words', { who, text, startMs, endMs });
        this.tell({ who, text: text ?? '', startMs, endMs });
      });
  }
}
