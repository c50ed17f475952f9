import type { TwilioForm } from '@clinicall/platform';

const E164 = /^\+[1-9]\d{6,14}$/;
/** Far more than any carrier delivers; what is beyond it is nobody's wish. */
const MOST_CHARACTERS = 10_000;

export interface ReadText {
  readonly messageSid: string;
  readonly from: string;
  readonly to: string;
  readonly body: string;
  readonly mediaCount: number;
  /** Whether an answer could reach the sender: short codes and names cannot be texted. */
  readonly fromE164: boolean;
}

/** The fields of Twilio's SMS webhook that we use; undefined when it is not a text at all. */
export function readText(form: TwilioForm): ReadText | undefined {
  const messageSid = (form['MessageSid'] ?? form['SmsMessageSid'] ?? form['SmsSid'] ?? '').slice(0, 100);
  const from = (form['From'] ?? '').trim().slice(0, 50);
  const to = (form['To'] ?? '').trim();
  if (messageSid === '' || from === '' || to === '') return undefined;
  const media = Number(form['NumMedia'] ?? 0);
  return {
    messageSid,
    from,
    to,
    // PostgreSQL's text cannot hold NUL.
    body: (form['Body'] ?? '').replaceAll('\0', '').slice(0, MOST_CHARACTERS),
    mediaCount: Number.isInteger(media) && media > 0 ? Math.min(media, 100) : 0,
    fromE164: E164.test(from),
  };
}
