import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import fastifyStatic from '@fastify/static';
import fastify, { type FastifyInstance } from 'fastify';
import { Switchboard } from './calls/switchboard';
import { addCallControl } from './control/call-routes';
import { openHandsetSocket } from './control/handset-socket';
import { addNetworkRoutes } from './control/network-routes';
import { refuseStrangers } from './control/reading';
import { addTextRoutes } from './control/text-routes';
import type { Clock } from './clock';
import type { CarrierEnvironment } from './environment';
import { InboundTexts } from './inbound-texts';
import { Network } from './network';
import { OutboundTexts } from './outbound-texts';
import { guardAccount, pathOf } from './rest-api/account-door';
import { addCallRoutes } from './rest-api/call-routes';
import { addConferenceRoutes } from './rest-api/conference-routes';
import { addMessageRoutes } from './rest-api/message-routes';
import { addRecordingRoutes } from './rest-api/recording-routes';
import { refusals } from './twilio-errors';

export interface Carrier {
  readonly url: string;
  readonly network: Network;
  readonly switchboard: Switchboard;
  close(): Promise<void>;
}

/** Builds and opens the phone network. Port 0 takes a free one; another clock gives its calls another time. */
export async function startCarrier(environment: CarrierEnvironment, clock?: Clock): Promise<Carrier> {
  const network = new Network(environment, clock);
  await network.restore();
  const app = fastify({ logger: false, forceCloseConnections: true, bodyLimit: 1_048_576 });
  const outbound = new OutboundTexts(network);
  const switchboard = new Switchboard(network);
  await addTwilioApi(app, network, switchboard, outbound);
  await addControl(app, network, switchboard, new InboundTexts(network, outbound));
  await addPages(app);
  app.setNotFoundHandler((request, reply) => {
    const refusal = refusals.notFound(pathOf(request));
    return reply.code(404).send(refusal.body());
  });
  const closeHandsets = openHandsetSocket(app.server, switchboard);
  await app.listen({ host: environment.host, port: environment.port });
  const { port } = app.server.address() as AddressInfo;
  return {
    url: `http://${environment.host}:${port}`,
    network,
    switchboard,
    close: async () => {
      switchboard.close();
      closeHandsets();
      await network.journal.flush();
      await app.close();
    },
  };
}

/** What the product's Twilio client asks for, behind the account's key. */
async function addTwilioApi(app: FastifyInstance, network: Network, switchboard: Switchboard, texts: OutboundTexts) {
  await app.register((api, _options, done) => {
    guardAccount(api, network);
    addMessageRoutes(api, network, texts);
    addCallRoutes(api, network, switchboard);
    addConferenceRoutes(api, network, switchboard);
    addRecordingRoutes(api, network, switchboard);
    done();
  });
}

/** What the pages and commands of this machine ask for: to dial, to text, to make trouble. */
async function addControl(app: FastifyInstance, network: Network, switchboard: Switchboard, texts: InboundTexts) {
  await app.register((control, _options, done) => {
    refuseStrangers(control);
    addTextRoutes(control, network, texts);
    addCallControl(control, network, switchboard);
    addNetworkRoutes(control, network);
    done();
  });
}

async function addPages(app: FastifyInstance): Promise<void> {
  await app.register(fastifyStatic, { root: pagesFolder(), prefix: '/pages/' });
  for (const path of ['/', '/sms']) app.get(path, (_request, reply) => reply.sendFile('sms.html'));
  app.get('/softphone', (_request, reply) => reply.sendFile('softphone.html'));
}

/** Beside the program, or in the sources when the build copied programs alone. */
function pagesFolder(): string {
  const besides = join(__dirname, 'pages');
  if (existsSync(join(besides, 'sms.html'))) return besides;
  let folder = __dirname;
  while (folder !== dirname(folder)) {
    const candidate = join(folder, 'apps/local-carrier/src/pages');
    if (existsSync(join(candidate, 'sms.html'))) return candidate;
    folder = dirname(folder);
  }
  throw new Error('The pages of the local carrier are missing.');
}
