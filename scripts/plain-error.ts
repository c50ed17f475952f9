/** A failure that its sentence explains whole: printed as it is, without a stack, before a non-zero exit. */
export class PlainError extends Error {
  override readonly name = 'PlainError';
}
