import { Client } from 'pg';
import { startSchedulingWorld } from '../support/scheduling-world';
import { perform } from './writes';
import type { Task } from './writes';

/**
 * A process of its own that does one write and dies by SIGKILL at the n-th statement it sends: `unsent`, with the
 * statement still in its hands, or `sent`, when PostgreSQL has it and nobody will hear the answer. It is told what to do
 * in its first argument; it ends with exit code 0 when the write came to its end first.
 */
interface Order {
  readonly url: string;
  readonly appUrl: string;
  readonly task: Task;
  readonly dieAt: number;
  readonly when: 'unsent' | 'sent';
}

function arm({ dieAt, when }: Order): void {
  const prototype = Client.prototype as unknown as { query: (...args: unknown[]) => unknown };
  const original = prototype.query;
  let sent = 0;
  prototype.query = function (this: Client, ...args: unknown[]): unknown {
    if (++sent < dieAt) return original.apply(this, args);
    if (when === 'unsent' && sent === dieAt) process.kill(process.pid, 'SIGKILL');
    // The socket is written to before the next turn of the loop.
    setImmediate(() => process.kill(process.pid, 'SIGKILL'));
    return original.apply(this, args);
  };
}

async function main(): Promise<void> {
  const order = JSON.parse(process.argv[2] ?? '') as Order;
  const world = await startSchedulingWorld({}, { url: order.url, appUrl: order.appUrl });
  // One call that is no write: what a first use makes, such as a connection, is not what is counted.
  await world.rows(order.task.clinicId, 'SELECT 1');
  arm(order);
  await perform(world, order.task);
  process.exit(0);
}

void main();
