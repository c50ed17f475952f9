import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import twilio from 'twilio';
import type { CarrierEnvironment } from '../src/environment';

export const ACCOUNT_SID = `AC${'1'.repeat(32)}`;
export const AUTH_TOKEN = 'a-secret-of-the-specs';
export const CLINIC = '+12025550100';
export const PATIENT = '+12025550123';

export interface Hook {
  readonly path: string;
  readonly method: string;
  readonly form: Record<string, string>;
  readonly headers: IncomingMessage['headers'];
  /** Judged by Twilio's own validator. */
  readonly signed: boolean;
}

export interface Answer {
  readonly status?: number;
  readonly body?: string;
  readonly type?: string;
  readonly delayMs?: number;
}

/** Where webhooks go in specs: remembers each, checks its signature with the twilio package, answers as told. */
export class LittleProduct {
  readonly hooks: Hook[] = [];
  answer: (hook: Hook) => Answer = () => ({ body: '<Response/>' });
  private readonly server = createServer((request, response) => {
    void readText(request).then(async (text) => {
      const url = this.url + (request.url ?? '');
      const form = Object.fromEntries(new URLSearchParams(text));
      const signature = String(request.headers['x-twilio-signature']);
      const hook: Hook = {
        path: request.url ?? '',
        method: request.method ?? '',
        form,
        headers: request.headers,
        signed: twilio.validateRequest(AUTH_TOKEN, signature, url, form),
      };
      this.hooks.push(hook);
      const { status = 200, body = '', type = 'text/xml', delayMs = 0 } = this.answer(hook);
      await new Promise((resolve) => setTimeout(resolve, delayMs));
      response.writeHead(status, { 'Content-Type': type }).end(body);
    });
  });
  url = '';

  get raw(): typeof this.server {
    return this.server;
  }

  async start(port = 0): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(port, '127.0.0.1', resolve));
    this.url = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  at(path: string): Hook[] {
    return this.hooks.filter((hook) => hook.path.startsWith(path));
  }
}

async function readText(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const part of request as AsyncIterable<Buffer>) text += part.toString('utf8');
  return text;
}

export function specEnvironment(productUrl: string, more: Partial<CarrierEnvironment> = {}): CarrierEnvironment {
  return {
    host: '127.0.0.1',
    port: 0,
    accountSid: ACCOUNT_SID,
    authToken: AUTH_TOKEN,
    clinicNumber: CLINIC,
    productUrl,
    localProductUrl: productUrl,
    speechUrl: 'http://127.0.0.1:1/v1',
    dataDir: undefined,
    ...more,
  };
}

/** Waits until `look` gives something, asking often; fails after `withinMs`. */
export async function eventually<T>(
  look: () => T | undefined | false | null | Promise<T | undefined | false | null>,
  withinMs = 4_000,
): Promise<T> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== false && found !== null) return found;
    if (Date.now() > deadline) throw new Error('It never happened.');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
