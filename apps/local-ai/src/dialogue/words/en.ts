import { englishFrames } from './frames-en';
import { englishSentences } from './sentences-en';
import { englishStory } from './story-en';
import { wordSet, type Vocabulary } from './vocabulary';

// All patterns meet folded text: lower case, no accents, straight quotes.
const visit = String.raw`(?:appointments?|appts?|visits?|consultations?|check-?ups?|bookings?|physicals?|exams?)`;
const owned = String.raw`(?:my|the|that|this|our|his|her|their|it|one)`;

export const english: Vocabulary = {
  wishes: [
    [
      'waitlist',
      /\bwait(?:ing)?[ -]?list\b|\b(?:pop|put|stick|add|get|chuck|sling) (?:me|us|him|her|my \w+) (?:down )?(?:on|onto|to) (?:the|her|his|your|a|that) (?:\w+ )?list\b|\bcancell?ation list\b|\b(?:let me know|call me|text me|notify me|tell me|contact me) (?:if|when|as soon as) (?:something|anything|a |an |any |one )|\bif (?:something|anything|a (?:slot|spot|place|time)|an earlier|one|there) (?:opens|comes|frees|becomes|drops|pops)\b|\bif (?:somebody|someone|anybody|anyone|another patient|there'?s an?|there is an?|you get an?|you have an?) (?:else )?(?:cancel\w*|drops|doesn'?t show|pulls out)\b|\bin case (?:of )?(?:a |somebody |someone |anybody |anyone )?(?:cancel\w*|drops)\b|\bstand-?by\b/,
    ],
    [
      'message',
      /\b(?:running|going to be|gonna be|be) (?:\w+ ){0,2}late\b|\b(?:leave|take|pass on|pass along|pass|give|send|get|relay) (?:a |the |this |him |her |them |an |dr\.? \w+ |my |on |you |doctor \w+ )*(?:message|note)\b|\b(?:call|ring|phone) me back\b|\b(?:pass|send|relay|forward) (?:something|this|that|it|a few words|some news|word) (?:on|along|over)?\b ?(?:to|for)\b|(?<!\b(?:i'll|ill|i will|i can|i could|i'd|let me|gonna|going to|i) )\b(?:a )?call ?back\b|\bhave (?:someone|somebody|the nurse|the doctor|a nurse|dr\.? \w+) (?:call|contact|phone)\b|\b(?:tell|let) (?:the |my |your )?(?:dr\.?|doctor|nurse|staff|team|office)(?: \w+)? (?:know |that |i |i'm |i've |i'll |my |we |our |the |about |it'?s |to )/,
    ],
    [
      'cancel',
      /(?<!\bif (?:i|we) (?:have to |need to |must |want to |do |should )?)\b(?:cancel(?!l?ation (?:policy|fee|fees|charge|charges|rule|rules|terms))\w*|call off|call(?:ing)? (?:it|that|this|mine|the \w+|my \w+) off|drop (?:it|my|the appointment|that appointment)|delete|get rid of|take me off|scrap)\b|\b(?:appointment|appt|visit|booking|slot|check-?up)\b[^.?!;]{0,40}\b(?:is|are|'s) (?:not|no longer|no more) (?:\w+ )?(?:needed|required|necessary|wanted)\b|\bdecided (?:against|not to (?:come|go|have|bother|keep))\b|\b(?:can|may|could) have (?:\w+ ){0,5}(?:slot|spot|time|place|appointment) (?:back|for somebody|for someone)\b|\b(?:give|let|pass) (?:my|his|her|our|the|that|\w+) ?(?:\w+ ){0,3}(?:slot|spot|place|time|appointment) (?:to|go)\b|\b(?:scratch|lose|ditch|bin|axe|nix|scrub|kill|toss|dump|chuck|wipe|erase|zap|strike|cross (?:off|out)|remove|delete|undo|void|drop) (?:my|the|that|this|our|his|her|their) (?:\w+ ){0,3}(?:one|visit|appt|appointment|booking|slot|session)\b|\b(?:don'?t|do not|no longer|won'?t|will not|not) (?:be )?(?:need|needing|want|require|requiring)(?:ing)? (?:my|the|that|this) (?:\w+ ){0,3}(?:appointment|appt|visit|slot)\b/,
    ],
    [
      'move',
      new RegExp(
        String.raw`\b(?:won'?t|can'?t|cannot|not (?:going to|gonna)|not able to|unable to|shan'?t) (?:be able to )?(?:make it|come|be there|be coming|attend|get there|manage)\b[^.?!;]{0,40}\b(?:to see|with) (?:dr|doctor|mr|mrs|ms|miss)\b|\b(?:appt|appointment|visit|booking|checkup|check-up)\b.{0,40}\b(?:isn'?t|is not|ain'?t|won'?t|will not|not) (?:going to |gonna )?(?:work|happen)\b|\b(?:(?:move|switch|shift|push|bump|swap|slide|flip|put|bring) (?:me|us) (?:over|back|forward|to (?:a |the )?(?:different|other|later|earlier|\w+day|next|tomorrow|\d))\b|(?:move|switch|shift|push|bump) (?:me|us)\b(?! (?:down|in|through|on))|resched\w*|re-sched\w*|postpon\w*|rebook\w*|re-book)\b|\b(?:move|change|switch|shift|swap|push|bring|put)(?: back| forward)? (?:${owned}|an?)\b(?! (?:end\b|stop\b|name\b|mind|address|phone|name|doctor|number|insurance))|\b(?:can'?t|cannot|can not|won'?t be able to|not able to|unable to) (?:make|come|attend|keep) (?:it|my|the|to|in|on)\b|\b(?:not|never) (?:going to|gonna|able to|be able to) (?:be able to )?(?:make|come|attend|keep|be there)\b|\b(?:needs?|has|have|wants?|got) to (?:be )?(?:mov(?:e|ed)|switch(?:ed)?|shift(?:ed)?|pushed|resched\w*) (?:to|till|until|back|forward|up)\b|\b(?:moving|changing|switching|shifting|pushing|bringing|swapping|bumping|rescheduling) (?:it|that|this|my|the|back|things)\b|\bcome (?:in )?(?:\w+ ){0,3}(?:earlier|later)\b(?! than (?:that|those|these))|\b(?:earlier|sooner|later) (?:\w+ ){0,3}than (?:the|my) (?:\w+ )?(?:appointment|appt|visit|booking|one i)\b|\b(?:something|things?) (?:has |have |'s )?(?:came|come) up\b|\b(?:earlier|later|different|another|new) (?:time|day|date) for my\b|\b(?:want|need|like|have|get|gets?|getting|having|rather) (?:it|that|this|mine|them|(?:my|the|that|this) (?:\w+ )?(?:appointment|appt|visit|one)) (?:mov|chang|shift|switch|push|swapp|bump|reschedul)(?:ing|ed)\b|\b(?:need|want|have|like|got|possible|able) (?:to|2) (?:push|move|shift|bump|change|reschedule|switch)\b(?! (?:my|the|our|his|her) (?:mind|address|phone|name|number|insurance|e-?mail|details|contact|pharmacy))|\b(?:see me|come in|come|do) (?:\w+ ){1,4}instead\b|\b(?:instead of|rather than|in place of) (?:my |the |on )*(?:today|tomorrow|\w+day|the \d|\d|january|february|march|april|may|june|july|august|september|october|november|december|appointment)|\bmy (?:\w+ ){0,2}(?:appt|appointment|visit|slot) (?:earlier|later|sooner|on a different|on another|to a different|to another)\b`,
      ),
    ],
    [
      'information',
      /\b(?:(?:medical|health|immuni[sz]ation|vaccination|vaccine|patient|my|our|his|her) records?|paperwork|(?:\w+ )?forms? (?:filled|signed|completed)|(?:fill (?:out|in)|sign|complete) (?:a |the |my |some )?(?:\w+ )?forms?|(?:sick|doctor'?s|excuse|school|work|fit) (?:note|letter|certificate)|(?:note|letter|certificate) for (?:work|school|my)|(?:left|lost|forgot) my (?!appointment|appt)\w+|lost (?:and found|property)|(?:a )?cop(?:y|ies) of|invoices?|bill(?:ing|s)?|receipts?|statements?|complaints?|complain|(?:change|update|changed|correct) (?:my|our|his|her|the) (?:\w+ )?(?:address|phone|name|number|insurance|e-?mail|details|contact))\b/,
    ],
    [
      'list',
      new RegExp(
        String.raw`\b(?:(?:when|what time|what day|which day) (?:is|are|was|do|am)|when'?s|where (?:is|are)) (?:my|i)\b(?!.*\b(?:called|open|park|pay|bring)\b)|\b(?:remind|tell|told)(?: me)? (?:again )?(?:when|what time|what day|which day|who) (?:\w+ )?(?:i|we|he|she|it|my|his|her)\b(?! can| could| should)|\b(?:when|what time|what day|which day) (?:my|our|his|her) (?:\w+ ){0,3}(?:${visit}) (?:is|are|was|were)\b|\b(?:when|what time|what day) i'?(?:m| am) (?:supposed|due|meant|coming|scheduled|booked|seeing|expected)\b|\b(?:do i|have i|did i) (?:have|got|get|book|make|already)\b[^.?!]*\b(?:${visit}|anything|something|booked|coming|scheduled)|\b(?:what|which|any|list|show|check|see|hear|confirm|look up|look at|read|tell me(?: about)?|details of|know about|about|remind me(?: of| about)?|verify)\b[^.?!]*\b(?:my|i have) (?:\w+ ){0,2}${visit}\b|\bwhat (?:have i got|do i have)\b|(?<!\b(?:can|could|may|should|might|shall|if|would|do) )\bi(?:'ve| have)(?: already)?(?: got)? (?:an?|my|another|two|three|four|several|a couple of|a few|\d) (?:\w+ ){0,2}${visit}\b(?! (?:for|on|at|with)? ?(?:free|available))|\b(?:is|are) my (?:\w+ ){0,2}${visit}\b|\b(?:what time|when|what day|which day) (?:do|should|must|am|are|will) (?:i|we) (?:have to|need to|supposed to|meant to|going to|be|coming|seeing|due|come)\b|\b(?:what time|when|what day|which day) (?:is|are|was|does|do) (?:he|she|they|\w+(?: \w+)?) (?:supposed|due|meant|coming|scheduled|booked|seeing|expected|have to be)\b|\bam i (?:still )?(?:on the|down|booked|scheduled|in the|expected)\b|\bi(?:'m| am) (?:(?:booked|scheduled|pencill?ed)(?: in)? (?:to see|to be seen|for|with|on)|down (?:to see|to be seen|for))\b|\b(?:did|does|has|do) (?:he|she|they|my \w+) (?:have|book|got|get)\b(?! (?:any(?:thing)?|something|some|time|room|space|availab\w*|owt|free|(?:an? )?(?:gap|slot|opening|spot|space)s?)\b(?! (?:\w+ )?(?:booked|coming|scheduled|appointment|visit)))`,
      ),
    ],
    [
      'doctors',
      /\b(?:which|what|who|list|name)(?: are| is)?(?: all)?(?: the| your| other| of your)? (?:doctors|specialists|providers|physicians|specialt(?:y|ies)|departments|services|cardiologists|dermatologists|pediatricians)\b(?! (?:hours|would))|\bwhat kinds? of (?:doctors|specialists)\b|\bwho (?:do you have|works (?:there|here))\b/,
    ],
    [
      'register',
      /\b(?:register|sign up|enrol+) (?:me|as|with|a new|my)\b|\bsign me up\b(?! for)|\b(?:want|like|need) to register\b/,
    ],
    [
      'information',
      /\b(?:opening hours|office hours|business hours|hours|address|located|location|where (?:are|is) (?:you|the (?:clinic|office|hospital))|directions|park|parking|insurance|medicare|medicaid|costs?|prices?|pricing|fees?|charges?|how much|pay|payment|fax|e-?mail|website|phone number|should i bring|(?:what|anything|something|have|required) to bring|what (?:do|should) i (?:bring|wear)|prepare|preparation|fast(?:ing)? before|wheelchair|accessib\w+|interpreters?|translators?|visiting|masks?|test results?|lab results?|my results|refills?|prescriptions?|referrals?|bus|subway|wi-?fi|pharmacy|copay|co-pay|walk-?ins?|telehealth|video visits?|policy|how late|speaks?(?! english| spanish)|how long (?:does|is|will)|do you (?:accept|take|treat|offer|provide|do)\b|are you (?:open|closed)|(?<!\b(?:if|in case|unless|since|because|when) )(?:you|clinic|office) (?:open|close)[sd]?|when do you (?:open|close)|what time do you (?:open|close))\b/,
    ],
    [
      'book',
      new RegExp(
        String.raw`\b(?:book|(?<!\b(?:my|your|the|his|her|our|work) )schedule|set up|arrange|squeeze me in|fit me in|get me in|come in|be seen|get seen)\b|\b(?:make|need|want|get|like|have|find)\b (?:me |to (?:make|have|get) )?(?:an?|another|some|my next|one more|the next|new) (?:\w+ ){0,3}(?:${visit}|slot|opening)\b|\b(?:see|visit|need|want|find|like|get) (?:to see )?(?:an?|the|your|any|some|one of your|another)? ?(?:\w+ )?(?:doctor|dr\.?|specialist|physician|gp)\b|\b(?:anything (?:free|open|available)|free times?|any (?:slots?|openings?|availab\w+))\b`,
      ),
    ],
  ],
  mentions: /\b(?:appointments?|appts?|visits?|openings?|availab\w+|slots?)\b/,
  unwanted:
    /\b(?:don'?t|shan'?t|do not|doesn'?t|didn'?t|no longer|won'?t|not|no) (?:\w+ ){0,4}(?:need|needs|needing|want|wants|wanting|have|require|requiring|going|coming)\b/,
  wants: /\b(?:want|need|get|give|put|transfer|connect|rather|prefer|like)\b/,
  frames: englishFrames,
  story: englishStory,
  signals: {
    also: /\b(?:also|too|as well|another (?:appointment|one|booking|visit)|a second (?:appointment|one|booking)|one more|in addition|additionally|besides)\b/,
    dropIt:
      /\b(?:never ?mind|forget (?:it|that|about it)|scrap that|leave it|don'?t bother|changed my mind|not interested|on second thoughts?|(?:i'?d|i had|i|we'?d) better not|(?:i'?d|i would) rather not|let'?s (?:not|skip|forget|leave)|i'?ll (?:pass|skip|leave it)|skip it|no longer (?:want|need)|i(?:'ll| will) (?:call|text|try|ring) (?:you )?(?:back|again)|i(?:'ll| will) get back to you)\b/,
    farewell:
      /\b(?:bye|good ?bye|bye-bye|(?:that'?s|that is) all(?! right| good| fine| correct| ok)|that'?s it|that is it|that(?:'ll| will) be all(?! right)|that'?s everything|nothing else|nothing more|no more questions|i'?m (?:all set|done|good)|have a (?:good|nice|great|lovely)|see you|take care|all done|(?:^|[.,!?] )we'?re done)\b/,
    thanks: /\b(?:thanks|thank you|cheers|much appreciated)\b/,
    greeting: /^\W*(?:hi|hello|hey|hiya|good (?:morning|afternoon|evening|day)|greetings)\b/,
    repeat:
      /\b(?:repeat(?! (?:per|presc\w*|script\w*|med\w*|order|visit|appointment|dose|pills?|tablets?))|say (?:that|it|those|them) (?:again|once more)|come again|what was (?:that|the)|what did you say|didn'?t (?:hear|catch|get|understand)|(?:one more|once more) time|(?<!\bears?\b[^.?!]{0,60})can'?t hear(?! (?:a thing|anything|out|in|from|properly|well|nothing|much|on|so))|hear that again|read (?:that|them|those) (?:again|back))\b|^\W*(?:what|sorry|huh|pardon|pardon me|excuse me|again|say again)\W*$/,
    newPatient:
      /\b(?:new patient|first[ -](?:time|visit|timer)\b(?: (?:here|there|with you|at|coming|calling))?|it'?s my first|(?:never|not) been (?:there|here|to|with|seen|a patient)|(?:i'?m|i am|we'?re) new\b|not (?:a|yet a|yet) (?:patient|registered)|not registered|(?:no|not) (?:have )?(?:a )?record|register (?:me|as)|as a new|don'?t have (?:a record|an account|a file)|haven'?t been|(?:just|only|only just|recently|newly|we've|i've|we|i) moved (?:to|here|into|up|down|from|out here|over)|new (?:in town|to (?:town|the area|the city|you|this|your))|(?:first|1st) time (?:ringing|writing|texting|using)|never (?:used|seen|visited|come to) (?:you|your|this)|not on your (?:books|list|system))\b/,
    sendCode: /\b(?:send|text|use|get|try|want|have)\b[^.?!]{0,20}\bcode\b|^\W*(?:the |a )?code(?: please)?\W*$/,
    sameDoctor:
      /\b(?:same (?:doctor|doc|dr|one|specialist|person|physician)\b(?! time)|(?:my|our|his|her|their) (?:usual|regular|normal|own) (?:doc(?:tor)?|one|dr)|(?:doctor|doc|one|lady|guy|woman|man|gentleman) (?:doctor )?(?:who|that) (?:treated|saw|took care of|did|examined|looked after|helped|operated)|(?:doctor|doc|one|person|lady|guy|woman|man)(?: that| who)? (?:i|we) (?:saw|had|visited|see|was with|were with|went to|always see)|who(?:ever|m)? i (?:saw|had)|doctor (?:from|as) last|my (?:own |last )?doctor\b(?! (?:told|said|says|wants|want|recommend\w*|refer\w*|sent|thinks|suggest\w*|asked|is|has|at|from)))/,
    thatDoctor: /\b(?:with|see|seeing|visit) (?:him|her|them)\b/,
    otherDoctor:
      /\b(?:(?:another|different|other|some other|new) (?:doctor|dr|specialist|physician|provider|cardiologist|dermatologist|pediatrician)|(?:someone|somebody|anyone|anybody) else|(?:not|don'?t want) (?:him|her|that doctor|dr))\b/,
    anyDoctor:
      /\b(?:any (?:doctor|one|of them|available|specialist)|anyone|anybody|whoever|whichever|no preference|don'?t (?:care|mind)|doesn'?t matter|does not matter|either|first available|you (?:choose|pick|decide))\b/,
    anyDay:
      /\b(?:any (?:other )?(?:week ?)?day|whichever day|whatever day|the day (?:doesn'?t|does not) matter|no matter (?:what|which) day)\b/,
    anyTime:
      /\b(?:any ?time|any day|whenever|no preference|don'?t (?:care|mind)|doesn'?t matter|does not matter|whatever|flexible|first available|you (?:choose|pick|decide)|anything (?:is fine|works|you have|at all)|any (?:is fine|works)|what(?:ever)? (?:do )?you(?:'ve)? (?:have|got)|(?:you|u) (?:can )?tell me|no idea|(?:i )?(?:don'?t|do not) know|not sure|surprise me|up to you|you decide|i'?m (?:easy|open|free all))\b/,
    more: /\b(?:(?:any|some)thing else|what else|(?:any|some|have) other|other (?:times?|options?|days?|slots?|dates?)|more (?:times|options|slots)|(?:another|different) (?:time|day|date|slot|option)|none of (?:those|these|them)|neither)\b/,
    earlier:
      /\b(?:is|was) (?:that|this|it) (?:\w+ )?the (?:very )?(?:soonest|earliest|first)\b|\b(?:earlier|sooner|quicker|nearer|closer|before that|before then|before those|(?:that'?s|it'?s|is) (?:\w+ )?(?:late|far|long)|far (?:off|away|out)|long (?:wait|way off)|too late)\b/,
    later:
      /\b(?:too early|too soon|(?:that'?s|it'?s) (?:\w+ )?early|later(?! today| this| in)|after that|after those|further out)\b/,
    nextDay: /\b(?:the )?(?:(?<!every )day after(?! tomorrow)|next day|following day|(?:a|one) day later)\b/,
    dayBefore: /\b(?:day before(?! yesterday)|previous day|day earlier)\b/,
    weekAfter: /\b(?:(?:the )?week after(?! next)|(?:the )?following week|a week later|week after that)\b/,
    everything: /\b(?:all|both|every|everything|each|the (?:pair|two|lot) of (?:them|those|these)|the pair)\b/,
    asking:
      /^\W*(?:[\w'./]+(?: [\w'./]+)?,\s+)?(?:(?:and|so|ok|okay|oh|um|uh|well|hi|hello|hey|please|excuse me|by the way|sir|madam|dear|doctor|miss|folks|guys|love|question|also|plus)\W+)*(?:what|where|when|who|why|how|which|is|are|do|does|did|can|could|will|would|should|may)\b/,
    wondering:
      /(?:^|[,.;:!?-]\s*|\b(?:and|but|so|know|wondering|tell me|ask)\s+)(?:how|where|what|which|will i|do i|should i|must i|am i allowed)\b/,
    proposing:
      /\b(?:got (?:any|owt|something|one)|(?:any|some)thing (?:on|for|at|in|after|before|this|next)|any chance|is (?:he|she|it|that) (?:free|in|around|there|available)|do you have|have you got|is there|are there|is it possible|could (?:i|we) (?:do|come|get|have|see)|can (?:i|we) (?:do|come|get|have|see)|what about|how about|got anything|would it be possible)\b/,
    offerSeeking: /\b(?:anything|something|any (?:time|slot|opening|availability)|free|available)\b/,
    requesting:
      /\b(?:i|we|my \w+|he|she) (?:really |just |also )?(?:need|needs|want|wants|require|would like)\b|\b(?:i'd|we'd) like\b|\b(?:please|kindly)\b|\bi(?:'m| am) (?:calling|trying|looking) (?:to|for)\b/,
    relative:
      /\bmy (?:\w+ )?(?:son|daughter|child|kid|boy|girl|baby|toddler|husband|wife|mother|father|mom|mum|mommy|dad|daddy|grandson|granddaughter|grandmother|grandfather|grandma|grandpa|nephew|niece|brother|sister|partner|stepson|stepdaughter)(?:'s)?\b(?! (?:said|told|says|thinks|recommended|drives|is driving|works))|\b(?:her|his|their|the) (?:\w+ )?(?:brother|sister|sibling|twin|bro|sis)(?:'s)?\b(?! (?:said|told|says|thinks|recommended|drives|is driving|works))|\bthe other (?:kid|child|boy|girl|baby|twin|son|daughter|little one)\b|\bmy (?:other|older|younger|little|second|wee) one\b|\bmy (?:youngest|oldest|eldest)\b/,
    thatOne:
      /^\W*(?:ok(?:ay)?|well|yes|yeah|then|so|i'?ll (?:take|have))?\W*(?:that|this|that one|this one|it)(?: one)?(?: (?:then|please|works|is fine|will do|is good))?\W*$/,
    advice:
      /(?=.*\b(?:should (?:i|we|he|she)|(?:you |do you )?(?:reckon|think|figure) (?:\w+ )?(?:i|we|he|she) (?:ought|oughta|should|can|could)|(?:ought|oughta) (?:i|we)|(?:can|could|may) (?:i|we|he|she) (?:take|give|use|put|stop|mix|drink|double|eat|have (?:a|some)|safely|just|still)|(?:is|was) (?:it|this|that) (?:ok|okay|safe|alright|all right|bad|normal|dangerous|serious|contagious|cancer|infected|an infection|fine)|is it (?:\w+ ){0,2}(?:normal|safe|ok|okay|bad)|(?:ok|okay|safe|alright|all right|fine) (?:to|if (?:i|she|he))|do i need to (?:worry|stop|take)|what (?:can|should|do|would) (?:i|you) (?:take|do|recommend|suggest|give|use)|how (?:much|many|often|long)\b.*\b(?:i|we|he|she|should|to) (?:take|give|use)|what (?:could|does|might|is) (?:it|this|that) (?:be|mean|mean if)|am i (?:having|getting)|do you think (?:it|this|i)|does (?:it|this) (?:sound|look) (?:like|serious|bad))\b)(?=.*\b(?:tak(?:e|ing|in)|took|dos(?:e|age)|doubl\w+|mg|pills?|tablets?|medicines?|medications?|meds|antibiotic\w*|ibuprofen|tylenol|paracetamol|acetaminophen|aspirin|naproxen|advil|aleve|amoxicillin|penicillin|insulin|inhaler|statins?|metformin|creams?|ointment|blood pressure|rash\w*|itch\w*|fever|temperature|lump\w*|mole|swollen|swelling|pains?|hurts?|ache\w*|headaches?|migraine|cough\w*|bleed\w*|wound|infect\w*|symptoms?|side effects?|alcohol|pregnan\w*|stitches|vomit\w*|throw\w* up|diarrhea|dizz\w+|numb\w*|serious|contagious)\b)(?!.*\b(?:insurance|fasting|empty stomach|blood (?:work|test|draw)|appointment|book)\b)/,
    putsOff:
      /\b(?:let me|lemme|i(?:'ll| will| need to|'d need to| have to| gotta| should|'d better| want to| must)|need to|gotta|got to|have to) (?:just |first |go |quickly )?(?:talk|check|speak|ask|look|think|see (?:if|what|whether)|confirm with|consult|call|ring|run (?:it|this|that)|discuss|have a think|sleep on|get back|come back|double[- ]check)\b|\bhave a think\b/,
    noCode:
      /\b(?:don'?t|do not|can'?t|cannot|didn'?t|haven'?t|no|never|without|isn'?t|not) (?:\w+ ){0,4}(?:code|that phone|access|received?|getting (?:it|any)|text came)\b|\blost (?:that|my|the) (?:phone|number|cell)\b|\b(?:old|previous) (?:phone|number)\b|\bno longer have\b/,
    wrong: /\b(?:that'?s (?:not|wrong)|not (?:right|correct)|wrong|incorrect|mistake)\b/,
    language: /\b(?:speak|talk|understand|in) english\b/,
    automated:
      /\b(?:who|what) are you\b|\bwho am i (?:speaking|talking)\b|\bwho is this\b|\b(?:are you|is this|am i (?:talking|speaking) to) (?:an? |the )?(?:real |actual |live )*(?:robot|bot|machine|computer|ai|human|person|automated\w*|recording|chatbot)\b/,
  },
  clauses:
    /[;!?\n]+|(?:^|\s)(?:\d\)|#\d|\d[.:](?=\s)|(?:first|second|third)(?:ly)?[:,](?=\s))|(?<!\b(?:dr|mr|mrs|ms|st|[ap]|[ap]\.m))\.(?=\s|$)|,?\s+(?:and|but|then|plus|also)\s+|,\s+(?=i\b|can\b|could\b|please\b|what\b|do\b|is\b)/g,
  openRange: /\bbetween [^,.;?!]{1,40}$(?<!\band .*)/,
  corrections:
    /\b(?:oh|ah|oops|whoops|ugh|er),? no\b,?|\b(?:sorry,? )?i mean(?:t)?(?: to say)?\b|\bno,? (?:no,? )?(?:wait|sorry|actually|make (?:it|that))\b|\bwait,? no\b|\bscratch that\b|\b(?:oh,? )?(?:no,? )?(?:hang|hold) on\b|\bactually,? (?:no|make (?:it|that))\b|\bif (?:you'?re|you are|they'?re|it'?s) (?:closed|shut|not open)(?: then)?\b,?|\bor rather\b|\b(?:excuse me|sorry),? not (?:dr\.? |doctor )?\w+,|(?:[,.]+|—|–|--)\s*no,\s/g,
  picks: {
    ordinals: [
      /\b(?:(?:the|that|number|option|choice) )?(?<!(?:twenty|thirty)[ -])(?:first|1st)\b(?! (?:available|of (?:january|february|march|april|may|june|july|august|september|october|november|december)|thing|time|visit))|\b(?:number|option|choice) (?:one|1)\b/,
      /\b(?:middle|mid) (?:one|option|slot)\b|\bthe middle\b|\b(?<!(?:twenty|thirty)[ -])(?:second|2nd)\b(?! (?:appointment|visit|thought|opinion))|\b(?:number|option|choice) (?:two|to|too|2)\b/,
      /\b(?<!(?:twenty|thirty)[ -])(?:third|3rd)\b|\b(?:number|option|choice) (?:three|3)\b/,
      /\b(?<!(?:twenty|thirty)[ -])(?:fourth|4th)\b|\b(?:number|option|choice) (?:four|for|4)\b/,
      /\b(?<!(?:twenty|thirty)[ -])(?:fifth|5th)\b|\b(?:number|option|choice) (?:five|5)\b/,
    ],
    last: /\b(?:the |that )?(?:last|final) (?:one|option|time|slot|of)\b|\bthe last\b(?! time)/,
    earlier:
      /\b(?:the|that) (?:earlier|earliest|soonest|sooner)\b(?! (?:in|you))|\b(?:earliest|earlier) (?:one|time|slot|of)\b/,
    later: /\b(?:the|that) (?:later|latest)\b(?! in)|\b(?:latest|later) (?:one|slot|of)\b/,
    any: /\b(?:either|whichever|any of (?:them|those|these)|any (?:one|is fine|works)|doesn'?t matter|does not matter|don'?t (?:care|mind)|you (?:choose|pick|decide)|all the same|both work|both are fine|no preference)\b/,
    other: /\b(?:the other|other one)\b/,
    beside:
      wordSet(`please plz pls thanks thank you thx cheers the one yes yeah yep ok okay is are it that this at would will be fine good great perfect
      lovely works work do okay then for me us i'll i take let's go with sounds alright right sure uh um er well that'd that'll that's it's can have so
      brilliant suits`),
  },
  time: {
    day: wordSet(`monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays
      saturdays sundays mon tue tues wed weds thu thur thurs fri sat sun today tonight tomorrow tmrw tomorow yesterday day days week weeks weekend
      weekday weekdays fortnight month months january february march april may june july august september october november
      december jan feb mar apr jun jul aug sep sept oct nov dec christmas thanksgiving easter
      halloween juneteenth patrick's patricks valentine's valentines boxing
      sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth
      eighteenth nineteenth twentieth thirtieth`),
    clock:
      wordSet(`morning mornings afternoon afternoons evening evenings noon midday lunchtime lunch midnight night o'clock oclock am pm a.m p.m
      half quarter past early late work school`),
    numbers:
      wordSet(`first second third fourth fifth one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
      seventeen eighteen nineteen twenty thirty forty fifty oh`),
    links:
      wordSet(`at on the of in this next after before between and to until till from for around about by than not any
      only or a an coming following later earlier no sooner past following's this's anytime sometime again last end start beginning middle hour hours minutes`),
    beforeHour: wordSet('at after before around about by between until till from past'),
    leading: wordSet(
      'at on the in this next after before between until till from around about by not no a an any early late end start beginning middle first last',
    ),
    comparative:
      /\b(?:get|getting|got|be|am|i'?m|is|he'?s|she'?s|let|finish\w*|leave|leaving|off|out|up|home|work|working|start\w*|close) (?:(?:off|out|done|up|home|work|school|finished) )?(?:early|late)\b(?! (?:morning|afternoon|next))|\b(?:too|so|very|quite|pretty|rather|awfully|that'?s|it'?s|is|bit|kinda) (?:early|late|soon)\b(?! (?:morning|afternoon|next|on|in))|\b(?:an? (?:bit|little) )?(?:earlier|sooner|later)\b(?! than| in| on| this| next)/g,
    sofar:
      /\b(?:every (?:single )?(?:morning|night|evening|day|afternoon|week|month|year|spring|summer|autumn|fall|winter)|(?:for|over|during) (?:about |almost |nearly |over |like )?(?:the (?:last|past) )?(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|several|many|some|a few|a couple(?: of)?|few|\d+)?(?: \w+)? ?(?:days|weeks|months|years)\b(?! (?:time|from))|(?:an?|one|two|three|four|five|six|several|many|some|a few|a couple of|few|\d+) (?:days?|weeks?|months?|years?) (?:ago|now|already)|since (?:last |this |early |late )?(?:\w+day(?: (?:morning|night|evening|afternoon))?|yesterday|january|february|march|april|may|june|july|august|september|october|november|december|week|month|year|\d{4})|(?:back )?in (?:19|20)\d\d|\b(?:saw|seen|visited|met|had|was there|was in|came|treated|examined|operated|helped|took care of|looked after|checked) (?:\w+ ){0,4}(?:in|on|last|back in) (?:january|february|march|april|may|june|july|august|september|october|november|december|\w+day)|(?:moved|arrived|landed|came|started|began|fell|hurt|twisted|noticed|found|woke|broke|cut|burnt|burned|happened|slipped|pulled|injured|banged|whacked|sprained|got (?:hurt|bitten|stung|sick)) (?:[\w']+ ){0,5}?(?:at|over|on|last|this|in) (?:the )?(?:weekend|\w+day(?: (?:morning|night|evening|afternoon))?|morning|week)|(?:runs? out|expir\w+|lapses?|is up) (?:on |by )?(?:the )?(?:\w+day(?: the)?|\d+(?:st|nd|rd|th)?|(?:end|start|beginning) of(?: the)? \w+|next \w+|this \w+)(?: of \w+)?|last (?:year|month|week|night|summer|winter|spring|fall))\b/g,
    greeting:
      /^\W*(?:(?:hi|hello|hey)\W+)?(?:good )?(?:morning|afternoon|evening)(?: (?:there|to you|all|everyone|dear|love|ma'?am|sir|madam))?\b(?=\s+(?:love|duck|pet|hun|mate|doc|dear|its|it's|this is|i'm|im|i'd|id|i need|i want|can|could|has|is|would it|any chance|just)\b|\s*[,.!;-]\s*(?!(?:please|if|ideally|preferably|or|and|but|around|about|only|not|would|is|works|works)\b)\S+ \S+ \S+)/,
    opposites: [
      [/\bbefore\b/, 'after'],
      [/\bafter\b/, 'before'],
      [/\bmornings?\b/, 'afternoon'],
      [/\b(?:afternoons?|evenings?)\b/, 'morning'],
    ],
    away: [
      [
        /\b(?:away|out of town|gone|abroad|travell?ing|on (?:vacation|holiday|leave|a trip|a cruise)|not (?:back|home|around|here)|(?:don'?t|won'?t|not) (?:get|be|come) (?:back|home|around|here)|busy|working|tied up|in (?:meetings|court|exams))\b[^.;!?]{0,40}?\b(until|till|til)\b/,
        'from',
      ],
      [
        /\b(?:away|out of town|gone|abroad|travell?ing|on (?:vacation|holiday|leave|a trip|a cruise)|busy|working|tied up)\b[^.;!?]{0,40}?\b(through)\b/,
        'after',
      ],
      [
        /\b((?:(?:get|getting|be|come|coming|am|i'?m|we'?re|are) (?:back|home)|return(?:ing)?)(?: on)?) (?=the \d|\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:january|february|march|april|may|june|july|august|september|october|november|december)\b)/,
        'from',
      ],
    ],
    soonest:
      /(?<!\b(?:that|this|it)(?: \w+)? (?:the )?)\b(?:as (?:soon|early|quickly) as (?:possible|you can|you have|you've got|i can)|soon as (?:possible|you can)|the sooner the better|at your earliest(?: convenience)?|asap|(?:the )?(?:most|more) (?:early|soon|fast|quick)(?: (?:you (?:have|got|can)|possible|time|one))?|(?<!\b(?:my|our|his|her|the) )(?:next) (?:appointment|time)|(?:first|earliest|soonest|next(?! appointment| time))(?: possible)? (?:available|opening|slot|appointment|time|you have|one you have|possible)|(?:the )?(?:earliest|soonest)(?: (?:you have|you got|you've got|you can|possible))?|how (?:soon|quickly|fast)|right away|any ?time soon|quickest|who(?:ever|mever)?(?:'s| is) (?:free|available|open|first|soonest|quickest|next)(?: first| soonest)?|what(?:ever|'s)?(?:'s| is)? (?:first|soonest|quickest|nearest)|(?:very )?first (?:free |open |possible )(?:thing|gap|spot|date|appointment|slot|opening|space|time)|first (?:gap|spot|space)|first (?:thing|one|date) (?:you|that|going|with)|very next|nearest (?:date|time|slot|appointment)|sooner the better|(?:free|available|open) (?:first|soonest)|(?:get|see|fit) (?:me|us) (?:in )?(?:the )?(?:first|soonest|fastest)|first thing (?:you have|you've got|available|open))\b/,
    asSoonAsPossible: 'as soon as possible',
    target: /\b(?:to|into|onto|for|until|till)\b/,
    insteadOf:
      /\b(?:instead of|rather than|in place of) (?:my |the |on |coming |seeing (?:him|her) )*((?:(?!\b(?:can|could|i|i'd|we|may|would|is|do|what|how|let)\b)[a-z0-9:'.]+\s*){1,6})/,
    instead: /\b(?:instead|rather)\b/,
    earlyHalf: /\b(?:morning|a\.?m)\b/,
    lateHalf: /\b(?:evening|afternoon|night|p\.?m)\b/,
    thisOne: /\b(?:this|sooner|earlier|nearest|coming)\b/,
    nextOne: /\b(?:next|following|later|after)\b/,
    after: '{day} after {time}',
    weekOf: 'the week of {day}',
    before: '{day} before {time}',
    at: '{day} at {time}',
  },
  names: {
    leadIn:
      /\b(?:my (?:full )?name(?:'s| is)|name is|the name'?s|under the name(?: of)?|i am called|i'?m called|patient(?:'s)? name is|name:)\s+/g,
    weakLeadIn: /\b(?:this is|it'?s under|it'?s|i'?m|i am|call me|here is)\s+/g,
    parentOf:
      /\b([a-z][a-z'-]+(?: [a-z][a-z'-]+){1,2})'s (?:mom|mum|mam|mammy|mommy|mama|mother|dad|daddy|father|parent|granny|nana?|grandma|grandmother|grandpa|grandfather|guardian)\b/g,
    kinIn:
      /\b(?:wife|husband|son|daughter|mother(?:-in-law)?|father(?:-in-law)?|mom|mum|dad|neighbou?r|friend|grandson|granddaughter|grandma|grandpa|nan|gran|aunt|uncle|sister|brother|client|baby|boy|girl|partner|nephew|niece|cousin|patient)(?:'s)?(?: is| is called| named)?,? (?:(?:mr|mrs|ms|miss)\.? )?(?=[a-z])/g,
    givenIn: /\b(?:first|given|christian) name(?:'s| is)?[:,]? +/g,
    familyIn: /\b(?:last|family|second) name(?:'s| is)?[:,]? +|\bsurname(?:'s| is)?[:,]? +/g,
    notNames:
      wordSet(`same self those earlier before above already told said office surgery clinic christmas xmas easter thanksgiving halloween valentines nope nah yup mhm absolutely exactly definitely certainly course that's it's what's very really too worried a an the and or of to in on at for with from by is am are was were be been my your his her our their i i'm im
      i'd id i'll you he she we they it it's its this that these those not no yes yeah yep please thanks thank hello hi hey good ok okay
      calling looking trying hoping wanting need want would like just here there new patient born birth birthday date dob name full first last
      appointment doctor dr cancel book move reschedule change tomorrow today sorry actually um uh er well so but because
      spelled spelt spelling spell letter letters code phone number sure correct right wrong available free interested wondering afraid
      sick ill having going feeling fine great able unable running late about me mine can could do don't have has had still also
      anything something option one two three four five six seven eight nine ten see seeing speak talk register registered what when where
      who how which morning afternoon evening monday tuesday wednesday thursday friday saturday sunday twenty thirty forty fifty sixty seventy eighty ninety nineteen hundred thousand double triple then if sir madam as she's he's it's i've i'd they're due leap eye skin heart foot feet bone ear kids clinic hospital`),
    months:
      wordSet(`january february march april may june july august september october november december jan feb mar apr
      jun jul aug sep sept oct nov dec`),
    dateNumbers:
      wordSet(`one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
      eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand oh first second third fourth fifth sixth
      seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth
      twentieth thirtieth zero double triple`),
    dateLinks: wordSet('of o the and in year day month on to too a slash dash stroke hyphen'),
    double: 'double',
    born: /\b(?:born(?: on| in)?|date of birth(?: is|'s)?|birth ?date(?: is|'s)?|birthday(?: is|'s)?|d\.?o\.?b\.?(?: is)?)[:\s]*/,
    spelledAs: /\b([a-z])[\s,-]+(?:as in|for|like|as)\s+[a-z]+/g,
    letters: {
      ay: 'a',
      bee: 'b',
      cee: 'c',
      see: 'c',
      sea: 'c',
      dee: 'd',
      ee: 'e',
      ef: 'f',
      eff: 'f',
      gee: 'g',
      aitch: 'h',
      eye: 'i',
      jay: 'j',
      kay: 'k',
      el: 'l',
      ell: 'l',
      em: 'm',
      en: 'n',
      oh: 'o',
      pee: 'p',
      cue: 'q',
      queue: 'q',
      are: 'r',
      ar: 'r',
      ess: 's',
      tee: 't',
      tea: 't',
      you: 'u',
      vee: 'v',
      ex: 'x',
      why: 'y',
      zee: 'z',
      zed: 'z',
    },
    title: /\b(?:dr\.?|doctor|doc)\s+([a-z][a-z'-]+(?:\s+[a-z][a-z'-]+){0,2})/g,
    spokenOf:
      /\b(?!(?:see|seeing|saw|with|for|to|visit|want|wants|need|like|get|is|does|has|have|can|could|will|tell|and|or|hello|hi|hey|from|by|of|when|where|about|if|that|whether|meant|mean|book|but|then|no|not|call|ask|on|dr)\b)[a-z']+ (?:doctor|doc)\.?\s+$/,
    sameAsLast: 'the same doctor as last time',
    specialtyLike:
      /\b([a-z]+(?:ologists?|ology|iatrists?|iatricians?|iatry|opedists?|opedics|metrists?|dentists?|dentist|surgeons?|gynos?|therapists?))\b/,
    anyDoctorWord: /\b(?:doctor|gp|general practitioner|physician|check-?up)\b/,
  },
  sentences: englishSentences,
};
