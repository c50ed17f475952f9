import { editRatio } from '@clinicall/language';
import { doubleMetaphone } from 'double-metaphone';

/** 0 the same … 1 nothing alike: the consonants as English says them, and the letters. The whole of one against the whole of the other. */
export function soundDistance(a: string, b: string): number {
  const one = a.replaceAll(' ', '');
  const other = b.replaceAll(' ', '');
  let heard = 1;
  for (const code of doubleMetaphone(one)) {
    for (const against of doubleMetaphone(other)) heard = Math.min(heard, editRatio(code, against));
  }
  return (heard + editRatio(one, other)) / 2;
}
