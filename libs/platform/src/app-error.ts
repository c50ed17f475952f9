/** Stable codes of docs/errors.md; each stands for one HTTP status there. */
export type ProblemCode =
  | 'validation_failed'
  | 'unauthenticated'
  | 'forbidden'
  | 'hold_not_yours'
  | 'not_found'
  | 'slot_taken'
  | 'hold_expired'
  | 'patient_busy'
  | 'conflict'
  | 'idempotency_in_flight'
  | 'precondition_failed'
  | 'payload_too_large'
  | 'past_time'
  | 'idempotency_key_reused'
  | 'rate_limited'
  | 'unavailable'
  | 'bad_environment'
  | 'no_clinic'
  | 'internal';

export interface FieldError {
  readonly field: string;
  readonly message: string;
}

/**
 * A fault with a stable code. It knows no HTTP: the receptionist's problem filter turns it into RFC 9457
 * problem+json, Twilio's routes into a spoken sentence. `detail` is shown to the client, so it holds no patient data.
 */
export class AppError extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly detail: string,
    readonly extra: { readonly errors?: readonly FieldError[]; readonly [member: string]: unknown } = {},
    options?: ErrorOptions,
  ) {
    super(detail, options);
    this.name = 'AppError';
  }

  static field(field: string, message: string): AppError {
    return new AppError('validation_failed', `${field} ${message}.`, { errors: [{ field, message }] });
  }

  static notFound(what: string): AppError {
    return new AppError('not_found', `There is no such ${what}.`);
  }
}
