import { Catch } from '@nestjs/common';
import { detectLanguage, phrase } from '@clinicall/language';
import { twiml, TwilioFaultFilter } from '@clinicall/platform';
import type { TwilioRequest } from '@clinicall/platform';
import { messageVerb } from './message-verb';

/** A text that failed inside is answered with a sentence, in the language it was written in. */
@Catch()
export class SmsFaultFilter extends TwilioFaultFilter {
  protected override sentence(request: TwilioRequest): string {
    const { Body: body, MessageStatus: status } = (request.body ?? {}) as Record<string, unknown>;
    if (status !== undefined && body === undefined) return twiml([]); // A receipt has nobody to talk to.
    const language = detectLanguage(typeof body === 'string' ? body.slice(0, 500) : '', 'en');
    return twiml([messageVerb(phrase(language, 'messaging:fault'))]);
  }
}
