import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ClinicScope, Database } from '@clinicall/platform';

export interface LocationView {
  readonly id: string;
  readonly name: string;
  readonly address: string | null;
  readonly active: boolean;
  readonly version: number;
}

export interface RoomView {
  readonly id: string;
  readonly name: string;
  readonly location: { readonly id: string; readonly name: string };
  readonly active: boolean;
  readonly version: number;
}

interface Page {
  readonly limit: number;
  readonly after?: { readonly nameKey: string; readonly id: string };
}

const LOCATION = `SELECT id, name, address, active, version FROM locations r WHERE r.clinic_id = $1`;
const ROOM = `SELECT r.id, r.name, json_build_object('id', l.id, 'name', l.name) AS location, r.active, r.version
  FROM rooms r JOIN locations l ON l.clinic_id = r.clinic_id AND l.id = r.location_id WHERE r.clinic_id = $1`;

/** Where the clinic works. */
@Injectable()
export class PlacesRepository {
  constructor(
    private readonly database: Database,
    private readonly scope: ClinicScope,
  ) {}

  async locations({ limit, after }: Page): Promise<LocationView[]> {
    return this.database.query(
      `${LOCATION} AND ($2::text IS NULL OR (r.name, r.id) > ($2, $3::uuid)) ORDER BY r.name, r.id LIMIT $4`,
      [this.scope.clinicId(), after?.nameKey ?? null, after?.id ?? null, limit],
    );
  }

  async rooms({ limit, after, locationId }: Page & { readonly locationId?: string }): Promise<RoomView[]> {
    return this.database.query(
      `${ROOM} AND ($2::text IS NULL OR (r.name, r.id) > ($2, $3::uuid)) AND ($5::uuid IS NULL OR r.location_id = $5)
        ORDER BY r.name, r.id LIMIT $4`,
      [this.scope.clinicId(), after?.nameKey ?? null, after?.id ?? null, limit, locationId ?? null],
    );
  }

  /** Locked when a transaction is open and `lock` says so: who uses a room or changes it goes one after the other. */
  async location(id: string, lock = false): Promise<LocationView | undefined> {
    const [row] = await this.database.query<LocationView>(
      `${LOCATION} AND r.id = $2 ${lock ? 'FOR NO KEY UPDATE OF r' : ''}`,
      [this.scope.clinicId(), id],
    );
    return row;
  }

  async room(id: string, lock = false): Promise<RoomView | undefined> {
    const [row] = await this.database.query<RoomView>(`${ROOM} AND r.id = $2 ${lock ? 'FOR NO KEY UPDATE OF r' : ''}`, [
      this.scope.clinicId(),
      id,
    ]);
    return row;
  }

  /** Undefined: the name is taken. */
  async addLocation(name: string, address: string | null): Promise<string | undefined> {
    const [row] = await this.database.query<{ id: string }>(
      `INSERT INTO locations (clinic_id, id, name, address) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING RETURNING id`,
      [this.scope.clinicId(), randomUUID(), name, address],
    );
    return row?.id;
  }

  /** Undefined: the location has a room of that name. */
  async addRoom(locationId: string, name: string): Promise<string | undefined> {
    const [row] = await this.database.query<{ id: string }>(
      `INSERT INTO rooms (clinic_id, id, location_id, name) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING RETURNING id`,
      [this.scope.clinicId(), randomUUID(), locationId, name],
    );
    return row?.id;
  }

  async changeLocation({ id, name, address, active }: Omit<LocationView, 'version'>): Promise<void> {
    await this.database.query(
      `UPDATE locations SET name = $3, address = $4, active = $5, version = version + 1 WHERE clinic_id = $1 AND id = $2`,
      [this.scope.clinicId(), id, name, address, active],
    );
  }

  async changeRoom({ id, name, active }: Pick<RoomView, 'id' | 'name' | 'active'>): Promise<void> {
    await this.database.query(
      `UPDATE rooms SET name = $3, active = $4, version = version + 1 WHERE clinic_id = $1 AND id = $2`,
      [this.scope.clinicId(), id, name, active],
    );
  }

  /** Whether a session that still holds names it. */
  async inUse(column: 'location_id' | 'room_id', id: string): Promise<boolean> {
    const rows = await this.database.query(
      `SELECT FROM schedules WHERE clinic_id = $1 AND ${column} = $2 AND (ends_on IS NULL OR ends_on >= app.now()::date)
       UNION ALL SELECT FROM schedule_exceptions WHERE clinic_id = $1 AND ${column} = $2 AND ends_on >= app.now()::date LIMIT 1`,
      [this.scope.clinicId(), id],
    );
    return rows.length > 0;
  }
}
