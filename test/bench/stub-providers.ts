import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { decodeMuLaw, FRAME_BYTES, level } from '@clinicall/audio';
import { WebSocketServer } from 'ws';
import type { WebSocket } from 'ws';
import { AUDIBLE, makeCorpus, plainWords } from './turn-corpus';
import type { SpokenTurn } from './turn-corpus';

/**
 * The providers of the phone benches, in a process of their own: chat, speech, and a recogniser that knows the corpus by
 * its sound, so that it hears without any computing. Their delays are set over the process's channel.
 */
export interface Delays {
  /** Words while the caller speaks, behind the end of each word. */
  readonly interimMs: number;
  /** The final words, behind the last sound that was voiced. */
  readonly finalMs: number;
  readonly firstTokenMs: number;
  readonly tokensPerSecond: number;
  readonly speechMs: number;
}

export const AT_ONCE: Delays = { interimMs: 0, finalMs: 0, firstTokenMs: 0, tokensPerSecond: 1e6, speechMs: 0 };
/** Twilio's targets for a cascade, with interims as streaming recognisers give them (reference: issue, Figures). */
export const SHAPED: Delays = {
  interimMs: 150,
  finalMs: 350,
  firstTokenMs: 375,
  tokensPerSecond: 60,
  speechMs: 100,
};

export type StubOrder =
  | { readonly delays: Delays }
  /** What is answered to these words from now on. */
  | { readonly words: string; readonly reply: string };

/** Told to the bench when words of a call's present utterance leave, in milliseconds since 1970 with fractions. */
export interface WordsLeft {
  /** Whose, where its frames were numbered. */
  readonly line: number;
  readonly words: string;
  readonly at: number;
}

/** Loudness of our own voice: long stories are told softly, so that their sound can be told from other answers'. */
export const STORY_LEVEL = 3_000;
export const ANSWER_LEVEL = 9_000;
const SAMPLES_A_WORD = 24_000 * 0.2;

let delays = AT_ONCE;
const replies = new Map<string, string>();
const OTHERWISE = 'Please go on, I am listening to you.';

/** Where in the corpus a frame stands. */
interface Place {
  readonly turn: SpokenTurn;
  readonly frame: number;
  readonly isVoiced: boolean;
}

/** µ-law has two zeros; a frame that was decoded on its way has only one of them. */
const [MINUS_ZERO, ZERO] = [0x7f, 0xff];
/** So many bytes of a frame carry its line's number, in their lowest bits. */
const NUMBER_BYTES = 10;

/** The same sound with a line's number in it, which nobody hears: so that it is known whose words they are. */
export function numbered(frame: Buffer, line: number): Buffer {
  const copy = Buffer.from(frame);
  for (let bit = 0; bit < NUMBER_BYTES; bit += 1) copy[bit] = ((copy[bit] as number) & 0xfe) | ((line >> bit) & 1);
  return copy;
}

/** A frame by its sound, whatever line it came by and whether it was decoded on its way. */
function keyOf(frame: Buffer): string {
  const sound = Buffer.from(frame);
  for (let at = 0; at < NUMBER_BYTES; at += 1) sound[at] = (sound[at] as number) | 1;
  for (let at = sound.indexOf(MINUS_ZERO); at >= 0; at = sound.indexOf(MINUS_ZERO, at + 1)) sound[at] = ZERO;
  return sound.toString('latin1');
}

const numberOf = (frame: Buffer): number =>
  frame.subarray(0, NUMBER_BYTES).reduce((number, byte, bit) => number | ((byte & 1) << bit), 0);

/** Frames of silence inside words may sound alike: each sound with all the places it has. */
function placesOf(corpus: readonly SpokenTurn[]): Map<string, Place[]> {
  const places = new Map<string, Place[]>();
  for (const turn of corpus)
    for (const [frame, sound] of turn.frames.entries()) {
      const place = { turn, frame, isVoiced: level(decodeMuLaw(sound)) > AUDIBLE };
      places.set(keyOf(sound), [...(places.get(keyOf(sound)) ?? []), place]);
    }
  return places;
}

/** One caller's sound being recognised: where in which turn it is. */
class Ear {
  private turn: SpokenTurn | undefined;
  private frame = -1;
  private voicedAt = 0;
  /** Words that have been closed; those after them belong to what is being said. */
  private closed = 0;
  private told = 0;
  private items = 0;
  private line = 0;

  constructor(
    private readonly socket: WebSocket,
    private readonly places: ReadonlyMap<string, readonly Place[]>,
    private readonly onWords: (told: WordsLeft) => void,
  ) {}

  hear(sound: Buffer): void {
    for (let at = 0; at + FRAME_BYTES <= sound.length; at += FRAME_BYTES) {
      const frame = sound.subarray(at, at + FRAME_BYTES);
      const place = this.placeOf(frame);
      if (place === undefined) continue;
      if (place.turn !== this.turn || place.frame < this.frame) this.closed = this.told = 0;
      this.turn = place.turn;
      this.frame = place.frame;
      this.line = numberOf(frame);
      // The final words come so long after the end of speech, in the middle of a turn as at its end.
      if (place.isVoiced) this.voicedAt = performance.now();
      this.tell();
    }
  }

  commit(): void {
    this.items += 1;
    const item = `item_${this.items}`;
    this.send({ type: 'input_audio_buffer.committed', item_id: item, previous_item_id: null });
    const until = this.heardWords;
    const words = this.between(this.closed, until);
    this.closed = this.told = until;
    const wait = this.voicedAt + delays.finalMs - performance.now();
    const answer = () =>
      this.send({
        type: 'conversation.item.input_audio_transcription.completed',
        item_id: item,
        content_index: 0,
        transcript: words,
      });
    if (wait <= 0) answer();
    else setTimeout(answer, wait);
  }

  /** Of several places the one that comes next; a sound that many turns have tells of no other turn. */
  private placeOf(frame: Buffer): Place | undefined {
    const all = this.places.get(keyOf(frame));
    const next = all?.find((one) => one.turn === this.turn && one.frame > this.frame);
    return next ?? (all?.length === 1 ? all[0] : undefined);
  }

  private get heardWords(): number {
    return this.turn?.words.filter((one) => one.endsAtFrame <= this.frame).length ?? 0;
  }

  private tell(): void {
    const until = this.heardWords;
    if (until <= this.told) return;
    const words = this.between(this.told, until);
    this.told = until;
    const item = `item_${this.items + 1}`;
    const { line } = this;
    const leave = () => {
      this.onWords({ line, words, at: performance.timeOrigin + performance.now() });
      this.send({
        type: 'conversation.item.input_audio_transcription.delta',
        item_id: item,
        content_index: 0,
        delta: ` ${words}`,
      });
    };
    if (delays.interimMs === 0) leave();
    else setTimeout(leave, delays.interimMs);
  }

  private between(from: number, until: number): string {
    return (this.turn?.words ?? [])
      .slice(from, until)
      .map(({ word }) => word)
      .join(' ');
  }

  private send(event: object): void {
    if (this.socket.readyState === this.socket.OPEN) this.socket.send(JSON.stringify(event));
  }
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return JSON.parse(Buffer.concat(parts).toString('utf8')) as Record<string, unknown>;
}

async function chat(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { messages } = (await bodyOf(request)) as { messages: { role: string; content: string }[] };
  const words = plainWords(messages.findLast(({ role }) => role === 'user')?.content ?? '').join(' ');
  const reply = replies.get(words) ?? OTHERWISE;
  if (delays.firstTokenMs > 0) await sleep(delays.firstTokenMs);
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const chunk = (delta: object, finish: string | null) =>
    `data: ${JSON.stringify({ id: 'chatcmpl-1', object: 'chat.completion.chunk', created: 1, model: 'stub', choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`;
  const tokens = reply.match(/\s*\S+/g) ?? [];
  const begun = performance.now();
  for (const [place, token] of tokens.entries()) {
    const due = begun + (place * 1_000) / delays.tokensPerSecond - performance.now();
    if (due > 1) await sleep(due);
    if (response.destroyed) return;
    response.write(chunk({ content: token }, null));
  }
  response.end(`${chunk({}, 'stop')}data: [DONE]\n\n`);
}

async function speech(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { input } = (await bodyOf(request)) as { input: string };
  if (delays.speechMs > 0) await sleep(delays.speechMs);
  const samples = new Int16Array(Math.round(input.split(/\s+/).length * SAMPLES_A_WORD));
  samples.fill(/story/.test(input) ? STORY_LEVEL : ANSWER_LEVEL);
  response.writeHead(200, { 'content-type': 'audio/pcm' });
  response.end(Buffer.from(samples.buffer));
}

async function main(): Promise<void> {
  const corpus = await makeCorpus(Number(process.argv[2]));
  const places = placesOf(corpus);
  const server = createServer((request, response) => {
    const work =
      request.url === '/v1/chat/completions' ? chat : request.url === '/v1/audio/speech' ? speech : undefined;
    if (work === undefined)
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"object":"list","data":[]}');
    else work(request, response).catch(() => response.destroy());
  });
  const sockets = new WebSocketServer({ noServer: true });
  server.on('upgrade', (request, socket, head) => {
    sockets.handleUpgrade(request, socket, head, (accepted) => {
      const ear = new Ear(accepted, places, (told) => process.send?.(told));
      accepted.on('message', (data) => {
        const event = JSON.parse((data as Buffer).toString('utf8')) as { type: string; audio?: string };
        if (event.audio !== undefined) ear.hear(Buffer.from(event.audio, 'base64'));
        else if (event.type === 'input_audio_buffer.commit') ear.commit();
      });
      accepted.on('error', () => undefined);
    });
  });
  process.on('message', (order: StubOrder) => {
    if ('delays' in order) delays = order.delays;
    else replies.set(order.words, order.reply);
  });
  process.on('disconnect', () => process.exit(0));
  server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
}

if (require.main === module)
  main().catch((error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    process.exit(1);
  });
