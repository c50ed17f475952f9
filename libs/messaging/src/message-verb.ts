import { xmlText } from '@clinicall/platform';

/** TwiML's <Message>. @param statusCallback absolute address for receipts. */
export function messageVerb(body: string, statusCallback?: string): string {
  const attribute = statusCallback === undefined ? '' : ` statusCallback="${xmlText(statusCallback)}"`;
  return `<Message${attribute}>${xmlText(body)}</Message>`;
}
