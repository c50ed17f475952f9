import type { FastifyInstance } from 'fastify';
import { HANDSET_NUMBER } from '../environment';
import type { InboundTexts } from '../inbound-texts';
import type { Message } from '../messages';
import type { Network } from '../network';
import { toE164 } from '../phone-numbers';
import { badRequest, bodyOf, textField } from './reading';

/** What test programs and the pages do with texts: send one as a handset, read a thread. */
export function addTextRoutes(app: FastifyInstance, network: Network, inbound: InboundTexts): void {
  app.post('/carrier/texts', async (request, reply) => {
    const body = bodyOf(request.body);
    const from = toE164(textField(body, 'from', HANDSET_NUMBER));
    const to = toE164(textField(body, 'to', network.environment.clinicNumber));
    if (!from || !to) throw badRequest('from and to must be phone numbers');
    if (typeof body.body !== 'string') throw badRequest('body must be a string');
    const { message, outcomes } = inbound.receive({
      from,
      to,
      body: body.body,
      messageSid: typeof body.messageSid === 'string' ? body.messageSid : undefined,
      form: isFields(body.form) ? body.form : undefined,
      deliver: typeof body.deliver === 'number' ? Math.min(50, body.deliver) : 1,
    });
    if (body.wait === true) return reply.code(201).send({ ...threadLine(message), webhooks: await outcomes });
    outcomes.catch((error: unknown) => network.events.alert(11200, message.sid, String(error)));
    return reply.code(201).send(threadLine(message));
  });
  app.get('/carrier/texts', async (request, reply) => {
    const query = request.query as Record<string, string | undefined>;
    const number = toE164(query.number);
    if (!number) throw badRequest('number must be a phone number');
    const clinic = toE164(query.clinic) ?? undefined;
    const texts = network.messages.thread(number, clinic).map(threadLine);
    return reply.send({ number, texts: texts.slice(-Number(query.limit ?? 500)) });
  });
  app.delete('/carrier/texts', async (_request, reply) => {
    network.messages.clear();
    network.journal.touch();
    return reply.code(204).send();
  });
}

export interface ThreadLine {
  readonly sid: string;
  readonly who: 'patient' | 'clinic';
  readonly from: string;
  readonly to: string;
  readonly body: string;
  readonly status: string;
  /** RFC 3339, and the same as epoch milliseconds. */
  readonly at: string;
  readonly atMs: number;
}

export function threadLine(message: Message): ThreadLine {
  const { sid, from, to, body, status } = message;
  const atMs = message.direction === 'inbound' ? message.createdAt : message.updatedAt;
  const who = message.direction === 'inbound' ? 'patient' : 'clinic';
  return { sid, who, from, to, body, status, at: new Date(atMs).toISOString(), atMs };
}

function isFields(value: unknown): value is Record<string, string> {
  return typeof value === 'object' && value !== null && Object.values(value).every((each) => typeof each === 'string');
}
