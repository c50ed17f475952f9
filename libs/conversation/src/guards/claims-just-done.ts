import type { ClaimPattern } from './claim-pattern';

// Acts told by a turn of phrase that goes with any verb, in either language: "acabo de …", money given back, a state of being off.

const JUST = '\\b(?:acab(?:o|a|amos|an) de|termin(?:o|e|amos) de)';
const PRONOUN = '(?:(?:me|te|le|se|la|lo|las|los|les) )*';

const justDone = (verbs: string) =>
  new RegExp(`${JUST} ${PRONOUN}(?:${verbs})(?:la|lo|le|te|se|sela|selo|las|los)?\\b`);

/** "Habiéndole confirmado ya su cita", "having booked you in": said in passing, and yet that it was done. */
const having = (spanish: string, english: string) =>
  new RegExp(
    `\\b(?:habiendo(?:me|te|le|se|lo|la|los|las|les|selo|sela)?(?: ya)? (?:${spanish})[oa]s?|having(?: now| just| already)? (?:${english}))\\b`,
  );

export const justDoneClaims: readonly ClaimPattern[] = [
  {
    kind: 'booked',
    words: having(
      'reservad|agendad|apuntad|anotad|citad|confirmad|programad|registrad',
      'booked|scheduled|confirmed|reserved',
    ),
  },
  {
    kind: 'booked',
    words:
      /\b(?:tiene|tienes|tenes)(?: ya)? (?:el|la|su|tu|un|una) (?:cupo|lugar|espacio|turno|cita|hora|puesto|sitio)(?: \w+)? (?:asegurad|reservad|confirmad|garantizad|agendad|apuntad)[oa]\b|\bdone (?:book|booked|put|sort|sorted) (?:it|you|him|her|that|in)\b/,
  },
  { kind: 'cancelled', words: /\bdone (?:cancel|cancell?ed|drop) (?:it|you|him|her|that)\b/ },
  { kind: 'moved', words: /\bdone (?:move|moved|change|changed|switch|push) (?:it|you|him|her|that)\b/ },
  { kind: 'held', words: having('apartad|separad|guardad|bloquead', 'held|set aside|saved|kept') },
  { kind: 'cancelled', words: having('cancelad|anulad|quitad|borrad|eliminad|liberad', 'cancell?ed|released|removed') },
  {
    kind: 'moved',
    words: having(
      'pasad|movid|cambiad|corrid|adelantad|atrasad|reprogramad|reagendad',
      'moved|changed|switched|rescheduled',
    ),
  },
  { kind: 'sent', words: having('enviad|mandad|textead', 'sent|texted|emailed|mailed') },
  {
    kind: 'booked',
    words:
      /\b(?:(?:cuente|cuenta|conta|cuenten)(?: usted| ya)? con (?:su|tu|el|la) (?:cita|turno|hora|reserva|consulta|visita|espacio|cupo)|count on (?:your|the|that)(?: \w+){0,2} (?:appointment|visit|booking|slot|time))\b/,
  },
  {
    kind: 'cancelled',
    words: justDone('dar de baja|cancelar|anular|quitar|borrar|eliminar|sacar|liberar|soltar|tumbar'),
  },
  {
    kind: 'moved',
    words: justDone('pasar|mover|cambiar|correr|recorrer|adelantar|atrasar|reprogramar|reagendar|posponer'),
  },
  {
    kind: 'booked',
    words: justDone('reservar|agendar|apuntar|anotar|meter|poner|dar turno|citar|confirmar|inscribir|registrar'),
  },
  { kind: 'held', words: justDone('apartar|separar|guardar|bloquear') },
  { kind: 'sent', words: justDone('enviar|mandar|texte?ar') },
  {
    kind: 'cancelled',
    words:
      /\b(?:qued(?:o|a|aron|an)|est(?:a|an)|ha quedado|han quedado) (?:ya |todo )*sin efecto\b|\b(?:visits?|appointments?|bookings?|both|all)(?: \w+){0,3} (?:is|are) (?:all |both |now )*off(?: now| the (?:books|table|calendar))?$|\b(?:qued\w+|esta|estan) (?:ya )?(?:cancelad|anulad|borrad)[oa]s?\b/,
    mayBeAsked: true,
  },
  {
    kind: 'act',
    words:
      /\b(?:refund(?:ed)?|reimburs(?:ed|ement)|(?:credited|returned|given|gone|sent|put)(?: \w+){0,3} (?:back )?(?:to|onto|on|into) your (?:card|account|bank)|money back|waived|reembols\w+|devolucion|(?:regres|devolv|reintegr|deposit|abon)\w*(?: \w+){0,4} (?:a|en) su (?:tarjeta|cuenta))\b/,
    mayBeAsked: true,
    intention: true,
  },
];
