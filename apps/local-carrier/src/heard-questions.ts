// What a receptionist's words ask for and tell, as a caller hears them; folded English and Spanish.
const QUESTIONS: readonly (readonly [string, RegExp])[] = [
  ['code', /\b(code|codigo)\b/],
  ['name', /\b(your|full|patient'?s|first and last) (full )?name\b|\bwho am i speaking\b|\bnombre\b|\bcomo se llama\b/],
  ['dob', /\b(date of birth|birth ?date|birthday|born|fecha de nacimiento|naci(o|ste)|nacimiento)\b/],
  [
    'phone',
    /\b(phone|telephone|callback) number\b(?! on file)|\bnumber (can|should|may) we\b|\b(numero de )?telefono\b/,
  ],
  ['reason', /\breason\b|\bwhat brings you\b|\bmotivo\b/],
  ['new_patient', /\b(new patient|been here before|register you|new here)\b|\bpaciente nuev|\bprimera vez\b/],
  [
    'specialty',
    /\b(which|what) (kind|type|sort) of (doctor|specialist|appointment|visit)\b|\bspecialt(y|ies)\b|\bespecialidad(es)?\b/,
  ],
  [
    'doctor',
    /\b(which|what) doctor\b|\bdoctor would you\b|\bwho would you like to see\b|\b(que|con que|o) (doctora?|medic[oa])\b|\bcon quien\b/,
  ],
  ['appointment', /\bwhich (appointment|visit)\b|\bque cita\b|\bcual de (las|sus) citas\b/],
  [
    'date',
    /\b(what|which) (other )?(day|date)\b|\bwhen would\b|\bday (would|works)\b|\b(another|other) day\b|\b(que (otro )?dia|que fecha|cuando|otro dia)\b|\bdo you mean\b|\bquiere decir\b/,
  ],
  [
    'time',
    /\b(what|which) (other )?time\b|\bmorning or afternoon\b|\bwhich (one|of)\b|\bwould you like the\b|\ba que hora\b|\bcual\b/,
  ],
  ['message', /\btell the staff\b|\bwhat (is|would be) the message\b|\bque mensaje\b/],
  [
    'anything_else',
    /\b(anything|something) else\b|\balgo mas\b|\bhow can i help\b|\ben que puedo ayudar|\bwhat would you like to do\b|\bque desea hacer\b/,
  ],
];
const READ_BACK =
  /\b(shall|should|may|can) i (book|confirm|cancel|move|go ahead|schedule|register|change|do that|go on)\b|\bis that (right|correct|ok|okay)\b|\bdo you want me to\b|\b(yes or no)\b|\bgo ahead\?|\b(lo|la) (confirmo|reservo|cancelo|cambio|muevo)\b|\bse (lo|la) reservo\b|\b(es|esta) correcto\b|\bsigo adelante\b/;
const OFFER = /\b(i have|we have|available|options?|openings?|first|tengo|tenemos|disponible|opcion\w*)\b/;
const DONE =
  /\b(is|are|you're|been|have|now) (now )?(all )?(booked|set|confirmed|cancel+ed|moved|rescheduled|scheduled)\b|\b(booked|cancel+ed|moved) (you|it|your)\b|\b(reservad|confirmad|cancelad|cambiad)[oa]\b|\byour appointment is now\b|\bsu cita es ahora .*\blisto\b|\blisto\b.*\bsu cita es ahora\b|\bon the waiting list\b|\ben la lista de espera\b|\b(passed|taken|noted) your message\b|\bpasado su mensaje\b/;
const ESCALATED =
  /\b(transfer(ring)? you|connect(ing)? you|put you through|call you back|get in touch with you|(le|te) (transfiero|comunico|paso))\b/;
const GOODBYE = /\b(goodbye|bye|have a (nice|good|great)|adios|hasta luego)\b/;
const HAS_TIME = /\b(\d{1,2}:\d\d|\d{1,2} ?[ap]\.? ?m\b|o'?clock)/;

export function namesTime(text: string): boolean {
  return HAS_TIME.test(text);
}

export function isReadBack(text: string): boolean {
  return READ_BACK.test(text);
}

/** Times to choose from, or one to take. */
export function isOffer(text: string): boolean {
  return OFFER.test(text) && HAS_TIME.test(text) && /\?/.test(text) && !READ_BACK.test(text) && !tellsOnly(text);
}

/** "You have an appointment …" is no offer. */
function tellsOnly(text: string): boolean {
  return (
    /\byou have\b|\busted tiene\b|\btiene (una|estas|su) cita/.test(text) &&
    !/\bwould you like\b|\bprefiere\b|\ble viene bien\b/.test(text)
  );
}

/** Something was written, and nothing is asked that would undo it. */
export function isDone(text: string): boolean {
  return DONE.test(text) && !(READ_BACK.test(text) && !/\b(booked|cancel+ed|moved|reservada|cancelada)\b/.test(text));
}

export function isEscalated(text: string): boolean {
  return ESCALATED.test(text);
}

export function isGoodbye(text: string): boolean {
  return GOODBYE.test(text);
}

/** Kinds of answers asked for, in the order they stand in the words; only what is asked, not what is told. */
export function askedFor(text: string): string[] {
  return QUESTIONS.map(([kind, words]) => ({ kind, at: text.search(words) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)
    .map(({ kind }) => kind);
}
