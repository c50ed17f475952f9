import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A building where doctors of the clinic work (FHIR Location). Its times are the clinic's wall time. */
@Entity('locations')
@Index('locations_name_key', ['clinicId', 'name'], { unique: true })
export class Location {
  @PrimaryColumn('uuid') clinicId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('text') name: string;
  @Column('text', { nullable: true }) address: string | null;
  @Column('boolean', { default: true }) active: boolean;
  @Column('integer', { default: 1 }) version: number;
}

/** A room of a location. Two doctors never have it at once. */
@Entity('rooms')
@Index('rooms_name_key', ['clinicId', 'locationId', 'name'], { unique: true })
@ForeignKey(() => Location, ['clinicId', 'locationId'], ['clinicId', 'id'])
export class Room {
  @PrimaryColumn('uuid') clinicId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') locationId: string;
  @Column('text') name: string;
  @Column('boolean', { default: true }) active: boolean;
  @Column('integer', { default: 1 }) version: number;
}
