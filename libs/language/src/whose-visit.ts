import { wordsOf } from './words';

// Who a visit is for, by their place in the family: "yes, for my son" agrees to no visit of his mother's.

/** People whom one word may mean: a "kid" is a son or a daughter. The first word is the name of the set. */
const FAMILIES = {
  son: 'son sons boy boys lad laddie hijo hijos mijo nino ninos chico chamaco muchacho varon nene chiquillo hijito',
  daughter:
    'daughter daughters girl girls lass hija hijas mija nina ninas chica chamaca muchacha nena chiquilla hijita',
  child:
    'kid kids kiddo child children baby babies toddler newborn infant bebe bebes bebito bebita peque crio cria criatura',
  mother: 'mother mothers mum mums mom moms mummy mommy mam mama mamas mami madre madres jefita ma',
  father: 'father fathers dad dads daddy pop pops papa papi padre padres jefecito viejo',
  parents: 'parents folks',
  wife: 'wife wifes missus mrs esposa mujer senora',
  husband: 'husband husbands hubby esposo marido',
  partner:
    'partner partners spouse boyfriend girlfriend fiance fiancee pareja novio novia companero companera prometido prometida',
  grandmother:
    'grandmother grandmothers grandma grandmas nan nans nana gran grans granny abuela abuelas abuelita yaya nona',
  grandfather: 'grandfather grandfathers grandpa grandpas grandad granddad gramps abuelo abuelos abuelito yayo nono',
  brother: 'brother brothers bro hermano hermanos hermanito',
  sister: 'sister sisters sis hermana hermanas hermanita',
  aunt: 'aunt aunts auntie aunty tia tias',
  uncle: 'uncle uncles tio tios',
  niece: 'niece nieces sobrina sobrinas',
  nephew: 'nephew nephews sobrino sobrinos',
  grandson: 'grandson grandsons nieto nietos',
  granddaughter: 'granddaughter granddaughters nieta nietas',
  grandchild: 'grandchild grandchildren grandkid grandkids',
  cousin: 'cousin cousins primo primos prima primas',
  inlaw: 'suegra suegro suegros cunada cunado nuera yerno',
  stepchild: 'stepson stepdaughter stepchild hijastro hijastra',
  friend: 'friend friends mate amigo amigos amiga amigas',
  neighbour: 'neighbour neighbours neighbor neighbors vecino vecina vecinos',
  ward: 'patient client resident paciente cliente residente colleague coworker flatmate roommate',
} as const;
type Family = keyof typeof FAMILIES;

/** Words that may mean the same person: a boy is a child, a wife a partner. */
const SAME: readonly (readonly Family[])[] = [
  ['son', 'child', 'stepchild'],
  ['daughter', 'child', 'stepchild'],
  ['mother', 'parents'],
  ['father', 'parents'],
  ['wife', 'partner'],
  ['husband', 'partner'],
  ['grandson', 'grandchild'],
  ['granddaughter', 'grandchild'],
  ['mother', 'inlaw'],
  ['father', 'inlaw'],
];
const NOT_HIM: ReadonlySet<string> = new Set([
  'daughter',
  'mother',
  'wife',
  'grandmother',
  'sister',
  'aunt',
  'niece',
  'granddaughter',
]);
const NOT_HER: ReadonlySet<string> = new Set([
  'son',
  'father',
  'husband',
  'grandfather',
  'brother',
  'uncle',
  'nephew',
  'grandson',
]);

const familyOf = new Map<string, Family>(
  (Object.entries(FAMILIES) as [Family, string][]).flatMap(([family, words]) =>
    words.split(' ').map((word): [string, Family] => [word, family]),
  ),
);

const ONE = `(?:${[...familyOf.keys()].join('|')})`;
const OWNED = '(?:my|our|the|his|her|their|mi|mis|nuestr[oa]s?|el|la|los|las|su)';
const KIND =
  '(?:(?:little|wee|young|younger|youngest|old|older|elder|eldest|oldest|elderly|dear|poor|other|baby|twin|sick|late|best|next door|step|in law|pequen[oa]|mayor|menor|otr[oa]|pobre|querid[oa]) )*';
const IN_LAW = '(?: in law| mayor| menor| pequen[oa]| chiquit[oa]| politic[oa])?';
const LEAD =
  '(?:(?:thats|its|this is|that is|it is|thatll be|itll be|thatd be|book(?:ed)?(?: it| that| her| him)?|es|seria|sera|va|pero|but|only|just|solo) )?(?:for|under|on behalf of|para|pa|de parte de|a nombre de|al nombre de|in the name of)';
const SPOKEN = new RegExp(`\\b${ONE}\\b`, 'g');
/** "For my little boy", "para mi suegra", "pa mi jefita". */
const FOR_KIN = new RegExp(`\\b${LEAD} (?:${OWNED} )${KIND}(${ONE})${IN_LAW}\\b`, 'g');
/** "For mum", "para mamá": those who are called by it. */
const FOR_CALLED = new RegExp(
  `\\b${LEAD} (mum|mom|mummy|mommy|mam|dad|daddy|nan|nana|gran|granny|grandma|grandpa|grandad|baby|mama|mami|papa|papi|abuela|abuelo|abuelita|yaya)\\b`,
  'g',
);
/** "My son's", "the kid's one", "la de mi hijo", "la cita de mi madre". */
const THEIRS = new RegExp(
  `\\b(?:(?:my|our) (${ONE})(?:s)? (?:one|appointment|appt|visit|booking)|(?:la|el|lo|cita|consulta|hora|turno) (?:de|del) (?:mi |nuestr[oa] )?(${ONE}))\\b`,
  'g',
);
const FOR_OTHER =
  /\b(?:for|under|para) (him|her|them|ella|ellos|ellas|el)(?= (?:please|por favor|thanks|gracias|too|tambien|then|si|yes)\b|$)/g;
/** Once more the caller's own; "works for me" and "check it for me" tell of no patient. */
const FOR_SELF =
  /\b(?:for myself|(?:its|it is|thats|im|appointment|visit|one|booking|this time|now) (?:just |only |actually )?(?:for )?(?:me|myself)|para mi(?: mism[oa])?(?! (?!mism|por favor|gracias)\w))\b/;
const SELF_ALONE = /\b(?:for myself|para mi mism[oa]|for me (?:not|and not)|para mi (?:no|y no))\b/;

/** What is known of whom a read-back is about. */
export interface WhoseVisit {
  /** What the caller said before, oldest first. */
  readonly before: readonly string[];
  /** Full names of the patient. */
  readonly names: readonly string[];
}

export interface MeantFor {
  /** Whether it may be the person that was read back. */
  readonly agrees: boolean;
  /** The words without those that say whom it is for. */
  readonly rest: string;
}

/**
 * Whom an answer says the visit is for, as "yes, for my son" does; undefined where it says nothing of the kind. It agrees with
 * what was read back when the caller has spoken of that person before, or says a name of the patient with it.
 */
export function meantFor(text: string, { before, names }: WhoseVisit): MeantFor | undefined {
  const said = wordsOf(text).join(' ');
  const families = [FOR_KIN, FOR_CALLED, THEIRS].flatMap((pattern) =>
    [...said.matchAll(pattern)].flatMap((match) => familyOf.get(match.slice(1).find(Boolean) ?? '') ?? []),
  );
  const others = [...said.matchAll(FOR_OTHER)].map(([, one = '']) => one);
  const self = SELF_ALONE.test(said);
  if (families.length === 0 && others.length === 0 && !self) return undefined;
  const spoken = spokenOf(before);
  const own = new Set(names.flatMap(wordsOf).filter((part) => part.length > 2));
  const named = said.split(' ').some((word) => own.has(word));
  const agrees =
    families.every((one) => named || spoken.some((other) => maySame(one, other))) &&
    others.every((one) => named || spoken.some((other) => fits(one, other))) &&
    !(self && spoken.length > 0);
  const rest = [FOR_KIN, FOR_CALLED, THEIRS, FOR_OTHER].reduce((left, pattern) => left.replace(pattern, ' '), said);
  return { agrees, rest: rest.replace(SELF_ALONE, ' ').replace(/ +/g, ' ').trim() };
}

/** Of whose visit there was talk, since the caller last said that it is for themselves. */
function spokenOf(before: readonly string[]): Family[] {
  let spoken: Family[] = [];
  for (const text of before) {
    const said = wordsOf(text).join(' ');
    if (FOR_SELF.test(said)) spoken = [];
    spoken.push(...(said.match(SPOKEN) ?? []).flatMap((word) => familyOf.get(word) ?? []));
  }
  return spoken;
}

function maySame(one: Family, other: Family): boolean {
  return one === other || SAME.some((set) => set.includes(one) && set.includes(other));
}

/** "For him" of a daughter is somebody else. */
function fits(pronoun: string, family: Family): boolean {
  if (/^(?:him|el)$/.test(pronoun)) return !NOT_HIM.has(family);
  return /^(?:her|ella|ellas)$/.test(pronoun) ? !NOT_HER.has(family) : true;
}
