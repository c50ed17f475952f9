import { doubleMetaphone } from 'double-metaphone';

/** Edits between two words as a share of the longer. */
function editRatio(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  const longest = Math.max(a.length, b.length);
  return longest === 0 ? 0 : (row[b.length] ?? 0) / longest;
}

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
