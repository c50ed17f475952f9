import type { StoryWords } from './vocabulary';

const others = String.raw`(?:brother|sister|mother|father|mom|mum|dad|son|daughter|aunt|auntie|uncle|cousin|husband|wife|grandma|grandpa|nan|niece|nephew|in-law|mother-in-law|father-in-law|friend|buddy|mate|neighbou?r|coworker|co-worker|colleague|boss|roommate|landlady|landlord)`;
const subject = String.raw`(?:i|he|she|we|they|it|you|(?:my|our|his|her|their|the|this|that|your|one|some) (?:[\w'-]+ ){1,3}?|(?:dr|doctor|mr|mrs|ms|miss)\.? [\w'-]+|someone|somebody|people|everybody|everyone|nobody|there)`;
const happened = String.raw`(?:was|were|had|went|saw|told|said|gave|got|came|fell|felt|did|took|made|broke|cut|began|left|lost|met|put|ran|sent|spoke|thought|woke|rang|been|done|given|seen|kept|bit|hit|heard|read|slept|drove|bought|caught|grew|stung|tore|threw|wore|(?!need|feed|bleed|speed|indeed|supposed)\w{2,}ed)`;

// All patterns meet folded text.
export const englishStory: StoryWords = {
  statements:
    /(?<!\b(?:dr|mr|mrs|ms|st|[ap]|[ap]\.m))\.(?=\s|$)|[;!?\n]+|,?\s+(?:so|but|anyway|which is why)\s+(?!far\b|long\b|as\b|that\b)/g,
  wanted:
    /\b(?:i|we)(?: \w+)? (?:need|want|take|can|could|prefer|must|have to|has to|gotta|wanna|should|am coming|am free|get off)\b|\b(?:i|we)(?:'d|'ll|d) (?:\w+ )?(?:like|love|need|want|prefer|take|rather|go|do|come|be|appreciate)\b|\bi would\b|\b(?:can|could|may|might|would|will) (?:i|we|you|ye|y'all|he|she|they|someone|somebody|dr|doctor|my)\b|\b(?:please|pls|plz|kindly|put (?:me|us|him|her|it)|book|schedule|get (?:me|us|him|her) (?:in|a|an|on|with)|fit (?:me|us|him|her)|squeeze|see (?:me|us)|sign (?:me|us)|set (?:me|us|up)|cancel\w*|resched\w*|(?:move|push|switch|change|drop|bump|shift|swap) (?:it|me|us|my|that|the|him|her)|looking (?:for|to)|hoping|wondering|wanted to|like to|any (?:chance|openings?)|is there|are there|do you have|have you (?:got )?any|availab\w+|pop (?:me|us|him|her))\b|\b(?:would|will|'d|'ll) (?:suit|do|work|be (?:good|great|fine|perfect|ideal|best|grand))\b|\b(?:works|suits|good for me|best for me)\b/,
  told: new RegExp(
    String.raw`^\W*(?:(?:so|and|well|also|then|now|because|since|cause|cos|cuz|yeah|look|listen|see|honestly|actually|basically|turns out|the thing is|story is|long story short|okay|ok|anyhow|apparently|yesterday|last \w+|this morning|on \w+day)\W+)*${subject}(?:'ve|'s|'d| have| has| had)? ?(?:(?:just|only|already|never|also|once|really|kindly|finally|first|all|both|then|very|near|nearly|almost) )*${happened}\b`,
  ),
  others: new RegExp(
    String.raw`\b(?:my|our|the) (?:\w+ )?${others}(?:,? [\w'-]+){0,4}?(?:,)? (?:comes|goes|sees|attends|is (?:coming|going|seeing|in with|booked)|has (?:an? |one |dr|doctor|something|\w+day)|visits|swears|loves|raves|recommends)\b|\bnext door(?:,)? (?:is|has|goes|comes|sees|was|told)\b|\b(?:down the road|across the (?:road|street|hall)|upstairs|from (?:work|church|school|bingo))(?:,)? (?:is|has|goes|comes|sees)\b`,
  ),
  forThem:
    /\b(?:tell|let|drop|give|text|send|remind|read) (?:me|her|him|us|them)\b|\b(?:pass|hand|read) it (?:on|along|out)\b|\bi(?:'ll|'d| will| can| could) (?:tell|let|pass|drop|bring|text|remind) (?:it|her|him|them)\b|\b(?:what|when|which) (?:day|time|is|are|does|do)\b/,
  stays:
    /\b(?:leave|leaving|keep|keeping|don'?t touch|not touching|hang on to) (?:my|the|that|our|his|her|both) [^.;!?]{0,60}?\b(?:one|thing|appointment|appt|visit|booking|\w+day|as (?:it|they) (?:is|are)|like (?:it|that)|where it is|alone|be)\b|\b(?:stays?|staying) (?:put|as it is|where it is|the same)\b/,
};
