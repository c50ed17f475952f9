import { countryOf } from '../phone-numbers';
import type { Call } from './call';

/** The form of every voice webhook, as Twilio fills it. Places of fictional numbers are empty. */
export function callFields(call: Call, accountSid: string): Record<string, string> {
  const fields: Record<string, string> = {
    AccountSid: accountSid,
    ApiVersion: '2010-04-01',
    CallSid: call.sid,
    CallStatus: call.status,
    Direction: call.direction,
    From: call.from,
    To: call.to,
    Caller: call.from,
    Called: call.to,
    FromCountry: countryOf(call.from),
    CallerCountry: countryOf(call.from),
    ToCountry: countryOf(call.to),
    CalledCountry: countryOf(call.to),
  };
  for (const who of ['From', 'Caller', 'To', 'Called']) {
    for (const place of ['City', 'State', 'Zip']) fields[who + place] = '';
  }
  if (call.parentSid !== null) fields.ParentCallSid = call.parentSid;
  return fields;
}

/** What a status callback adds. */
export function statusFields(call: Call, sequence: number): Record<string, string> {
  const fields: Record<string, string> = {
    CallbackSource: 'call-progress-events',
    SequenceNumber: String(sequence),
    Timestamp: new Date().toUTCString().replace('GMT', '+0000'),
  };
  if (call.over) {
    const seconds = call.seconds ?? 0;
    fields.CallDuration = String(seconds);
    fields.Duration = String(Math.ceil(seconds / 60));
  }
  return fields;
}
