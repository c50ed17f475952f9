/** Endings that say nothing about the body are taken off, on both sides; what is left need not be a word. */
export function englishStem(word: string): string {
  let stem = word;
  if (stem.length <= 3) return stem;
  if (stem === 'goes') return 'go';
  if (/(?:ss|us|is)$/.test(stem)) return stem;
  if (stem.endsWith('ies') && stem.length > 4) stem = `${stem.slice(0, -3)}y`;
  else if (/(?:[sxz]|ch|sh)es$/.test(stem)) stem = stem.slice(0, -2);
  else if (stem.endsWith('s')) stem = stem.slice(0, -1);
  for (const ending of ['ing', 'in', 'ed']) {
    if (!stem.endsWith(ending) || stem.length - ending.length < 3) continue;
    // "skin", "chin" keep theirs: "-in" is taken off only where "-ing" was meant ("killin", "hurtin").
    if (ending === 'in' && !/(?:[aeiouy].*[^aeiou])in$/.test(stem)) continue;
    const rest = stem.slice(0, -ending.length);
    if (!/[aeiouy]/.test(rest)) continue;
    stem = /([bdgmnprt])\1$/.test(rest) ? rest.slice(0, -1) : rest;
    break;
  }
  return stem.length > 4 && stem.endsWith('e') ? stem.slice(0, -1) : stem;
}

/** Gender, number and the small forms ("granitos", "mancha", "pancita"). */
export function spanishStem(word: string): string {
  let stem = word;
  if (stem.length <= 3) return stem;
  if (/[^aeiou]es$/.test(stem) && stem.length > 5) stem = stem.slice(0, -2);
  else if (stem.endsWith('s')) stem = stem.slice(0, -1);
  const small = /^(.{3,}?)(?:c?it[oa]|ill[oa])$/.exec(stem)?.[1];
  if (
    small !== undefined &&
    !/^(?:visit|vis|sol|neces|tob|tort|man|mej|rod|cap|quer|escr|mosqu|benef|prop)$/.test(small)
  )
    return small;
  return stem.length > 4 && /[aoe]$/.test(stem) ? stem.slice(0, -1) : stem;
}
