import { decodeMuLaw, pcmSamples, writeWav } from '@clinicall/audio';
import { toLine } from './audio/line';

/** A caller's voice, and the network's own for `<Say>`. The agent speaks with another ("slt"). */
export const CALLER_VOICE = 'rms';
export const NETWORK_VOICE = 'kal';

const LIMIT_MS = 30_000;
const KEPT_CLIPS = 200;

/** Synthetic voices and reading speech back, by any server that speaks OpenAI's audio API. Null when it cannot. */
export class SpeechService {
  private readonly clips = new Map<string, Promise<Buffer | null>>();

  constructor(private readonly baseUrl: string) {}

  /** A sentence as µ-law 8 kHz. */
  speak(text: string, voice: string): Promise<Buffer | null> {
    const key = `${voice} ${text}`;
    const known = this.clips.get(key);
    if (known) return known;
    const clip = this.synthesise(text, voice).catch(() => null);
    this.clips.set(key, clip);
    void clip.then((bytes) => bytes === null && this.clips.delete(key));
    const oldest = this.clips.keys().next().value;
    if (this.clips.size > KEPT_CLIPS && oldest !== undefined) this.clips.delete(oldest);
    return clip;
  }

  /** The words of µ-law audio; '' when none were heard. */
  async transcribe(muLaw: Buffer): Promise<string | null> {
    const form = new FormData();
    form.set(
      'file',
      new Blob([new Uint8Array(writeWav(8_000, decodeMuLaw(muLaw)))], { type: 'audio/wav' }),
      'heard.wav',
    );
    form.set('model', 'whisper-1');
    form.set('response_format', 'json');
    try {
      // The other side's own hearing goes before: it is what the call waits for.
      const answer = await this.post('/audio/transcriptions', form, { 'X-Clinicall-Priority': 'low' });
      return answer.ok ? ((await answer.json()) as { text: string }).text.trim() : null;
    } catch {
      return null;
    }
  }

  private async synthesise(text: string, voice: string): Promise<Buffer | null> {
    const body = JSON.stringify({ model: 'tts-1', voice, input: text.slice(0, 4_096), response_format: 'pcm' });
    const answer = await this.post('/audio/speech', body, { 'Content-Type': 'application/json' });
    if (!answer.ok) return null;
    return toLine({ rate: 24_000, samples: pcmSamples(Buffer.from(await answer.arrayBuffer())) });
  }

  private post(path: string, body: string | FormData, headers: Record<string, string>): Promise<Response> {
    return fetch(this.baseUrl + path, {
      method: 'POST',
      headers: { Authorization: 'Bearer none', ...headers },
      body,
      signal: AbortSignal.timeout(LIMIT_MS),
    });
  }
}
