import type { ClaimPattern } from './claim-pattern';

/**
 * What the patterns of known claims cannot list: any act that the speaker tells of having done, whatever its verb ("I've popped you in",
 * "la he metido"), and states that only an act brings about. They are looked for where nothing known was found, and no fact holds them.
 */
const SOFT = '(?: just| already| also| now| even| finally| actually| happily| gone ahead and| went ahead and)*';
/** Hearing, looking and thinking change nothing. */
const IDLE =
  'need|feed|heed|speed|indeed|asked|looked|checked|searched|noticed|mentioned|missed|wanted|needed|tried|hoped|wondered|liked|loved|listened|apologi[sz]ed|explained|offered|used|learned|guessed|figured|suggested|recommended|received|enjoyed|appreciated|closed|limited|pleased|delighted|honou?red|worried|concerned|allowed|required|supposed|located|based|dedicated|designed|trained|programmed|reached the|talked about|helped|answered|confused|interested|excited|tired|mixed|stopped|followed|assumed|double checked|misunderstood';
const IRREGULAR =
  'put|set|took|taken|made(?! a mistake| sure)|gave|given|told(?! you)|let(?! you know)|left|did(?! not|nt)|wrote|written|rang|rung|threw|thrown|stuck|slid|struck|brought|cut|split|paid|ran|dealt|drew|dug|swung|slipped|spoken|got (?:it|that|you|rid)';

export const englishActs: readonly ClaimPattern[] = [
  {
    kind: 'act',
    words:
      /\b(?:prescription|refill|file|records?|chart|account|profile|address|referral|insurance|fee|form|request|payment|order|prescriptions)(?:s| is| are| has| have| was| were)(?: now| all| already| just)*(?: been)? (?!(?:needed|required|closed|based|located|called|used|asked|mentioned|listed|supposed)\b)\w{3,}ed\b/,
    mayBeAsked: true,
  },
  {
    kind: 'act',
    words: new RegExp(`\\b(?:i|we|ive|weve|i have|we have)${SOFT} (?!(?:${IDLE})\\b)(?:\\w{2,}ed|${IRREGULAR})\\b`),
  },
  // "I'm after putting it down" is done in Ireland.
  {
    kind: 'act',
    words: /\b(?:im|i am|were|we are) (?:just |only )?after (?!(?:hearing|looking|checking|asking|seeing)\b)\w+ing\b/,
  },
  {
    kind: 'act',
    words:
      /\b(?:carries|bears|has|have|got|with|under|put) your name\b|\byour name (?:is )?(?:on|next to|beside|against)\b|\b(?:knows?|aware|expecting|ready|prepared)(?: that)? (?:youre|you are|for you|your) ?(?:coming|visit|arriv\w+|on the way)?\b/,
    mayBeAsked: true,
  },
  {
    kind: 'moved',
    words:
      /\b(?:now (?:starts?|begins?|takes place)|(?:starts?|begins?|is) now (?:at|on)|(?:starts?|begins?|is|will be)\b.{0,40}\b(?:instead|rather than))\b/,
    mayBeAsked: true,
  },
  {
    kind: 'cancelled',
    words:
      /\b(?:nothing|no (?:appointment|visit|booking)s?) (?:is |are )?(?:left |remains? |any ?more )?(?:on|in) (?:your|the|our) (?:calendar|schedule|books|diary)\b/,
  },
  {
    kind: 'sent',
    words: /\b(?:in|on|to) your (?:texts?|messages|phone|cell|inbox|mail|email|voicemail)\b/,
    mayBeAsked: true,
  },
  // Where appointments live, and the way out of there.
  {
    kind: 'act',
    words:
      /\b(?:in|on|into|onto|off|out of|from) (?:the|our|your|his|her|dr \w+s?|doctor \w+s?)(?: \w+)? (?:diary|diaries|calendars?|schedule|books|roster|agenda|planner|system|computer|list|waiting list|wait ?list)\b/,
    mayBeAsked: true,
  },
  {
    kind: 'act',
    words:
      /\b(?:consider (?:it|that|yourself)|(?:it|that|this|everything|all|time|slot|spot|appointment|visit|booking)(?:s| is| are| has| have| was| will be| has been)(?: now| all| already| been| officially| both)* (?:locked|fixed|nailed|pinned|wrapped|squared|handled|dealt|covered|pencill?ed|slotted|tucked|safe|in place|official|a go|through)|(?:we|ive|weve|i) (?:got|have) you (?:covered|down|in|set)|(?:booking|appointment|request|reservation|payment) (?:went|has gone|is|came|goes) through|you (?:dont|do not|wont|will not)(?: need| have)?(?: to)? (?:do anything|worry about a thing|lift a finger))\b/,
    mayBeAsked: true,
  },
  {
    kind: 'cancelled',
    words:
      /\b(?:you(?:re| are) (?:now )?free (?:that|on|then)|(?:wont|will not|isnt|is not|not) (?:be )?(?:happening|going ahead|taking place)(?: any ?more)?|you (?:no longer|dont|do not) (?:have|need) to (?:come|be here|show|attend))\b/,
    mayBeAsked: true,
  },
];

/** Said of what stands and of what is gone without naming an act. */
export const englishStates: readonly ClaimPattern[] = [
  // "Isn't it a relief to have it cancelled?" tells of it.
  {
    kind: 'act',
    words:
      /\bisnt it (?:such |just )?a (?:relief|weight off)\b|\b(?:isnt it|arent you|werent you|wasnt it|doesnt it|arent we)\b.{0,30}\b(?:relief|glad|pleased|happy|nice|great|good|lovely|relieved|weight off)\b.{0,20}\b(?:to have|to be|having|when (?:we|i)|that (?:we|i|its|it|your|youre)|now that|knowing)\b/,
  },
  // What a doctor has said or allowed is known to nobody here.
  {
    kind: 'act',
    words:
      /\b(?:doctor|gp|nurse|specialist)(?: has| have|s)?(?: already| now| just)* (?:approved|okayed|ok d|authori[sz]ed|signed off|agreed|cleared|prescribed|said (?:yes|its (?:fine|ok|okay)|you can))\b/,
    mayBeAsked: true,
  },
  // "Which I have": what was asked for.
  {
    kind: 'act',
    words:
      /\b(?:which|and|so) (?:i|we) (?:have|did)(?: now| already)?$|\b(?:which|and) (?:ive|weve) (?:now |already )?done$/,
  },
  {
    kind: 'booked',
    words:
      /\b(?:thats|that is) you(?: still| now| all)* (?:on|in|down|booked|sorted|set)\b|\byou(?:rs)?(?: still| all| now)+ (?:on|in|down) for\b/,
    mayBeAsked: true,
  },
  {
    kind: 'sent',
    words:
      /\b(?:youll|you will|you should|you must) have (?:seen|had|got|gotten|received|noticed)\b.{0,30}\b(?:text|message|email|link|code|confirmation|reminder|letter)\b/,
    mayBeAsked: true,
  },
  {
    kind: 'cancelled',
    words: /\b(?:been|is|was|got|are|were) (?:struck|crossed|scratched|knocked|taken) (?:off|out)\b/,
    mayBeAsked: true,
  },
  {
    kind: 'booked',
    words:
      /\byou(?:ve| have)?(?: now| still| also)* (?:got|have|hold) (?:both|the two|two (?:times|slots|visits))\b|\b(?:place|spot|slot|time|visit)(?: with .{2,40})? (?:is|are) (?:guaranteed|assured|safe|certain|fixed)\b|\blook(?:s|ing)? forward to (?:meeting|having) you\b/,
    mayBeAsked: true,
  },
  {
    kind: 'sent',
    words:
      /\b(?:reminder|text|confirmation|message|email|link|code|letter)s? (?:will|should|is going to)(?: soon| then)* (?:reach|find|come|get to|arrive|follow|land|be waiting)\b/,
    mayBeAsked: true,
  },
  {
    kind: 'cancelled',
    words:
      /\b(?:(?:other|old|first|second|previous|earlier|original) (?:one|time|appointment|booking|visit)|appointments?|bookings?|visits?)(?:s| is| are| has| have| was)*(?: now| all| already| both| been)* (?:gone|history|scrapped|scratched|axed|struck|no more|released|given (?:back|up|away))\b|\b(?:week|month|day|morning|afternoon|calendar|diary)(?:s| is| are)(?: now| all| completely)* clear\b/,
    mayBeAsked: true,
  },
  {
    kind: 'booked',
    words:
      /\b(?:appointment|booking|visit|slot|spot|time|place)s?(?: is| are)?(?: still| also| now| all)* (?:yours|in place|standing|stands|valid|there for you)\b(?! (?:hold|offer))/,
    mayBeAsked: true,
  },
];

const IDLE_ES =
  'entendido|comprendido|oido|escuchado|dicho|preguntado|querido|podido|visto|mirado|buscado|encontrado|mencionado|equivocado|confundido|perdido|olvidado|pensado|consultado|recibido|intentado|explicado|ofrecido|sabido|tenido|estado|sido|habido|ocurrido|pasado algo|llegado|conseguido oir|propuesto|leido|comentado|indicado|notado';

export const spanishStates: readonly ClaimPattern[] = [
  {
    kind: 'act',
    words:
      /\ba que (?:(?:le|te) )?(?:da gusto|es un alivio|alegra|esta (?:mas )?(?:tranquil|content)[oa]|que bien)\b.{0,30}\b(?:tener|haber|con|que|de)\b/,
  },
  {
    kind: 'act',
    words:
      /\b(?:medic[oa]|doctora?|enfermer[oa]|especialista)(?: ya| se| le| lo| la| te)* (?:dijo que (?:si|puede)|autoriz[oa]|ha autorizado|aprobo|ha aprobado|ha dicho que (?:si|puede)|dio (?:permiso|el visto bueno)|le receto)\b/,
    mayBeAsked: true,
  },
  { kind: 'act', words: /\b(?:lo cual|cosa que|y eso|y asi) (?:ya )?(?:lo )?(?:hice|he hecho|hicimos|hemos hecho)$/ },
  {
    kind: 'booked',
    words:
      /\b(?:cita|turno|reserva|hora|visita|consulta)(?: \w+){0,3} (?:registrad|ingresad|asentad|grabad|tramitad|procesad|formalizad|cerrad)[oa]s?\b/,
    mayBeAsked: true,
  },
  {
    kind: 'booked',
    words:
      /\b(?:conserv(?:a|e|as|amos)|mantien(?:e|es)|manten(?:ga|emos)|sigues? (?:teniendo|con)|(?:cita|turno|hora|reserva) (?:sigue|continua)(?: \w+)? (?:en pie|vigente|firme|igual))(?: tambien| aun| todavia)*(?: (?:la|el|las|los|su|sus|tu|tus|ambas)\b(?! (?:calma|linea|telefono|numero))|$)/,
    mayBeAsked: true,
  },
  {
    kind: 'booked',
    words: /\b(?:sigue|siguen|continua|se mantiene|se mantienen) (?:en pie|vigentes?|firmes?|igual)\b/,
    mayBeAsked: true,
  },
  {
    kind: 'message',
    words: /\b(?:le|te|lo|la|les) (?:va|van) a (?:marcar|llamar|contactar|escribir|hablar|avisar|devolver)\b/,
    mayBeAsked: true,
  },
  {
    kind: 'cancelled',
    words: /\b(?:cita|turno|hora|reserva|lugar)(?: \w+)? (?:queda|quedo|esta|ha quedado|fue)(?: ya)? liberad[oa]\b/,
    mayBeAsked: true,
  },
  {
    kind: 'act',
    words:
      /\b(?:ya )?se (?:ha |han )?(?:mando|mandaron|envio|enviaron|renovo|actualizo|actualizaron|tramito|registro|aviso|cargo|cobro|pago)\b(?! (?:si|cuando))/,
    mayBeAsked: true,
  },
  {
    kind: 'cancelled',
    words: /\b(?:di|dimos|doy|damos|dado|queda|quedo|quedaron|fue|fueron|causa|causo)(?: \w+)? de baja\b/,
    mayBeAsked: true,
  },
  {
    kind: 'sent',
    words:
      /\b(?:correo|mensaje|sms|confirmacion|aviso|enlace|codigo|recordatorio)(?: de \w+)?(?: ya| le| te| se)* (?:salio|sale|va|fue|llego|llega|partio|va en camino|esta en camino)\b/,
    mayBeAsked: true,
  },
  {
    kind: 'message',
    words:
      /\b(?:mensaje|recado|nota)(?: (?!para)\w+){0,2} (?:esta|quedo|queda|ha quedado|fue)(?: ya| bien)* (?:tomad|anotad|apuntad|registrad|guardad|dejad)[oa]\b/,
    mayBeAsked: true,
  },
  {
    kind: 'message',
    words:
      /\b(?:mensaje|recado|nota|consulta|pregunta)(?: ya| le| lo| la| se)* (?:esta|tiene|llego|paso|quedo|va)(?: ya)? (?:con|en manos de|a|al|en (?:la mesa|el escritorio) d)[el]?\b/,
    mayBeAsked: true,
  },
];

export const spanishActs: readonly ClaimPattern[] = [
  {
    kind: 'act',
    words: new RegExp(
      `\\b(?:he|hemos|ha quedado|han quedado|queda|quedan)(?: ya| bien| todo)* (?!(?:${IDLE_ES})\\b)(?:\\w{2,}(?:ad|id)[oa]s?|hecho|puesto|escrito|abierto|resuelto|devuelto|dado)\\b`,
    ),
  },
  {
    kind: 'act',
    words:
      /(?:^|[^\p{L}])(?!(?:entendí|comprendí|oí|escuché|pregunté|busqué|miré|encontré|perdí|olvidé|pensé|creí|intenté|expliqué|recibí|mencioné|equivoqué|aquí|ahí|así|allí|bebé|café|josé|qué|porqué|comité|canapé|carné|traé|poné|ponete|tené|hacé|comé|leé|volvé|respondé|corré|escogé|mové|vení|decí|perdé)(?![\p{L}]))\p{L}{2,}(?:(?<!r)é|(?<=[gptr]r)(?<!querr)é|í)(?![\p{L}])/u,
    accents: true,
  },
  {
    kind: 'act',
    words:
      /\b(?:en|de|a) (?:la|el|mi|nuestra|nuestro|su)(?: \w+)? (?:agenda|sistema|ordenador|computadora|calendario|lista|listado|planilla)\b|\b(?:cuente con (?:ello|eso|su)|delo por hecho|dalo por hecho|no tiene que hacer nada|ya (?:no )?(?:figura|consta|aparece)|todo (?:listo|arreglado|hecho|en orden|solucionado|apuntado))\b/,
    mayBeAsked: true,
  },
  {
    kind: 'booked',
    words:
      /\b(?:ya )?(?:saben?|cuentan? con|esperan?)(?: ya)? (?:que (?:viene|va|vendra|llega)|(?:con )?usted|su (?:visita|llegada))\b/,
    mayBeAsked: true,
  },
  {
    kind: 'cancelled',
    words: /\bya no (?:existe|esta|consta|figura|aparece|sale)\b|\bqueda(?: usted)? libre\b/,
    mayBeAsked: true,
  },
  {
    kind: 'sent',
    words:
      /\b(?:tiene|tienes|vera|encontrara|mire|revise|compruebe|llegado|llega|esta)\b.{0,40}\b(?:su|tu|el|la) (?:movil|telefono|celular|correo|buzon|bandeja)\b|\b(?:su|tu) (?:movil|telefono|celular|correo|buzon)\b.{0,30}\b(?:tiene|esta|vera|llegad[oa])\b/,
    mayBeAsked: true,
  },
  {
    kind: 'cancelled',
    words:
      /\b(?:ya )?no (?:tiene|tienes|hace falta|necesita|es necesario)(?: que)? (?:que )?(?:venir|venga|acudir|acuda|presentarse)\b/,
    mayBeAsked: true,
  },
];
