import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { CallSessions } from '../../libs/telephony/src/call-sessions';

/** What the threads of a process hold at one moment, after the garbage is gone. */
export interface Leavings {
  /** Of their heaps, in use. */
  readonly heapMb: number;
  /** Buffers outside those heaps. */
  readonly externalMb: number;
  /** Of the whole process. */
  readonly rssMb: number;
  readonly timers: number;
  readonly sockets: number;
  /** Everything that keeps the loop alive, those two included. */
  readonly handles: number;
}

const MB = 1_048_576;

function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
}

/** Looks at this thread; takes as long as a full collection. */
export function leavings(): Leavings {
  collectGarbage();
  const { heapUsed, external, rss } = process.memoryUsage();
  const kinds = process.getActiveResourcesInfo();
  const count = (kind: string): number => kinds.filter((one) => one === kind).length;
  return {
    heapMb: heapUsed / MB,
    externalMb: external / MB,
    rssMb: rss / MB,
    timers: count('Timeout'),
    sockets: count('TCPSocketWrap'),
    handles: kinds.length,
  };
}

/** The switch that breaks the build, SOAK_BREAK=1: a call that ended is kept for ever. */
export function forgetNothing(): void {
  CallSessions.prototype.close = () => undefined;
}
