import type { ClaimPattern } from './claim-pattern';

const I = '(?:i|we|ive|weve|i have|we have|id|im|we are|were|i am)';
const SOFT =
  '(?: have| only| just| already| now| also| successfully| officially| went ahead and| gone ahead and| got| gotten| managed to| been able to| hereby| all| then| so| even| both| actually| finally| gladly| happily)*';
const BE =
  '(?:is|are|was|were|been|being|be|am|im|youre|your|its|thats|thats all|hes|shes|theyre|youve been|have been|has been|get|got|gets|getting|you|it|appointment|booking|reservation|visit|slot|time|everything|all|are all|is all)';
const SHALL =
  '(?:ill|i will|we will|well|im going to|i am going to|were going to|let me|lemme|allow me to|i shall|im gonna)';
const NOW = '(?: now| just| quickly| also| go ahead and| be| get| make sure to| immediately| right away)*';
const DOING = '(?:i am|im|we are|were)(?: now| just| currently| already)*';
const OBJECT = '(?: (?:it|that|this|them|you|your|the|a|an|one|everything|both)\\b)';

const act = (kind: ClaimPattern['kind'], done: string, doing: string, todo: string): ClaimPattern[] => [
  { kind, words: new RegExp(`\\b${I}${SOFT} (?:${done})\\b`), mayBeAsked: true },
  { kind, words: new RegExp(`\\b${BE}${SOFT} (?:${done})\\b`), mayBeAsked: true },
  { kind, words: new RegExp(`\\b${DOING} (?:${doing})${OBJECT}`), intention: true },
  { kind, words: new RegExp(`\\b${SHALL}${NOW} (?:${todo}|${doing})${OBJECT}`), intention: true },
];

/** English; a claim that slips through here is said to a patient: prefer to withhold. */
export const englishClaims: readonly ClaimPattern[] = [
  ...act(
    'booked',
    'booked(?! up| solid| through| until)|scheduled|confirmed|reserved|secured|arranged|locked in|finali[sz]ed|set up|set|sorted|good to go|taken care of|done|complete|completed|on the (?:books|schedule|calendar)|in the (?:system|schedule|calendar|book)|made(?: your| the| an) (?:appointment|booking|reservation)|put you (?:down|in)|got you (?:down|in)|penciled you in|signed you up',
    'booking|scheduling|reserving|finali[sz]ing|securing|locking',
    'book|schedule|reserve|finali[sz]e|secure|lock|pencil',
  ),
  { kind: 'booked', words: /\b(?:all set|all done|all booked|all sorted|good to go)\b/, mayBeAsked: true },
  {
    kind: 'booked',
    words:
      /^(?:(?:great|perfect|ok|okay|wonderful|excellent|and|yes|sure|alright|awesome|thank you|thanks|there|congratulations) )*(?:done|booked|confirmed|scheduled|reserved|success|completed|it is done)(?: (?:and|for|on|at|with|then|it is|you are)\b.*)?$/,
    mayBeAsked: true,
  },
  {
    kind: 'booked',
    words:
      /\b(?:(?<!(?:can|could|would|might|may|to) )see you|seeing you|expecting you|be waiting for you|expects? you|will see you|look forward to (?:seeing|your))\b/,
    mayBeAsked: true,
  },
  {
    kind: 'booked',
    words: /\b(?:i|we|ive|weve)(?: have| just| already| also)* (?:took|taken) care of (?!.*\bcancel)/,
  },
  {
    kind: 'booked',
    words:
      /\b(?:youve|you have) got (?:it|that one|that time|the (?:slot|spot|time))\b|\bname is (?:on|in|down)\b(?! .*wait)/,
    mayBeAsked: true,
  },
  {
    kind: 'booked',
    words: /\b(?:is|its|are|now|all) (?:all |now |officially |also |still |both )*yours\b/,
    intention: true,
  },
  {
    kind: 'booked',
    words:
      /\b(?:you(?: can| may| will|ll)?|youre|you are) (?:also |still |even )*(?:keep|kept|keeping|retain) (?:both|the|your|that|it)\b(?! (?:number|code|phone|letter|card))/,
    mayBeAsked: true,
  },
  {
    kind: 'booked',
    words:
      /\b(?:youll|you will|youre going to|you are going to|you are|youre)(?: now| then)* (?:be )?(?:see|seeing|seen|meet|meeting)(?: by| with)? (?:dr|doctor)\b/,
    intention: true,
  },
  {
    kind: 'booked',
    words:
      /\b(?:you have|youve got|you do have|there is|theres|i see|we have you|i have you)(?: (?:down|in|an?|your|one|two|the|upcoming|another|existing|booked|already|for))* (?:appointments?|booking|bookings|reservation|visit|visits|down for|in for)\b(?! (?:available|open|free|left|slots?|times?|openings?))/,
    mayBeAsked: true,
  },
  {
    kind: 'booked',
    words:
      /\b(?:your|the) (?:next |upcoming |new )?(?:appointment|booking|visit|reservation|slot|spot|time) (?:with .{2,40} )?(?:is|will be|stands|went through|goes|remains)\b(?! (?:held|on hold|kept|off|gone|out of|cancel+ed|moved|changed|rescheduled|not|no longer|still (?:held|kept)))/,
    mayBeAsked: true,
  },
  {
    kind: 'booked',
    words:
      /\b(?:got|have) you (?:all |already )?(?:pencill?ed|booked|scheduled|slotted)|\b(?:i|we|ive|weve)(?: have| just| already)* (?:snagged|grabbed|nabbed|bagged|landed|scored) (?:it|that|you|the)\b|^(?:booked|reserved|scheduled|grabbed|snagged) (?:it|that|you)\b/,
  },
  { kind: 'booked', words: /\byou(?:ve| have)(?: got| now)* the (?:\d|noon|time|slot|spot)/, mayBeAsked: true },
  { kind: 'held', words: /\b(?:keeping|holding|saving|reserving) (?:\w+ ){1,9}for you\b/, mayBeAsked: true },
  {
    kind: 'booked',
    words:
      /\b(?:booking|reservation|confirmation|appointment) (?:number|code|id|reference)\b(?! (?:one|two|three|four|five|\d)\b)/,
    mayBeAsked: true,
  },
  {
    kind: 'booked',
    words: /\b(?:confirm|confirming) (?:that )?(?:your|the|you have an?) (?:appointment|booking|visit|reservation)\b/,
    intention: true,
  },
  ...act(
    'held',
    '(?:held|holding|on hold|kept|saved|set aside|put aside|blocked off|earmarked|put a hold)',
    'holding|keeping|saving|setting aside|putting a hold',
    'hold|keep|save|set aside|put a hold',
  ).map((pattern) => ({
    ...pattern,
    words: new RegExp(`${pattern.words.source}(?! (?:in mind|on the line|you waiting|you posted))`),
  })),
  ...act(
    'cancelled',
    'cancell?ed|called off|removed|taken off|deleted|dropped|voided',
    'cancell?ing|removing|deleting',
    'cancel|remove|delete|call off',
  ),
  {
    kind: 'cancelled',
    words:
      /\b(?:(?:took|taken) care of .*\bcancel|(?:gone|off|out|cleared|wiped|erased) (?:from|of|off)? ?(?:the |your |our )?(?:calendar|schedule|books|system)|no longer (?:in|on) the (?:calendar|schedule|books|system))/,
    mayBeAsked: true,
  },
  {
    kind: 'cancelled',
    words: /\b(?:cancell?ation (?:is|has|was|went)|no longer (?:have|booked|on the schedule))\b/,
    mayBeAsked: true,
  },
  { kind: 'cancelled', words: /^(?:(?:great|perfect|ok|okay|and|yes|sure|done) )*(?:cancell?ed)\b/, mayBeAsked: true },
  ...act(
    'moved',
    'rescheduled|moved|changed (?:it|that|your|the)|changed|switched|pushed(?: it| that)? (?:back|to)|swapped|shifted|rebooked|updated (?:it|your appointment|the appointment|your booking)',
    'rescheduling|moving|changing|switching|shifting|swapping',
    'reschedule|move|change|switch|shift|swap|rebook',
  ),
  {
    kind: 'moved',
    words: /^(?:(?:great|perfect|ok|okay|and|yes|sure|done) )*(?:moved|rescheduled|changed)\b/,
    mayBeAsked: true,
  },
  ...act(
    'sent',
    'sent|texted|emailed|e mailed|messaged|forwarded|mailed',
    'sending|texting|emailing|messaging|forwarding',
    'send|text|email|message|forward|mail|remind',
  ),
  {
    kind: 'sent',
    words:
      /\b(?:youll|you will|you should|you are going to|youre going to|expect to)(?: also| now| soon| shortly| be| get to)* (?:get|getting|receive|receiving|see) (?:an? |the |your |our |another )?(?:[a-z]+ ){0,3}(?:text|texts|email|e mail|message|sms|confirmation|reminder|link|code|call)\b/,
    mayBeAsked: true,
  },
  {
    kind: 'sent',
    words:
      /\b(?:text|email|message|confirmation|reminder|link|code|sms)(?: message)? (?:(?:is|will be|has been|was|should be) (?:on its way|on the way|sent|coming|arriving|there|with you|in your)|(?:just |already |has |have )*(?:went|gone|left|landed|arrived|reached|hit) (?:out|you|your|on your|in your|off)?|\w+(?: \w+){0,3} (?:went|has gone|have gone) out)\b|\binbox\b/,
    mayBeAsked: true,
  },
  { kind: 'sent', words: /\b(?:ill|i will|we will|well) (?:text|email|send|remind|message)\b/, intention: true },
  {
    kind: 'message',
    words:
      /\b(?:(?:someone|somebody)(?: (?:from|in|at) (?:\w+ ){0,2}\w+)?|the doctor|dr [a-z]+|a nurse|the nurse|our (?:team|staff|nurse)|the team|the staff|staff|the office|the clinic|reception|a colleague|a person|they|he|she|we|i) (?:will|is going to|are going to|ll|shall) (?:be )?(?:call|calling|contact|contacting|reach|reaching|get back|getting back|ring|phone|follow up|be in touch|in touch)\b/,
    intention: true,
  },
  {
    kind: 'message',
    words:
      /\b(?:youll|you will|expect) (?:get|receive|have|hear)?(?: an?| back)? ?(?:call ?back|callback|from (?:us|them|the doctor))\b/,
    mayBeAsked: true,
  },
  ...act(
    'message',
    '(?:passed|notified|informed|alerted|left(?! (?:\\w+ ){1,8}(?:alone|as it|as they|untouched|in place))|noted|told|forwarded|taken down|recorded|written)(?: (?:it|that|this|your|the|a|on|down|them))*',
    'passing|notifying|informing|alerting|leaving|telling',
    'pass|notify|inform|alert|let the|let them|tell the|leave a',
  ),
  {
    kind: 'message',
    words:
      /\b(?:i|we|ive|weve)(?: have| just| already)* (?:spoke|spoken|talked|checked|asked|reached out)(?: to| with)? (?:dr|doctor|the doctor|the nurse|the office|her|him)\b/,
  },
  { kind: 'message', words: /\b(?:i|we|ive|weve)(?: have| just| already| also)* let (?:\w+ ){1,4}know\b/ },
  {
    kind: 'message',
    words: /\b(?:i|we|ive|weve)(?: have| just| already| also)* put (?:in )?an? (?:note|message|request)\b/,
  },
  {
    kind: 'message',
    words:
      /\b(?:i|we|ive|weve)(?: have| just| already| also)* (?:take|took|taken|got|noted|wrote|written|have)(?: down)? (?:the|your|that) (?:message|note)\b/,
    intention: true,
  },
  {
    kind: 'message',
    words: /\b(?:shell|hell|theyll|she will|he will|they will) (?:call|ring|phone) you\b/,
    mayBeAsked: true,
  },
  {
    kind: 'message',
    words:
      /\b(?:message|note|request|question) (?:is |has |was )?(?:now |already )?(?:with|on|got to|in front of) (?:dr|doctor|the|her|his|our|their|a)\b/,
    mayBeAsked: true,
  },
  {
    kind: 'message',
    words:
      /\b(?:message|note|request) (?:is|was|has been|will be|got)(?: now| already| being)* (?:delivered|passed|given|received|forwarded|relayed|handed|taken|logged|saved|down|in)\b/,
    mayBeAsked: true,
  },
  {
    kind: 'waitlisted',
    words:
      /\b(?:added|put|placed|entered|signed) (?:you|your name|you up) (?:to|on|onto|in|for) (?:the|our|a) (?:wait|waiting|cancell?ation)/,
  },
  {
    kind: 'waitlisted',
    words:
      /\b(?:youre|you are|your name is|you have been|youve been|been)(?: now| already| added| put| placed)* (?:on|to) (?:the|our) (?:wait|waiting|cancell?ation)/,
    mayBeAsked: true,
  },
  {
    kind: 'waitlisted',
    words:
      /\b(?:ill|i will|let me|im) (?:add|put|place|adding|putting) (?:you|your name) (?:to|on|onto) (?:the|our|a) (?:wait|waiting|cancell?ation)/,
    intention: true,
  },
  {
    kind: 'transferring',
    words:
      /\b(?:transferring|connecting|putting|patching|transfer|connect|transferred|connected) you (?:now|over|through|to)?\b/,
    intention: true,
  },
  {
    kind: 'transferring',
    words:
      /\b(?:transferred|connected|forwarded|patched|(?<!\b(?:can|could|would|to|may|might|shall|should) )put) (?:you|your call|the call|this call|them|it) (?:through|over|with)\b|\b(?:transferred|connected|patched) (?:you|your call|the call|this call)\b|\b(?:youre|you are|your call is|your call has been|call has been|you have been|youve been)(?: now| being| already)* (?:transferred|connected|forwarded|put through|patched)\b/,
    mayBeAsked: true,
  },
  {
    kind: 'record',
    words:
      /\b(?:i|we|ive|weve)(?: have| just| can| do| already)* (?:found|see|located|pulled up|looked up|verified|identified|registered|updated|confirmed|have|got) (?:you|your|the|that your|his|her|their|a) (?:in our|in the|as|record|records|file|account|profile|chart|information|details|identity|patient|date of birth|birthday|phone|number|address|name|history|on file)\b/,
    mayBeAsked: true,
  },
  {
    kind: 'record',
    words:
      /\b(?:insurance|coverage|plan|identity|account|details|information) (?:is|was|has been|have been|are)(?: now| already| all)* (?:verified|approved|active|accepted|updated|confirmed|checked)\b/,
    mayBeAsked: true,
  },
  {
    kind: 'record',
    words:
      /\b(?:youre|you are)(?: now| already| all)* (?:in our system|registered|verified|identified|on file|a registered|logged in)\b/,
    mayBeAsked: true,
  },
  {
    kind: 'record',
    words:
      /\b(?:our records|according to (?:our|the|your)|your (?:record|file|chart)s? (?:shows?|says?|indicates?)|(?:number|phone|address|email|date of birth|birthday) (?:we have )?on file is|registered (?:under|with|to))\b/,
  },
  {
    kind: 'available',
    words:
      /\b(?:is|are|was|has|have|theres|there is|there are|got|with|an?|some|first|next|earliest|several|one|two|three)(?: [a-z]+){0,4} (?:available|availability|openings?|open slots?|free slots?|open times?|vacanc(?:y|ies)|availabilities)\b/,
    mayBeAsked: true,
  },
  {
    kind: 'available',
    words: /\b(?:is|are) (?:free|open) (?:on|at|tomorrow|today|this|next|for you|then)\b/,
    mayBeAsked: true,
  },
  {
    kind: 'available',
    words:
      /\b(?:can|could|will|would) (?:see|fit|squeeze|take|get) you (?:in|on|at|today|tomorrow|this|next|then|now|right away)\b/,
  },
  {
    kind: 'unavailable',
    words:
      /\b(?:no|not any|arent any|isnt any|dont have any|dont have an|doesnt have any|nothing|none)(?: [a-z]+){0,4} (?:available|availability|openings?|slots?|appointments|times)\b/,
  },
  {
    kind: 'unavailable',
    words:
      /\b(?:fully booked|booked up|booked solid|all booked up|unavailable|isnt available|arent available|not available|no longer available|sold out|out of (?:slots|appointments)|is (?:on (?:vacation|leave)|out|away|off|busy|not in|not working)(?= |$)(?! the phone))\b/,
  },
  {
    kind: 'human',
    words:
      /\b(?:im|i am|youre (?:talking|speaking) (?:to|with)|this is)(?: actually| really| indeed)* (?:an? )?(?:real |actual |live )*(?:person|human|human being|nurse|doctor|receptionist in person)\b/,
    mayBeAsked: true,
  },
  { kind: 'human', words: /\b(?:im|i am) not (?:an? )?(?:robot|bot|machine|computer|ai|automated)\b/ },
];
