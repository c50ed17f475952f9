import { Injectable } from '@nestjs/common';
import { ClinicScope } from './clinic-scope';
import { Database } from './database';
import { markMethod } from './handlers';

export const JOB_HANDLER = 'clinicall:job-handler';
export const CRON_JOB = 'clinicall:cron-job';

/** A job's payload: ids only, because the job tables stand outside row-level security. */
export type JobPayload = Readonly<Record<string, string | number | boolean | null>>;

export interface JobOptions {
  /** Domain time (the clinic's clock); now when absent. */
  readonly runAt?: Date;
  readonly delayMs?: number;
  /** A later job with the same key replaces an earlier one that has not run. */
  readonly jobKey?: string;
  readonly maxAttempts?: number;
  /** Jobs of one queue run one after another. */
  readonly queue?: string;
}

/** Marks a provider method as the handler of a job; called with the payload, inside the payload's clinic. Retried on a throw. */
export const JobHandler = (name: string): MethodDecorator => markMethod(JOB_HANDLER, name);

/** Marks a provider method to run by the clock, outside any clinic. `schedule` is five crontab fields in UTC. */
export const CronJob = (name: string, schedule: string): MethodDecorator => markMethod(CRON_JOB, `${name}|${schedule}`);

/** Puts work aside, in the caller's transaction: a job exists exactly when the change that asked for it does. */
@Injectable()
export class Jobs {
  constructor(
    private readonly database: Database,
    private readonly scope: ClinicScope,
  ) {}

  async add(name: string, payload: JobPayload, options: JobOptions = {}): Promise<void> {
    const offset = this.scope.clockOffsetMs();
    const at = options.runAt === undefined ? Date.now() + (options.delayMs ?? 0) : options.runAt.getTime() - offset;
    await this.database.query(
      `SELECT graphile_worker.add_job($1, payload => $2::json, run_at => $3, job_key => $4, max_attempts => $5, queue_name => $6)`,
      [
        name,
        JSON.stringify({ ...payload, clinicId: this.scope.clinicId() }),
        new Date(at).toISOString(),
        options.jobKey === undefined ? null : `${this.scope.clinicId()}:${options.jobKey}`,
        options.maxAttempts ?? 12,
        options.queue === undefined ? null : `${this.scope.clinicId()}:${options.queue}`,
      ],
      'job-add',
    );
  }

  async cancel(jobKey: string): Promise<void> {
    await this.database.query('SELECT graphile_worker.remove_job($1)', [`${this.scope.clinicId()}:${jobKey}`]);
  }
}
