import { Injectable } from '@nestjs/common';
import { AppError, Clock, Database, requireVersion, sqlState, writeCursor } from '@clinicall/platform';
import { AuditService } from '@clinicall/identity';
import { ClinicZone } from './clinic-zone';
import { checkRule } from './rule-checks';
import { orderKey, RulesRepository } from './rules.repository';
import type { LockedRule, RuleFilter, RuleRow, RuleTable, RuleViews } from './rules.repository';
import { SchedulesRepository } from './schedules.repository';
import { SessionFields } from './session-fields.service';
import type { SessionWords } from './session-fields.service';
import { SlotMaking } from './slot-making';
import { SlotRowsRepository } from './slot-rows.repository';
import { dayOf } from './wall-time';

/** A rule in a client's words: ids and names of this clinic, each checked before it is written. */
export type RuleWords = SessionWords & Partial<Omit<RuleRow, 'specialtyId' | 'visitTypeIds' | 'locationId' | 'roomId'>>;

const EMPTY: RuleRow = {
  doctorId: null,
  specialtyId: null,
  fromTime: null,
  toTime: null,
  startsOn: '',
  endsOn: null,
  slotMinutes: null,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  capacity: 1,
  visitTypeIds: null,
  locationId: null,
  roomId: null,
};
const WORD: Readonly<Record<RuleTable, string>> = { schedules: 'schedule', schedule_exceptions: 'schedule exception' };

/** Weekly sessions and exceptions. A rule and the slots it asks for are written in one transaction, or not at all. */
@Injectable()
export class RulesService {
  constructor(
    private readonly rules: RulesRepository,
    private readonly fields: SessionFields,
    private readonly schedules: SchedulesRepository,
    private readonly slots: SlotRowsRepository,
    private readonly making: SlotMaking,
    private readonly zone: ClinicZone,
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly audit: AuditService,
  ) {}

  async list<T extends RuleTable>(
    table: T,
    filter: RuleFilter,
  ): Promise<{ items: RuleViews[T][]; nextCursor: string | null }> {
    const rows = await this.rules.list(table, { ...filter, limit: filter.limit + 1 });
    const page = rows.slice(0, filter.limit);
    const last = page.at(-1);
    const nextCursor = rows.length > page.length && last !== undefined ? writeCursor(orderKey(last), last.id) : null;
    return { items: page, nextCursor };
  }

  /** @throws AppError `not_found`. */
  async get<T extends RuleTable>(table: T, id: string): Promise<RuleViews[T]> {
    const row = await this.rules.get(table, id);
    if (row === undefined) throw AppError.notFound(WORD[table]);
    return row;
  }

  /** @throws AppError `validation_failed` or `conflict`, naming the field and the rule. */
  async create<T extends RuleTable>(table: T, words: RuleWords): Promise<RuleViews[T]> {
    return this.written(async () => {
      const rule = await this.settled(table, { ...EMPTY, startsOn: await this.today() }, words, null);
      const id = await this.rules.insert(table, rule);
      await this.follow([rule]);
      await this.audit.record({ action: `${table}.create`, subject: { kind: table, id } });
      return this.get(table, id);
    });
  }

  /** @throws AppError as create does; `precondition_failed` when another version is there. */
  async change<T extends RuleTable>(
    table: T,
    id: string,
    words: RuleWords,
    version: number | undefined,
  ): Promise<RuleViews[T]> {
    return this.written(async () => {
      const before = await this.locked(table, id, version);
      const rule = await this.settled(table, before, words, id);
      await this.rules.update(table, id, rule);
      await this.follow([before, rule]);
      await this.audit.record({ action: `${table}.change`, subject: { kind: table, id } });
      return this.get(table, id);
    });
  }

  /** Ends the rule. Its free slots go; what is booked becomes a task. */
  async remove(table: RuleTable, id: string, version: number | undefined): Promise<void> {
    await this.written(async () => {
      const before = await this.locked(table, id, version);
      await this.rules.remove(table, id);
      await this.follow([before]);
      await this.audit.record({ action: `${table}.remove`, subject: { kind: table, id } });
    });
  }

  private async locked(table: RuleTable, id: string, version: number | undefined): Promise<LockedRule> {
    const before = await this.rules.lock(table, id);
    if (before === undefined) throw AppError.notFound(WORD[table]);
    requireVersion(version, before.version);
    return before;
  }

  private async settled(table: RuleTable, before: RuleRow, words: RuleWords, own: string | null): Promise<RuleRow> {
    const { specialty, visitTypes, locationId, roomId, ...given } = words;
    const plain = Object.fromEntries(Object.entries<unknown>(given).filter(([, value]) => value !== undefined));
    const merged: RuleRow = { ...before, ...plain };
    const endsOn = table === 'schedule_exceptions' ? (merged.endsOn ?? merged.startsOn) : merged.endsOn;
    const rule = await this.fields.settle({ ...merged, endsOn }, { specialty, visitTypes, locationId, roomId });
    checkRule(rule, await this.zone.timezone(), await this.today());
    await this.refuseOverlap(table, rule, own);
    return rule;
  }

  /** The exclusion constraints say the same, and cannot say with what. */
  private async refuseOverlap(table: RuleTable, rule: RuleRow, own: string | null): Promise<void> {
    if (rule.kind !== undefined && rule.kind !== 'extra' && rule.kind !== 'override') return;
    const same = await this.rules.overlapping(table, rule, own, 'doctor');
    if (same !== undefined) {
      throw clash(
        'fromTime',
        `lies over the doctor’s session ${same.fromTime} to ${same.toTime} from ${same.startsOn} on (${same.id})`,
      );
    }
    const other = rule.roomId === null ? undefined : await this.rules.overlapping(table, rule, own, 'room');
    if (other !== undefined) {
      throw clash(
        'roomId',
        `is another doctor’s from ${other.fromTime} to ${other.toTime} from ${other.startsOn} on (${other.id})`,
      );
    }
  }

  /** Makes the slots of every doctor and day that any of these rules is about. */
  private async follow(rules: readonly RuleRow[]): Promise<void> {
    const everybody = rules.some((rule) => rule.doctorId === null);
    const doctorIds = everybody
      ? await this.schedules.doctorIds()
      : [...new Set(rules.flatMap((rule) => rule.doctorId ?? []))];
    const from = rules.map((rule) => rule.startsOn).sort()[0];
    const ends = rules.map((rule) => rule.endsOn);
    const to = ends.includes(null) ? undefined : ends.map(String).sort().at(-1);
    const { refused } = await this.making.remake(doctorIds, { from, to });
    const at = refused.some((slot) => slot.roomId !== null) ? await this.slots.roomTakenAt(refused) : undefined;
    if (at !== undefined) throw clash('roomId', `is another doctor’s at ${(await this.zone.formatter())(at)}`);
  }

  private async today(): Promise<string> {
    return dayOf(this.clock.now(), await this.zone.timezone());
  }

  /** One transaction. What two writers at once still get past the look of the first, a constraint refuses. */
  private async written<R>(work: () => Promise<R>): Promise<R> {
    try {
      return await this.database.transaction(work);
    } catch (error) {
      if (sqlState(error) === '23P01') throw clash('fromTime', 'lies over another session');
      throw error;
    }
  }
}

function clash(field: string, message: string): AppError {
  return new AppError('conflict', `${field} ${message}.`, { errors: [{ field, message }] });
}
