import { AppError } from '@clinicall/platform';
import type { Refusal } from './booking-results';

/** A refusal as the problem REST answers. `subject` is what the address named, `field` what asked for the time. */
export function bookingProblem(refusal: Refusal, subject: string, field: string): AppError {
  switch (refusal.reason) {
    case 'not_found':
      return AppError.notFound(subject);
    case 'patient_not_found':
      return new AppError(
        'not_found',
        'There is no such patient.',
        named('patientId', 'is not a patient of this clinic'),
      );
    case 'slot_taken':
      return new AppError('slot_taken', 'That time is taken.', { alternatives: refusal.alternatives ?? [] });
    case 'slot_free':
      return new AppError('conflict', 'That time is free: book it instead of overbooking.');
    case 'hold_expired':
      return new AppError('hold_expired', 'The hold has ended.');
    case 'hold_not_yours':
      return new AppError('hold_not_yours', 'The hold belongs to somebody else.');
    case 'hold_extended':
      return new AppError('conflict', 'The hold was extended before; it cannot be extended again.');
    case 'too_early':
      return new AppError('conflict', 'The visit lies too far ahead for that.');
    case 'patient_busy':
      return new AppError('patient_busy', 'The patient has another appointment at that time.');
    case 'past_time':
      return new AppError('past_time', 'That time has passed.', named(field, 'stands for a time that has passed'));
    case 'visit_type_not_offered':
      return AppError.field('visitType', 'is not offered at that time');
    case 'not_booked':
      return new AppError('conflict', 'The appointment is in a state that does not allow that.');
    case 'changed':
      return new AppError('precondition_failed', 'The appointment was changed meanwhile.');
  }
}

function named(field: string, message: string): { errors: { field: string; message: string }[] } {
  return { errors: [{ field, message }] };
}
