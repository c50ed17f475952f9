import { asKey, asObject, asText, FrameError, parseFrame, tokenIn } from './frame-fields';

/** What a media stream sends us, in neutral types. Twilio writes its numbers as strings. */
export type MediaFrame =
  | { readonly event: 'connected' }
  | {
      readonly event: 'start';
      readonly streamSid: string;
      readonly callSid: string;
      readonly token: string;
      /** The only format there is: 8 kHz mono µ-law. */
      readonly supported: boolean;
    }
  | {
      readonly event: 'media';
      readonly payload: Buffer;
      /** Milliseconds from the stream's start; undefined when there is none. */
      readonly timestampMs: number | undefined;
    }
  | { readonly event: 'dtmf'; readonly digit: string }
  | { readonly event: 'mark'; readonly name: string }
  | { readonly event: 'stop' };

/** Bytes a frame's audio may have: half a second; Twilio sends 160. */
const MOST_AUDIO = 4_000;

/**
 * A media message as Twilio writes it. Nearly all messages are, and to know them by their form takes a quarter of the time
 * that reading JSON does. What differs in a single sign is read as JSON below.
 */
const USUAL_MEDIA =
  /^\{"event":"media","sequenceNumber":"\d{1,12}","streamSid":"\w{1,64}","media":\{"track":"inbound","chunk":"\d{1,12}","timestamp":"(\d{1,12})","payload":"([A-Za-z0-9+/]{4,5400}={0,2})"\}\}$/;

/**
 * Reads one text frame of Twilio's media stream protocol. Undefined for events that are unknown or not ours.
 * @throws FrameError for what no carrier sends: broken JSON, wrong types, too much audio.
 * Source: Twilio docs, "Media Streams: WebSocket Messages".
 */
export function readMediaFrame(text: string): MediaFrame | undefined {
  const usual = USUAL_MEDIA.exec(text);
  if (usual !== null) return mediaFrame(usual[2] ?? '', Number(usual[1]));
  const message = parseFrame(text);
  switch (message['event']) {
    case 'connected':
      return { event: 'connected' };
    case 'start':
      return readStart(asObject(message['start']));
    case 'media':
      return readMedia(message);
    case 'dtmf':
      return { event: 'dtmf', digit: asKey(asObject(message['dtmf'])['digit']) };
    case 'mark':
      return { event: 'mark', name: asText(asObject(message['mark'])['name']).slice(0, 200) };
    case 'stop':
      return { event: 'stop' };
    default:
      return undefined;
  }
}

function readStart(start: Record<string, unknown>): MediaFrame {
  const format = asObject(start['mediaFormat'] ?? {});
  return {
    event: 'start',
    streamSid: asText(start['streamSid']),
    callSid: asText(start['callSid']),
    token: tokenIn(start),
    supported: format['encoding'] === 'audio/x-mulaw' && Number(format['sampleRate']) === 8000,
  };
}

function readMedia(message: Record<string, unknown>): MediaFrame {
  const media = asObject(message['media']);
  // 20 ms a frame is usual, not promised; the timestamp says where a frame belongs.
  return mediaFrame(asText(media['payload']), media['timestamp'] === undefined ? NaN : Number(media['timestamp']));
}

function mediaFrame(base64: string, timestampMs: number): MediaFrame {
  const payload = Buffer.from(base64, 'base64');
  if (payload.length === 0 || payload.length > MOST_AUDIO) throw new FrameError('a media frame has a wrong size');
  return { event: 'media', payload, timestampMs: Number.isFinite(timestampMs) ? timestampMs : undefined };
}
