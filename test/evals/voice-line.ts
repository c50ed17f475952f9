import { phrase } from '@clinicall/language';
import { HandsetClient } from '../../apps/local-carrier/src/handset-client';
import { onlyAsksForPatience } from '../../apps/local-carrier/src/heard-phrases';
import { readBackShare } from '../../scripts/heard-audio';
import { Line } from './line';
import type { Reply } from './line';
import type { Clinic, Wires } from './product-client';
import { expectWords } from './typed-ears';

const READING = { quietMs: 900, firstMs: 25_000, readMs: 12_000 };
/** Typed words are read from the product's log, so nobody waits for them to be recognised. */
const TYPED = { quietMs: 900, firstMs: 25_000, readMs: 0 };

/** A small recogniser loses a third of the words of a voice on a telephone; of a sentence that was cut or lost it gets less than half. */
const INTELLIGIBLE_SHARE = 0.5;

/**
 * What a person understands of sound: the words that were said, where the recogniser confirms that they were there to be heard
 * (or had no time to read them); else what it made of them.
 */
function asPeopleHear(heard: string, said: string): string {
  return heard === '' || readBackShare(said, heard) >= INTELLIGIBLE_SHARE ? said : heard;
}

const OWN_WORDS = ['en', 'es'].flatMap((language) =>
  ['repeat', 'use_keypad', 'still_there', 'cannot_hear', 'goodbye_silent', 'cannot_go_on'].map((key) =>
    phrase(language, `telephony:${key}`),
  ),
);

/** The sentence of telephony's own that the sound is, and nothing beside it; '' where it is none. */
function asOwnWords(heard: string): string {
  const shares = OWN_WORDS.map((said) => ({
    said,
    share: Math.min(readBackShare(said, heard), readBackShare(heard, said)),
  }));
  const [best] = shares.sort((a, b) => b.share - a.share);
  return best !== undefined && heard !== '' && best.share >= INTELLIGIBLE_SHARE ? best.said : '';
}

/** A phone call through the local carrier: webhook, media stream, a synthetic voice. */
export class VoiceLine extends Line {
  private handset: HandsetClient | undefined;
  private conversationId: string | undefined;
  private read = 0;
  private understood = 0;

  constructor(
    private readonly wires: Wires,
    private readonly clinic: Clinic,
    private readonly from: string,
    private readonly typed: boolean,
    private readonly doctors: readonly string[],
  ) {
    super();
  }

  async greet(): Promise<string> {
    this.handset = await HandsetClient.connect(this.wires.carrierUrl, this.from);
    await this.handset.dial(this.clinic.phone);
    return this.hear(0);
  }

  async say(text: string): Promise<Reply> {
    const { handset } = this;
    if (handset === undefined) throw new Error('nobody has dialled');
    const startedAt = performance.now();
    this.said.push({ who: 'caller', text });
    if (handset.status !== null) return { text: '', ended: true, ms: 0 };
    const forget = this.typed ? await expectWords(text, this.doctors) : undefined;
    const from = handset.nowMs;
    await handset.say(text);
    // On a busy machine the answer may begin before this process is told that the words were spoken.
    const reply = await this.hear(from);
    forget?.();
    return { text: reply, ended: this.isOver(), ms: performance.now() - startedAt };
  }

  private isOver(): boolean {
    return this.handset === undefined || this.handset.status !== null;
  }

  /** Goes on listening without a word. */
  async listen(): Promise<Reply> {
    const startedAt = performance.now();
    const text = await this.hear(this.handset?.nowMs ?? 0);
    return { text, ended: this.isOver(), ms: performance.now() - startedAt };
  }

  async finish(): Promise<void> {
    await this.handset?.hangUp();
    this.handset?.close();
    await this.takeLog();
  }

  private async hear(sinceMs: number): Promise<string> {
    const heard = await this.handset?.hearReply(sinceMs, this.typed ? TYPED : READING, onlyAsksForPatience);
    const logged = await this.takeLog();
    if (this.typed) return logged;
    if (heard === null || heard === undefined) return '';
    // Telephony speaks of its own accord, which is no turn of the conversation: asked to say it again, one does.
    if (logged === '') return this.ownWords(heard);
    const understood = asPeopleHear(heard, logged);
    if (understood !== logged) this.note(`the caller heard: ${understood}`);
    return understood;
  }

  private ownWords(heard: string): string {
    const own = asOwnWords(heard);
    if (own !== '') this.said.push({ who: 'clinic', text: own });
    return own;
  }

  /** The words handed to text-to-speech, by the product's own log: what the talk is judged by. */
  private async takeLog(): Promise<string> {
    this.conversationId ??= (await this.clinic.talks()).find((talk) => talk.channel === 'voice')?.id;
    if (this.conversationId === undefined) return '';
    const { turns } = await this.clinic.record(this.conversationId);
    const spoken = turns.filter((turn) => turn.who === 'agent');
    const callers = turns.filter((turn) => turn.who === 'caller');
    // What the product made of the caller's sound stands before its answer.
    for (const { text } of callers.slice(this.understood)) if (!this.typed) this.note(`understood: ${text}`);
    this.understood = callers.length;
    const fresh = spoken.slice(this.read).map((turn) => (turn.interrupted ? (turn.heard ?? '') : turn.text));
    this.read = spoken.length;
    for (const text of fresh) if (text !== '') this.said.push({ who: 'clinic', text });
    return fresh.join('\n');
  }
}
