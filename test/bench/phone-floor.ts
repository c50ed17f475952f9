import { decodeMuLaw, encodeMuLaw, FRAME_BYTES, pcmSamples, Resampler } from '@clinicall/audio';
import { WebSocket } from 'ws';
import type { VoiceDetector } from '../../libs/telephony/src/audio/voice-activity';

const ENDS_AFTER_FRAMES = 10;
const VOICED = 0.5;

/**
 * The least that can answer a caller: the turn is over 200 ms after the last window called voiced, the words the
 * recogniser has told by then go to the model, its first sentence to the voice, the sound to the line.
 */
export class FloorCall {
  private readonly ear: WebSocket;
  private words = '';
  private spoke = false;
  private silent = 0;
  private streamSid = '';
  private queue: Promise<void> = Promise.resolve();

  constructor(
    private readonly line: WebSocket,
    private readonly detector: VoiceDetector,
    private readonly providers: string,
  ) {
    this.ear = new WebSocket(`${providers.replace(/^http/, 'ws')}/realtime?intent=transcription`);
    this.ear.on('error', () => undefined);
    this.ear.on('message', (data) => {
      const event = JSON.parse((data as Buffer).toString('utf8')) as { type: string; delta?: string };
      if (event.type.endsWith('transcription.delta')) this.words += event.delta ?? '';
    });
    line.on('message', (data) => this.receive((data as Buffer).toString('utf8')));
    line.on('close', () => {
      detector.close();
      this.ear.close();
    });
  }

  private receive(text: string): void {
    const message = JSON.parse(text) as { event: string; streamSid?: string; media?: { payload: string } };
    this.streamSid = message.streamSid ?? this.streamSid;
    const sound = message.media?.payload;
    if (sound === undefined) return;
    if (this.ear.readyState === WebSocket.OPEN)
      this.ear.send(JSON.stringify({ type: 'input_audio_buffer.append', audio: sound }));
    this.queue = this.queue.then(() => this.hear(decodeMuLaw(Buffer.from(sound, 'base64'))));
  }

  private async hear(samples: Int16Array): Promise<void> {
    const voiced = (await this.detector.judge(samples)) >= VOICED;
    if (voiced) this.spoke = true;
    this.silent = voiced ? 0 : this.silent + 1;
    if (!this.spoke || this.silent < ENDS_AFTER_FRAMES) return;
    this.spoke = false;
    this.ear.send(JSON.stringify({ type: 'input_audio_buffer.commit' }));
    const words = this.words;
    this.words = '';
    void this.answer(words).catch(() => undefined);
  }

  private async answer(words: string): Promise<void> {
    const body = JSON.stringify({ model: 'stub', stream: true, messages: [{ role: 'user', content: words }] });
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${this.providers}/chat/completions`, { method: 'POST', headers, body });
    let sentence = '';
    const decoder = new TextDecoder();
    for await (const bytes of response.body ?? []) {
      for (const line of decoder.decode(bytes, { stream: true }).split('\n')) {
        if (!line.startsWith('data: {')) continue;
        const chunk = JSON.parse(line.slice(6)) as { choices: { delta: { content?: string } }[] };
        sentence += chunk.choices[0]?.delta.content ?? '';
        const end = /[.?]\s/.exec(sentence);
        if (end === null) continue;
        void this.speak(sentence.slice(0, end.index + 1));
        sentence = sentence.slice(end.index + 1);
      }
    }
    await this.speak(sentence);
  }

  private async speak(input: string): Promise<void> {
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ model: 'stub', input, response_format: 'pcm' });
    const response = await fetch(`${this.providers}/audio/speech`, { method: 'POST', headers, body });
    const resampler = new Resampler(24_000, 8_000);
    let left = Buffer.alloc(0);
    for await (const piece of (response.body ?? []) as AsyncIterable<Uint8Array>) {
      const bytes = Buffer.concat([left, piece]);
      const whole = bytes.length - (bytes.length % 2);
      left = bytes.subarray(whole);
      const sound = encodeMuLaw(resampler.push(pcmSamples(bytes.subarray(0, whole))));
      for (let at = 0; at < sound.length; at += FRAME_BYTES) this.play(sound.subarray(at, at + FRAME_BYTES));
    }
  }

  private play(frame: Buffer): void {
    const media = { payload: frame.toString('base64') };
    if (this.line.readyState === WebSocket.OPEN)
      this.line.send(JSON.stringify({ event: 'media', streamSid: this.streamSid, media }));
  }
}
