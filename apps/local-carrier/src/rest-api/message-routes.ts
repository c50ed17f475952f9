import type { FastifyInstance } from 'fastify';
import { rfc2822 } from '../identifiers';
import type { Message } from '../messages';
import type { Network } from '../network';
import type { OutboundTexts } from '../outbound-texts';
import { toE164 } from '../phone-numbers';
import { refusals, TwilioError } from '../twilio-errors';
import { API_PREFIX, pathOf } from './account-door';
import { listPage } from './listing';

type Fields = Record<string, string | undefined>;

/** Twilio's Messages: create, list, fetch, redact or cancel, delete; with and without `.json`. */
export function addMessageRoutes(app: FastifyInstance, network: Network, outbound: OutboundTexts): void {
  const { accountSid } = network.environment;
  const one = (request: { params: unknown; url: string }): Message => {
    const { sid } = request.params as { sid: string };
    const message = network.messages.get(sid.replace(/\.json$/, ''));
    if (!message) throw refusals.notFound(request.url.split('?')[0] ?? '');
    return message;
  };
  for (const suffix of ['', '.json']) {
    app.post(`${API_PREFIX}/Messages${suffix}`, async (request, reply) => {
      const message = outbound.send(wantedText((request.body ?? {}) as Fields), 'outbound-api');
      return reply.code(201).send(messageJson(message, accountSid));
    });
    app.get(`${API_PREFIX}/Messages${suffix}`, async (request, reply) => {
      const query = request.query as Fields;
      const rows = network.messages
        .all()
        .filter((message) => matches(message, query))
        .reverse()
        .map((message) => messageJson(message, accountSid));
      return reply.send(listPage(pathOf(request), query, 'messages', rows));
    });
  }
  app.get(`${API_PREFIX}/Messages/:sid`, async (request, reply) => reply.send(messageJson(one(request), accountSid)));
  app.post(`${API_PREFIX}/Messages/:sid`, async (request, reply) => {
    const message = one(request);
    change(message, (request.body ?? {}) as Fields);
    network.publish(message);
    return reply.send(messageJson(message, accountSid));
  });
  app.delete(`${API_PREFIX}/Messages/:sid`, async (request, reply) => {
    network.messages.remove(one(request).sid);
    network.journal.touch();
    return reply.code(204).send();
  });
}

function wantedText(fields: Fields): Parameters<OutboundTexts['send']>[0] {
  return {
    from: fields.From,
    to: fields.To,
    body: fields.Body,
    messagingServiceSid: fields.MessagingServiceSid,
    statusCallback: fields.StatusCallback,
    mediaUrls: fields.MediaUrl ? fields.MediaUrl.split(' ') : [],
  };
}

function change(message: Message, fields: Fields): void {
  if (fields.Body === undefined && fields.Status === undefined) return;
  if (fields.Body !== undefined && fields.Body !== '') {
    throw new TwilioError(20001, 'Body can only be set to an empty string');
  }
  if (fields.Status === 'canceled') {
    if (!['accepted', 'queued'].includes(message.status)) {
      throw new TwilioError(30409, 'Message is not in a cancelable state', 409);
    }
    message.status = 'canceled';
  }
  if (fields.Body === '') message.body = '';
  message.updatedAt = Date.now();
}

function matches(message: Message, query: Fields): boolean {
  if (query.To !== undefined && message.to !== (toE164(query.To) ?? query.To)) return false;
  if (query.From !== undefined && message.from !== (toE164(query.From) ?? query.From)) return false;
  const day = new Date(message.sentAt ?? message.createdAt).toISOString();
  if (query.DateSent !== undefined && !day.startsWith(query.DateSent.slice(0, 10))) return false;
  if (query['DateSent<'] !== undefined && day > query['DateSent<']) return false;
  return query['DateSent>'] === undefined || day >= query['DateSent>'];
}

/** A Message resource, every field of the published description. */
export function messageJson(message: Message, accountSid: string): object {
  const uri = `/2010-04-01/Accounts/${accountSid}/Messages/${message.sid}`;
  const sentAt = message.sentAt ?? (message.direction === 'inbound' ? message.createdAt : null);
  return {
    account_sid: accountSid,
    api_version: '2010-04-01',
    body: message.body,
    date_created: rfc2822(message.createdAt),
    date_sent: sentAt === null ? null : rfc2822(sentAt),
    date_updated: rfc2822(message.updatedAt),
    direction: message.direction,
    error_code: message.errorCode,
    error_message: message.errorCode === null ? null : 'Message was not delivered',
    from: message.from,
    messaging_service_sid: message.messagingServiceSid,
    num_media: String(message.mediaUrls.length),
    num_segments: String(message.numSegments),
    price: null,
    price_unit: 'USD',
    sid: message.sid,
    status: message.status,
    subresource_uris: { media: `${uri}/Media.json` },
    to: message.to,
    uri: `${uri}.json`,
  };
}
