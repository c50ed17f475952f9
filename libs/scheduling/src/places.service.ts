import { Injectable } from '@nestjs/common';
import { AppError, Database, requireVersion, sqlState } from '@clinicall/platform';
import { AuditService } from '@clinicall/identity';
import { PlacesRepository } from './places.repository';
import type { LocationView, RoomView } from './places.repository';

/** Locations and their rooms. */
@Injectable()
export class PlacesService {
  constructor(
    private readonly places: PlacesRepository,
    private readonly database: Database,
    private readonly audit: AuditService,
  ) {}

  /** @throws AppError `not_found`. */
  async location(id: string): Promise<LocationView> {
    const location = await this.places.location(id);
    if (location === undefined) throw AppError.notFound('location');
    return location;
  }

  /** @throws AppError `not_found`. */
  async room(id: string): Promise<RoomView> {
    const room = await this.places.room(id);
    if (room === undefined) throw AppError.notFound('room');
    return room;
  }

  /** @throws AppError `conflict` when the name is taken. */
  async addLocation({ name, address }: { name: string; address?: string | null }): Promise<LocationView> {
    return this.written('location.create', async () => {
      const id = await this.places.addLocation(name, address ?? null);
      if (id === undefined) throw nameTaken();
      return this.location(id);
    });
  }

  /** @throws AppError `conflict` when the location has a room of that name, `validation_failed` for a foreign location. */
  async addRoom({ name, locationId }: { name: string; locationId: string }): Promise<RoomView> {
    return this.written('room.create', async () => {
      if ((await this.places.location(locationId)) === undefined) {
        throw AppError.field('locationId', 'is not a location of this clinic');
      }
      const id = await this.places.addRoom(locationId, name);
      if (id === undefined) throw nameTaken();
      return this.room(id);
    });
  }

  /** @throws AppError `not_found`, `precondition_failed`, `conflict` when the name is taken or sessions still use it. */
  async changeLocation(
    id: string,
    change: { name?: string; address?: string | null; active?: boolean },
    version: number | undefined,
  ): Promise<LocationView> {
    return this.written('location.change', async () => {
      const before = await this.places.location(id, true);
      if (before === undefined) throw AppError.notFound('location');
      requireVersion(version, before.version);
      if (change.active === false && (await this.places.inUse('location_id', id))) throw inUse();
      const { name = before.name, address = before.address, active = before.active } = change;
      await this.places.changeLocation({ id, name, address, active });
      return this.location(id);
    });
  }

  /** @throws AppError as changeLocation does. */
  async changeRoom(
    id: string,
    change: { name?: string; active?: boolean },
    version: number | undefined,
  ): Promise<RoomView> {
    return this.written('room.change', async () => {
      const before = await this.places.room(id, true);
      if (before === undefined) throw AppError.notFound('room');
      requireVersion(version, before.version);
      if (change.active === false && (await this.places.inUse('room_id', id))) throw inUse();
      await this.places.changeRoom({ id, name: change.name ?? before.name, active: change.active ?? before.active });
      return this.room(id);
    });
  }

  private async written<Place extends { readonly id: string }>(
    action: string,
    work: () => Promise<Place>,
  ): Promise<Place> {
    try {
      return await this.database.transaction(async () => {
        const place = await work();
        await this.audit.record({ action, subject: { kind: action.split('.')[0] ?? '', id: place.id } });
        return place;
      });
    } catch (error) {
      if (sqlState(error) === '23505') throw nameTaken();
      throw error;
    }
  }
}

export function nameTaken(): AppError {
  return new AppError('conflict', 'name is taken.', { errors: [{ field: 'name', message: 'is taken' }] });
}

function inUse(): AppError {
  const message = 'cannot be false while sessions use it';
  return new AppError('conflict', `active ${message}.`, { errors: [{ field: 'active', message }] });
}
