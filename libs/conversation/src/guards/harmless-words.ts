const englishHarmless = [
  'no problem',
  'no worries',
  'not a problem',
  'no trouble',
  'of course',
  'please hold on',
  '(?<!\\b(?:a|the|on) )hold on',
  'one moment',
  'would like to be seen',
  'to (?:get|have) (?:you|that|it|this|her|him|them|one|anything|your \\w+)(?: all)? (?:booked|scheduled|confirmed|moved|cancell?ed|sorted|set up|registered)(?: in)?',
  '(?:be|get) (?:booked|scheduled|moved|cancell?ed|seen(?! by))',
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
  '(?:dejeme|dejame|permitame|permiteme|quiero|para|solo) confirmar (?:que (?:lo|la|le|te)|sus?|tus?|los datos|el nombre|la fecha)',
  '(?:esta|estamos|estan) cerrad[oa]s?(?! (?:la|su|tu)\\b)',
  '(?:mir|busc|revis|consult|chec|comprob|veo|ver|saber)\\w*(?: a)? (?:que|si|cual|cuando|quien)(?: \\w+){0,3} (?:libre|disponible|hueco|lugar|turno|cita)s?',
  'por favor',
  'quiere que (?:le |la |lo |se la |se lo )?(?:reserve|agende|confirme|cancele|mueva|cambie|envie)',
  'le gustaria que (?:le |la |lo )?(?:reserve|agende|confirme|cancele|mueva|cambie|envie)',
];

/** Words of either language that look like a claim or a negation and are neither. */
export const harmlessWords: readonly string[] = [...englishHarmless, ...spanishHarmless];
