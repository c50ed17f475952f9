import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Recording } from '../calls/recordings';
import type { Switchboard } from '../calls/switchboard';
import { rfc2822 } from '../identifiers';
import type { Network } from '../network';
import { refusals, TwilioError } from '../twilio-errors';
import { API_PREFIX, pathOf } from './account-door';
import { listPage } from './listing';

type Fields = Record<string, string | undefined>;

/** Twilio's Recordings: started and stopped on a call, listed, fetched as JSON or sound, deleted. */
export function addRecordingRoutes(app: FastifyInstance, network: Network, switchboard: Switchboard): void {
  const { accountSid } = network.environment;
  for (const suffix of ['', '.json']) {
    app.post(`${API_PREFIX}/Calls/:call/Recordings${suffix}`, async (request, reply) =>
      reply.code(201).send(recordingJson(startRecording(request, switchboard), accountSid)),
    );
    app.get(`${API_PREFIX}/Recordings${suffix}`, async (request, reply) => {
      const query = request.query as Fields;
      const all = switchboard.recordings.all();
      const rows = all.filter(({ call }) => query.CallSid === undefined || call.sid === query.CallSid);
      const json = rows.reverse().map((each) => recordingJson(each, accountSid));
      return reply.send(listPage(pathOf(request), query, 'recordings', json));
    });
  }
  addOneRecording(app, network, switchboard);
}

function addOneRecording(app: FastifyInstance, network: Network, switchboard: Switchboard): void {
  const { accountSid } = network.environment;
  const { recordings } = switchboard;
  app.post(`${API_PREFIX}/Calls/:call/Recordings/:sid`, async (request, reply) => {
    const recording = recordingOf(request, switchboard);
    if ((request.body as Fields | undefined)?.Status === 'stopped') recordings.finish(recording);
    return reply.send(recordingJson(recording, accountSid));
  });
  app.get(`${API_PREFIX}/Recordings/:sid`, async (request, reply) => {
    const recording = recordingOf(request, switchboard);
    if (!pathOf(request).endsWith('.wav')) return reply.send(recordingJson(recording, accountSid));
    return reply.type('audio/x-wav').send(recording.wav);
  });
  app.delete(`${API_PREFIX}/Recordings/:sid`, async (request, reply) => {
    recordings.remove(recordingOf(request, switchboard).sid);
    return reply.code(204).send();
  });
}

function startRecording(request: FastifyRequest, { recordings, calls }: Switchboard): Recording {
  const call = calls.get((request.params as { call: string }).call);
  if (!call) throw refusals.notFound(pathOf(request));
  if (call.status !== 'in-progress') throw new TwilioError(21220, 'Requested resource is not eligible for recording');
  const { RecordingStatusCallback: url, RecordingChannels } = (request.body ?? {}) as Fields;
  const callback = url ? { url, method: 'POST' as const } : undefined;
  return recordings.start(call, 'StartCallRecordingAPI', RecordingChannels === 'dual' ? 2 : 1, callback);
}

/** By its sid or, under a call, as the one that is being made (`Twilio.CURRENT`). */
function recordingOf(request: FastifyRequest, { recordings, calls }: Switchboard): Recording {
  const { sid = '', call } = request.params as { sid?: string; call?: string };
  const plain = sid.replace(/\.(?:json|wav)$/, '');
  const owner = call === undefined ? undefined : calls.get(call);
  const found = plain === 'Twilio.CURRENT' && owner ? recordings.current(owner) : recordings.get(plain);
  if (!found) throw refusals.notFound(pathOf(request));
  return found;
}

function recordingJson(recording: Recording, accountSid: string): object {
  const uri = `/2010-04-01/Accounts/${accountSid}/Recordings/${recording.sid}`;
  return {
    account_sid: accountSid,
    api_version: '2010-04-01',
    call_sid: recording.call.sid,
    channels: recording.channels,
    conference_sid: null,
    date_created: rfc2822(recording.createdAt),
    date_updated: rfc2822(recording.createdAt),
    duration: recording.status === 'completed' ? String(recording.seconds) : null,
    encryption_details: null,
    error_code: null,
    media_url: `https://api.twilio.com${uri}`,
    price: null,
    price_unit: 'USD',
    sid: recording.sid,
    source: recording.source,
    start_time: rfc2822(recording.createdAt),
    status: recording.status,
    subresource_uris: {},
    uri: `${uri}.json`,
  };
}
