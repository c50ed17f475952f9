import { wordsOf } from './words';

/** What a yes or no is about, where that changes what words mean. */
export type AnswerTo = 'book' | 'cancel' | 'reschedule' | 'register';

const set = (...lines: string[]): ReadonlySet<string> => new Set(lines.flatMap((line) => wordsOf(line)));

/** A yes by itself, as it is said first; small sounds may stand before it. */
const YES = set(
  'yes yeah yea yep yup yah yes yessir yass ya aye sure okay ok okey alright certainly definitely absolutely indeed perfect great lovely brilliant excellent wonderful',
  'champion fine good super grand smashing fab sweet splendid correct right exactly affirmative deal agreed',
  'andele andale ande joya fino si sip sii claro vale perfecto perfecta ok dale venga orale andale simon correcto exacto estupendo genial bueno bien sale arre excelente fenomenal fantastico conforme',
);
const BEFORE = set(
  'sorry i mean meant perdon digo quise decir oh ah well um uh er hmm ooh oooh ay uy ah pues bueno mm ha haha hey now and so y ok okay',
);

/** Words of every day that change nothing of what a yes agrees to. No time, no name, no doubt, no other wish stands here. */
const EVERYDAY = set(
  'i im ive id ill me my mine we were us our ours you your youre yours she shes he hes they theyre them their her his him it its that thats this these the a an',
  'is are was am be been being do does did done can could will would shall may must has have had got get gets getting let lets go goes going',
  'says say said saying tells told nods nodding agrees agree agreed likes like loves love thinks happy glad pleased grateful delighted ok okay fine good great',
  'ahead adelante and y to for of with by as so too also very really quite just all both everything everyone please thanks thank ta cheers then there here already again still finally well',
  'mum mom mummy dad mother father son daughter wife husband partner boss family kids kid boy girl baby nan gran grandma grandpa brother sister friend',
  'ma be boss man bro dude buddy chief hen pet duck petal papito mami mamita papi reina rey corazon linda lindo genia genio vos che nomas mijo mija joven guey wey patron jefe jefa',
  'sir madam maam miss dear love mate pal honey sweetie darling doc one sounds sound looks works work suits suit does job nicely perfectly beautifully wonderfully spot fit fits',
  'yo me mi mis nos nuestro tu su sus usted ustedes ella el ellos ellas le les lo la los las se que eso esa ese esto esta este estan es son esta soy somos ser un una',
  'dice dicen dijo asiente quiere quiero queria queremos gusta encanta parece conviene viene va queda sirve funciona puede puedo hace haga hago hagalo hagale hagame favor',
  'de del al a con por para en y muy mucho todo toda todos tambien asi mismo misma mera mero gracias mil ya aqui ahi pues entonces si bien perfecto contento contenta feliz encantado encantada',
  'ji accha yaar po opo',
  'kind best warm regards wishes saludo saludos cordial cordiales',
  'amor corazon cielo carino vida reina guapa guapo linda lindo jefe jefa',
  'mama papa madre padre hijo hija esposo esposa marido mujer abuela abuelo abuelita abuelito suegra suegro senor senora senorita joven amable mija mijo nina nino bebe hermano hermana',
);

/** What a yes may call the thing that is to be done; what belongs to one read-back is no yes to another. */
const DEEDS: Readonly<Record<AnswerTo, RegExp>> = {
  book: /^(?:book(?:ed|s)?|schedul\w*|reserv\w*|lock|put|stick|pop|pencil|write|sign|set|sav(?:e|ing)|grab|nab|snag|squeeze|add|fit|confirm\w*|take|taking|give|have|make|slot|down|in|up|on|appointment|booking|visit|spot|diary|calendar|apunt\w*|agend\w*|apart\w*|anot\w*|coge\w*|coja\w*|cojo|ponga\w*|ponme\w*|pon|metame\w*|meteme\w*|mete|meta|guarde\w*|guarda\w*|registr\w*|program\w*|separ\w*|bloque\w*|asegur\w*|tomo|tomela|cita|hora|turno)$/,
  cancel:
    /^(?:cancel\w*|drop\w*|scrap\w*|lose|bin|remov\w*|delet\w*|ditch|kill|nix|eras\w*|scratch|axe|wipe|toss|dump|take|pull|strike|call|rid|off|out|away|appointment|booking|visit|anul\w*|borr\w*|quit\w*|elimin\w*|saque\w*|saca\w*|tach\w*|tumb\w*|suprim\w*|bajeme|baja|demela|dela|fuera|cita|hora)$/,
  reschedule:
    /^(?:mov\w*|switch\w*|chang\w*|shift\w*|push\w*|swap\w*|bump\w*|slid\w*|resched\w*|transfer|put|make|take|over|appointment|booking|visit|new|cambi\w*|muev\w*|pas(?:e|a|en|ad)(?:me|nos)?(?:l[ao])?|recorr\w*|reprogram\w*|reagend\w*|traslad\w*|adelant\w*|atras\w*|cita|hora|nueva)$/,
  register:
    /^(?:register\w*|sign|add|put|set|correct|right|name|spelled|down|in|up|everything|info|information|details|registr\w*|apunt\w*|anot\w*|datos|nombre|correct[oa]s?)$/,
};

/** "Apártemela", "agéndele pues", "book it": it is bidden, with no yes before it. */
const BIDDING =
  /^(?:book|(?:agend|apart|anot|apunt|guard|reserv|registr|program|confirm|cierr|asegur|separ|bloque|tom|pong|dej)(?:a|e|ue|en|uen|ad)(?:me|nos|le|la|lo|mela|melo|sela|selo|nosla|noslo)|pon(?:me|la|lo|mela|melo|ganme|ganla|ganmela|edme|edla|edmela))$/;

const MOST_BIDDEN = 5;
const KIN =
  /^(?:for|para|mum|mom|dad|mother|father|son|daughter|wife|husband|kid|boy|girl|him|her|them|mama|papa|madre|padre|hij[oa]|espos[oa]|marido|mujer|abuel[oa]|suegr[oa]|el|ella)$/;

/** After "si" without its accent, what makes it an "if": "si puede". */
const CONDITION = set(
  'puede puedes puedo pueden hay quiere quieren hace tiene conviene viene va sirve funciona fuera es son me le se te no',
);

/** Whose yes it is: "Dad says yes", "dice mi madre que sí". */
const OF_ANOTHER =
  /^(?:(?:(?:my|our|the) )?(?:mum|mom|mummy|dad|daddy|mother|father|son|daughter|wife|husband|partner|boss|nan|gran|grandma|grandpa|brother|sister|friend|he|she|they) (?:says?|said|nods|nodded|agrees|agreed|is nodding)(?: (?:that|and says))?|(?:(?:mi|el|la) )?(?:mama|papa|madre|padre|hijo|hija|esposo|esposa|marido|mujer|abuela|abuelo|suegra|suegro|ella|el) (?:dice|dijo|asiente|me dice)(?: que| y dice que)?|(?:me )?(?:dice|dijo)(?: (?:mi|el|la) \w+)?(?: que)?) (?=\w)/;

/** A yes in one picture, with nothing beside it. */
const THUMB = /^\s*(?:👍|👌|✅|🙆|[\u{1F3FB}-\u{1F3FF}]|\uFE0F)+\s*$/u;

/** "That's a go", "sounds like a winner", "por mí perfecto". */
const IDIOM =
  /^(?:oh |ok |okay |well |pues |bueno )?(?:(?:that|it)s (?:a|an) (?:go|winner|deal|date|yes|plan|bargain)|sounds? like (?:a|the) (?:plan|winner|deal|ticket)|ten four|10 4|amen to that|(?:all )?present and correct|100|100 percent|roger(?: that)?|you (?:got|have) it|couldnt be better|cant argue with that|no objections?(?: here)?|(?:please )?do(?: so| that| it)?(?: please)?|por mi(?: parte)? (?:perfecto|bien|vale|encantad[oa]|genial|estupendo|no hay problema)|asi (?:esta|queda|me viene|me va|me queda) (?:muy )?(?:bien|perfecto|genial|estupendo)|no se diga mas|no hay mas que hablar|(?:si |pues )?(?:estamos|confirmamos)|joya|con eso vamos servidos|va que va|no hay problema|sin problema)(?: please| thanks| thank you| gracias| then| pues)?$/;

/**
 * Whether this is a plain yes with nothing beside it that could change it: "yes, she says that is fine", "brilliant, yes, stick me
 * down for that". A word that is not known to be idle makes it none, so times, names, doubts and other wishes do.
 * @param to what was read back: its own verb may be said ("yes, switch it"), another's may not.
 */
export function isPlainYes(text: string, to: AnswerTo = 'book'): boolean {
  if (/[?¿]/.test(text)) return false;
  if (THUMB.test(text)) return true;
  const words = wordsOf(text).join(' ').replace(OF_ANOTHER, '').split(' ').filter(Boolean);
  if (words.length === 0 || words.length > 14) return false;
  if (IDIOM.test(words.join(' '))) return true;
  const first = words.findIndex((word) => !BEFORE.has(word) || YES.has(word));
  if (first < 0) return false;
  const bidden = to === 'book' && BIDDING.test(words[first] ?? '') && words.length <= MOST_BIDDEN;
  if (!YES.has(words[first] ?? '') && !bidden) return false;
  if (bidden && words.some((word) => KIN.test(word))) return false;
  if (/^\W*si [a-z]/.test(text.toLowerCase()) && CONDITION.has(words[first + 1] ?? '')) return false;
  return words.slice(first + 1).every((word) => YES.has(word) || EVERYDAY.has(word) || DEEDS[to].test(word));
}
