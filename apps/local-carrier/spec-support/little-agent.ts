import type { StreamSocket } from './little-stream';
import { SpeechSpans } from '../src/audio/speech-spans';
import { SpeechService } from '../src/speech-service';

/** The simplest voice agent: greets, and answers each stretch of speech by a table. Lives on one stream. */
export class LittleAgent {
  readonly heard: string[] = [];
  private readonly speech: SpeechService;
  private readonly spans = new SpeechSpans();
  private readonly frames: Buffer[] = [];

  constructor(
    private readonly socket: StreamSocket,
    speechUrl: string,
    greeting: string,
    private readonly reply: (heard: string) => string | null,
    private readonly voice = 'slt',
  ) {
    this.speech = new SpeechService(speechUrl);
    void this.say(greeting);
    socket.socket.on('message', (data) => {
      const message = JSON.parse((data as Buffer).toString()) as { event: string; media?: { payload: string } };
      if (message.event === 'media' && message.media) this.hear(Buffer.from(message.media.payload, 'base64'));
    });
  }

  async say(text: string): Promise<void> {
    const sound = await this.speech.speak(text, this.voice);
    if (sound) await this.socket.send({ event: 'media', media: { payload: sound.toString('base64') } });
  }

  private hear(frame: Buffer): void {
    this.frames.push(frame);
    const span = this.spans.hear(frame);
    if (!span) return;
    const [from, to] = [span.startMs / 20 - 5, span.endMs / 20 + 5];
    void this.speech.transcribe(Buffer.concat(this.frames.slice(Math.max(0, from), to))).then((text) => {
      this.heard.push(text ?? '');
      const reply = this.reply(text ?? '');
      if (reply !== null) void this.say(reply);
    });
  }
}
