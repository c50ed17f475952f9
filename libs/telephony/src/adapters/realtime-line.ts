import type { Language } from '@clinicall/language';
import { ProviderError } from '@clinicall/platform';
import type { AudioTranscription, RealtimeClientEvent, SessionUpdateEvent } from 'openai/resources/realtime/realtime';
import { WebSocket } from 'ws';
import type { RawData } from 'ws';
import type { SpeechProvider } from './speech-providers';

/** A connection that is not there by then has failed. */
const CONNECT_MS = 4_000;
/** Names that guide the recogniser; a hospital's whole staff would drown the rest. */
const MOST_HINTS = 100;
const MOST_PROMPT = 800;

/** What the recogniser tells whoever is being heard on a line. */
export interface LineListener {
  committed(itemId: string): void;
  delta(itemId: string, words: string): void;
  completed(itemId: string, words: string): void;
  failed(itemId: string, error: ProviderError): void;
  /** The line is gone. */
  lost(error: ProviderError): void;
}

/** The events that matter here; the rest are for other kinds of session. Shapes: openai-node, resources/realtime. */
interface ServerEvent {
  readonly type?: string;
  readonly item_id?: string;
  readonly delta?: string;
  readonly transcript?: string;
  readonly error?: { readonly code?: string | null };
}

/** One WebSocket of a realtime transcription session; what is sent before it is open waits. */
export class RealtimeLine {
  private readonly socket: WebSocket;
  private readonly waiting: string[] = [];
  /** Who is being heard now. */
  private listener: LineListener | undefined;
  /** Who closed what, in order, until the recogniser has given it a name; then by that name. */
  private readonly closing: LineListener[] = [];
  private readonly owners = new Map<string, LineListener>();
  private fault: ProviderError | undefined;

  constructor(
    private readonly provider: SpeechProvider,
    private readonly language: Language,
    hints: readonly string[],
  ) {
    // The model stands in the session, not in the address (OpenAI, realtime transcription guide).
    const url = `${provider.baseUrl.replace(/^http/, 'ws')}/realtime?intent=transcription`;
    this.socket = new WebSocket(url, {
      headers: { authorization: `Bearer ${provider.apiKey}` },
      handshakeTimeout: CONNECT_MS,
      perMessageDeflate: false,
    });
    this.socket.on('open', () => this.flush());
    this.socket.on('message', (data) => this.receive(data));
    this.socket.on('error', () => this.lose('no connection'));
    this.socket.on('close', () => this.lose('the connection was closed'));
    this.send(sessionUpdate(provider.model, language, hints));
  }

  /** A line serves one language, and none once it is lost. */
  isUsable(language: Language): boolean {
    return this.fault === undefined && this.language === language;
  }

  /** From now on this one is told; the one before is not. */
  attend(listener: LineListener): void {
    this.listener = listener;
    if (this.fault !== undefined) listener.lost(this.fault);
  }

  ignore(listener: LineListener): void {
    if (this.listener === listener) this.listener = undefined;
  }

  /** Closes the sound so far; its words go to this listener, whoever is heard by then. */
  commit(listener: LineListener): void {
    this.closing.push(listener);
    this.send({ type: 'input_audio_buffer.commit' });
  }

  send(event: RealtimeClientEvent): void {
    if (this.fault !== undefined) return;
    const text = JSON.stringify(event);
    if (this.socket.readyState === WebSocket.OPEN) this.socket.send(text);
    else this.waiting.push(text);
  }

  /** Words were due and did not come: the next utterance has a line of its own. */
  stalled(): void {
    this.lose('stalled');
    this.socket.terminate();
  }

  close(): void {
    this.fault ??= new ProviderError(this.provider.name, false, 'the call is over');
    this.listener = undefined;
    this.waiting.length = 0;
    this.socket.terminate();
  }

  private flush(): void {
    for (const text of this.waiting.splice(0)) this.socket.send(text);
  }

  private receive(data: RawData): void {
    const event = readEvent(data);
    if (event.type === 'error') this.refused(event);
    if (event.type === 'input_audio_buffer.committed') this.committed(event.item_id);
    else if (event.item_id !== undefined) this.transcribed(event, event.item_id);
  }

  private committed(itemId: string | undefined): void {
    const owner = this.closing.shift();
    if (owner === undefined || itemId === undefined) return;
    this.owners.set(itemId, owner);
    owner.committed(itemId);
  }

  private transcribed({ type, delta = '', transcript = '' }: ServerEvent, itemId: string): void {
    // Words may come before their stretch is closed; then they are of what is being said.
    const owner = this.owners.get(itemId) ?? this.listener;
    if (type === 'conversation.item.input_audio_transcription.delta') owner?.delta(itemId, delta);
    else if (type === 'conversation.item.input_audio_transcription.completed') {
      this.owners.delete(itemId);
      owner?.completed(itemId, transcript);
    } else if (type === 'conversation.item.input_audio_transcription.failed') {
      this.owners.delete(itemId);
      owner?.failed(itemId, new ProviderError(this.provider.name, true, 'could not transcribe'));
    }
  }

  /** The vendor's message may quote what was said: only its code is kept. */
  private refused({ error }: ServerEvent): void {
    this.lose(`refused: ${(error?.code ?? 'no code').slice(0, 60)}`);
    this.socket.terminate();
  }

  private lose(why: string): void {
    if (this.fault !== undefined) return;
    this.fault = new ProviderError(this.provider.name, true, why);
    for (const one of new Set([this.listener, ...this.closing, ...this.owners.values()])) one?.lost(this.fault);
    this.owners.clear();
  }
}

function sessionUpdate(model: string, language: Language, hints: readonly string[]): SessionUpdateEvent {
  return {
    type: 'session.update',
    session: {
      type: 'transcription',
      audio: {
        input: {
          // The carrier's own format: nothing is converted on the way.
          format: { type: 'audio/pcmu' },
          transcription: { model, language, ...guidance(model, hints.slice(0, MOST_HINTS)) },
          // Our own detector says when something is over; gpt-realtime-whisper takes no other. The guide's `null`
          // for "off" is missing from the SDK's type.
          turn_detection: null as never,
        },
      },
    },
  };
}

/** gpt-live-transcribe takes a list of words (newer than the SDK's type), others a prompt, gpt-realtime-whisper neither. */
function guidance(model: string, names: readonly string[]): Partial<AudioTranscription> & { keywords?: string[] } {
  if (names.length === 0 || model === 'gpt-realtime-whisper') return {};
  if (model.startsWith('gpt-live')) return { keywords: [...names] };
  return { prompt: names.join(', ').slice(0, MOST_PROMPT) };
}

function readEvent(data: RawData): ServerEvent {
  try {
    const event: unknown = JSON.parse((data as Buffer).toString('utf8'));
    return typeof event === 'object' && event !== null ? event : {};
  } catch {
    return {};
  }
}
