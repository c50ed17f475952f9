import { setTimeout as sleep } from 'node:timers/promises';
import type { Clinic, Product, Wires } from './product-client';

export interface Said {
  readonly who: 'caller' | 'clinic' | 'note';
  readonly text: string;
}

export interface Reply {
  /** What came back; '' when nothing did. */
  readonly text: string;
  /** The other side has ended the talk. */
  readonly ended: boolean;
  readonly ms: number;
}

/** One way to talk with the clinic, and all that was said on it. */
export abstract class Line {
  readonly said: Said[] = [];

  abstract say(text: string): Promise<Reply>;

  /** Words that came by themselves since the last reply, at the end of the talk. */
  abstract finish(): Promise<void>;

  note(text: string): void {
    this.said.push({ who: 'note', text });
  }

  protected record(text: string, reply: string): void {
    this.said.push({ who: 'caller', text }, { who: 'clinic', text: reply });
  }

  /** Everything the clinic has said to this caller. */
  clinicWords(): string {
    return this.said
      .filter((one) => one.who === 'clinic')
      .map((one) => one.text)
      .join('\n');
  }

  lastReply(): string {
    return this.said.findLast((one) => one.who === 'clinic')?.text ?? '';
  }
}

/** The chat route. */
export class ChatLine extends Line {
  private conversationId: string | undefined;

  constructor(
    private readonly clinic: Clinic,
    private readonly from: string | undefined,
  ) {
    super();
  }

  async say(text: string): Promise<Reply> {
    const startedAt = performance.now();
    const answer = await this.clinic.post<{ conversationId: string; reply: string; ended: boolean }>('/chat', {
      message: text,
      ...(this.conversationId === undefined ? {} : { conversationId: this.conversationId }),
      ...(this.from === undefined || this.conversationId !== undefined ? {} : { from: this.from }),
    });
    this.conversationId = answer.conversationId;
    this.record(text, answer.reply);
    return { text: answer.reply, ended: answer.ended, ms: performance.now() - startedAt };
  }

  finish(): Promise<void> {
    return Promise.resolve();
  }
}

interface ScreenText {
  readonly sid: string;
  readonly who: 'patient' | 'clinic';
  readonly body: string;
}

const ANSWER_LIMIT_MS = 40_000;

/** Texts through the local carrier: signed webhooks, answers as TwiML or by REST. */
export class TextLine extends Line {
  private readonly seen = new Set<string>();

  constructor(
    private readonly wires: Wires,
    private readonly clinic: Clinic,
    private readonly from: string,
    private readonly delivery: { readonly form?: Readonly<Record<string, string>>; readonly deliver?: number },
  ) {
    super();
  }

  async say(text: string): Promise<Reply> {
    await this.takeNews();
    const startedAt = performance.now();
    const response = await fetch(`${this.wires.carrierUrl}/carrier/texts`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ from: this.from, to: this.clinic.phone, body: text, wait: true, ...this.delivery }),
    });
    const { webhooks } = (await response.json()) as { webhooks: { status: number; body: string }[] };
    this.said.push({ who: 'caller', text });
    const late = webhooks.every(({ body }) => !body.includes('<Message'));
    const until = performance.now() + (this.expectsNone(text) ? 1_500 : ANSWER_LIMIT_MS);
    const news: string[] = [];
    for (;;) {
      news.push(...(await this.takeNews()));
      // What comes by itself (a confirmation) begins with the clinic's name and answers nothing.
      if (news.some((body) => !body.startsWith(`${this.clinic.name}: `)) || performance.now() > until) break;
      await sleep(late ? 150 : 30);
    }
    return { text: news.join('\n'), ended: false, ms: performance.now() - startedAt };
  }

  /** The network answers its own words, and nobody else does. */
  private expectsNone(text: string): boolean {
    return /^\s*(stop|stopall|unsubscribe|end|quit|cancel|alto|parar|baja)\W*$/i.test(text);
  }

  async finish(): Promise<void> {
    await sleep(400);
    await this.takeNews();
  }

  private async takeNews(): Promise<string[]> {
    const fresh = (await this.screen(this.from)).filter((text) => text.who === 'clinic' && !this.seen.has(text.sid));
    for (const { sid, body } of fresh) {
      this.seen.add(sid);
      this.said.push({ who: 'clinic', text: body });
    }
    return fresh.map(({ body }) => body);
  }

  private screen(number: string): Promise<ScreenText[]> {
    return screenOf(this.wires, number, this.clinic.phone);
  }
}

/** What stands on a handset, of one clinic. */
export async function screenOf(wires: Wires, number: string, clinic: string): Promise<ScreenText[]> {
  const query = new URLSearchParams({ number, clinic });
  const response = await fetch(`${wires.carrierUrl}/carrier/texts?${query.toString()}`);
  if (!response.ok) throw new Error(`the phone network does not show the texts of ${number}: ${response.status}`);
  return ((await response.json()) as { texts: ScreenText[] }).texts;
}

/** The newest six-digit code on any of these handsets; waited for a little. */
export async function newestCode(
  product: Product,
  clinic: Clinic,
  numbers: readonly string[],
  patienceMs: number,
): Promise<string | undefined> {
  const until = Date.now() + patienceMs;
  for (;;) {
    for (const number of numbers) {
      const texts = await screenOf(product.wires, number, clinic.phone);
      const code = texts
        .filter((text) => text.who === 'clinic')
        .map((text) => /\b(\d{6})\b/.exec(text.body)?.[1])
        .findLast((found) => found !== undefined);
      if (code !== undefined) return code;
    }
    if (Date.now() > until) return undefined;
    await sleep(100);
  }
}
