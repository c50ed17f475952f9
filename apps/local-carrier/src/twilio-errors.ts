/** A refusal as Twilio's REST API gives it: {code, message, more_info, status}. */
export class TwilioError extends Error {
  constructor(
    readonly code: number,
    message: string,
    readonly status = 400,
  ) {
    super(message);
  }

  body(): { code: number; message: string; more_info: string; status: number } {
    const more_info = `https://www.twilio.com/docs/errors/${this.code}`;
    return { code: this.code, message: this.message, more_info, status: this.status };
  }
}

export const refusals = {
  authenticate: () => new TwilioError(20003, 'Authenticate', 401),
  notFound: (path: string) => new TwilioError(20404, `The requested resource ${path} was not found`, 404),
  tooMany: () => new TwilioError(20429, 'Too Many Requests', 429),
  invalidTo: (to: string) => new TwilioError(21211, `The 'To' number ${to} is not a valid phone number.`),
  sameNumbers: () => new TwilioError(21266, "Message cannot have the same 'To' and 'From' number."),
  bodyNeeded: () => new TwilioError(21602, 'Message body is required.'),
  fromNeeded: () => new TwilioError(21603, "A 'From' phone number is required."),
  toNeeded: () => new TwilioError(21604, "A 'To' phone number is required."),
  invalidFrom: (from: string) =>
    new TwilioError(
      21606,
      `The From phone number ${from} is not a valid, SMS-capable inbound phone number or short code for your account.`,
    ),
  invalidCallback: (url: string) => new TwilioError(21609, `The 'StatusCallback' URL ${url} is not a valid URL.`),
  optedOut: () => new TwilioError(21610, 'Attempt to send to unsubscribed recipient'),
  tooLong: () => new TwilioError(21617, 'The concatenated message body exceeds the 1600 character limit'),
} as const;

/** Twilio's magic test numbers, refused whatever the network's state. */
export const MAGIC_TO: Readonly<Record<string, TwilioError>> = {
  '+15005550001': refusals.invalidTo('+15005550001'),
  '+15005550002': new TwilioError(21612, "The 'To' phone number is not currently reachable via SMS"),
  '+15005550003': new TwilioError(
    21408,
    "Permission to send an SMS has not been enabled for the region indicated by the 'To' number",
  ),
  '+15005550004': refusals.optedOut(),
  '+15005550009': new TwilioError(21614, "'To' number is not a valid mobile number"),
};
export const MAGIC_FROM: Readonly<Record<string, TwilioError>> = {
  '+15005550001': new TwilioError(
    21212,
    "The 'From' number +15005550001 is not a valid phone number, shortcode, or alphanumeric sender ID.",
  ),
  '+15005550007': refusals.invalidFrom('+15005550007'),
  '+15005550008': new TwilioError(21611, "This 'From' number has exceeded the maximum number of queued messages"),
};
