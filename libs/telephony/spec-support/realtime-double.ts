import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import type { WebSocket } from 'ws';
import { z } from 'zod';

/**
 * OpenAI's realtime transcription session as its guide and openai-node's `resources/realtime` describe it: strict about
 * what a client may send, and answering with the events a server sends. What is recognised is the test's business.
 */
const CLIENT_EVENT = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('session.update'),
    session: z.strictObject({
      type: z.literal('transcription'),
      audio: z.strictObject({
        input: z.strictObject({
          format: z.strictObject({ type: z.literal('audio/pcmu') }),
          transcription: z.strictObject({
            model: z.string(),
            language: z.string().length(2),
            prompt: z.string().max(800).optional(),
            keywords: z.array(z.string()).max(100).optional(),
          }),
          turn_detection: z.null(),
        }),
      }),
    }),
  }),
  z.strictObject({ type: z.literal('input_audio_buffer.append'), audio: z.base64().max(15 * 1024 * 1024) }),
  z.strictObject({ type: z.literal('input_audio_buffer.commit') }),
  z.strictObject({ type: z.literal('input_audio_buffer.clear') }),
]);

type Update = Extract<z.infer<typeof CLIENT_EVENT>, { type: 'session.update' }>;

/** 100 ms of µ-law: less cannot be committed. */
const LEAST_BYTES = 800;

/** One session at the double: what it was told, and what it says. */
export class DoubleSession {
  update: Update['session']['audio']['input'] | undefined;
  /** Sound since the last commit. */
  buffer = Buffer.alloc(0);
  readonly commits: Buffer[] = [];
  isClosed = false;
  private items = 1;

  constructor(
    private readonly socket: WebSocket,
    readonly headers: Readonly<Record<string, unknown>>,
    private readonly double: RealtimeDouble,
  ) {
    socket.on('message', (data) => this.receive((data as Buffer).toString('utf8')));
    socket.on('close', () => (this.isClosed = true));
    this.send({
      type: 'session.created',
      session: { type: 'transcription', id: 'sess_1', object: 'realtime.session' },
    });
  }

  /** The item that is being said, or the next one. */
  get item(): string {
    return `item_${this.items}`;
  }

  delta(words: string, item = this.item): void {
    this.send({
      type: 'conversation.item.input_audio_transcription.delta',
      item_id: item,
      content_index: 0,
      delta: words,
    });
  }

  completed(words: string, item: string): void {
    this.send({
      type: 'conversation.item.input_audio_transcription.completed',
      item_id: item,
      content_index: 0,
      transcript: words,
      usage: { type: 'duration', seconds: 1 },
    });
  }

  failed(item: string): void {
    this.send({
      type: 'conversation.item.input_audio_transcription.failed',
      item_id: item,
      content_index: 0,
      error: { type: 'transcription_error', code: 'audio_unintelligible', message: 'Could not be understood.' },
    });
  }

  refuse(code: string): void {
    const error = { type: 'invalid_request_error', code, message: 'No.', param: null, event_id: null };
    this.send({ type: 'error', error });
  }

  /** The line is alive by its pings and by events that say nothing, and that is all. */
  keepAlive(everyMs: number): void {
    const beat = setInterval(() => {
      this.socket.ping();
      this.send({ type: 'rate_limits.updated', rate_limits: [] });
    }, everyMs);
    this.socket.once('close', () => clearInterval(beat));
  }

  drop(): void {
    this.socket.terminate();
  }

  private receive(text: string): void {
    const read = CLIENT_EVENT.safeParse(JSON.parse(text));
    if (!read.success) {
      this.double.faults.push(read.error.message);
      this.refuse('invalid_value');
      return;
    }
    const event = read.data;
    if (event.type === 'session.update') {
      this.update = event.session.audio.input;
      this.send({ type: 'session.updated', session: event.session });
    } else if (this.update === undefined) this.double.faults.push('sound before the session was set up');
    else if (event.type === 'input_audio_buffer.append') {
      const sound = Buffer.from(event.audio, 'base64');
      this.buffer = Buffer.concat([this.buffer, sound]);
      this.double.onSound(this, sound);
    } else if (event.type === 'input_audio_buffer.commit') this.commit();
    else {
      this.buffer = Buffer.alloc(0);
      this.send({ type: 'input_audio_buffer.cleared' });
    }
  }

  private commit(): void {
    if (this.buffer.length < LEAST_BYTES) {
      this.double.faults.push('too little sound was committed');
      this.refuse('input_audio_buffer_commit_empty');
      return;
    }
    const item = this.item;
    this.items += 1;
    this.commits.push(this.buffer);
    const sound = this.buffer;
    this.buffer = Buffer.alloc(0);
    this.send({ type: 'input_audio_buffer.committed', item_id: item, previous_item_id: null });
    this.double.onCommit(this, item, sound);
  }

  private send(event: object): void {
    if (this.socket.readyState === this.socket.OPEN)
      this.socket.send(JSON.stringify({ event_id: 'event_1', ...event }));
  }
}

/** A server of realtime transcription sessions on a free port. */
export class RealtimeDouble {
  readonly sessions: DoubleSession[] = [];
  /** What a client did that the real server would refuse. */
  readonly faults: string[] = [];
  onSound: (session: DoubleSession, sound: Buffer) => void = () => undefined;
  onCommit: (session: DoubleSession, item: string, sound: Buffer) => void = () => undefined;
  private readonly server = createServer();

  private constructor() {
    const sockets = new WebSocketServer({ noServer: true });
    this.server.on('upgrade', (request, socket, head) => {
      if (request.url !== '/v1/realtime?intent=transcription') this.faults.push(`asked for ${request.url ?? ''}`);
      sockets.handleUpgrade(request, socket, head, (accepted) => {
        this.sessions.push(new DoubleSession(accepted, request.headers, this));
      });
    });
  }

  static async start(): Promise<RealtimeDouble> {
    const double = new RealtimeDouble();
    await new Promise<void>((resolve) => double.server.listen(0, '127.0.0.1', resolve));
    return double;
  }

  /** Ends in /v1. */
  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/v1`;
  }

  async stop(): Promise<void> {
    for (const session of this.sessions) session.drop();
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
