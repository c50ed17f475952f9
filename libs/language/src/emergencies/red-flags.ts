/**
 * The words of emergencies in one language. Every line is a regular expression over folded words joined by single spaces
 * ("cant" for "can't"); `~` stands for up to three words in between. The red flags are those of telephone triage: chest pain, stroke
 * signs, trouble breathing, heavy bleeding, anaphylaxis, overdose and poisoning, seizure, unconsciousness, fever under three
 * months, labour and bleeding in pregnancy, choking, severe injury; a crisis is suicide or self-harm.
 */
export interface RedFlags {
  medical: readonly string[];
  crisis: readonly string[];
}

/** Words around red flags that take them back, and what recognisers make of them. */
export interface CalmWords {
  /** Everyday and clinical phrases that hold the same words; taken out before anything is looked for. */
  routine: readonly string[];
  /** It was, or it was somebody's illness in the family: no alarm unless it is also now. */
  history: readonly string[];
  now: readonly string[];
  /** Asked for knowledge, or for a day that may never come. */
  hypothetical: readonly string[];
  /** Before a red flag: it is not there. */
  negation: string;
  /** Words of the flag itself that only the present has: what happened years ago does not silence them. */
  present: string;
  /** Where one statement ends and another begins. */
  boundaries: string;
  /** Mishearings and misspellings, and what was meant. */
  misheard: Readonly<Record<string, string>>;
  /** Words that are recognised with a letter or two wrong. */
  keywords: readonly string[];
}
