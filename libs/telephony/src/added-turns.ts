import { addedLanguages } from '@clinicall/language';
import type { Language } from '@clinicall/language';

/** How turns end in a language that files add. */
export interface AddedTurns {
  readonly backchannel: RegExp;
  readonly answers: RegExp;
  readonly beginnings: RegExp;
  readonly openEndings: RegExp;
}

const NEVER = /(?!)/;
const known = new Map<Language, AddedTurns>();

/** Read once; a language that there is not ends no turn early and none late. */
export function addedTurns(language: Language): AddedTurns {
  const read = known.get(language) ?? written(language);
  known.set(language, read);
  return read;
}

function written(language: Language): AddedTurns {
  const turns = addedLanguages.get(language)?.words.turns;
  if (turns === undefined) return { backchannel: NEVER, answers: NEVER, beginnings: NEVER, openEndings: NEVER };
  return {
    backchannel: made(turns.backchannel, 3),
    answers: made(turns.answers, 4),
    beginnings: made(turns.beginnings, 4),
    openEndings: new RegExp(`(?:^|[\\s,;])(?:${turns.openEndings.split(/\s+/).join('|').replaceAll('_', ' ')})$`, 'i'),
  };
}

/** Nothing but these phrases, so many of them at most. */
function made(phrases: string, most: number): RegExp {
  return new RegExp(`^(?:(?:${phrases})[\\s,.!-]*){1,${most}}$`, 'i');
}
