import type { FastifyInstance } from 'fastify';
import { HANDSET_NUMBER } from '../environment';
import type { Network } from '../network';
import type { ClinicNumber } from '../number-table';
import { toE164 } from '../phone-numbers';
import { badRequest, bodyOf, textField } from './reading';
import { threadLine } from './text-routes';

/** Settings of the network itself, its alerts, its troubles on demand, and what happens as it happens. */
export function addNetworkRoutes(app: FastifyInstance, network: Network): void {
  const { environment, faults, numbers, optOuts, webhooks } = network;
  app.get('/carrier/health', async (_request, reply) => reply.send({ status: 'ok' }));
  app.get('/carrier/settings', async (_request, reply) =>
    reply.send({ clinicNumber: environment.clinicNumber, handsetNumber: HANDSET_NUMBER, optOut: optOuts.settings }),
  );
  app.put('/carrier/settings', async (request, reply) => {
    const wanted = bodyOf(request.body).optOut;
    if (typeof wanted === 'object') optOuts.settings = { ...optOuts.settings, ...wanted };
    return reply.send({ optOut: optOuts.settings });
  });
  app.get('/carrier/alerts', async (_request, reply) => reply.send({ alerts: network.events.alerts() }));
  app.get('/carrier/faults', async (_request, reply) => reply.send(faults.settings));
  app.put('/carrier/faults', async (request, reply) => {
    const settings = faults.change(bodyOf(request.body));
    webhooks.delayMs = settings.webhookDelayMs;
    return reply.send(settings);
  });
  app.delete('/carrier/faults', async (_request, reply) => {
    faults.reset();
    webhooks.delayMs = 0;
    return reply.code(204).send();
  });
  app.get('/carrier/numbers', async (_request, reply) => reply.send({ numbers: numbers.list() }));
  app.put('/carrier/numbers', async (request, reply) => {
    numbers.set(readNumber(bodyOf(request.body)));
    return reply.send({ numbers: numbers.list() });
  });
  app.delete('/carrier/numbers/:number', async (request, reply) => {
    numbers.remove((request.params as { number: string }).number);
    return reply.send({ numbers: numbers.list() });
  });
  addEventStream(app, network);
}

function readNumber(body: Record<string, unknown>): ClinicNumber {
  const url = (name: string): string | undefined => {
    const value = body[name];
    if (value === undefined) return undefined;
    if (typeof value !== 'string' || !URL.canParse(value)) throw badRequest(`${name} must be a URL`);
    return value;
  };
  const given = textField(body, 'number', '*');
  const number = given === '*' ? given : toE164(given);
  const [smsUrl, voiceUrl] = [url('smsUrl'), url('voiceUrl')];
  if (!number) throw badRequest('number must be a phone number or *');
  if (smsUrl === undefined || voiceUrl === undefined) throw badRequest('smsUrl and voiceUrl are needed');
  const smsFallbackUrl = url('smsFallbackUrl');
  return {
    number,
    smsUrl,
    smsFallbackUrl,
    voiceUrl,
    voiceFallbackUrl: url('voiceFallbackUrl'),
    statusCallback: url('statusCallback'),
  };
}

/** Server-sent events: `text`, `alert` and `call`, each with its JSON; of one handset when `number` is given. */
function addEventStream(app: FastifyInstance, network: Network): void {
  app.get('/carrier/events', (request, reply) => {
    const number = toE164((request.query as { number?: string }).number);
    reply.hijack();
    const stream = reply.raw;
    stream.writeHead(200, {
      'Content-Type': 'text/event-stream',
      'Cache-Control': 'no-store',
      Connection: 'keep-alive',
    });
    stream.write('retry: 1000\n\n');
    const leave = network.events.subscribe((event) => {
      if (number && event.type === 'text' && event.message.from !== number && event.message.to !== number) return;
      if (number && event.type === 'call' && event.from !== number && event.to !== number) return;
      const data = event.type === 'text' ? threadLine(event.message) : event;
      stream.write(`event: ${event.type}\ndata: ${JSON.stringify(data)}\n\n`);
    });
    const beat = setInterval(() => stream.write(': still here\n\n'), 15_000);
    request.raw.on('close', () => {
      clearInterval(beat);
      leave();
    });
  });
}
