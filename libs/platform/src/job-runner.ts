import { Injectable } from '@nestjs/common';
import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { Logger as GraphileLogger, parseCronItems, run } from 'graphile-worker';
import type { JobHelpers, Runner, TaskList } from 'graphile-worker';
import { ClinicScope } from './clinic-scope';
import { Database } from './database';
import { DatabaseAddress } from './database-address';
import { Environment } from './environment';
import { MarkedMethods } from './handlers';
import { CRON_JOB, JOB_HANDLER, JobHandler } from './jobs';
import { Logger } from './logger';

/** No job of ours takes so long: whatever it calls has a deadline. A lock that is older belongs to an instance that died. */
const LONGEST_JOB_SECONDS = 120;
const LOOK_FOR_DEAD_MS = 30_000;

/** Runs the jobs of graphile-worker on this instance, when it has the role `jobs`. */
@Injectable()
export class JobRunner implements OnApplicationBootstrap, OnApplicationShutdown {
  private runner: Runner | undefined;
  private unlocking: NodeJS.Timeout | undefined;

  constructor(
    private readonly environment: Environment,
    private readonly address: DatabaseAddress,
    private readonly methods: MarkedMethods,
    private readonly scope: ClinicScope,
    private readonly database: Database,
    private readonly logger: Logger,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (!this.environment.hasRole('jobs')) return;
    const crons = this.methods.find(CRON_JOB);
    this.runner = await run({
      connectionString: this.address.direct,
      concurrency: 4,
      pollInterval: 1000,
      noHandleSignals: true,
      taskList: this.taskList(),
      parsedCronItems: parseCronItems(
        crons.map((cron) => ({ task: cronName(cron.mark), match: cronSchedule(cron.mark) })),
      ),
      logger: new GraphileLogger(() => (level, message) => {
        if ((level as string) === 'error')
          this.logger.warn('the job runner met a fault', { job: message.slice(0, 60) });
      }),
    });
    this.unlocking = setInterval(() => void this.unlockDead(), LOOK_FOR_DEAD_MS);
    await this.unlockDead();
    this.runner.promise.catch((error: unknown) => this.logger.error('the job runner stopped', { error }));
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.unlocking);
    await this.runner?.stop().catch(() => undefined);
  }

  running(): boolean {
    return this.runner !== undefined || !this.environment.hasRole('jobs');
  }

  @JobHandler('outbox.retry')
  async retryEvent(payload: { clinicId: string; eventId: string }): Promise<void> {
    await this.database.query(
      'INSERT INTO directory.outbox_pending (clinic_id, event_id) VALUES ($1, $2) ON CONFLICT DO NOTHING',
      [payload.clinicId, payload.eventId],
    );
  }

  /** graphile-worker itself waits four hours for a worker that was killed; a patient's text cannot. */
  async unlockDead(): Promise<void> {
    try {
      await this.database.directory(
        `SELECT graphile_worker.force_unlock_workers(array_agg(DISTINCT locked_by)) FROM graphile_worker.jobs
          WHERE locked_at < now() - make_interval(secs => $1) HAVING count(*) > 0`,
        [LONGEST_JOB_SECONDS],
      );
    } catch (error) {
      this.logger.warn('jobs of dead instances could not be freed; trying again', { error });
    }
  }

  private taskList(): TaskList {
    const list: TaskList = {};
    for (const { mark, call } of this.methods.find(JOB_HANDLER)) {
      list[mark] = async (payload: unknown, helpers: JobHelpers) => {
        const { clinicId } = payload as { clinicId: string };
        await this.scope.run(clinicId, () =>
          call({ ...(payload as object), attempt: helpers.job.attempts, maxAttempts: helpers.job.max_attempts }),
        );
      };
    }
    for (const { mark, call } of this.methods.find(CRON_JOB)) list[cronName(mark)] = () => call(undefined);
    return list;
  }
}

const cronName = (mark: string): string => mark.slice(0, mark.indexOf('|'));
const cronSchedule = (mark: string): string => mark.slice(mark.indexOf('|') + 1);
