import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { CANCEL_CODE_LIST } from './cancel-codes';
import type { CancelCode } from './cancel-codes';

/** What REST answers, for the OpenAPI description; the services' views have these shapes. */
export class NamedAnswer {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() name: string;
}

export class SlotAnswer {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ enum: ['free', 'held', 'booked', 'blocked'] }) status: string;
  @ApiProperty({ format: 'date-time' }) startsAt: string;
  @ApiProperty({ format: 'date-time' }) endsAt: string;
  @ApiProperty({ type: NamedAnswer }) doctor: NamedAnswer;
  @ApiProperty() specialty: string;
}

export class SlotsAnswer {
  @ApiProperty({ type: [SlotAnswer] }) items: readonly SlotAnswer[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
  @ApiPropertyOptional({
    enum: ['past', 'outside_horizon', 'closed', 'fully_booked', 'not_offered', 'no_gap'],
    description: 'Why there is nothing free; only with an empty first page.',
  })
  reason?: string;
}

export class HoldAnswer {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'uuid' }) slotId: string;
  @ApiProperty({ format: 'date-time' }) startsAt: string;
  @ApiProperty({ format: 'date-time' }) endsAt: string;
  @ApiProperty({ format: 'date-time' }) expiresAt: string;
  @ApiProperty({ description: 'Who shows it owns the hold.' }) holdToken: string;
}

export class ExtendedHoldAnswer {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'uuid' }) slotId: string;
  @ApiProperty({ format: 'date-time' }) startsAt: string;
  @ApiProperty({ format: 'date-time' }) endsAt: string;
  @ApiProperty({ format: 'date-time' }) expiresAt: string;
}

export class CancellationAnswer {
  @ApiProperty({ format: 'date-time' }) at: string;
  @ApiProperty({ enum: CANCEL_CODE_LIST, nullable: true }) code: CancelCode | null;
  @ApiProperty({ type: String, nullable: true }) reason: string | null;
  @ApiProperty({ description: 'By the patient, inside the cancellation window.' }) late: boolean;
}

export class AppointmentAnswer {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ enum: ['booked', 'arrived', 'fulfilled', 'cancelled', 'noshow'] }) status: string;
  @ApiProperty({ format: 'date-time' }) startsAt: string;
  @ApiProperty({ format: 'date-time' }) endsAt: string;
  @ApiProperty({ type: NamedAnswer }) doctor: NamedAnswer;
  @ApiProperty() specialty: string;
  @ApiProperty({ type: String, nullable: true }) visitType: string | null;
  @ApiProperty({ type: NamedAnswer }) patient: NamedAnswer;
  @ApiProperty({ format: 'uuid' }) slotId: string;
  @ApiProperty({ description: 'Also the ETag.' }) version: number;
  @ApiProperty({ description: 'Staff put it beside another visit.' }) overbooked: boolean;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) seriesId: string | null;
  @ApiProperty({ type: CancellationAnswer, nullable: true }) cancellation: CancellationAnswer | null;
}

export class AppointmentsAnswer {
  @ApiProperty({ type: [AppointmentAnswer] }) items: readonly AppointmentAnswer[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

export class PatientAnswer {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() name: string;
  @ApiProperty({ format: 'date' }) dateOfBirth: string;
  @ApiProperty({ type: String, nullable: true }) phone: string | null;
  @ApiProperty({ type: [String] }) phones: readonly string[];
  @ApiProperty({ type: String, nullable: true }) language: string | null;
  @ApiProperty({ description: 'May be texted and called about visits.' }) contactConsent: boolean;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'The record this one was given up for.' })
  mergedIntoId: string | null;
  @ApiProperty({ description: 'Also the ETag.' }) version: number;
}

export class PatientsAnswer {
  @ApiProperty({ type: [PatientAnswer] }) items: readonly PatientAnswer[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

export class DoctorAnswer {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() name: string;
  @ApiProperty() specialty: string;
  @ApiProperty({ type: [String] }) languages: readonly string[];
  @ApiProperty() acceptsNewPatients: boolean;
}

export class DoctorsAnswer {
  @ApiProperty({ type: [DoctorAnswer] }) items: readonly DoctorAnswer[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

export class SpecialtiesAnswer {
  @ApiProperty({ type: [NamedAnswer] }) items: readonly NamedAnswer[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

export class VisitTypeAnswer extends NamedAnswer {
  @ApiProperty() minutes: number;
}

export class VisitTypesAnswer {
  @ApiProperty({ type: [VisitTypeAnswer] }) items: readonly VisitTypeAnswer[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}
