import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Call } from '../calls/call';
import type { Instructions } from '../calls/call-flow';
import type { StatusCallback, StatusEvent } from '../calls/calls';
import type { OutboundCall, Switchboard } from '../calls/switchboard';
import { rfc2822 } from '../identifiers';
import type { Network } from '../network';
import { formatNational, toE164 } from '../phone-numbers';
import { refusals, TwilioError } from '../twilio-errors';
import { API_PREFIX, pathOf } from './account-door';
import { listPage } from './listing';

type Fields = Record<string, string | undefined>;

const STATUS_EVENTS: readonly string[] = ['initiated', 'ringing', 'answered', 'completed'];

/** Twilio's Calls: create, list, fetch, redirect or end, delete; with and without `.json`. */
export function addCallRoutes(app: FastifyInstance, network: Network, switchboard: Switchboard): void {
  const { accountSid } = network.environment;
  const one = (request: FastifyRequest): Call => {
    const { sid } = request.params as { sid: string };
    const call = switchboard.calls.get(sid.replace(/\.json$/, ''));
    if (!call) throw refusals.notFound(pathOf(request));
    return call;
  };
  for (const suffix of ['', '.json']) {
    app.post(`${API_PREFIX}/Calls${suffix}`, async (request, reply) => {
      const call = switchboard.create(readCall((request.body ?? {}) as Fields, network));
      return reply.code(201).send(callJson(call, accountSid));
    });
    app.get(`${API_PREFIX}/Calls${suffix}`, async (request, reply) => {
      const query = request.query as Fields;
      const rows = switchboard.calls.all().filter((call) => matches(call, query));
      const listed = rows.reverse().map((call) => callJson(call, accountSid));
      return reply.send(listPage(pathOf(request), query, 'calls', listed));
    });
  }
  app.get(`${API_PREFIX}/Calls/:sid`, async (request, reply) => reply.send(callJson(one(request), accountSid)));
  app.post(`${API_PREFIX}/Calls/:sid`, async (request, reply) => {
    const call = one(request);
    update(call, (request.body ?? {}) as Fields, switchboard);
    return reply.send(callJson(call, accountSid));
  });
  app.delete(`${API_PREFIX}/Calls/:sid`, async (request, reply) => {
    const call = one(request);
    if (!call.over) throw new TwilioError(20009, 'Call cannot be deleted while it is in progress', 409);
    switchboard.calls.remove(call.sid);
    return reply.code(204).send();
  });
}

function readCall(fields: Fields, network: Network): OutboundCall {
  if (!fields.To) throw new TwilioError(21201, "No 'To' number is specified");
  const to = toE164(fields.To);
  if (!to) throw refusals.invalidTo(fields.To);
  if (!fields.From) throw new TwilioError(21213, "No 'From' number is specified");
  const from = toE164(fields.From);
  if (!from || !network.numbers.find(from)) {
    throw new TwilioError(
      21210,
      `The source phone number provided, ${fields.From}, is not yet verified for your account.`,
    );
  }
  const instructions = readInstructions(fields);
  if (!instructions) throw new TwilioError(21205, 'Url parameter is required.');
  const seconds = Number(fields.Timeout ?? 60);
  const timeoutMs = Math.min(600, Number.isFinite(seconds) ? seconds : 60) * 1_000;
  return { from, to, instructions, callback: readCallback(fields), timeoutMs };
}

function readInstructions(fields: Fields): Instructions | null {
  if (fields.Twiml !== undefined && fields.Url !== undefined) {
    throw new TwilioError(21218, "Only one of 'Twiml' and 'Url' may be given.");
  }
  if (fields.Twiml !== undefined) return { kind: 'twiml', twiml: fields.Twiml };
  if (fields.Url === undefined) return null;
  if (!URL.canParse(fields.Url)) throw new TwilioError(21205, `Url is not a valid URL: ${fields.Url}`);
  const method = fields.Method?.toUpperCase() === 'GET' ? 'GET' : 'POST';
  return { kind: 'url', url: fields.Url, method, fallbackUrl: fields.FallbackUrl };
}

function readCallback(fields: Fields): StatusCallback | undefined {
  const { StatusCallback: url } = fields;
  if (url === undefined) return undefined;
  const asked = (fields.StatusCallbackEvent ?? '').split(/[\s,]+/).filter((name) => STATUS_EVENTS.includes(name));
  const events = asked.length > 0 ? (asked as StatusEvent[]) : (['completed'] as const);
  return { url, method: fields.StatusCallbackMethod?.toUpperCase() === 'GET' ? 'GET' : 'POST', events };
}

function update(call: Call, fields: Fields, switchboard: Switchboard): void {
  const instructions = readInstructions(fields);
  if (fields.Status !== undefined) {
    if (fields.Status !== 'completed' && fields.Status !== 'canceled') {
      throw new TwilioError(21218, 'Status must be one of: completed, canceled');
    }
    call.end(call.answeredAt === null && fields.Status === 'canceled' ? 'canceled' : 'completed');
  } else if (instructions && !switchboard.redirect(call, instructions)) {
    throw new TwilioError(21220, 'Call is not in-progress. Cannot redirect.');
  }
}

function matches(call: Call, query: Fields): boolean {
  if (query.To !== undefined && call.to !== (toE164(query.To) ?? query.To)) return false;
  if (query.From !== undefined && call.from !== (toE164(query.From) ?? query.From)) return false;
  if (query.ParentCallSid !== undefined && call.parentSid !== query.ParentCallSid) return false;
  return query.Status === undefined || call.status === query.Status;
}

/** A Call resource, every field of the published description. */
export function callJson(call: Call, accountSid: string): object {
  const uri = `/2010-04-01/Accounts/${accountSid}/Calls/${call.sid}`;
  const instant = (ms: number | null): string | null => (ms === null ? null : rfc2822(ms));
  return {
    account_sid: accountSid,
    answered_by: null,
    api_version: '2010-04-01',
    caller_name: null,
    date_created: rfc2822(call.createdAt),
    date_updated: rfc2822(call.endedAt ?? call.answeredAt ?? call.createdAt),
    direction: call.direction,
    duration: call.seconds === null ? null : String(call.seconds),
    end_time: instant(call.endedAt),
    forwarded_from: null,
    from: call.from,
    from_formatted: formatNational(call.from),
    group_sid: null,
    parent_call_sid: call.parentSid,
    phone_number_sid: null,
    price: null,
    price_unit: 'USD',
    queue_time: '0',
    sid: call.sid,
    start_time: instant(call.answeredAt),
    status: call.status,
    subresource_uris: { notifications: `${uri}/Notifications.json`, recordings: `${uri}/Recordings.json` },
    to: call.to,
    to_formatted: formatNational(call.to),
    trunk_sid: null,
    uri: `${uri}.json`,
  };
}
