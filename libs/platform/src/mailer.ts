import { Injectable } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import { Environment } from './environment';

export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Milliseconds a mail server may take for each step. */
const PATIENCE_MS = 5_000;

/** Letters to staff through the operator's mail server (SMTP_URL). Patients are never written to by mail. */
@Injectable()
export class Mailer {
  private readonly transport: ReturnType<typeof createTransport> | undefined;
  private readonly from: string;

  constructor(environment: Environment) {
    const { SMTP_URL } = environment.values;
    const url = SMTP_URL === undefined ? undefined : new URL(SMTP_URL);
    const user = decodeURIComponent(url?.username ?? '');
    this.from = user.includes('@') ? user : `clinicall@${new URL(environment.publicUrl).hostname}`;
    this.transport =
      url === undefined
        ? undefined
        : createTransport({
            host: url.hostname,
            port: Number(url.port || (url.protocol === 'smtps:' ? 465 : 587)),
            secure: url.protocol === 'smtps:',
            // Plain text only to a server of this machine: links are secrets.
            requireTLS: !['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname),
            auth: user === '' ? undefined : { user, pass: decodeURIComponent(url.password) },
            connectionTimeout: PATIENCE_MS,
            greetingTimeout: PATIENCE_MS,
            socketTimeout: PATIENCE_MS,
          });
  }

  get configured(): boolean {
    return this.transport !== undefined;
  }

  /** Done when the server has taken the letter. @throws Error when it does not. */
  async send(letter: Letter): Promise<void> {
    if (this.transport === undefined) throw new Error('SMTP_URL is not set.');
    await this.transport.sendMail({ from: { name: 'Clinicall', address: this.from }, ...letter });
  }
}
