import { Injectable } from '@nestjs/common';
import { AppError, ClinicScope, Database } from '@clinicall/platform';
import { ClinicZone } from './clinic-zone';
import { DoctorsService } from './doctors.service';
import { LongVisitsRepository } from './long-visits.repository';
import { seriesTimes } from './series-times';
import type { Every } from './series-times';
import { takeable } from './slot-conditions';
import { rfc3339 } from './wall-time';

/** Visits at slots that are named, or one visit again and again with the same doctor at the same wall time. */
export type SeriesWish =
  | {
      readonly visits: readonly { readonly slotId: string; readonly visitType?: string | null }[];
      readonly slotId?: undefined;
    }
  | {
      readonly visits?: undefined;
      readonly slotId: string;
      readonly visitType?: string | null;
      readonly every: Every;
      readonly count: number;
    };

/** One visit as it is to be booked, or why it cannot be looked for. */
export interface PlannedVisit {
  readonly index: number;
  readonly at: string;
  readonly visitTypeId: string | null;
  /** In order of time; none with a fault. */
  readonly slotIds: readonly string[];
  readonly fault?: 'no_such_time' | 'not_free';
}

interface Start {
  readonly id: string;
  readonly doctorId: string;
  readonly startsAt: Date;
}

/** Turns what is wished for into slots. */
@Injectable()
export class SeriesPlans {
  constructor(
    private readonly database: Database,
    private readonly scope: ClinicScope,
    private readonly long: LongVisitsRepository,
    private readonly doctors: DoctorsService,
    private readonly zone: ClinicZone,
  ) {}

  /** @throws AppError `not_found` for a slot that is not there, `validation_failed` for an unknown visit type. */
  async of(wish: SeriesWish): Promise<PlannedVisit[]> {
    return wish.visits === undefined ? this.repeated(wish) : this.linked(wish.visits);
  }

  /** The visits of a series that are booked and lie ahead, locked in the order of ids; undefined: no such series. */
  async lockAhead(seriesId: string): Promise<string[] | undefined> {
    const rows = await this.database.query<{ id: string; ahead: boolean }>(
      `SELECT id, status = 'booked' AND starts_at > app.now() AS ahead FROM appointments
        WHERE clinic_id = $1 AND series_id = $2 ORDER BY id FOR UPDATE`,
      [this.scope.clinicId(), seriesId],
    );
    return rows.length === 0 ? undefined : rows.filter((row) => row.ahead).map((row) => row.id);
  }

  private async linked(visits: readonly { slotId: string; visitType?: string | null }[]): Promise<PlannedVisit[]> {
    const planned: PlannedVisit[] = [];
    for (const [index, { slotId, visitType }] of visits.entries()) {
      const start = await this.start(slotId);
      planned.push(await this.visit(index, start, await this.doctors.visitTypeId(visitType)));
    }
    return planned;
  }

  private async repeated(wish: Extract<SeriesWish, { slotId: string }>): Promise<PlannedVisit[]> {
    const first = await this.start(wish.slotId);
    const visitTypeId = await this.doctors.visitTypeId(wish.visitType);
    const times = seriesTimes(first.startsAt, wish.every, wish.count, await this.zone.timezone());
    const planned: PlannedVisit[] = [];
    for (const [index, { wall, at }] of times.entries()) {
      const fault = { index, at: wall, visitTypeId, slotIds: [] };
      if (at === undefined) planned.push({ ...fault, fault: 'no_such_time' });
      else {
        const start = index === 0 ? first : await this.freeAt(first.doctorId, at);
        const said = await this.say(at);
        planned.push(
          start === undefined ? { ...fault, at: said, fault: 'not_free' } : await this.visit(index, start, visitTypeId),
        );
      }
    }
    return planned;
  }

  private async visit(index: number, start: Start, visitTypeId: string | null): Promise<PlannedVisit> {
    const at = await this.say(start.startsAt);
    const slotIds = await this.long.run(start.id, visitTypeId);
    if (slotIds === undefined) return { index, at, visitTypeId, slotIds: [], fault: 'not_free' };
    return { index, at, visitTypeId, slotIds };
  }

  private async start(slotId: string): Promise<Start> {
    const [row] = await this.database.query<Start>(
      `SELECT id, doctor_id AS "doctorId", starts_at AS "startsAt" FROM slots WHERE clinic_id = $1 AND id = $2`,
      [this.scope.clinicId(), slotId],
    );
    if (row === undefined) throw AppError.notFound('slot');
    return row;
  }

  /** The lowest free lane of a doctor at an instant. */
  private async freeAt(doctorId: string, at: Date): Promise<Start | undefined> {
    const [row] = await this.database.query<Start>(
      `SELECT s.id, s.doctor_id AS "doctorId", s.starts_at AS "startsAt" FROM slots s
        WHERE s.clinic_id = $1 AND s.doctor_id = $2 AND s.starts_at = $3 AND s.status IN ('free', 'held') AND ${takeable('s')}
        ORDER BY s.lane LIMIT 1`,
      [this.scope.clinicId(), doctorId, at],
    );
    return row;
  }

  private async say(at: Date): Promise<string> {
    return rfc3339(at, await this.zone.timezone());
  }
}
