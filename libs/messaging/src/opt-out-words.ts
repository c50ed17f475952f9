import { detectEmergency, fold } from '@clinicall/language';

/**
 * Wishes for silence in a sender's own words (47 CFR 64.1200(a)(10): any reasonable means). Each family is a way of putting it,
 * with the things it may be about; a word that is also said of visits counts only beside one of texts.
 */

const THINGS =
  '(?:texts|txts|text messages|messages|msgs|sms|(?:text |appointment |sms )*(?:reminders|notifications|alerts)|spam|texting|messaging)';
const COSAS = '(?:mensajes|mensajitos|mensajes de texto|textos|sms|msjs|msj|recordatorios|avisos|notificaciones)';
const DET =
  '(?:(?:me|us|all|any|more|further|other|these|those|this|the|that|your|of|so many|so much|out|bloody|damn|stupid|freaking|my|with|to|kind of|anymore|any ?more) )*';
const UN =
  '(?:(?:mas|ya|sus|su|tus|tu|estos|esos|este|ese|los|las|el|mis|tantos|tanto|todos|mas de|de|con|ningun|esta clase de|ese tipo de|este tipo de) )*';
/** "Texting", with whom: not somebody of the sender's. */
const DOING =
  '(?:texting|txting|messaging|msging|spamming|contacting|bothering|pestering|harassing|bugging|annoying|blowing up|bombarding|clogging up|writing(?: to)? me)(?! (?:my (?:wife|husband|mother|mom|mum|dad|father|son|daughter|kid|boss)|her|him|them)\\b)';
const STOP = '(?:stop|quit|cease|discontinue|halt|end|knock off|knock it off|cut it out|cut out|quit it|stop it)';
/** Only then, only there: a wish about how, which is for the agent. */
const BUT =
  '(?! (?:before|after|until|till|unless|between|during|while|when|if|instead|about|so (?:early|late|often|much)|at (?:night|work|home|the|\\d)|on (?:a |the |my )?\\w*(?:day|weekend|phone)s?|in (?:the|english|spanish)|yet|twice|back))';
const PERO =
  '(?! (?:antes|despues|hasta|salvo|mientras|cuando|si|entre|por la|en la|de noche|tan|en ingles|en espanol|los (?:lunes|martes|miercoles|jueves|viernes|sabados|domingos|fines)|el (?:lunes|martes|miercoles|jueves|viernes|sabado|domingo|fin)))';
const LIST =
  '(?:(?:your|this|the|that|any|all|of|every|text|texting|message|messaging|sms|reminder|mailing|contact|calling|phone|marketing) )*(?:lists?|system|database|texts|messages|reminders|contacts|directory|mailing)(?! for\\b)';
const LISTA =
  '(?:(?:la|las|su|sus|tu|tus|esta|esa|el|este|los) )*(?:lista|listas|base|sistema|directorio|contactos|mensajes|textos|registro|suscripcion)(?! de (?:espera|pacientes|cita))';
const OWN_NUMBER = '(?:(?:my|our|this) (?:cell |phone |mobile )?(?:number|phone|cell|mobile))';
const MI_NUMERO = '(?:(?:mi|este) (?:numero|telefono|celular|movil|cel|contacto))';
const SENDING = '(?:mand|envi|escrib|texte|mensaje|molest|contact|fastidi|hostig|acos|recib)';

const ENGLISH = [
  `\\b${STOP} (?:(?!taking|smoking|drinking|eating|by|in|to|my)\\w+ ){0,4}?${DOING}${BUT}`,
  `\\b${STOP} (?:(?!taking|smoking|drinking|eating|by|in|to)\\w+ ){0,4}?(?:${THINGS}${BUT}\\b|(?:sending (?:me|us) (?:stuff|things|junk|anything)|(?:stuff|things|junk|anything) to (?:me|us|my (?:phone|cell))))`,
  `\\b(?:want|need|like|make) ${DET}${THINGS} (?:to )?(?:be )?(?:stop|stopped|end|ended|off|gone)\\b`,
  `\\b(?:do not|dont|never|no longer) (?:want|wanna|wish|care|need)(?: to)? (?:hear from (?:you|this|anyone)|(?:get|receive|be getting|see) (?:these|those|them|any|anything from you)(?: (?:any ?more|from you))*$)`,
  `\\b(?:stop|quit|cease|end) (?:all )?(?:communications?|contact)\\b`,
  `\\b(?:turn|switch|shut) off ${DET}${THINGS}\\b|\\b(?:cancel|disable|deactivate) ${DET}${THINGS}\\b`,
  `\\b(?:do not|dont|never|no longer|must not|should not|shouldnt) (?:ever |again )?(?:text|txt|message|msg|sms|contact) (?:me|us|this|my|here)\\b(?: (?:number|phone|cell|again|anymore|any ?more|no more|ever|by text|by sms|please|pls|plz|at all|on this number|at this number))*(?=$| and\\b| i\\b| you\\b| thanks?\\b| this\\b| wrong\\b| its\\b)`,
  `^(?:please |just |and |so |ok )*(?:do not|dont) bother me(?: (?:again|any ?more|with ${DET}${THINGS}))*$`,
  `\\b(?:do not|dont|never|no longer) (?:ever |keep )?(?:send|sending) ${DET}${THINGS}${BUT}\\b`,
  `\\b(?:do not|dont|no longer|never|not|wont|would not|wouldnt) (?:really )?(?:want|wanna|wish|need|care|agree|consent|asked?|signed up|sign up|like|agreed|consented)(?: to| for)? ?(?:get|getting|receive|receiving|have|having|be|being|be getting|keep getting|be receiving)? ?${DET}(?:more )?(?:${THINGS}|texted|txted|messaged|contacted by text)${BUT}\\b`,
  `\\brather not (?:get|receive|have|be getting) ${DET}${THINGS}${BUT}\\b`,
  `\\b(?:take|get|remove|delete|drop|strike|erase|scrub|cross) (?:me|us|my (?:cell|phone|mobile|(?:cell |phone )?(?:number|name|info|details))|this (?:number|phone)|${OWN_NUMBER}) (?:off|from|of|out of) (?:of )?${LIST}\\b`,
  `\\b(?:want|need|like|lemme|let me) (?:to (?:get|be) )?(?:off|out of) (?:of )?${LIST}\\b|\\bget off ${LIST}\\b`,
  `\\b(?:remove|delete|erase|lose|forget|drop) ${OWN_NUMBER}\\b(?! (?:and (?:use|put|add)|on the|plate))`,
  `^(?:please |pls |plz |just )*remove me(?: (?:please|pls|plz|now|thanks))*$`,
  `\\bunsubscribe\\b|\\bopt(?:ing)? (?:me |us )?out\\b|\\brevok(?:e|ing) (?:my )?(?:consent|permission)\\b`,
  `\\bleave me alone\\b`,
  `\\b(?:do not|dont|never|no longer) (?:authori[sz]e|allow|permit|consent to|agree to|give (?:you )?permission)(?: (?:you|anyone|this clinic|to|the|be|for|being))* (?:text|texting|texted|message|messaging|messaged|contact|contacted|${THINGS})\\b`,
  `\\b(?:be|get|getting|being) (?:removed|taken|deleted|dropped|scrubbed) (?:off|from|out of) (?:of )?${LIST}\\b`,
  `\\b(?:do not|dont|never) (?:text|txt|message) (?:again|anymore|any ?more|ever again)\\b`,
  `\\b(?:stop|end|cancel|kill|discontinue|disable|(?:turn|switch|shut) off) ${DET}(?:text|texting|sms|messaging|reminder)s? (?:service|communications?|subscription|updates|thing)\\b|\\b(?:kill|ditch|lose) ${DET}${THINGS}\\b`,
  `\\b(?:turn|switch|shut) ${DET}${THINGS} off\\b|\\b${THINGS} (?:need|needs|have|has|had|must|should|better|got) (?:to )?(?:better )?(?:stop|end|cease)\\b`,
  `\\bstop (?:sending|getting|receiving|with) (?:me )?(?:these|those|this|them|it|all this|everything|anything)(?: (?:please|now|already|to me|thanks))*$`,
  `\\bno more ${DET}${THINGS}\\b|^(?:please |ok |hi |hey )*no ${THINGS}\\b(?! for me)`,
  `\\benough (?:of|with) ${DET}${THINGS}\\b`,
];
const SPANISH = [
  `\\b(?:deje|dejen|deja|dejad|dejar|dejara|dejaran|dejase|dejasen|pare|paren|para|parad|parar|cesen|cese|cesar|terminen|corten) (?:ya |por favor |porfa )*de (?:estar )?${SENDING}\\w*(?! (?:con|a mi (?:esposa|esposo|marido|madre|hijo|hija)|la|el|una?)\\b)${PERO}`,
  `\\b(?:paren(?:le|los)?|pare(?:le|los)?|parad|corten(?:le|los)?|basta|suficiente|cesen|detengan(?:se|los)?|detener|parar) (?:ya )?(?:con |de )?${UN}${COSAS}\\b`,
  `\\bno (?:me|nos) (?:(?:vuelvan?|vuelvas) a |(?:sigan?|sigas|anden?|esten) )?(?:manden?|mandes|mandeis|envien?|envies|envieis|mandar|enviar|mandando|enviando) ${UN}(?:${COSAS}|nada|mas(?=$| (?:a|por|gracias)\\b))${PERO}\\b`,
  `\\bno (?:me|nos) (?:(?:vuelvan?|vuelvas) a |(?:sigan?|sigas|anden?|esten) )?(?:escriban?|escribas|escribais|escribir|escribiendo|texteen?|textees|contacten?|contactes|molesten?|molestes|molestar|molestando|mensajeen)\\b${PERO}(?! (?:la|el|una?|que|mal|mi)\\b)`,
  `\\b(?:no|nunca|jamas) (?:(?:vuelvan?|vuelvas|volver) a |(?:sigan?|sigas|seguir) )?(?:(?:mandar|enviar)(?:me|nos)|(?:mandando|enviando)(?:me|nos)) ${UN}(?:${COSAS}|nada)\\b`,
  `\\b(?:no|nunca|jamas) (?:(?:vuelvan?|vuelvas|volver) a |(?:sigan?|sigas|seguir) )?(?:escribir|escribiendo|contactar|contactando|molestar|molestando|textear)(?:me|nos)\\b${PERO}`,
  `\\b(?:no|nunca) (?:(?:me|nos) )?(?:(?:vuelvan?|vuelvas) a |(?:sigan?|sigas|esten) )?(?:mand|envi)(?:en?|es|eis|ar|ara|aran|ase|asen|aras|ando)(?:me|nos)? ${UN}(?:${COSAS}|nada|mas(?=$| (?:a|por|gracias)\\b))${PERO}\\b`,
  `\\bya no (?:escriban?|escribas|escribir|textee[ns]?|contacten|molesten)(?:me|nos)?\\b${PERO}`,
  `\\bno (?:quiero|deseo) (?:saber (?:nada |mas )*de (?:ustedes|usted|vosotros|esta clinica)|(?:seguir )?recibi\\w+ (?:nada|estos|esto|mas))`,
  `\\bno (?:me |nos )?(?:quiero|deseo|quisiera|queremos|necesito|interesan?|autorizo|acepto|consiento|pedi|solicite|apetece) (?:(?:seguir )?(?:recibir|recibiendo)|que (?:me|nos) (?:sigan |esten |vuelvan a )?(?:manden|envien|escriban|mandando|enviando|escribiendo|lleguen|llegando|mandar|enviar|escribir|texteen|molesten))? ?${UN}${COSAS}\\b`,
  `\\bno (?:quiero|deseo) que (?:me|nos) (?:escriban|escribiendo|molesten|contacten|texteen)\\b${PERO}`,
  `\\b(?:quit|sac|saqu|borr|elimin|tach|suprim|retir|remuev)\\w*(?:me|nos) (?:por favor |ya )*(?:de|del) ${LISTA}\\b`,
  `\\b(?:me|nos) (?:pueden? |podrian? |puedes |podrias |quieren? |vayan |hacen el favor de )?(?:quit|sac|saqu|borr|elimin|tach)\\w* (?:por favor |ya )?(?:de|del) ${LISTA}\\b`,
  `\\b(?:quit|sac|saqu|borr|elimin|tach|suprim|retir)\\w* ${MI_NUMERO}\\b(?! (?:viejo|anterior|antiguo) y)`,
  `\\b(?:dar(?:me|nos)?|doy|den|denme|dense|dame|deme|da) de baja(?=$| (?:por favor|porfa|gracias|ya)\\b| ${MI_NUMERO}| (?:de |del |a )?${UN}(?:la |este |mi )?(?:${COSAS}|lista|servicio|numero|suscripcion|sistema|telefono))`,
  `\\b(?:cancel|anul|desactiv|suspend|apag|elimin|quit)\\w* (?:la suscripcion|mi suscripcion|${UN}${COSAS})\\b`,
  `\\b(?:no|prefiero no|preferiria no|dejar de|evitar|sin) (?:seguir )?recib(?:ir|iendo) ${UN}${COSAS}\\b`,
  `\\bbaja (?:de|del|en) ${UN}(?:la |este |servicio de )*(?:${COSAS}|lista|servicio|suscripcion)\\b`,
  `\\bdejen?(?:me|nos) (?:en paz|tranquil[oa]s?|ya en paz)\\b|\\bdeja(?:me|dme) (?:en paz|tranquil[oa])\\b`,
  `\\b(?:no|ya no|sin|nada de|ni un|ningun) (?:mas )+${UN}${COSAS}\\b|\\bnada de ${COSAS}\\b|\\bya (?:estuvo|esta|fue)(?: bueno| bien)? (?:de|con) ${UN}(?:mensajes?|mensajitos?|textos?|sms|recordatorios?)\\b`,
  `\\b(?:para que|^que|como hago para que|que hago para que|quiero que|hacer que) (?:ya )?no (?:me|nos) (?:lleguen|manden|envien) ${UN}${COSAS}\\b`,
];
const FAMILIES = { en: ENGLISH, es: SPANISH } as const;
const LANGUAGES = ['en', 'es'] as const;
const PATTERNS = LANGUAGES.map((language) => ({
  language,
  families: FAMILIES[language].map((one) => new RegExp(one)),
}));

/** Nothing but a stop with manners: "please stop", "I said stop", "ya basta". */
const POLITE =
  /^(?:(?:please|pls|plz|just|i said|i told you to|yo|hey|ok|okay|no|now|make it|stop|por favor|porfa|ya|que) )*(?:stop|stop it|stop this|stop that|quit it|ya basta|basta ya|basta|paren|pare|alto)(?: (?:please|pls|plz|now|already|thanks|thank you|it|por favor|porfa|ya|gracias|right now))*$/;
/** Who says this before a bare stop means the texts. */
const STRANGER =
  /\b(?:wrong (?:number|person|phone)|never (?:signed up|agreed|asked)|didnt (?:sign up|ask)|not (?:me|my name|interested)|who is this|texting|messaging|messages|texts|spam|mensajes|numero equivocado|se equivoc\w+|no soy)\b/;

const TURNED_ROUND =
  /\b(?:do not|dont|never|not) (?:stop|quit|cease)\b|\bno (?:dejen?|dejes|dejar|paren?|pares) de\b|\bwhy (?:did|have|has|do|would) (?:you|i|we|they|it|yall)(?: all)? (?:stop|quit)\b|(?<!how |what )\b(?:did|have|has|do|does) (?:you|i|we|they|it) (?:ever )?(?:stop|quit)\w*\b|\b(?:reply|respond|text|write|type|send) stop\b|\b(?:and|just|please) use (?:this|my|the)\b|\bpor que (?:ya )?(?:no|dejaron|me|nos)\b/;
/** Not a text list by its name: who says more than that may be on a waiting list, or a patient of ours. */
const SOME_LIST = /\b(?:off|from|de) (?:the|la) list(?:a)?\b/;
const MOST_WITH_LIST = 9;
/** "Will you stop the reminders if I cancel?" asks what would be. */
const WOULD_BE = /\?.*$/;
const SUPPOSED = /\b(?:if|unless) (?:i|we)\b|\bsi (?:cancelo|no voy|llamo|cambio|anulo)\b/;
const LONGEST = 200;
const IN_FULL: Readonly<Record<string, string>> = {
  ur: 'your',
  u: 'you',
  w: 'with',
  txt: 'text',
  txts: 'texts',
  msg: 'message',
  msgs: 'messages',
};

/**
 * Whether somebody asks in a sentence to get no more texts: in which language, or `either` for a word of both. An emergency is
 * never taken for it.
 */
export function silenceAskedIn(text: string): (typeof LANGUAGES)[number] | 'either' | undefined {
  const folded = fold(text).replace(/\b(?:ur|u|w|txts?|msgs?)\b/g, (short) => IN_FULL[short] ?? short);
  const bare = (words: string): string =>
    words
      .replace(/'/g, '')
      .replace(/[^a-z0-9]+/g, ' ')
      .trim();
  const plain = bare(folded);
  if (plain.length > LONGEST || TURNED_ROUND.test(plain)) return undefined;
  if (WOULD_BE.test(folded) && SUPPOSED.test(plain)) return undefined;
  if (SOME_LIST.test(plain) && plain.split(' ').length > MOST_WITH_LIST) return undefined;
  const clauses = folded
    .split(/[.,;:!?\n]+/)
    .map(bare)
    .filter((clause) => clause !== '');
  const stops = POLITE.test(plain) || (STRANGER.test(plain) && clauses.some((clause) => POLITE.test(clause)));
  const known = PATTERNS.find(({ families }) => clauses.some((clause) => families.some((one) => one.test(clause))));
  if (known === undefined && !stops) return undefined;
  return detectEmergency(text).emergency ? undefined : (known?.language ?? 'either');
}
