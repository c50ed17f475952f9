import { AppError } from '@clinicall/platform';
import { hash, verify } from '@node-rs/argon2';
import { COMMON_PASSWORDS } from './common-passwords';

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

/** Letters that figures and signs stand in for. */
const STAND_INS: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '1': 'i',
  '!': 'i',
  '0': 'o',
  $: 's',
  '5': 's',
};

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
  if (isCommon(plain)) {
    throw AppError.field(field, 'is too easy to guess: it is one of the commonest passwords, or made of them');
  }
}

/** For a password that an operator has set already: told, not refused. */
export function isWeakPassword(password: string, email: string): boolean {
  try {
    refuseWeakPassword(password, email);
    return password.length < LEAST_PASSWORD;
  } catch {
    return true;
  }
}

/** One of the commonest, or two of them together: as it stands, without figures and signs at its ends, or with signs for letters. */
function isCommon(plain: string): boolean {
  const spelled = plain.replace(/[@4310!$5]/g, (sign) => STAND_INS[sign] ?? sign);
  const bare = plain.replace(/^[^a-z]+|[^a-z]+$/g, '');
  const bareSpelled = bare.replace(/[@4310!$5]/g, (sign) => STAND_INS[sign] ?? sign);
  return [plain, spelled, bare, bareSpelled].some((form) => COMMON_PASSWORDS.has(form) || isTwoCommon(form));
}

function isTwoCommon(form: string): boolean {
  for (let cut = 4; cut <= form.length - 4; cut += 1) {
    if (COMMON_PASSWORDS.has(form.slice(0, cut)) && COMMON_PASSWORDS.has(form.slice(cut))) return true;
  }
  return false;
}
