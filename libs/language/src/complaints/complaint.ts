/**
 * What people say is wrong with them, and who sees such things. Not a diagnosis: it only names the door. `sure` belongs to one
 * field alone ("eczema"), `likely` mostly ("mole"), a `hint` counts together with others ("tired"). Phrases are parted by |.
 * Words stand in their plain form; endings are taken off on both sides before they are compared.
 */
export interface FieldComplaints {
  sure?: string;
  likely?: string;
  hint?: string;
}

/** Two kinds of words said together: a part of the body and what is felt there. `sure` weighs like one certain phrase. */
export interface Pair {
  /** Names of word classes. */
  of: readonly [string, string];
  field: string;
  weight: number;
}

export interface Lexicon {
  /** By the first name of the field in specialty-words. */
  fields: Readonly<Record<string, FieldComplaints>>;
  /** Word classes for pairs. */
  classes: Readonly<Record<string, string>>;
  pairs: readonly Pair[];
  /** Everyday phrases in which such a word says nothing about the body ("call me back"). */
  idle: string;
  /** A child is spoken of. */
  child: string;
  stem: (word: string) => string;
}
