import { Injectable } from '@nestjs/common';
import { addedLanguages, languages, phrase } from '@clinicall/language';
import type { Language } from '@clinicall/language';
import { Environment } from '@clinicall/platform';
import { carrierMayHear } from './adapters/speech-providers';
import { CallsRepository } from './calls.repository';
import type { CallDoor } from './calls.repository';
import { connectTwiml, laterTwiml, relayTwiml } from './twiml';
import type { Words } from './twiml';

/** What Twilio's <Say> calls our languages. */
export function carrierLanguage(language: Language): string {
  if (language === 'es') return 'es-MX';
  return addedLanguages.get(language)?.words.carrier ?? 'en-US';
}

/** A sentence of the catalogue for the carrier's own voice. */
export function carrierWords(language: Language, key: string, params: Record<string, unknown> = {}): Words {
  return { text: phrase(language, key, params), language: carrierLanguage(language) };
}

/** Puts calls on to the agent: each time by a fresh token, with the way back behind it. */
@Injectable()
export class CallConnection {
  constructor(
    private readonly calls: CallsRepository,
    private readonly environment: Environment,
  ) {}

  /** @returns TwiML; valid for one stream, within a minute. */
  async connect(callSid: string, language: Language): Promise<string> {
    const { token, door } = await this.calls.issueToken(callSid);
    const sockets = this.environment.publicUrl.replace(/^http/, 'ws');
    const pauseSeconds = this.environment.values.RESUME_PAUSE_SECONDS;
    const after = { words: carrierWords(language, 'telephony:one_moment'), pauseSeconds, url: this.afterStreamUrl };
    return door === 'relay'
      ? relayTwiml(
          {
            url: `${sockets}/conversation-relay`,
            token,
            language: carrierLanguage(language),
            heard: languages.map(carrierLanguage),
          },
          after,
        )
      : connectTwiml({ url: `${sockets}/media-stream`, token }, after);
  }

  /** Relay where the clinic wants it and the carrier may hear what callers say; else our own ears. */
  doorFor(wantsRelay: boolean): CallDoor {
    return wantsRelay && carrierMayHear(this.environment) ? 'relay' : 'stream';
  }

  /** Asks again after a pause: this instance is leaving. @returns TwiML. */
  elsewhere(route: 'incoming' | 'after-stream'): string {
    const pauseSeconds = Math.max(1, this.environment.values.RESUME_PAUSE_SECONDS);
    return laterTwiml(pauseSeconds, this.url(route));
  }

  get afterStreamUrl(): string {
    return this.url('after-stream');
  }

  /** One of our voice routes as Twilio is told it. */
  url(route: string, query: Readonly<Record<string, string>> = {}): string {
    const asked = new URLSearchParams(query).toString();
    return `${this.environment.publicUrl}/api/v1/voice/${route}${asked === '' ? '' : `?${asked}`}`;
  }
}
