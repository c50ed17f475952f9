import type { FastifyInstance, FastifyRequest } from 'fastify';
import { readWav } from '@clinicall/audio';
import { toLine } from '../audio/line';
import type { Call } from '../calls/call';
import type { Person } from '../calls/callees';
import { placeLoad } from '../calls/load';
import type { Switchboard } from '../calls/switchboard';
import { TalkingLine } from '../calls/talking-line';
import { HANDSET_NUMBER } from '../environment';
import { NETWORK_VOICE } from '../speech-service';
import type { Network } from '../network';
import { toE164 } from '../phone-numbers';
import { badRequest, bodyOf, textField } from './reading';

/** Calls without a handset of one's own: placed, spoken on, ended and read back by HTTP. */
export function addCallControl(app: FastifyInstance, network: Network, switchboard: Switchboard): void {
  const lines = new Map<string, TalkingLine>();
  app.post('/carrier/calls', async (request, reply) => {
    const body = bodyOf(request.body);
    const given = textField(body, 'from', HANDSET_NUMBER);
    const from = given === 'anonymous' ? given : toE164(given);
    const to = toE164(textField(body, 'to', network.environment.clinicNumber));
    if (!from || !to) throw badRequest('from and to must be phone numbers');
    const options = { words: body.words === true, live: false };
    const line = new TalkingLine(switchboard.speech, options, { tell: () => undefined });
    const call = switchboard.dial(from, to, line);
    line.hold(call);
    lines.set(call.sid, line);
    call.ended.addEventListener('abort', () => lines.delete(call.sid));
    return reply.code(201).send(summary(call));
  });
  addReading(app, switchboard);
  addTalking(app, switchboard, lines);
  addSigns(app, switchboard);
  addLoad(app, network, switchboard);
  app.put('/carrier/people/:number', async (request, reply) => {
    const number = toE164((request.params as { number: string }).number);
    if (!number) throw badRequest('that is not a phone number');
    const person: Partial<Person> = bodyOf(request.body);
    return reply.send(switchboard.callees.setPerson(number, person));
  });
}

/** Many calls at once, that nobody listens to. */
function addLoad(app: FastifyInstance, network: Network, switchboard: Switchboard): void {
  app.post('/carrier/load', async (request, reply) => {
    const body = bodyOf(request.body);
    const count = (name: string, fallback: number, most: number): number => {
      const value = Number(body[name] ?? fallback);
      if (!Number.isInteger(value) || value < 0 || value > most) throw badRequest(`${name} must be 0 to ${most}`);
      return value;
    };
    const to = toE164(textField(body, 'to', network.environment.clinicNumber));
    if (!to) throw badRequest('to must be a phone number');
    const wish = {
      calls: count('calls', 10, 1_000),
      seconds: count('seconds', 10, 600),
      overMs: count('overMs', 0, 600_000),
      to,
    };
    return reply.send(await placeLoad(switchboard, wish));
  });
}

function addReading(app: FastifyInstance, switchboard: Switchboard): void {
  app.get('/carrier/calls', async (_request, reply) => reply.send({ calls: switchboard.calls.all().map(summary) }));
  app.get('/carrier/calls/:sid', async (request, reply) => {
    const call = callOf(request, switchboard);
    const { events, lengthMs } = call.record;
    const speech = { heard: call.record.spans('heard'), said: call.record.spans('said') };
    return reply.send({ ...summary(call), lengthMs, speech, events });
  });
  app.get('/carrier/calls/:sid/:side.wav', async (request, reply) => {
    const { side } = request.params as { side: string };
    if (side !== 'heard' && side !== 'said' && side !== 'both') throw badRequest('heard.wav, said.wav or both.wav');
    return reply.type('audio/wav').send(callOf(request, switchboard).record.wav(side));
  });
}

/** The caller's sound: words that are spoken for them, a file, and what stands behind them. */
function addTalking(app: FastifyInstance, switchboard: Switchboard, lines: Map<string, TalkingLine>): void {
  const sounds = ['audio/wav', 'audio/x-wav', 'audio/basic'];
  app.addContentTypeParser(sounds, { parseAs: 'buffer', bodyLimit: 33_554_432 }, (_request, body, done) =>
    done(null, body),
  );
  const lineOf = (request: FastifyRequest): TalkingLine => {
    const line = lines.get(callOf(request, switchboard).sid);
    if (!line) throw badRequest('this call is over, or was not placed here');
    return line;
  };
  app.post('/carrier/calls/:sid/say', async (request, reply) => {
    const body = bodyOf(request.body);
    const voice = typeof body.voice === 'string' ? body.voice : undefined;
    return reply.send({ said: await lineOf(request).say(textField(body, 'text', ''), voice) });
  });
  app.post('/carrier/calls/:sid/background', async (request, reply) => {
    const body = bodyOf(request.body);
    const sound = await switchboard.speech.speak(textField(body, 'text', ''), textField(body, 'voice', NETWORK_VOICE));
    if (!sound) throw badRequest('no synthetic voice answers');
    callOf(request, switchboard).background.push(sound);
    return reply.code(204).send();
  });
  app.post('/carrier/calls/:sid/audio', async (request, reply) => {
    if (!Buffer.isBuffer(request.body)) throw badRequest('WAV or µ-law (audio/basic) is needed');
    const raw = request.headers['content-type']?.startsWith('audio/basic') === true;
    return reply.send({ said: await lineOf(request).play(raw ? request.body : readSound(request.body)) });
  });
}

/** What a caller does without a sound: words for a relay, keys, the handset put down. */
function addSigns(app: FastifyInstance, switchboard: Switchboard): void {
  app.post('/carrier/calls/:sid/words', async (request, reply) => {
    const text = textField(bodyOf(request.body), 'text', '');
    callOf(request, switchboard).utter({ text, ms: 0 });
    return reply.code(204).send();
  });
  app.post('/carrier/calls/:sid/digits', async (request, reply) => {
    const call = callOf(request, switchboard);
    for (const digit of textField(bodyOf(request.body), 'digits', '')) if (/[0-9*#]/.test(digit)) call.press(digit);
    return reply.code(204).send();
  });
  app.post('/carrier/calls/:sid/hangup', async (request, reply) => {
    callOf(request, switchboard).end('completed');
    return reply.code(204).send();
  });
}

function callOf(request: FastifyRequest, switchboard: Switchboard): Call {
  const call = switchboard.calls.get((request.params as { sid: string }).sid);
  if (!call) throw Object.assign(new Error('There is no such call'), { statusCode: 404 });
  return call;
}

function readSound(file: Buffer): Buffer {
  try {
    return toLine(readWav(file));
  } catch (error) {
    throw badRequest(error instanceof Error ? error.message : String(error));
  }
}

function summary(call: Call): object {
  const instant = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString());
  return {
    sid: call.sid,
    from: call.from,
    to: call.to,
    direction: call.direction,
    status: call.status,
    parentSid: call.parentSid,
    createdAt: instant(call.createdAt),
    answeredAt: instant(call.answeredAt),
    endedAt: instant(call.endedAt),
  };
}
