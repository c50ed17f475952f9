import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Conference, Participant } from '../calls/conference';
import type { Switchboard } from '../calls/switchboard';
import { rfc2822 } from '../identifiers';
import type { Network } from '../network';
import { toE164 } from '../phone-numbers';
import { refusals, TwilioError } from '../twilio-errors';
import { encodeXml } from '../xml';
import { API_PREFIX, pathOf } from './account-door';
import { listPage } from './listing';

type Fields = Record<string, string | undefined>;

const plain = (sid: string): string => sid.replace(/\.json$/, '');

/** Twilio's Conferences and their Participants; listed and made with and without `.json`. */
export function addConferenceRoutes(app: FastifyInstance, network: Network, switchboard: Switchboard): void {
  for (const suffix of ['', '.json']) {
    addConferenceList(app, suffix, network, switchboard);
    addParticipantList(app, suffix, network, switchboard);
  }
  addOneConference(app, network, switchboard);
  addOneParticipant(app, network, switchboard);
}

function addConferenceList(app: FastifyInstance, suffix: string, network: Network, switchboard: Switchboard): void {
  const { accountSid } = network.environment;
  app.get(`${API_PREFIX}/Conferences${suffix}`, async (request, reply) => {
    const query = request.query as Fields;
    const rows = switchboard.conferences
      .all()
      .filter(({ friendlyName }) => query.FriendlyName === undefined || friendlyName === query.FriendlyName)
      .filter(({ status }) => query.Status === undefined || status === query.Status);
    const json = rows.reverse().map((each) => conferenceJson(each, accountSid));
    return reply.send(listPage(pathOf(request), query, 'conferences', json));
  });
}

function addParticipantList(app: FastifyInstance, suffix: string, network: Network, switchboard: Switchboard): void {
  const { accountSid } = network.environment;
  const { conferences } = switchboard;
  const path = `${API_PREFIX}/Conferences/:sid/Participants${suffix}`;
  app.get(path, async (request, reply) => {
    const conference = conferenceOf(request, switchboard);
    const json = [...conference.participants.values()].map((each) => participantJson(conference, each, accountSid));
    return reply.send(listPage(pathOf(request), request.query as Fields, 'participants', json));
  });
  app.post(path, async (request, reply) => {
    const name = plain((request.params as { sid: string }).sid);
    const fields = (request.body ?? {}) as Fields;
    const conference = conferences.get(name) ?? conferences.named(name);
    const call = switchboard.create(readParticipant(fields, conference.friendlyName, network));
    const joining = { call, muted: false, hold: false, endOnExit: false, joinedAt: Date.now() };
    return reply.code(201).send(participantJson(conference, joining, accountSid));
  });
}

function addOneConference(app: FastifyInstance, network: Network, switchboard: Switchboard): void {
  const { accountSid } = network.environment;
  const path = `${API_PREFIX}/Conferences/:sid`;
  app.get(path, async (request, reply) => reply.send(conferenceJson(conferenceOf(request, switchboard), accountSid)));
  app.post(path, async (request, reply) => {
    const conference = conferenceOf(request, switchboard);
    if ((request.body as Fields | undefined)?.Status === 'completed') conference.end('conference-ended-via-api');
    return reply.send(conferenceJson(conference, accountSid));
  });
}

function addOneParticipant(app: FastifyInstance, network: Network, switchboard: Switchboard): void {
  const { accountSid } = network.environment;
  const path = `${API_PREFIX}/Conferences/:sid/Participants/:call`;
  app.get(path, async (request, reply) =>
    reply.send(participantJson(...participantOf(request, switchboard), accountSid)),
  );
  app.post(path, async (request, reply) => {
    const [conference, found] = participantOf(request, switchboard);
    const { Muted, Hold, EndConferenceOnExit } = (request.body ?? {}) as Fields;
    if (Muted !== undefined) found.muted = Muted === 'true';
    if (Hold !== undefined) found.hold = Hold === 'true';
    if (EndConferenceOnExit !== undefined) found.endOnExit = EndConferenceOnExit === 'true';
    return reply.send(participantJson(conference, found, accountSid));
  });
  app.delete(path, async (request, reply) => {
    const [conference, found] = participantOf(request, switchboard);
    conference.leave(found);
    return reply.code(204).send();
  });
}

/** By its sid or, as Twilio allows, by its name. */
function conferenceOf(request: FastifyRequest, { conferences }: Switchboard): Conference {
  const sid = plain((request.params as { sid: string }).sid);
  const found = conferences.get(sid) ?? conferences.all().find((each) => each.friendlyName === sid);
  if (!found) throw refusals.notFound(pathOf(request));
  return found;
}

function participantOf(request: FastifyRequest, switchboard: Switchboard): [Conference, Participant] {
  const conference = conferenceOf(request, switchboard);
  const found = conference.participants.get(plain((request.params as { call: string }).call));
  if (!found) throw refusals.notFound(pathOf(request));
  return [conference, found];
}

function readParticipant(fields: Fields, name: string, network: Network) {
  const to = toE164(fields.To);
  const from = toE164(fields.From);
  if (!to) throw refusals.invalidTo(fields.To ?? '');
  if (!from || !network.numbers.find(from)) throw new TwilioError(21210, 'From is not a number of this account');
  const end = fields.EndConferenceOnExit === 'true';
  const muted = fields.Muted === 'true';
  const twiml = `<Response><Dial><Conference endConferenceOnExit="${end}" muted="${muted}">${encodeXml(name)}</Conference></Dial></Response>`;
  const seconds = Number(fields.Timeout ?? 60);
  return {
    from,
    to,
    instructions: { kind: 'twiml' as const, twiml },
    callback: undefined,
    timeoutMs: (Number.isFinite(seconds) ? seconds : 60) * 1_000,
  };
}

function conferenceJson(conference: Conference, accountSid: string): object {
  const uri = `/2010-04-01/Accounts/${accountSid}/Conferences/${conference.sid}`;
  return {
    account_sid: accountSid,
    api_version: '2010-04-01',
    call_sid_ending_conference: conference.callSidEnding,
    date_created: rfc2822(conference.createdAt),
    date_updated: rfc2822(conference.createdAt),
    friendly_name: conference.friendlyName,
    reason_conference_ended: conference.reasonEnded,
    region: 'us1',
    sid: conference.sid,
    status: conference.status,
    subresource_uris: { participants: `${uri}/Participants.json`, recordings: `${uri}/Recordings.json` },
    uri: `${uri}.json`,
  };
}

function participantJson(
  conference: Conference,
  participant: Pick<Participant, 'call' | 'muted' | 'hold' | 'endOnExit' | 'joinedAt'> & Partial<Participant>,
  accountSid: string,
): object {
  const { call, muted, hold, endOnExit, joinedAt } = participant;
  return {
    account_sid: accountSid,
    call_sid: call.sid,
    call_sid_to_coach: null,
    coaching: false,
    conference_sid: conference.sid,
    date_created: rfc2822(joinedAt),
    date_updated: rfc2822(joinedAt),
    end_conference_on_exit: endOnExit,
    hold,
    label: participant.options?.label ?? null,
    muted,
    queue_time: null,
    start_conference_on_enter: participant.options?.startOnEnter ?? true,
    status: call.status === 'in-progress' ? 'connected' : call.status,
    uri: `/2010-04-01/Accounts/${accountSid}/Conferences/${conference.sid}/Participants/${call.sid}.json`,
  };
}
