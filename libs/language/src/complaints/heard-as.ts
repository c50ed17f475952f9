/** Names of illnesses as a recogniser takes them apart into everyday words. */
const HEARD: readonly (readonly [RegExp, string])[] = [
  [/\bthigh ?r?oid\b|\bthy roid\b|\bthigh road\b|\btie roid\b/g, 'thyroid'],
  [/\b(?:eggs|eks|ex|egg) ?(?:ma|zema|ema|imma)\b/g, 'eczema'],
  [/\b(?:sigh|psy|sy) ?attic ?a\b/g, 'sciatica'],
  [/\bnew ?mon(?:ia|ya|ear)\b/g, 'pneumonia'],
  [/\bdie ?(?:a ?beat(?:ease|is|us)|abet(?:es|is))\b/g, 'diabetes'],
  [/\bmy ?grain(s?)\b(?= |$|[,.])/g, 'migraine$1'],
  [/\b(?:author|our|are|arthur) ?(?:right|rit)(?:is|us|tis)\b|\barthur ?itis\b/g, 'arthritis'],
  [/\b(?:azz|as|ass) ma\b/g, 'asthma'],
  [/\b(?:cat|kata|cata) ?(?:a )?(?:racks|racts|wracks)\b/g, 'cataracts'],
  [/\b(?:her|hurt) ?n(?:ia|ear|ya)\b/g, 'hernia'],
  [/\b(?:hem|hemmer|hammer|ham) ?(?:or|a|o)? ?(?:roids?|rhoids?|rides)\b/g, 'hemorrhoids'],
  [/\b(?:so|sore|sir) ?(?:rye|eye|ri) ?a? ?(?:sis|assis|asis)\b/g, 'psoriasis'],
  [/\bsign ?(?:us|as)(?:es)?\b/g, 'sinus'],
  [/\bton ?sills?\b/g, 'tonsils'],
  [/\b(?:glow|glau|claw) ?coma\b/g, 'glaucoma'],
  [/\b(?:pros|pro) ?(?:state|trait)\b|\bprostrate\b/g, 'prostate'],
  [/\b(?:colon|cologne|colin) ?(?:oscopy|oscapy|os copy|a? scopy)\b/g, 'colonoscopy'],
  [/\b(?:mama|memo|mammo|mam) ?(?:o )?gram\b/g, 'mammogram'],
  [/\bmen ?(?:a|o|oh) ?(?:pause|paws)\b/g, 'menopause'],
  [/\b(?:ang|and) ?z?xiety\b/g, 'anxiety'],
  [/\b(?:pal|pulp) ?p?itations?\b/g, 'palpitations'],
  [/\b(?:all|al) ?er ?(?:gees|jeez|geez|gies)\b/g, 'allergies'],
  [/\b(?:ver|fur) ?t[ie] ?go\b/g, 'vertigo'],
  [/\b(?:fiber|fibre|five row) ?my ?al(?:ja|gia)\b/g, 'fibromyalgia'],
  [/\b(?:epi|a pile) ?lep ?sy\b/g, 'epilepsy'],
  [/\bsee ?zures?\b/g, 'seizure'],
  [/\b(?:in|en) ?hail?ers?\b/g, 'inhaler'],
  [/\b(?:mi|my) graña(s?)\b/g, 'migraña$1'],
  [/\b(?:al|la) ?morranas?\b/g, 'almorranas'],
  [/\b(?:tie|ti|te) ?roides\b/g, 'tiroides'],
];

/** What was said, with names of illnesses put together again. */
export function heardAs(text: string): string {
  const folded = text.toLowerCase();
  return HEARD.reduce((words, [heard, meant]) => words.replace(heard, meant), folded);
}
