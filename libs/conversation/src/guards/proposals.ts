import { wordsOf } from '@clinicall/language';

/** Words by which a statement offers, asks, repeats or wonders rather than telling what stands. */
const english =
  /\b(?:can|could|would|may|might|shall|should|if|offer\w*|options?|choices?|choose|pick|between|either|or|available|availability|openings?|opens?|free|slots?|times?|earliest|latest|soonest|closest|each|possibility|alternative|alternatively|earlier|later|sooner|other|second|third|first|next|last|none|not|dont|doesnt|isnt|arent|(?:dr|doctor) \w+s (?:is|are)|(?:i|we|ive|weve|he|she|they|dr|doctor|also)(?: \w+){0,3} (?:have|has|had|got|see|found)|i see|there (?:is|are|was|were)|theres|how about|what about|looks?|looking|check\w*|search\w*|ask\w*|wants?|wanted|prefer\w*|like|mention\w*|said|say|saying|tell|mean|meant|understand|heard|sounds?|know|let me|lets|closest|nearest|today is|number (?:one|two|three)|it is (?:now|currently))\b/;
const spanish =
  /\b(?:puedo|puede|podemos|podria\w*|ofre\w+|opcion\w*|elij\w*|elig\w*|entre|o|disponib\w*|libres?|huecos?|horas?|horarios?|primer[oa]?|proxim[oa]|ultim[oa]|nada|no|ningun\w*|tengo|tenemos|tiene (?:libre|disponible|hueco|el doctor|la doctora)|(?:el doctor|la doctora|doctor|doctora)(?: \w+){0,3} tiene|hay|habria|queda\w*|que tal|mir\w+|busc\w+|compr\w+|pregunt\w+|quier\w+|prefier\w+|gust\w+|menciono|dij\w+|dig\w+|decir|entiendo|entendi|oi|se|si|vamos|tambien|sea|posibilidad|alternativa|l[ao]s? del|l[ao]s? de|hoy es|numero (?:uno|dos|tres)|ella tiene|el tiene|(?:son|serian) (?:dos|tres|cuatro)|seria\w*)\b/;

/** Whether a sentence puts days and times forward, or asks about them; else it states them. */
export function proposes(sentence: string): boolean {
  if (sentence.includes('?')) return true;
  const folded = wordsOf(sentence).join(' ');
  return english.test(folded) || spanish.test(folded);
}
