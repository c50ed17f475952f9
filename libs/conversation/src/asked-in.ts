import { fold } from '@clinicall/language';
import type { Asked } from './state';

/** What a question in the model's own words asks for, in both languages; the order is that of the list. */
const questions: readonly (readonly [Asked, RegExp])[] = [
  [
    'name',
    /\b(?:your|full|the patient's|patient) (?:full )?name\b|\bnombre\b|\bcomo se llama\b|\bwho (?:am i speaking|is calling)\b/,
  ],
  ['dob', /\bdate of birth\b|\bbirth ?(?:date|day)\b|\bborn\b|\bnacimiento\b|\bcuando nacio\b/],
  ['code', /\b(?:the|six.?digit|your) code\b|\bcodigo\b/],
  ['phone', /\bphone number\b|\b(?:number|telefono) (?:can|should|to reach|where)\b|\bnumero de telefono\b/],
  ['new_patient', /\bnew (?:patient|here)\b|\bfirst (?:time|visit)\b|\bprimera vez\b|\bpaciente nuev/],
  ['appointment', /\bwhich appointment\b|\bque cita\b|\bcual (?:de las|de sus) citas\b/],
  ['message', /\b(?:tell|message for) the staff\b|\bwhat (?:is the message|should i tell)\b|\bque mensaje\b/],
  ['option', /\bwhich (?:one|of (?:those|these|the)|time would)\b|\bcual (?:de|prefiere|le)\b/],
  ['specialty', /\bspecialt(?:y|ies)\b|\bkind of doctor\b|\bwhat (?:is it|brings)\b|\bespecialidad\b/],
  [
    'doctor',
    /\b(?:which|what|any|particular) .{0,20}\bdoctor\b|\bwho would you like to see\b|\bque (?:doctor|medico)\b|\bo (?:doctor|medico)\b|\bcon quien\b/,
  ],
  ['date', /\bwhat (?:other )?day\b|\bwhen would\b|\bwhich day\b|\bque (?:otro )?dia\b|\bcuando\b|\bpara cuando\b/],
  [
    'time',
    /\bwhat (?:other )?(?:day (?:and|or) )?time\b|\bmorning or\b|\bque (?:otra )?hora\b|\bhora le\b|\bday or time\b|\bdia u hora\b|\ba que hora\b/,
  ],
  [
    'confirm',
    /\b(?:shall i|should i|say yes|is that (?:right|correct|ok)|go ahead)\b|\bsi o no\b|\bes correcto\b|\bsigo adelante\b/,
  ],
  [
    'anything_else',
    /\banything else\b|\bhow can i help\b|\bwhat would you like to do\b|\balgo mas\b|\ben que puedo ayudar|\bque desea hacer\b/,
  ],
];

/** Only of sentences that are questions or plain requests. */
export function askedIn(words: string): Asked[] {
  const asking = words
    .split(/(?<=[.!?])\s+/)
    .filter((sentence) => /[?]|please|tell me|d[ií]game|por favor/i.test(sentence));
  const text = fold(asking.join(' '));
  return questions.filter(([, question]) => question.test(text)).map(([asked]) => asked);
}
