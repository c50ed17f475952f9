/** What the clinic sends, and how it is called. */
const things: Readonly<Record<'code' | 'link' | 'confirmation', RegExp>> = {
  code: /\b(?:codes?|pin|digits?|passcode|codigos?|clave|cifras)\b/,
  link: /\b(?:links?|url|enlaces?|vinculo)\b/,
  confirmation: /\b(?:confirmation|details|confirmacion|detalles)\b/,
};
/** Never sent by us in a talk, whatever else was. */
const OTHER =
  /\b(?:summary|paperwork|forms?|intake|reminders?|instructions|directions|invoice|receipt|bill|results?|prescription|referral|map|brochure|resumen|papeles|formularios?|recordatorios?|instrucciones|indicaciones|factura|recibo|resultados?|receta|volante|mapa)\b/;
/** We text; nothing leaves by any other way. */
const OTHER_WAY =
  /\b(?:e ?-?mail(?:ed|ing|s)?|inbox|mail|mailed|by (?:post|mail|fax)|in the post|faxed|whatsapp|correo|e-?mail|bandeja|carta|buzon)\b/;
const CODE_BY_NAME = /\b(?:confirmation code|verification code|codigo de (?:confirmacion|verificacion|seguridad))\b/g;

/** Whether a sentence that says something was sent names only what was sent, and a way that we have. Folded words. */
export function wasSent(folded: string, sent: readonly { readonly kind: string }[]): boolean {
  if (sent.length === 0 || OTHER_WAY.test(folded)) return false;
  const words = folded.replace(CODE_BY_NAME, 'code');
  const kinds = new Set(sent.map(({ kind }) => kind));
  const named = Object.entries(things).filter(([, thing]) => thing.test(words));
  if (named.length === 0) return !OTHER.test(words);
  return named.every(([kind]) => kinds.has(kind)) && (!OTHER.test(words) || kinds.has('confirmation'));
}
