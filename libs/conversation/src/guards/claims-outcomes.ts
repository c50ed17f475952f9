import type { ClaimPattern } from './claim-pattern';

const HAVE =
  '(?:i|we|ive|weve|i have|we have|ive just|weve just)(?: just| already| also| now| even| gone ahead and| went ahead and)*';
const IT =
  '(?:it|that|this|you|them|both|one|your name|(?:the|that|your) (?:\\w+ ){0,2}\\w+|zdate|(?:mon|tues|wednes|thurs|fri|satur|sun)day\\w*)';
const VISIT = '(?:appointment|booking|visit|slot|time|spot|place|reservation|one)';

/** What came of an act, in everyday verbs and states, English and Spanish; each stands on facts of its own kind. */
export const outcomes: readonly ClaimPattern[] = [
  {
    kind: 'booked',
    words: new RegExp(
      `\\b${HAVE} (?:put|popped|slotted|squeezed|fitted|fit|entered|added|written|wrote|dropped|logged|listed|penciled|pencilled|got|placed|stuck|tucked|marked|slid|snuck) ${IT} (?:in(?!to)|down)\\b(?! .*\\b(?:wait|cancell?ation)\\w*)`,
    ),
    intention: true,
  },
  {
    kind: 'booked',
    words:
      /\b(?:youre|you are)(?: now| still| also| all| both| already)* (?:on|in|down|at|for)\b(?! (?:(?:the|our|a) (?:wait|cancel|line|phone|call|right|list)|luck|pain|charge|hold))/,
    mayBeAsked: true,
  },
  {
    kind: 'booked',
    words:
      /\b(?:you|youve)(?: still| also| now| do| already)* (?:have|got|has)(?: still| also| now| got)* (?:an? |the |your )?(?:dr|doctor|doctora|(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|today|(?:\w+ )?(?:appointments?|visits?|bookings?)(?! (?:available|open|free|options)))\b/,
    mayBeAsked: true,
  },
  {
    kind: 'booked',
    words: new RegExp(
      `\\b(?:dr|doctor|doctora) [a-z]+ (?:will|shall) see you\\b|\\b(?:dr|doctor) [a-z]+ has you\\b|\\b${VISIT}(?: \\w+){0,10} (?:still stands|stands|is still (?:on|there|good|valid|standing|in place)|has not been touched|hasnt been touched|is untouched|stays|remains)\\b|\\b(?:well|we will|they will|theyll) have you in\\b`,
    ),
    mayBeAsked: true,
  },
  {
    kind: 'booked',
    words:
      /\b(?:appointment|visit|booking|reservation) (?:has been|was|is) made\b|\b(?:book|calendar|diary|schedule) (?:as we speak|already)\b/,
    mayBeAsked: true,
  },
  {
    kind: 'booked',
    words:
      /^(?:(?:please|just|then|so|now|simply) )*(?:pop (?:along|in|over|by)|turn up|show up|come (?:along|in|by|over|at|on|then|ten|15|10|five|early|fifteen)|be (?:here|there)|drop (?:in|by)|swing by|head over|get here)\b/,
    intention: true,
  },
  {
    kind: 'cancelled',
    words: new RegExp(
      `\\b${HAVE} (?:taken|took|pulled|cleared|wiped|struck|crossed|knocked|got|removed|freed|released|gave|given|handed|scrubbed|axed|scrapped|binned|let|called|lifted) (?:${IT} )?(?:off|out|up|back|go|rid)\\b|\\b(?:is|was|are|been|thats|its|ones|one is)(?: now| all| already)* (?:gone|history|freed up|free again|released|given up|handed back|off the (?:schedule|books|hook|calendar|diary|list))\\b|\\b(?:youre|you are) off (?:the hook|for|on|dr|the)\\b|\\b(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|that|it|one|appointment|visit)s?(?: is)? off$`,
    ),
    mayBeAsked: true,
  },
  {
    kind: 'moved',
    words: new RegExp(
      `\\b(?:${HAVE}|youve been|you have been|its been|it has been|thats been|been) (?:moved|bumped|shifted|pushed|slid|brought|put|switched|swapped|changed|slotted)(?: ${IT})? (?:back|forward|forwards|to|over|from|out|up|across)\\b(?! (?:to \\w+ )?(?:the )?(?:wait|cancel|list))`,
    ),
  },
  {
    kind: 'moved',
    words:
      /\b(?:switch|change|move|swap|reschedul\w+)(?: \w+)? (?:went|has gone|is|was|has been|came) (?:through|done|made|complete\w*|in place)\b|\b(?:nothing|anything|something|booking|appointment|day|time|date) (?:has |have )?(?:changed|been touched|been changed)\b/,
    mayBeAsked: true,
  },
  {
    kind: 'empty',
    words:
      /\b(?:you (?:have|ve got) (?:no|nothing|no more|no other|not any)(?: \w+){0,2} (?:appointments?|visits?|bookings?|coming up|booked|scheduled|left|with us|on the (?:books|calendar|schedule))|(?:nothing|no (?:appointments?|visits?|bookings?))(?: is| are| remains?)? (?:left |else )?(?:on|in) (?:your|the|our) (?:calendar|schedule|books|diary)|(?:calendar|diary|schedule|week|month) (?:is |are )?(?:now |all |completely )*clear|(?:ya )?no (?:le |te |les )?(?:tiene|tienes|tenes|queda|consta|figura|aparece)(?: ya)? (?:ninguna?|mas|otra)(?: \w+)? (?:cita|citas|turno|turnos|hora|reserva)|(?:agenda|semana) (?:esta |queda |quedo )?(?:ya )?(?:libre|vacia|despejada))\b/,
    mayBeAsked: true,
  },
  {
    kind: 'done',
    words:
      /^(?:(?:and|so|there|right|great|ok|okay|perfect|well|now|y|pues|bueno|listo|ya) )*(?:that|this|it|everything|all|its|thats|that all|its all)?(?: has| have| is| was| s)*(?: all| now| already| just| been)* (?:gone through|went through|sorted|wrapped up|taken care of|settled|squared away|handled|seen to|finished|finalised|finalized|a done deal)\b|^(?:asunto|todo|queda|ya esta|ya queda|ya quedo)?(?: todo| ya)* ?(?:resuelto|solucionado|arreglado|zanjado|finiquitado)\b/,
    mayBeAsked: true,
  },
  {
    kind: 'sent',
    words:
      /\b(?:text|texts|email|message|confirmation|reminder|link|code|sms)(?: is| are|s)? (?:on (?:its|their|the) way|heading|coming|winging)\b|\bcheck (?:your|the) (?:phone|messages|texts|inbox|email|cell|mobile)\b|\b(?:already )?(?:have had|had|got|received|find|see) (?:the|a|our|your|that) (?:text|email|message|link|confirmation|sms)\b/,
    mayBeAsked: true,
  },
  {
    kind: 'sent',
    words:
      /\b(?:mensaje\w*|mensajito|sms|correo|enlace|codigo|aviso|confirmacion|recordatorio|whatsapp)\b.{0,20}\b(?:le|te|les) (?:llega|llegara|va a llegar|ha llegado|llego)\b|\b(?:le|te|les) (?:llega|llegara|va a llegar|van a llegar|ha llegado|llego|acaba de (?:salir|llegar))\b/,
    mayBeAsked: true,
  },
  {
    kind: 'held',
    words:
      /\b(?:tengo|tenemos|dejo|dejamos|deje|he dejado|queda|esta)(?: \w+)? (?:guardad\w+|apartad\w+|separad\w+|reservad[oa] (?:por|unos|unas|de momento|por ahora))\b/,
    mayBeAsked: true,
  },
  {
    kind: 'held',
    words: new RegExp(
      `\\b${HAVE} (?:put|placed|got) (?:a hold|${IT} (?:aside|on hold|to one side|by))\\b|\\b${HAVE} set ${IT} aside\\b`,
    ),
  },
  {
    kind: 'held',
    words:
      /\b(?:ten|10|five|few|diez|cinco|unos) (?:minutes|minutos) (?:to|before|until|antes|para)\b|\b(?:nobody|no one)(?: else)? (?:can|could|will) (?:take|book|have|get|grab|snatch)\b|\bnadie(?: mas)? (?:puede|podra|le|la|lo|se la|se lo)(?: \w+)? (?:quitar|tomar|coger|reservar)\w*/,
  },
  {
    kind: 'available',
    words:
      /\b(?:i|we)(?: have|ve)? found(?: you)?(?: \w+){0,3} (?:times?|options?|slots?|openings?)\b|\b(?:he|hemos) encontrado(?: \w+){0,2} (?:horas?|huecos?|opciones|turnos?|citas)\b/,
  },
  {
    kind: 'cancelled',
    words: /\bno (?:longer any )?need(?: for you)? to (?:\w+ )?(?:come|be here|attend|turn up|show up|travel)\b/,
  },
  {
    kind: 'message',
    words:
      /\b(?:i|we|ive|weve)(?: have| just| already| also| even)* (?:asked|told|warned|rung|rang|called|phoned|reminded) (?!(?:you|for|what|when|which|about|whether|if|because|why|how|that|off|your (?:name|date|full))\b)\w+/,
  },
  {
    kind: 'waitlisted',
    words: /\b(?:next|first|top) (?:in (?:line|the queue)|of the (?:queue|list)|on the list)\b/,
    mayBeAsked: true,
  },
  {
    kind: 'record',
    words:
      /\b(?:your|su|tu) (?:last|previous|most recent|ultima|anterior) (?:visit|appointment|checkup|consulta|visita|cita) (?:was|fue|con|with|on|era)\b|\b(?:you (?:were|was) (?:here|seen|with us)|estuvo (?:aqui|con nosotros)|vino)\b/,
    mayBeAsked: true,
  },
  {
    kind: 'act',
    words:
      /\ban? (?!(?:\w+ )?(?:time|slot|appointment|visit|spot|place|booking|hold|reservation|code|text|message|confirmation|link)\b)(?:\w+ ){1,2}(?:is|was|has been|will be|gets)(?: all| now| already)* (?:booked|arranged|reserved|scheduled|set up|ordered|organi[sz]ed|requested)\b/,
    mayBeAsked: true,
  },
  {
    kind: 'booked',
    words:
      /\byou(?:ve| have)(?: just| only| still| got)* (?:the )?(?:one|two|three|\d) (?:left|more|coming up|booked|remaining)\b|\b(?:dr|doctor) [a-z]+ (?:(?:still|already) has|has got|have got|got|has) you\b|\b(?:ive|weve|i have|we have|i) left(?: \w+){1,8} (?:alone|as (?:it|they) (?:is|are|was|were)|untouched|in place)\b/,
    mayBeAsked: true,
  },
  {
    kind: 'cancelled',
    words: /\b(?:one|appointment|visit|slot|booking|ones)(?: (?!not|never|hasnt|isnt|wasnt)\w+){0,3} cancell?ed\b/,
    mayBeAsked: true,
  },
  { kind: 'held', words: /\b(?:got|have|keeping|put|is|are)(?: \w+){1,9} on hold\b/, mayBeAsked: true },
  {
    kind: 'act',
    words: /\bsaved (?:in|to|on|under) (?:your|our|the) (?:account|file|system|profile|records?|chart)\b/,
    mayBeAsked: true,
  },
  {
    kind: 'held',
    words:
      /\b(?:ive|weve|i have|we have|i|we)(?: just| already)* (?:put|set|kept|placed)(?: \w+){1,8} (?:aside|to one side)\b|\b(?:the|your|this|that) hold (?:lasts?|is|runs|expires|will|stays|ends)\b/,
    mayBeAsked: true,
  },
  { kind: 'booked', words: /\bya (?:puede|puedes|podes|pueden) (?:pasar|venir|acudir|ir)\b/, mayBeAsked: true },
  // What it was before, or from where it went.
  {
    kind: 'moved',
    words:
      /\b(?:old|previous|original|former|prior) (?:time|slot|one|day|date|hour|appointment|visit|booking)(?: with .{2,40})? (?:was|used to be|had been)\b|\b(?:it|that|appointment|visit|booking) (?:went|goes|has gone|jumped) from\b|\b(?:originally|previously|initially) (?:it|that|you|yours) (?:was|were|had)\b/,
    mayBeAsked: true,
  },
  {
    kind: 'moved',
    words:
      /\bestaba para (?:el|la|las|manana|hoy)\b|\bantes (?:(?:la|lo|le|te|se|usted) )*(?:tenia\w*|era|estaba)\b|\b(?:hora|cita|fecha|dia|turno|horario) (?:anterior|viej[oa]|original|de antes) era\b|\b(?:paso|cambio|movio) al? (?:\d|lunes|martes|miercoles|jueves|viernes|sabado|domingo|dia)|\b(?:paso|cambio|movio) del? (?:la |las )?(?:\d|lunes|martes|miercoles|jueves|viernes|sabado|domingo|dia|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce)\b/,
    mayBeAsked: true,
  },
  {
    kind: 'moved',
    words: /\bhayan?(?: sido)? (?:cambiad|movid|reprogramad|reagendad)[oa]s?\b/,
    intention: true,
  },
  { kind: 'cancelled', words: /\bhayan?(?: sido)? (?:cancelad|anulad|borrad)[oa]s?\b/, intention: true },
  // A doctor by the bare name.
  {
    kind: 'booked',
    words:
      /\b(?:youll be|you will be|youre|you are|going to be) (?:seeing|meeting|seen by)\b(?! (?:an?|any|another|double|spots|things|it|this|that|someone|somebody)\b)|\b(?:itll|it will|its|it is) (?:be )?(?:\w+ ){1,3}(?:(?:that|whom?) )?(?:you see|youll see|you will see|youre seeing|youll be seeing)\b|\b(?:su|tu) consulta (?:es|sera|queda|quedo|sigue) (?:con|el|para|a las|manana|hoy|este|esta)\b/,
    intention: true,
  },
  {
    kind: 'booked',
    words: /\bquedo (?:entonces |pues |asi )?(?:para|en|fijad[oa]) (?:el|la|las|este|esta|manana|hoy|pasado)\b/,
    mayBeAsked: true,
  },
  {
    kind: 'booked',
    words:
      /\b(?:le|te) toca (?:el|este|esta|manana|hoy)\b|\b(?:sigue|siguen) (?:la|el|las) (?:de|del)\b|\bstays put$|\bis still (?:there|on|good)(?: for you)?$/,
    mayBeAsked: true,
  },
  { kind: 'cancelled', words: /\bya no (?:tiene|tienes) (?:la|el|lo) (?:cita )?(?:de|del)\b/, mayBeAsked: true },
  { kind: 'booked', words: /\b(?:still |also )?stands?(?: (?:as|for) .{2,20})?$/, mayBeAsked: true },
  // Spanish, with the words for having booked that each country uses.
  {
    kind: 'booked',
    words:
      /\b(?:tiene|tienes|tenes|teneis)(?: usted| ya| tambien| todavia| aun)* (?:una |su |tu |la |el |un )?(?:cita|turno|hora|reserva|consulta)\b(?! (?:libre|disponible))/,
    mayBeAsked: true,
  },
  {
    kind: 'booked',
    words:
      /\b(?:le|te|les|lo|la) (?:queda|sigue|quedan)(?: \w+)? (?:la|el|lo) (?:de|del)\b|\b(?:sigue|sigues|seguis|continua|siguen|queda|quedan)(?: \w+)? (?:con (?:el|la|dr|doctor)|siendo|en pie|vigente|igual|para)\b|\b(?:no se (?:ha )?(?:toco|tocado|movio)|sin tocar|intact[oa])\b/,
    mayBeAsked: true,
  },
  {
    kind: 'booked',
    words:
      /\b(?:queda|quedas|quedo|quedaste|esta|estas|queda usted|esta usted)(?: ya| usted| todo)* (?:citad|anotad|agendad|apuntad|reservad|confirmad|registrad|programad|inscrit|asentad|cargad)[oa]s?\b|\bquedamos (?:el|para|en que)\b|\b(?:turno|cita) (?:sacad|dad|cargad|tomad|hech)[oa]\b|\b(?:la|lo|le|te) (?:ve|vera|atiende|atendera|recibe|recibira) (?:el|la|dr|doctor)\b|\b(?:doctor|doctora) \w+ (?:le|lo|la|te) (?:ve|vera|atiende|atendera|espera|recibe|recibira)\b/,
    mayBeAsked: true,
  },
  {
    kind: 'booked',
    words:
      /(?:^|[^\p{L}])(?:le|te|les|la|lo|se la|se lo|ya le|ya te) (?:anoté|di|dimos|puse|pusimos|saqué|metí|cogí|apunté|agendé|citamos|cité)(?![\p{L}])(?! (?:baja|con))/u,
    accents: true,
  },
  {
    kind: 'moved',
    words:
      /\b(?:he|hemos|se ha|ha) (?:pasado|puesto|llevado|corrido|adelantado|atrasado|retrasado)\b|\b(?:cita|turno|hora) (?:paso|pasa|se paso|se movio|se cambio) (?:del?|al?)\b|\b(?:ahora|nuevo|nueva) (?:es|la tiene|lo tiene|lo ve|la ve|le ve|horario|hora|fecha|dia|cita|turno)\b|\bcambio (?:ya )?(?:esta|queda|quedo) hecho\b/,
    mayBeAsked: true,
  },
  {
    kind: 'moved',
    words:
      /(?:^|[^\p{L}])(?:le|te|les|la|lo|se la|se lo) (?:pasé|corrí|adelanté|moví|cambié|pasamos|corrimos)(?![\p{L}])/u,
    accents: true,
  },
  {
    kind: 'cancelled',
    words:
      /(?:^|[^\p{L}])(?:(?:le|te|les|la|lo|se la|se lo) )?(?:quité|saqué|di de baja|anulé|borré|eliminé|liberé|solté)(?![\p{L}])(?! turno)/u,
    accents: true,
  },
  {
    kind: 'cancelled',
    words:
      /\b(?:he|hemos|se ha) (?:quitado|sacado|soltado|liberado|borrado|tachado)\b|\b(?:queda|quedo|ha quedado) (?:ya )?(?:libre|liberad[oa])\b|\bya no (?:tiene|tienes|tenes|hace falta|necesita|ocupa)(?: que)? (?:que )?(?:venir|venga|vengas|acudir)\b|\bya no (?:venga|vengas|vaya|acuda)\b|\b(?:se|tambien se) cancelo\b/,
    mayBeAsked: true,
  },
];

/** Acts that were not done, in either language: they stand unless they were done. Verbs as they follow "couldn't", "no pude", "no se ha". */
export const undone: readonly { readonly kind: 'booked' | 'cancelled' | 'moved'; readonly words: RegExp }[] = [
  {
    kind: 'cancelled',
    words:
      /\b(?:nothing|nowt|none|neither|no one|not|never|unable to)(?: (?!but|only|just)\w+){0,3} (?:cancel\w*|called off|taken off|removed|deleted)\b|\bno (?:\w+ ){0,4}(?:cancel\w+|anul\w+|dad[oa] de baja|borr\w+|quit\w+)\b/,
  },
  {
    kind: 'moved',
    words:
      /\b(?:sigue|queda|siguen|quedan|esta) (?:igual|como estaba|donde estaba|en el mismo)\b|\b(?:as|where) it was\b|\bunchanged\b|\b(?:still|stays?|remains?) (?:the same|where it|put)\b|\b(?:nothing|nowt|none|neither|no one|not|never|unable to)(?: (?!but|only|just)\w+){0,3} (?:touch\w*|mov(?:e|ed)|chang(?:e|ed)|reschedul\w+|switch\w*|shift\w*|swap\w*)\b|\bno (?:\w+ ){0,4}(?:cambi\w+|mov\w+|pas(?:ado|arla|arlo|ar)\b|reprogram\w+|reagend\w+)\b/,
  },
  {
    kind: 'booked',
    words:
      /\b(?:nothing|nowt|none|neither|no one|not|never|unable to)(?: (?!but|only|just)\w+){0,3} (?:made|done|book\w*|scheduled?|confirm\w*|reserve\w*)\b|\bno (?:booking|appointment|reservation|visit) (?:yet|so far|as yet|at this point|at the moment|right now|in place|made)\b|\bno (?:\w+ ){0,4}(?:reserv\w+|agend\w+|confirm\w+|apunt\w+|anot\w+)\b/,
  },
];
