// What callers of a clinic answer in one or two words. A model trained on sentences hears "Tuesday" said alone as "To leave"; asked which of
// these it may have been, it mostly knows. A word is taken only when the model itself holds it nearly as likely as what it heard.

/** Nats that an expected word may be less likely than what was heard. */
const EXPECTED = 2;
/** Less for words that agree to something: a yes must have been said. */
const AGREEING = 0.7;
const AGREEING_CASUALLY = 0.3;
/** More for those of several words: they are not taken for something else so easily. */
const AGREEING_AT_LENGTH = 3;
/** "To his fine", "Have passed to": times sound like other words, and a model of sentences prefers those. */
const TIME = 3.5;

const casual = 'Yeah.|Yep.|Sure.|Okay.|Correct.|Right.';

const expected = [
  'No.|Nope.|No, thanks.|No, thank you.|Please.|Thank you.|Hello.|Goodbye.|Help.|Operator.|Cancel.|Reschedule.|Repeat.',
  'Monday.|Tuesday.|Wednesday.|Thursday.|Friday.|Saturday.|Sunday.|Today.|Tomorrow.|Morning.|Afternoon.|Evening.',
  'Zero.|One.|Two.|Three.|Four.|Five.|Six.|Seven.|Eight.|Nine.|Ten.|Eleven.|Twelve.|Noon.',
  'First.|Second.|Third.|The first one.|The second one.|The third one.|The first.|The second.|The third.',
  'January.|February.|March.|April.|May.|June.|July.|August.|September.|October.|November.|December.',
  'Cardiology.|Dermatology.|Neurology.|Pediatrics.|Orthopedics.|Two thirty.|Ten thirty.|Three thirty.',
].join('|');

const atLength = [
  'Yes, indeed.|Yes, do that.|Yes, book it.|Yes, go ahead.|Go ahead.|Yeah, go for it.|Go for it.|Yes, that works.|That works.|That suits me.',
  "Sounds good.|Yes, that's right.|That's right.|That's correct.|Yes, thank you.|Yes, that's fine.|That's fine.|Yes, please do.|Please do.",
  "Yeah, do that.|Yeah, book it, please.|Yeah, go ahead.|Yeah, go ahead and book it.|Yes, go ahead and book it.|Yeah, book it.|Yeah, that's right.|Yeah, that works.|Yeah, that's fine.",
  "That sounds good.|Yes, that sounds good.|Yeah, sounds good.|That sounds great.|That's great.|That's perfect.|Yes, lovely.|Yes, perfect.",
  ...['move', 'change', 'cancel', 'switch', 'shift'].flatMap((verb) => [
    `Yes, ${verb} it.`,
    `Yes, ${verb} it, please.`,
    `Aye, ${verb} it.`,
  ]),
].join('|');

const HOURS = 'One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve'.split('|');
const DAYS = 'Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday'.split('|');
const times = [
  ...HOURS.flatMap((hour) => {
    const clock = [`${hour} o'clock`, `${hour} thirty`, `Half past ${hour.toLowerCase()}`, `${hour} in the morning`];
    return [hour, ...clock].flatMap((time) => [`${time}, please.`, `${time} works.`, `${time} is fine.`]);
  }),
  ...HOURS.flatMap((hour) => [
    `${hour} o'clock.`,
    `${hour} thirty.`,
    `${hour} fifteen.`,
    `Half past ${hour.toLowerCase()}.`,
    `${hour} in the morning.`,
  ]),
  ...DAYS.flatMap((day) => [`${day} morning.`, `${day} afternoon.`, `${day}, please.`, `${day} works.`]),
  ...['first', 'second', 'third', 'last', 'earlier', 'later'].flatMap((which) => [
    `The ${which} one, please.`,
    `The ${which} one works.`,
    `I'll take the ${which} one.`,
  ]),
];

/** Times inside longer sentences that sound like other words, and the allowance of the likest. */
export const TIME_TERMS: readonly string[] = HOURS.map((hour) => hour.toLowerCase()).flatMap((hour) => [
  `${hour} o'clock`,
  `${hour} thirty`,
  `half past ${hour}`,
]);
export const TIME_ALLOWANCE = TIME;

export type ExpectedAnswer = readonly [text: string, allowance: number];

/** Answers in a word or two, and their allowances. */
export const EXPECTED_ANSWERS: readonly ExpectedAnswer[] = [
  ['Yes.', AGREEING],
  ['Yes, please.', AGREEING],
  ...casual.split('|').map((text) => [text, AGREEING_CASUALLY] as const),
  ...expected.split('|').map((text) => [text, EXPECTED] as const),
];

/** Longer ones. */
export const LONGER_ANSWERS: readonly ExpectedAnswer[] = [
  ...atLength.split('|').map((text) => [text, AGREEING_AT_LENGTH] as const),
  ...times.map((text) => [text, TIME] as const),
];

/** Said alone, these must not be taken for each other: an appointment hangs on it. */
export const YES_AND_NO: readonly (readonly string[])[] = [
  ['Yes.', 'Yeah.', 'Yep.', 'Sure.', 'Okay.', 'Correct.', 'Right.', ...atLength.split('|')],
  ['No.', 'Nope.', 'No, thanks.', "No, don't.", 'No, wait.', 'Not that one.', "No, don't book it."],
];

/** What callers of a clinic seldom say, what the model hears it for, and nats that this may be less likely. */
export const OTHERWISE: readonly { readonly heard: RegExp; readonly meant: string; readonly allowance: number }[] = [
  // "The" with a breath before it, a day, hours.
  { heard: /^With (?:an?|the) /, meant: 'The ', allowance: 6 },
  { heard: /^Firstly\b/, meant: 'Thursday', allowance: 6 },
  { heard: /\bfirstly\b/, meant: 'Thursday', allowance: 6 },
  { heard: /^Too? (?:his|is) /, meant: 'Two is ', allowance: 6 },
  { heard: /^For is /, meant: 'Four is ', allowance: 6 },
  // A yes must have been said: "You had go ahead" for "Yeah, go ahead". Where "you had" was said, a yes lies twelve nats behind it.
  { heard: /^You(?:'re| are| got| had| have)?,? (?=\S+ \S)/, meant: 'Yeah, ', allowance: 4 },
];

/** Words of a clinic's calls that are asked about wherever an unclear sentence has something that sounds like them; emergencies first. */
export const CLINIC_TERMS: readonly string[] = [
  'chest pain|trouble breathing|heart attack|stroke|overdose|suicide|bleeding|emergency|ambulance',
  'appointment|reschedule|cancel|available|cardiologist|dermatologist|neurologist|pediatrician|gynecologist|psychiatrist',
  'today|tomorrow|afternoon|morning|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|date of birth|phone number|operator|patients',
  'my knee|my back|my ear|my eye|my foot|my hip|my skin|my throat|my shoulder|my chest|my stomach|my tooth',
]
  .join('|')
  .split('|');
