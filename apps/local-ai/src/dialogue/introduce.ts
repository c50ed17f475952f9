import { foldName } from '@clinicall/language';
import { resembles, respell, type PersonWords } from './people';

/** New words about the caller beside the old ones: "No, it's Lang" corrects one name of two. */
export function introduce(known: PersonWords, told: PersonWords): PersonWords {
  const { spelled, name, dateOfBirth, phone } = told;
  const part = name && !name.includes(' ') && resembles(name, known.name) ? name : undefined;
  const correction = part ?? (name ? undefined : spelled);
  const corrected = correction ? respell(known.name, correction) : name;
  return {
    name: corrected ?? known.name,
    dateOfBirth: dateOfBirth ?? known.dateOfBirth,
    phone: phone ?? known.phone,
  };
}

/** "Next one, Zara Sheikh, born …, can Dr. Nwosu see her?": a whole name and birth date that are not those of before. */
export function isSomebodyElse(known: PersonWords, { name, dateOfBirth }: PersonWords): boolean {
  if (name === undefined || dateOfBirth === undefined || known.name === undefined) return false;
  return (
    foldName(name).split(' ')[0] !== foldName(known.name).split(' ')[0] &&
    !resembles(name.split(' ')[0] ?? '', known.name)
  );
}
