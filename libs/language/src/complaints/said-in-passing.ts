// Words of illness and of the family that complain of nothing: "good to hear", "ay, mi niña, yo …", "my daughter has to drive me".

const KIN_EN =
  '(?:daughter|son|kids?|children|grand(?:son|daughter|kids?|children)|girl|boy|sister|brother|niece|nephew|daughter-in-law|son-in-law)';
const KIN_ES = '(?:hij[oa]s?|nin[oa]s?|niñ[oa]s?|niet[oa]s?|herman[oa]s?|sobrin[oa]s?|nuera|yerno|chic[oa]s?|críos?)';

const PASSING: readonly RegExp[] = [
  /\b(?:good|nice|glad|great|sorry|lovely|happy|pleased|relieved) to (?:hear|see)\b/gi,
  /\b(?:hear|heard|hearing) (?:back|from|about|that|of|good|great|back from|you)\b/gi,
  new RegExp(
    String.raw`\b(?:my|our|the) ${KIN_EN}(?:'s| is| has| can| will| would|'ll)? (?:only |just |always |has to |have to |going to |gonna |to )*(?:driv(?:e|es|ing)|bring(?:s|ing)?|tak(?:e|es|ing)|help(?:s|ing)?|pick(?:s|ing)?|give|gives|giving|dropp?(?:s|ing)?|free|works?|working|told|said|says|set|showed|lent|put)\b(?: me| us)?`,
    'gi',
  ),
  new RegExp(
    String.raw`\b(?:with|from|pick(?:ing)? up|drop(?:ping)? off|mind(?:ing)?|watch(?:ing)?|babysit\w*|look(?:ing)? after|have|got) (?:my|our|the) ${KIN_EN}\b(?! (?:in|seen|looked))`,
    'gi',
  ),
  /^\W*(?:ay|uy|oye|oiga|mire|mira|gracias|hola|buenas)?[ ,]*(?:mi |m)?(?:niña|nina|niño|nino|hija|hijo|ija)(?=,|\s+(?:yo|me|es que|quiero|necesito|que|tengo|perdona|perdone|disculp\w+))/gi,
  new RegExp(
    String.raw`\b(?:con|recoj\w+ a|recog\w+ a|cuid\w+ a|tengo a|dej\w+ a|llev\w+ a|de) (?:mi|mis|la|el|las|los) ${KIN_ES}(?!\p{L})`,
    'giu',
  ),
  new RegExp(
    String.raw`\b(?:mi|mis) ${KIN_ES} (?:me|nos) (?:llev|tra|acompañ|acompan|ayud|dij|dic|pus|pon|recog|apunt|cogi|hac|prest)\w*`,
    'gi',
  ),
  new RegExp(
    String.raw`\b(?:me|nos) (?:l[oa]s? )?(?:ha |han |habia )?(?:puesto|dicho|mandado|llev|tra|acompañ|acompan|ayud|dij|dic|pus|recog|prest)\w* (?:mi|mis) ${KIN_ES}(?!\p{L})`,
    'giu',
  ),
];

/** What was said, without what only stands around it. */
export function withoutPassing(text: string): string {
  return PASSING.reduce((left, pattern) => left.replace(pattern, ' '), text);
}
