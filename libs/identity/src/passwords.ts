import { AppError } from '@clinicall/platform';
import { hash, verify } from '@node-rs/argon2';

export const LEAST_PASSWORD = 12;
/** Bounds the work of one hash; every longer sentence is as good cut here, so it is refused, not cut. */
export const MOST_PASSWORD = 256;

const nobody = hash('nobody has this password');

/** argon2id with the library's defaults (19 MiB, 2 passes): OWASP's minimum for it. */
export async function passwordHash(password: string): Promise<string> {
  return hash(password);
}

/** Takes as long for an account without a password, or for none at all. */
export async function isPassword(stored: string | null | undefined, password: string): Promise<boolean> {
  const right = await verify(stored ?? (await nobody), password);
  return right && stored != null;
}

/** @throws AppError `validation_failed` for a password that anybody would try first. */
export function refuseWeakPassword(password: string, email: string, field = 'password'): void {
  const plain = password.toLowerCase();
  const [name = ''] = email.split('@');
  const known = [email, name, 'clinicall', 'password', '123456', 'qwerty'].filter((word) => word.length >= 3);
  // What is left when the guessable parts are taken out must still be a password.
  const rest = known.reduce((left, word) => left.replaceAll(word, ''), plain);
  if (new Set(plain).size < 5 || rest.length < LEAST_PASSWORD / 2) {
    throw AppError.field(field, 'is too easy to guess: it repeats itself, or is mostly a common word or the email');
  }
}
