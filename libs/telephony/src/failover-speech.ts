import { ProviderBreaker, ProviderError } from '@clinicall/platform';
import type { Logger, Pass } from '@clinicall/platform';
import { Patience } from './patience';
import { SpeechToText } from './ports/speech-to-text';
import type { Hearing, HearingOptions, Transcript } from './ports/speech-to-text';
import { TextToSpeech } from './ports/text-to-speech';
import type { SoundFormat, Voicing } from './ports/text-to-speech';

/** A recogniser that has others behind it answers within this, or they are asked: a caller waits for no vendor. */
const WORDS_MS = 2_500;
/** The same for the first sound of a voice. */
const FIRST_SOUND_MS = 1_800;
/** The same for the last voice in line: behind it stands the carrier's. */
const LAST_FIRST_SOUND_MS = 4_000;
/** No sound for so long in the middle of a clause, or so far behind its being played: the voice has stalled, whatever keeps its connection alive. */
const STALLED_MS = 2_000;
/** Samples of a telephone line in a millisecond. */
const PER_MS = 8;
/** One that failed is asked last for so long, so that not every turn waits for it anew; then by one turn, until that has gone well. */
const BREAKER = { failures: 1, restMs: 20_000 };

/** Who is asked, with the leave of its breaker; none where even those that rest are asked, for nobody else is left. */
interface Asked<Provider> {
  readonly provider: Provider;
  readonly pass?: Pass;
  readonly isLast: boolean;
}

/** Which of a line of providers to ask: those that failed a moment ago stand at the end. Each has a breaker of its own. */
class Line<Provider extends object> {
  private readonly breakers: ReadonlyMap<Provider, ProviderBreaker>;

  constructor(private readonly providers: readonly Provider[]) {
    this.breakers = new Map(providers.map((one) => [one, new ProviderBreaker(BREAKER)]));
  }

  /** Whom to ask first, now. */
  get first(): Provider | undefined {
    return this.providers.find((one) => this.breakers.get(one)?.rests !== true) ?? this.providers[0];
  }

  /** One after the other, as long as the one before failed: a breaker is asked for leave when its provider's place comes. */
  *inOrder(): Generator<Asked<Provider>> {
    const resting: Provider[] = [];
    let left = this.providers.length;
    for (const provider of this.providers) {
      const pass = this.breakers.get(provider)?.enter();
      if (pass === undefined) resting.push(provider);
      else yield { provider, pass, isLast: --left === 0 };
    }
    for (const provider of resting) yield { provider, isLast: --left === 0 };
  }
}

/** Asks the next recogniser when one fails or is late; all of them hear the same sound. */
export class FailoverSpeechToText extends SpeechToText {
  private readonly line: Line<SpeechToText>;

  constructor(
    private readonly chain: readonly SpeechToText[],
    private readonly logger: Logger,
  ) {
    super();
    this.line = new Line(chain);
  }

  listen(options: HearingOptions): Hearing {
    const { interim, ...quietly } = options;
    const { first } = this.line;
    // Words while the caller speaks come from one recogniser alone: two would contradict each other.
    const hearings = new Map(
      this.chain.map((one) => [one, one.listen(one === first && interim !== undefined ? options : quietly)]),
    );
    const all = [...hearings.values()];
    const isLive = first !== undefined && hearings.get(first)?.isLive === true;
    return {
      isLive,
      write: (samples) => all.forEach((hearing) => hearing.write(samples)),
      transcript: (signal) => this.first(hearings, signal, options),
      close: () => all.forEach((hearing) => hearing.close()),
    };
  }

  override leave(call: object): void {
    for (const recogniser of this.chain) recogniser.leave?.(call);
  }

  private async first(
    hearings: ReadonlyMap<SpeechToText, Hearing>,
    signal: AbortSignal,
    options: HearingOptions,
  ): Promise<Transcript> {
    let fault: unknown = new ProviderError('speech-to-text', false, 'is not configured');
    for (const { provider: recogniser, pass, isLast } of this.line.inOrder()) {
      const hearing = hearings.get(recogniser);
      if (hearing === undefined) continue;
      const patience = new Patience(signal, isLast ? undefined : WORDS_MS);
      try {
        const transcript = await hearing.transcript(patience.signal);
        pass?.succeeded();
        return transcript;
      } catch (error) {
        if (signal.aborted) pass?.abandoned();
        else pass?.failed(error);
        if (signal.aborted) throw error;
        this.logger.warn('a speech recogniser failed; the next in line is asked', { error });
        options.failed?.(recogniser.provider, codeOf(error));
        fault = error;
      } finally {
        patience.stop();
      }
    }
    throw fault;
  }
}

/** What a voice is given, in which it must not fall behind. */
class VoicePatience extends Patience {
  private beganAt: number | undefined;
  private soundMs = 0;

  /** So much sound came. It is played from the first piece on: one that drips falls behind, however often it moves. */
  fed(ms: number): void {
    const now = performance.now();
    this.beganAt ??= now;
    this.soundMs += ms;
    this.give(Math.min(STALLED_MS, STALLED_MS + this.soundMs - (now - this.beganAt)));
  }
}

/**
 * Asks the next voice when one fails, or is late, before it has made a sound. One that breaks off or stalls in the middle
 * of a clause ends it with a fault: whoever says it again gets the next voice.
 */
export class FailoverTextToSpeech extends TextToSpeech {
  private readonly line: Line<TextToSpeech>;

  constructor(
    chain: readonly TextToSpeech[],
    private readonly logger: Logger,
  ) {
    super();
    this.line = new Line(chain);
  }

  speak(text: string, voicing: Voicing, signal: AbortSignal): AsyncIterable<Int16Array> {
    const make = (voice: TextToSpeech, until: AbortSignal) => voice.speak(text, voicing, until);
    return this.inTurn(make, voicing, signal, (samples) => samples.length / PER_MS);
  }

  /** Nobody waits on a telephone: each voice has the time that its adapter gives it. */
  sound(text: string, voicing: Voicing, format: SoundFormat, signal: AbortSignal): AsyncIterable<Uint8Array> {
    return this.inTurn((voice, until) => voice.sound(text, voicing, format, until), voicing, signal);
  }

  /** @param soundMs how long a piece lasts, where a caller listens. */
  private async *inTurn<Piece>(
    make: (voice: TextToSpeech, signal: AbortSignal) => AsyncIterable<Piece>,
    voicing: Voicing,
    signal: AbortSignal,
    soundMs?: (piece: Piece) => number,
  ): AsyncIterable<Piece> {
    let fault: unknown = new ProviderError('text-to-speech', false, 'is not configured');
    for (const asked of this.line.inOrder()) {
      const firstMs = asked.isLast ? LAST_FIRST_SOUND_MS : FIRST_SOUND_MS;
      const patience = new VoicePatience(signal, soundMs === undefined ? undefined : firstMs);
      let begun = false;
      try {
        for await (const piece of make(asked.provider, patience.signal)) {
          if (soundMs === undefined) patience.rest();
          else patience.fed(soundMs(piece));
          begun = true;
          yield piece;
        }
        if (signal.aborted || !patience.signal.aborted) return;
        fault = new ProviderError(asked.provider.provider, true, begun ? 'stalled' : 'was late');
        this.failed(asked, fault, voicing, soundMs === undefined ? begun : undefined);
      } catch (error) {
        if (signal.aborted) throw error;
        fault = error;
        this.failed(asked, fault, voicing, soundMs === undefined ? begun : undefined);
      } finally {
        patience.stop();
        // What failed has been said. One that was speaking when nobody listened any more lives.
        if (begun) asked.pass?.succeeded();
        asked.pass?.abandoned();
      }
      if (begun) throw fault;
    }
    throw fault;
  }

  /**
   * One that fails a call rests. A client's request that was refused (a voice name it made up) or broke off says nothing
   * about the provider, which the calls go on with.
   * @param begunForClient undefined in a call.
   */
  private failed(
    { provider: voice, pass }: Asked<TextToSpeech>,
    fault: unknown,
    voicing: Voicing,
    begunForClient: boolean | undefined,
  ): void {
    const isRefusal = fault instanceof ProviderError && !fault.retryable;
    if (begunForClient === undefined || !(begunForClient || isRefusal)) pass?.failed(fault);
    else pass?.abandoned();
    this.logger.warn('a voice failed; the next in line is asked', { error: fault });
    voicing.failed?.(voice.provider, codeOf(fault));
  }
}

/** Why a provider failed, in a word of ours: its own may quote what it was given. */
function codeOf(error: unknown): string {
  if (error instanceof ProviderError) return error.message.replaceAll(' ', '_');
  return error instanceof Error && error.name === 'TimeoutError' ? 'late' : 'failed';
}
