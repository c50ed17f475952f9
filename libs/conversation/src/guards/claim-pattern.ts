/** What a sentence says has been done, is being done or stands. */
export type ClaimKind =
  | 'booked'
  | 'held'
  | 'cancelled'
  | 'moved'
  | 'sent'
  | 'message'
  | 'waitlisted'
  | 'transferring'
  | 'record'
  | 'available'
  | 'unavailable'
  | 'human'
  | 'act'
  | 'tells'
  | 'empty'
  | 'done'
  | 'advice';

export interface ClaimPattern {
  readonly kind: ClaimKind;
  /** Over words in lower case without punctuation; accents as `accents` says. */
  readonly words: RegExp;
  /** Spanish pretérito lives in its accents alone: "reservé" and "reserve". */
  readonly accents?: true;
  /** An intention: no claim in a question ("Shall I…") or under a condition ("Once you confirm…"). */
  readonly intention?: true;
  /** A state that a question may ask for without claiming it. */
  readonly mayBeAsked?: true;
}
