import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database, Events, Logger, Metrics, Secrets } from '@clinicall/platform';
import { ClinicsService } from './clinics.service';
import type { ClinicView } from './clinics.service';
import { OutboundUseRepository } from './outbound-use.repository';
import type { Counter } from './outbound-use.repository';
import { homeCountries, isFixedLine, mayReach } from './reachable-numbers';
import { TasksService } from './tasks.service';

/** Something that costs the clinic money and goes where a stranger may have pointed it. */
export interface OutboundWish {
  readonly kind: 'text' | 'code' | 'call';
  /** E.164. */
  readonly to: string;
  /** SMS segments, estimated; 0 for a call. */
  readonly segments: number;
}

/** Kept as the error code of a text that did not go. */
export type OutboundRefusal = 'country_not_allowed' | 'number_limit' | 'clinic_limit' | 'spend_limit';

/** Money is counted in ten-thousandths of the carrier's currency. */
const PARTS = 10_000;
const UNLIMITED = Number.MAX_SAFE_INTEGER;

/**
 * What keeps strangers from making the clinic pay: countries, counts of each number and of the clinic a day, and a
 * breaker on the estimated spend, which opens a task. Counted in PostgreSQL, so that no restart and no race gets past it.
 */
@Injectable()
export class OutboundLimits {
  constructor(
    private readonly use: OutboundUseRepository,
    private readonly clinics: ClinicsService,
    private readonly tasks: TasksService,
    private readonly events: Events,
    private readonly database: Database,
    private readonly secrets: Secrets,
    private readonly metrics: Metrics,
    private readonly logger: Logger,
  ) {}

  /** Counts it, in the caller's transaction when there is one. @returns why it must not go; undefined when it may. */
  async take(wish: OutboundWish): Promise<OutboundRefusal | undefined> {
    const clinic = await this.clinics.current();
    if (!mayReach(wish.to, this.countries(clinic))) return this.refuse(wish, 'country_not_allowed');
    return this.database.transaction(async () => {
      const over = await this.use.add(this.counters(wish, clinic));
      return over === undefined ? undefined : this.refuse(wish, reasonOf(over));
    });
  }

  /** Whether a number can read a text, in a country to which the clinic sends; counts nothing. @param number E.164. */
  async mayText(number: string): Promise<boolean> {
    return mayReach(number, this.countries(await this.clinics.current())) && !isFixedLine(number);
  }

  /** Counts text that is to be spoken for another system. @returns why it must not be; undefined when it may. */
  async takeSpeech(characters: number): Promise<OutboundRefusal | undefined> {
    const { settings } = await this.clinics.current();
    const counter = { kind: 'speech', numberKey: '', amount: characters } as const;
    return this.database.transaction(async () => {
      const over = await this.use.add([{ ...counter, most: settings.outbound.speechCharactersPerDay }]);
      return over === undefined ? undefined : this.refuse(counter, 'clinic_limit');
    });
  }

  private countries(clinic: ClinicView): readonly string[] {
    return clinic.settings.outbound.countries ?? homeCountries(clinic.country, ownNumbers(clinic));
  }

  /** The clinic's own counters first: that is the order in which they are locked. */
  private counters({ kind, to, segments }: OutboundWish, clinic: ClinicView): Counter[] {
    const limits = clinic.settings.outbound;
    const spend = { kind: 'spend', numberKey: '' } as const;
    if (kind === 'call') {
      // A caller who asked for a person is not refused for money: the number is the clinic's own choice.
      const amount = Math.ceil(limits.callPrice * PARTS);
      return [
        { ...spend, amount, most: UNLIMITED },
        { kind, numberKey: '', amount: 1, most: limits.callsPerDay },
      ];
    }
    const amount = Math.ceil(limits.textPrice * PARTS) * segments;
    const numberKey = this.keyOf(to);
    const counters: Counter[] = [
      { ...spend, amount, most: Math.floor(limits.spendPerDay * PARTS) },
      { kind: 'text', numberKey: '', amount: 1, most: limits.textsPerDay },
      { kind: 'text', numberKey, amount: 1, most: limits.textsPerNumber },
    ];
    return kind === 'code' ? [...counters, { kind, numberKey, amount: 1, most: limits.codesPerNumber }] : counters;
  }

  private keyOf(number: string): string {
    return createHmac('sha256', this.secrets.key('outbound-use')).update(number).digest('base64url').slice(0, 22);
  }

  private async refuse({ kind }: Pick<Counter, 'kind'>, reason: OutboundRefusal): Promise<OutboundRefusal> {
    this.metrics
      .counter('outbound_refused_total', 'Texts and calls that a limit kept back', ['kind', 'reason'])
      .inc({ kind, reason });
    if (reason === 'clinic_limit' || reason === 'spend_limit') await this.alert(kind, reason);
    return reason;
  }

  /** Once a day and reason: a person must find out whether this is an attack or a busy day. */
  private async alert(kind: string, reason: OutboundRefusal): Promise<void> {
    await this.database.transaction(async () => {
      if (!(await this.use.noteAlert(reason))) return;
      await this.tasks.open('outbound_limit', { reason, kind });
      await this.events.emit('OutboundLimitReached', { reason, kind });
      this.metrics
        .counter('outbound_limit_reached_total', 'Days on which a clinic reached a limit', ['reason'])
        .inc({ reason });
      this.logger.warn('a clinic reached a limit of what it sends in a day', { reason, kind });
    });
  }
}

function ownNumbers({ phones, transferNumber }: ClinicView): string[] {
  return transferNumber === null ? [...phones] : [...phones, transferNumber];
}

function reasonOf({ kind, numberKey }: Counter): OutboundRefusal {
  if (kind === 'spend') return 'spend_limit';
  return numberKey === '' ? 'clinic_limit' : 'number_limit';
}
