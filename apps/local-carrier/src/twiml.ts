import { childElements, parseXml, textOf, type XmlElement, XmlError } from './xml';

/** One instruction of a TwiML document, as written; what each means is its performer's business. */
export type Verb = XmlElement;

/** Twilio refused the document: 12100 is not XML, 12102 has no `<Response>`. */
export class TwimlError extends Error {
  constructor(
    readonly code: 12100 | 12102,
    message: string,
  ) {
    super(message);
  }
}

/** The verbs of a document in order. An empty body is an empty document, as Twilio takes it. */
export function parseTwiml(source: string): Verb[] {
  if (source.trim() === '') return [];
  let root: XmlElement;
  try {
    root = parseXml(source);
  } catch (error) {
    if (error instanceof XmlError) throw new TwimlError(12100, error.message);
    throw error;
  }
  if (root.name !== 'Response') throw new TwimlError(12102, `<${root.name}> stands where <Response> is needed`);
  return childElements(root);
}

export interface ReplyMessage {
  readonly body: string;
  readonly to: string | undefined;
  readonly from: string | undefined;
  /** Absolute or relative to the webhook. */
  readonly statusCallback: string | undefined;
  readonly mediaUrls: readonly string[];
}

/** What `<Message>` (or the old `<Sms>`) says: plain text, or `<Body>` and `<Media>` inside. */
export function readReplyMessage(verb: Verb): ReplyMessage {
  const inside = childElements(verb);
  const bodies = inside.filter((child) => child.name === 'Body');
  const body = bodies.length > 0 ? bodies.map(textOf).join('') : inside.length === 0 ? textOf(verb) : ownText(verb);
  return {
    body: body.trim(),
    to: verb.attributes.to,
    from: verb.attributes.from,
    statusCallback: verb.attributes.statusCallback ?? verb.attributes.action,
    mediaUrls: inside.filter((child) => child.name === 'Media').map((child) => textOf(child).trim()),
  };
}

/** Whole seconds of an attribute such as `length` or `timeout`; the fallback when absent or no number. */
export function secondsOf(verb: Verb, name: string, fallback: number): number {
  const value = Number(verb.attributes[name] ?? Number.NaN);
  return Number.isFinite(value) && value >= 0 ? value : fallback;
}

function ownText(verb: Verb): string {
  return verb.children.filter((child) => typeof child === 'string').join('');
}
