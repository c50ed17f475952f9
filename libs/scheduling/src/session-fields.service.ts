import { Injectable } from '@nestjs/common';
import { AppError } from '@clinicall/platform';
import { DoctorsService } from './doctors.service';
import { PlacesRepository } from './places.repository';
import { RosterNames } from './roster-names';
import type { RuleRow } from './rules.repository';
import { RosterRepository } from './roster.repository';

/** A session's words as staff give them; what is absent stays as it was. */
export interface SessionWords {
  readonly specialty?: string;
  readonly visitTypes?: readonly string[] | null;
  readonly locationId?: string | null;
  readonly roomId?: string | null;
}

/** Turns names and ids of a session into this clinic's own; a foreign id is named and nothing is written. */
@Injectable()
export class SessionFields {
  constructor(
    private readonly doctors: DoctorsService,
    private readonly staff: RosterRepository,
    private readonly places: PlacesRepository,
    private readonly names: RosterNames,
  ) {}

  /**
   * Locks the doctor and the room, so that of two rules that would lie over one another the second sees the first.
   * @throws AppError `validation_failed` naming doctorId, specialty, visitTypes[i], locationId or roomId.
   */
  async settle(rule: RuleRow, words: SessionWords): Promise<RuleRow> {
    const specialtyId = await this.specialty(rule, words.specialty);
    const visitTypeIds = words.visitTypes === undefined ? rule.visitTypeIds : await this.visitTypes(words.visitTypes);
    return { ...rule, specialtyId, visitTypeIds, ...(await this.place(rule, words)) };
  }

  private async specialty(rule: RuleRow, asked: string | undefined): Promise<string | null> {
    if (rule.doctorId === null) return null;
    const doctor = await this.staff.lockDoctor(rule.doctorId);
    if (doctor === undefined) throw AppError.field('doctorId', 'is not a doctor of this clinic');
    if (!doctor.active) throw AppError.field('doctorId', 'does not work here any more');
    if (asked === undefined) return rule.specialtyId ?? doctor.specialtyId;
    const [id] = await this.names.specialtyIds(asked);
    if (id === undefined) throw AppError.field('specialty', 'is not a specialty of this clinic');
    return id;
  }

  private async visitTypes(asked: readonly string[] | null): Promise<string[] | null> {
    if (asked === null || asked.length === 0) return null;
    const ids: string[] = [];
    for (const [index, one] of asked.entries()) {
      const id = await this.doctors.visitTypeId(one).catch(() => null);
      if (id === null) throw AppError.field(`visitTypes[${index}]`, 'is not a visit type of this clinic');
      ids.push(id);
    }
    return [...new Set(ids)].sort();
  }

  private async place(rule: RuleRow, words: SessionWords): Promise<Pick<RuleRow, 'locationId' | 'roomId'>> {
    const roomId = words.roomId === undefined ? rule.roomId : words.roomId;
    const locationId = words.locationId === undefined ? rule.locationId : words.locationId;
    if (roomId === null) {
      if (locationId === null) return { locationId, roomId };
      const location = await this.places.location(locationId);
      if (location?.active !== true) throw AppError.field('locationId', 'is not a location in use of this clinic');
      return { locationId, roomId };
    }
    const room = await this.places.room(roomId, true);
    if (room?.active !== true) throw AppError.field('roomId', 'is not a room in use of this clinic');
    if (words.locationId !== undefined && words.locationId !== null && words.locationId !== room.location.id) {
      throw AppError.field('roomId', 'is in another location');
    }
    return { locationId: room.location.id, roomId };
  }
}
