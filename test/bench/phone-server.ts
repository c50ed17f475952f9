import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { IntervalHistogram } from 'node:perf_hooks';
import { BroadcastChannel } from 'node:worker_threads';
import { ClinicsService } from '@clinicall/identity';
import { ClinicScope, Environment, Logger, prepareDatabase } from '@clinicall/platform';
import { WebSocketServer } from 'ws';
import { createApplication } from '../../apps/receptionist/src/application';
import { SileroVoiceActivity } from '../../libs/telephony/src/audio/silero-voice-activity';
import { CallsThread } from '../../libs/telephony/src/thread/calls-thread';
import { forgetNothing, leavings } from './leavings';
import type { Leavings } from './leavings';
import { CHANNEL, noted, watch } from './phone-calls-thread';
import type { ThreadQuestion, ThreadUsage } from './phone-calls-thread';
import { FloorCall } from './phone-floor';

/**
 * A server of the phone benches, in a process of its own: `product` is the whole product, `floor` a bare ws server with
 * the same voice detector and providers, `echo` one that sends every frame back.
 */
export type PhoneServerKind = 'product' | 'floor' | 'echo';

export const CLINIC_PHONE = '+12125550100';
export const CARRIER_TOKEN = 'the auth token of this bench';
export const PUBLIC_URL = 'https://clinic.example.org';

export type PhoneServerAsk =
  { readonly settings: Readonly<Record<string, unknown>> } | { readonly ask: 'usage' | 'leavings' };

export interface Usage {
  /** Of all threads, microseconds since the process began. */
  readonly cpuUs: number;
  /** Of the thread that moves the frames. */
  readonly mainThreadUs: number;
  readonly rssMb: number;
  /** Since the last question, of that thread … */
  readonly loopP99Ms: number;
  /** … and of the one in which the calls are held. */
  readonly callsLoopP99Ms: number;
  /** Frames the voice detector was given, ever. */
  readonly judgedFrames: number;
  /** Silences, ms, after which turns were held to be over since the last question. */
  readonly decisions: readonly number[];
}

/** As the product is started: the calls are in a thread of their own unless CALLS_THREAD says otherwise. */
const withThread = process.argv[2] === 'product' && process.env['CALLS_THREAD'] !== 'off';

async function startProduct(): Promise<{ port: number; settings: (given: Record<string, unknown>) => Promise<void> }> {
  const environment = Environment.read();
  const address = await prepareDatabase(environment.values);
  const app = await createApplication(environment, address, new Logger(environment.values.LOG_LEVEL));
  if (withThread) await app.get(CallsThread).start(join(__dirname, 'phone-calls-thread.js'));
  else watch(app);
  await app.listen(0, '127.0.0.1');
  const clinicId = await app.get(ClinicsService).create({
    name: 'Bench',
    timezone: 'UTC',
    country: 'US',
    language: 'en',
    phone: CLINIC_PHONE,
    hours: [],
  });
  const settings = (given: Record<string, unknown>) =>
    app.get(ClinicScope).run(clinicId, () => app.get(ClinicsService).changeSettings(given), {
      kind: 'system',
      id: 'bench',
    });
  await settings({ callsAtOnce: 1_000 });
  if (process.env['SOAK_BREAK'] === '1') forgetNothing();
  return {
    settings,
    port: (app.getHttpServer().address() as AddressInfo).port,
  };
}

const channel = new BroadcastChannel(CHANNEL);
channel.unref();

/** Asks the thread where the calls are held. */
async function askThread<T>(question: ThreadQuestion): Promise<T> {
  const answer = new Promise<T>((resolve) => {
    channel.onmessage = (message) => resolve((message as { data: T }).data);
  });
  channel.postMessage(question);
  return answer;
}

/** What all threads hold that hold something of a call. */
async function allLeavings(): Promise<Leavings> {
  const own = leavings();
  if (!withThread) return own;
  const theirs = await askThread<Leavings>('leavings');
  return {
    heapMb: own.heapMb + theirs.heapMb,
    externalMb: own.externalMb + theirs.externalMb,
    rssMb: theirs.rssMb,
    timers: own.timers + theirs.timers,
    sockets: own.sockets + theirs.sockets,
    handles: own.handles + theirs.handles,
  };
}

function startBare(kind: 'floor' | 'echo'): Promise<number> {
  const activity = new SileroVoiceActivity(new Logger('warn'));
  const server = createServer();
  const sockets = new WebSocketServer({ server, perMessageDeflate: false });
  sockets.on('connection', (socket) => {
    socket.on('error', () => undefined);
    if (kind === 'echo') socket.on('message', (data) => socket.send(data as Buffer));
    else new FloorCall(socket, activity.open(), process.env['OPENAI_BASE_URL'] ?? '');
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)));
}

/** User and system time of the first thread, from /proc: Node 20 tells only the whole process's. Hundredths of a second. */
function mainThreadUs(): number {
  const stat = readFileSync(`/proc/self/task/${process.pid}/stat`, 'utf8');
  const [user = 0, system = 0] = stat.slice(stat.lastIndexOf(')')).split(' ').slice(12, 14).map(Number);
  return (user + system) * 10_000;
}

async function usage(loop: IntervalHistogram): Promise<Usage> {
  const { user, system } = process.cpuUsage();
  const {
    loopP99Ms: callsLoopP99Ms,
    judgedFrames,
    decisions,
  } = withThread ? await askThread<ThreadUsage>('usage') : noted(0);
  const answer = {
    cpuUs: user + system,
    mainThreadUs: mainThreadUs(),
    rssMb: process.memoryUsage.rss() / 1_048_576,
    loopP99Ms: loop.percentile(99) / 1e6,
    callsLoopP99Ms,
    judgedFrames,
    decisions,
  };
  loop.reset();
  return answer;
}

async function main(): Promise<void> {
  const kind = process.argv[2] as PhoneServerKind;
  const loop = monitorEventLoopDelay({ resolution: 1 });
  loop.enable();
  const product = kind === 'product' ? await startProduct() : undefined;
  const port = product?.port ?? (await startBare(kind === 'product' ? 'echo' : kind));
  process.on('message', (asked: PhoneServerAsk) => {
    if ('ask' in asked && asked.ask === 'leavings') void allLeavings().then((answer) => process.send?.(answer));
    else if ('ask' in asked) void usage(loop).then((answer) => process.send?.(answer));
    else void product?.settings(asked.settings).then(() => process.send?.({ done: true }));
  });
  process.on('disconnect', () => process.exit(0));
  process.send?.({ port });
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
