import { Injectable } from '@nestjs/common';
import { Database } from './database';
import { durabilityFault } from './durability';
import { Environment } from './environment';
import { JobRunner } from './job-runner';

export interface HealthReport {
  readonly status: 'up' | 'down';
  readonly down: readonly string[];
  readonly degraded: readonly string[];
}

/** A part that can say whether it works: undefined when it does, else a sentence. */
export type HealthCheck = () => Promise<{ down?: string; degraded?: string } | undefined>;

/** What must stand for the product to answer; rooms above add their own checks (providers, constraints). */
@Injectable()
export class Health {
  private readonly checks = new Map<string, HealthCheck>();

  constructor(
    private readonly database: Database,
    private readonly jobs: JobRunner,
    private readonly environment: Environment,
  ) {
    this.add('database', async () => {
      await this.database.directory('SELECT 1');
      return undefined;
    });
    this.add('roles', () => this.roleFault());
    this.add('durability', () => this.durabilityFault());
    this.add('jobs', () =>
      Promise.resolve(this.jobs.running() ? undefined : { down: 'jobs: the job runner is not running' }),
    );
  }

  add(name: string, check: HealthCheck): void {
    this.checks.set(name, check);
  }

  async report(): Promise<HealthReport> {
    const down: string[] = [];
    const degraded: string[] = [];
    await Promise.all(
      [...this.checks].map(async ([name, check]) => {
        try {
          const fault = await withDeadline(check());
          if (fault?.down !== undefined) down.push(fault.down);
          if (fault?.degraded !== undefined) degraded.push(fault.degraded);
        } catch {
          down.push(`${name}: no answer`);
        }
      }),
    );
    return { status: down.length === 0 ? 'up' : 'down', down: down.sort(), degraded: degraded.sort() };
  }

  /** Of the product's own sessions: a role or a database can have settings of its own. */
  private async durabilityFault(): Promise<{ down: string } | { degraded: string } | undefined> {
    const fault = await durabilityFault(
      async (sql) => (await this.database.directory<{ fsync: string; commit: string }>(sql))[0],
    );
    if (fault === undefined) return undefined;
    const said = `durability: ${fault}`;
    return this.environment.values.DATABASE_ALLOW_DATA_LOSS ? { degraded: said } : { down: said };
  }

  private async roleFault(): Promise<{ down: string } | undefined> {
    const [role] = await this.database.directory<{ unsafe: boolean }>(
      `SELECT rolsuper OR rolbypassrls AS unsafe FROM pg_roles WHERE rolname = current_user`,
    );
    return role?.unsafe === false
      ? undefined
      : { down: 'roles: the application is connected as a role that can pass row-level security' };
  }
}

const DEADLINE_MS = 3_000;

async function withDeadline<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), DEADLINE_MS);
  });
  try {
    return await Promise.race([work, deadline]);
  } finally {
    clearTimeout(timer);
  }
}
