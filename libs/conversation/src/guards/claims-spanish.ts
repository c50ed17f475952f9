import type { ClaimPattern } from './claim-pattern';

const SOFT =
  '(?: ya| usted| le| te| lo| la| los| las| les| se| acaba de| recien| todo| toda| su| tu| cita| bien| ahora| tambien| asi| oficialmente| correctamente)*';
const HAVE = '(?:he|hemos|ha|han|habiamos|habia)';
const BE =
  '(?:esta|estan|queda|quedan|quedo|quedaron|ha quedado|ha sido|fue|fueron|es|ya|todo|cita|hora|reserva|turno|sea)';
const object = '(?:le|te|lo|la|los|las|les|se|selo|sela|me)';

/** @param ones participle stems, "reservad|agendad"; @param past pretérito with its accents; @param verbs infinitives; @param now first person present. */
const act = (kind: ClaimPattern['kind'], ones: string, past: string, verbs: string, now: string): ClaimPattern[] => [
  { kind, words: new RegExp(`\\b${HAVE}${SOFT} (?:${ones})[oa]?s?\\b`) },
  { kind, words: new RegExp(`\\b${BE}${SOFT} (?:${ones})[oa]s?\\b`), mayBeAsked: true },
  { kind, words: new RegExp(`(?:^|[^\\p{L}])(?:${past})(?![\\p{L}])`, 'u'), accents: true },
  {
    kind,
    words: new RegExp(
      `\\b(?:voy a|vamos a|procedo a|procedemos a|dejeme|dejame|permitame|permiteme|paso a|acabo de|acabamos de)(?: ${object})? ?(?:${verbs})(?:${object}|l[oa]s?)*\\b`,
    ),
    intention: true,
  },
  { kind, words: new RegExp(`\\b(?:${object} )+(?:${now})\\b`), intention: true },
  {
    kind,
    words: new RegExp(
      `\\b(?:estoy|estamos) (?:${verbs.replace(/ar\b/g, 'ando').replace(/er\b/g, 'iendo')})(?:${object})*\\b`,
    ),
    intention: true,
  },
  {
    kind,
    words: new RegExp(`(?:^|[^\\p{L}])(?:${object} )*(?:${verbs})(?:é|emos)(?![\\p{L}])`, 'u'),
    accents: true,
    intention: true,
  },
];

/** Spanish; folded but for the patterns that say `accents`. */
export const spanishClaims: readonly ClaimPattern[] = [
  ...act(
    'booked',
    'reservad|apuntad|asegurad|cogid|cread|agendad|programad|confirmad|concertad|registrad[oa] (?:la|su) cit|asignad|list|hech|cerrad|arreglad|resuelt|finalizad|completad|anotad',
    'reservé|apunté|agendé|programé|confirmé|concerté|asigné|anoté|reservamos|agendamos|programamos',
    'reservar|agendar|programar|confirmar|concertar|finalizar|anotar',
    'reservo|agendo|programo|confirmo|anoto',
  ),
  {
    kind: 'booked',
    words:
      /^(?:(?:perfecto|muy|bien|excelente|ok|vale|claro|si|y|gracias|de acuerdo) )*(?:listo|lista|hecho|reservado|reservada|agendado|agendada|confirmado|confirmada|cita (?:reservada|confirmada|agendada|hecha))\b/,
    mayBeAsked: true,
  },
  {
    kind: 'booked',
    words:
      /\b(?:nos vemos|le esperamos|lo esperamos|la esperamos|te esperamos|les esperamos|le espera|lo espera|la espera|te espera|le vemos|lo vemos|la vemos|te vemos|le veremos|lo veremos|la veremos)\b/,
    mayBeAsked: true,
  },
  {
    kind: 'booked',
    words:
      /\b(?:tiene|tienes|usted tiene|ya tiene|veo que tiene|le tengo|lo tengo|la tengo)(?: ya| una| su| un| la| otra| dos| agendada| anotado| anotada| programada)* (?:cita|citas|turno|reserva|hora) (?:el|para|con|a las|manana|hoy|programada|agendada|confirmada|reservada|pendiente|este|esta)\b/,
    mayBeAsked: true,
  },
  {
    kind: 'booked',
    words:
      /\b(?:su|tu|la) (?:proxima |nueva )?(?:cita|reserva|visita|hora|turno) (?:con .{2,40} )?(?:es|sera|queda|quedo|esta|sigue)\b(?! (?:cancelad|anulad|movid|cambiad|guardad|apartad|no))/,
    mayBeAsked: true,
  },
  {
    kind: 'booked',
    words:
      /\b(?:tiene|tienes|tengo|tenemos)(?: ya| la| lo| su| cita| hora| todo)* (?:reservad|agendad|confirmad|apartad|asegurad|apuntad)[oa]s?\b/,
    mayBeAsked: true,
  },
  {
    kind: 'booked',
    words: /\b(?:la|lo) (?:tiene|tienes) (?:ya |usted )?(?:manana|hoy|el|para|a las|este|esta)\b/,
    mayBeAsked: true,
  },
  { kind: 'booked', words: /\b(?:es|son|ya es|queda) (?:toda |todo )?(?:suy|tuy)[oa]s?\b/, intention: true },
  { kind: 'booked', words: /\b(?:numero|codigo) de (?:confirmacion|reserva|cita)\b/, mayBeAsked: true },
  ...act(
    'held',
    'guardad|apartad|retenid|bloquead|separad',
    'guardé|aparté|separé|retuve',
    'guardar|apartar|retener|separar',
    'guardo|aparto|retengo|separo',
  ),
  ...act(
    'cancelled',
    'cancelad|anulad|eliminad|borrad|dad[oa] de baj',
    'cancelé|anulé|eliminé|borré|cancelamos|anulamos',
    'cancelar|anular|eliminar|borrar',
    'cancelo|anulo|elimino',
  ),
  {
    kind: 'cancelled',
    words: /^(?:(?:perfecto|listo|muy|bien|ok|vale|y|si|hecho) )*(?:cancelada|cancelado|anulada|anulado)\b/,
    mayBeAsked: true,
  },
  {
    kind: 'cancelled',
    words:
      /\bya no (?:le |te )?(?:tiene|tienes|hay|consta|aparece|figura)(?: [a-z]+){0,3} (?:citas?|hora|reserva|turno)\b|\b(?:citas?|hora|reserva|turno)(?: [a-z]+){0,2} ya no (?:existe|esta|consta|figura|aparece)\b/,
    mayBeAsked: true,
  },
  ...act(
    'moved',
    'reprogramad|movid|cambiad|trasladad|pasad[oa] (?:su|la) cit|reagendad|modificad|actualizad',
    'reprogramé|moví|cambié|trasladé|reagendé|modifiqué|cambiamos|movimos',
    'reprogramar|mover|cambiar|trasladar|reagendar|modificar',
    'reprogramo|muevo|cambio|traslado|reagendo',
  ),
  {
    kind: 'moved',
    words: /\b(?:la|lo|las|los) (?:he|hemos|ha) (?:ya )?(?:pasado|puesto|dejado|llevado) (?:al?|para|en)\b/,
  },
  {
    kind: 'moved',
    words: /^(?:(?:perfecto|listo|muy|bien|ok|vale|y|si|hecho) )*(?:cambiada|cambiado|movida|reprogramada)\b/,
    mayBeAsked: true,
  },
  ...act(
    'sent',
    'enviad|mandad|remitid|escrit[oa] (?:un|el) mensaj',
    'envié|mandé|enviamos|mandamos',
    'enviar|mandar|remitir|recordar',
    'envio|mando|recuerdo',
  ),
  {
    kind: 'sent',
    words:
      /\b(?:recibira|recibiras|le llegara|te llegara|va a recibir|vas a recibir|le llega|(?:le|te|les) (?:acaba de llegar|ha llegado|llego|tiene que haber llegado)|(?:tiene|tienes|encontrara)(?: ya)? (?:el|la|un|una|los|las|todo)(?: \w+){0,3} en (?:su|tu|la) (?:bandeja|correo|buzon|movil|telefono)|bandeja de entrada|le enviaremos|le mandaremos|le enviaran)\b/,
    mayBeAsked: true,
  },
  {
    kind: 'message',
    words:
      /\b(?:alguien|una persona|el doctor|la doctora|un companero|una companera|el personal|nuestro equipo|el equipo|la enfermera|la clinica|recepcion) (?:le |lo |la |te |se )*(?:llamara|llamaran|contactara|va a llamar|devolvera|pondra en contacto|comunicara|respondera)\b/,
    mayBeAsked: true,
  },
  {
    kind: 'message',
    words:
      /\b(?:le|lo|la|te) (?:llamara|llamaremos|llamaran|contactara|contactaremos|contactaran|devolveremos la llamada|devolveran la llamada)\b/,
    mayBeAsked: true,
  },
  ...act(
    'message',
    'pasad[oa]? (?:el|su) (?:mensaj|recad)|entregad|transmitid|avisad|informad|notificad|dejad[oa]? (?:el|un|su) (?:mensaj|recad)|anotad[oa]? (?:el|su) (?:mensaj|recad)',
    'avisé|informé|notifiqué|dejé',
    'avisar|informar|notificar',
    'aviso|informo|notifico',
  ),
  {
    kind: 'message',
    words:
      /\b(?:he|hemos|ya)(?: ya)? (?:hablado|consultado|preguntado|confirmado) (?:con|a|al) (?:el|la|los)? ?(?:doctora?|medic[oa]|enfermera|personal|equipo)\b/,
  },
  { kind: 'waitlisted', words: /\b(?:en|a) (?:la|nuestra) lista de espera\b/, mayBeAsked: true, intention: true },
  {
    kind: 'transferring',
    words:
      /\b(?:le|lo|la|te) (?:transfiero|paso|comunico|conecto|estoy transfiriendo|estoy pasando|transferire|pasare|comunicare|conectare)(?: con| a| ahora| enseguida| de inmediato|$)/,
    intention: true,
  },
  {
    kind: 'transferring',
    words:
      /\b(?:he|hemos|ha sido|han sido|fue|esta|esta siendo|queda|ya esta)(?: ya| usted| le| ahora)* (?:transferid|comunicad|conectad|derivad)[oa]s?\b/,
    mayBeAsked: true,
  },
  {
    kind: 'record',
    words:
      /\b(?:(?:he |hemos )?(?:encontrado|encontre|localizado|verificado|identificado|registrado|actualizado)|veo|tengo aqui|aparece) (?:aqui )?(?:su|sus|tu|tus|el|la|los|a la|al) (?:registro|expediente|ficha|datos|informacion|historial|cuenta|identidad|numero|telefono|direccion|fecha de nacimiento|paciente|perfil)\b/,
    mayBeAsked: true,
  },
  {
    kind: 'record',
    words:
      /\b(?:(?:usted|ya) )*(?:esta|queda|aparece|figura) (?:ya )?(?:registrad[oa]|verificad[oa]|identificad[oa]|en (?:nuestro|el) sistema)\b/,
    mayBeAsked: true,
  },
  {
    kind: 'record',
    words: /\b(?:segun (?:nuestros|su|el|sus)|nuestros registros|en su expediente|su expediente dice)\b/,
  },
  {
    kind: 'available',
    words:
      /\b(?:hay|tengo|tenemos|tiene|queda|quedan|existe|con)(?: [a-z]+){0,4} (?:disponible|disponibles|disponibilidad|libre|libres|huecos?|espacios?|cupos?|turnos?)\b/,
    mayBeAsked: true,
  },
  { kind: 'available', words: /\b(?:esta|estan) (?:libre|disponible)s?\b/, mayBeAsked: true },
  {
    kind: 'available',
    words:
      /\b(?:le|lo|la|te) (?:puede|puedo|podemos|podria) (?:atender|ver|recibir)\b|\bpuede (?:atender|ver|recibir)l[eoa]\b/,
  },
  {
    kind: 'unavailable',
    words:
      /\bno (?:hay|tengo|tenemos|tiene|queda|quedan|existen?)(?: [a-z]+){0,4} (?:disponibles?|disponibilidad|libres?|huecos?|espacios?|cupos?|turnos?|citas|horas|horarios)\b/,
  },
  {
    kind: 'unavailable',
    words:
      /\b(?:todo|esta|estan) (?:lleno|llena|ocupado|ocupada|completo|completa|agotado)\b|\bno esta(?:n)? disponibles?\b|\b(?:esta|estara) de (?:vacaciones|baja|permiso)\b/,
  },
  {
    kind: 'human',
    words:
      /\b(?:soy|habla con|esta hablando con|hablas con)(?: [a-z]+){0,2} (?:persona(?: real)?|humano|humana|ser humano|enfermera|medico|doctora?)\b/,
    mayBeAsked: true,
  },
  { kind: 'human', words: /\bno soy (?:un |una )?(?:robot|maquina|bot|computadora|asistente automatico)\b/ },
  {
    kind: 'booked',
    words:
      /\bya (?:le |se le |me )?quedo\b(?! (?:claro|alguna|con))|\b(?:esta|queda|quedo)(?: ya)? en (?:la|mi|nuestra) agenda\b|\bya tiene (?:su|la) (?:cita|hora|turno|lugar)\b|\b(?:di|dimos) de alta (?:la|su) cita\b|\b(?:la|lo|le) (?:registre|anote|apunte|agende)\b(?! como)/,
    mayBeAsked: true,
  },
];
