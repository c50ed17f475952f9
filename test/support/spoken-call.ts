import { setTimeout as sleep } from 'node:timers/promises';
import { HandsetClient } from '../../apps/local-carrier/src/handset-client';
import { eventually } from './eventually';
import { SOUNDS } from './sounds';
import type { ImportedClinic, WholeProgram } from './whole-program';

/** The end of our answer, by its silence; the agent's own words are read from the conversation, so no sound need be. */
const LISTENING = { quietMs: 1_000, firstMs: 25_000, readMs: 0 };
/** Times a line is said before the call counts as not understood. */
const MOST_TRIES = 3;
/** From the end of our filler or our line to the answer's place in the log, on a busy machine. */
const ANSWER_MS = 30_000;
/** Words that are not in the log by then were not understood. */
const TAKEN_MS = 12_000;

interface Turn {
  readonly who: 'caller' | 'agent';
  readonly text: string;
  readonly interrupted: boolean;
}

/** What a caller does next: says words, presses keys, or lets a sound be heard that says nothing. */
export type CallerMove =
  | { readonly caller: string }
  | { readonly keys: string }
  | { readonly sound: keyof typeof SOUNDS; readonly seconds: number };

/** A call over the local phone network in which a synthetic voice speaks and the silences of the answer are waited for. */
export class SpokenCall {
  private constructor(
    private readonly program: WholeProgram,
    private readonly clinic: ImportedClinic,
    readonly handset: HandsetClient,
    private readonly conversationId: string,
  ) {}

  /** Dials, and has heard the greeting when it resolves. */
  static async place(program: WholeProgram, clinic: ImportedClinic, from: string): Promise<SpokenCall> {
    const handset = await HandsetClient.connect(program.carrierUrl, from, false);
    await handset.dial(clinic.phone);
    const id = await eventually(async () => {
      const list = await program.call<{ items: { id: string }[] }>(
        'GET',
        '/conversations?channel=voice',
        undefined,
        clinic.key,
      );
      return list.items[0]?.id;
    }, 'the call in the supervision log');
    const call = new SpokenCall(program, clinic, handset, id);
    await handset.hearReply(0, LISTENING, () => false);
    return call;
  }

  /** Does it, again when it was not understood. @returns the agent's words; what the last answer was when the call ended by it. */
  async exchange(move: CallerMove): Promise<string> {
    for (let tries = 0; tries < MOST_TRIES && this.handset.status === null; tries += 1) {
      const before = (await this.turns()).length;
      await this.perform(move);
      const answered = await this.answered(before);
      if (answered !== undefined) return answered;
    }
    throw new Error(`Not understood: ${JSON.stringify(move)} after\n${await this.transcript()}`);
  }

  /** Lets a sound be heard to its end, and the silence after it. */
  async sound(move: CallerMove): Promise<void> {
    await this.perform(move);
    await this.handset.hearReply(this.handset.nowMs, { ...LISTENING, firstMs: 2_500 }, () => false);
  }

  async turns(): Promise<Turn[]> {
    const { turns } = await this.program.call<{ turns: Turn[] }>(
      'GET',
      `/conversations/${this.conversationId}`,
      undefined,
      this.clinic.key,
    );
    return turns;
  }

  async transcript(): Promise<string> {
    return (await this.turns()).map(({ who, text }) => `${who === 'agent' ? '<' : '>'} ${text}`).join('\n');
  }

  /** Hears what is being said since then to its end. */
  async listen(sinceMs: number): Promise<void> {
    await this.handset.hearReply(sinceMs, LISTENING, () => false);
  }

  /** Media streams this call has had so far. */
  async streams(): Promise<number> {
    const { events } = await this.record();
    return events.filter(({ type }) => type === 'stream_start').length;
  }

  /** What the carrier noted of this call. */
  async record(): Promise<{ sid: string; events: { type: string; atMs: number }[] }> {
    const { calls } = await this.carrier<{ calls: { sid: string; to: string }[] }>('/carrier/calls');
    const sid = calls.filter(({ to }) => to === this.clinic.phone).at(-1)?.sid ?? '';
    return this.carrier(`/carrier/calls/${sid}`);
  }

  /** What the caller heard, from the carrier's side: 16-bit WAV at 8 kHz. */
  async recording(): Promise<Buffer> {
    const { sid } = await this.record();
    const response = await fetch(`${this.program.carrierUrl}/carrier/calls/${sid}/heard.wav`);
    return Buffer.from(await response.arrayBuffer());
  }

  private async carrier<T>(path: string): Promise<T> {
    return (await (await fetch(this.program.carrierUrl + path)).json()) as T;
  }

  async hangUp(): Promise<void> {
    await this.handset.hangUp();
    this.handset.close();
  }

  private async perform(move: CallerMove): Promise<void> {
    if ('sound' in move) await this.handset.play(SOUNDS[move.sound](move.seconds));
    else if ('caller' in move) {
      await this.handset.say(move.caller);
    } else
      for (const digit of move.keys) {
        this.handset.press(digit);
        await sleep(150);
      }
  }

  /** Waits until what was done is in the log with its answer, and that answer has been heard. Undefined: it was not taken in. */
  private async answered(before: number): Promise<string | undefined> {
    const saidAt = Date.now();
    for (const until = saidAt + ANSWER_MS; Date.now() < until;) {
      await this.handset.hearReply(this.handset.nowMs - 200, LISTENING, () => false);
      const news = (await this.turns()).slice(before);
      const answer = news.filter(({ who }) => who === 'agent').map(({ text }) => text);
      if (answer.length > 0) return answer.join(' ');
      // A filler may be all that was heard so far: words that are being read are not yet in the log.
      const isLost = !news.some(({ who }) => who === 'caller') && Date.now() > saidAt + TAKEN_MS;
      if (this.handset.status !== null || isLost) return undefined;
    }
    return undefined;
  }
}
