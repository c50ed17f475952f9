const englishHarmless = [
  'no problem',
  'no worries',
  'not a problem',
  'no trouble',
  'of course',
  'please hold on',
  'hold on',
  'one moment',
  'would like to be seen',
  '(?:be|get) (?:booked|scheduled|moved|cancell?ed|seen)',
  'to (?:be|get|have it|have that) (?:booked|scheduled|confirmed|moved|cancell?ed|held)',
  '(?:like|want|need|prefer|rather have)(?: me)?(?: it| that| this| one)? (?:booked|scheduled|confirmed|moved|cancell?ed|held|changed|sent)',
];

const spanishHarmless = [
  'no hay problema',
  'sin problema',
  'no se preocupe',
  'no te preocupes',
  'no hay de que',
  'ningun problema',
  'con mucho gusto',
  'por favor',
  'quiere que (?:le |la |lo |se la |se lo )?(?:reserve|agende|confirme|cancele|mueva|cambie|envie)',
  'le gustaria que (?:le |la |lo )?(?:reserve|agende|confirme|cancele|mueva|cambie|envie)',
];

/** Words of either language that look like a claim or a negation and are neither. */
export const harmlessWords: readonly string[] = [...englishHarmless, ...spanishHarmless];
