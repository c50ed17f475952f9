// What callers of a clinic answer in one or two words. A model trained on sentences hears "Tuesday" said alone as "To leave"; asked which of
// these it may have been, it mostly knows. A word is taken only when the model itself holds it nearly as likely as what it heard.

/** Nats that an expected word may be less likely than what was heard. */
const EXPECTED = 2;
/** Less for words that agree to something: a yes must have been said. */
const AGREEING = 0.7;
const AGREEING_CASUALLY = 0.3;

const casual = 'Yeah.|Yep.|Sure.|Okay.|Correct.|Right.';

const expected = [
  'No.|Nope.|No, thanks.|No, thank you.|Please.|Thank you.|Hello.|Goodbye.|Help.|Operator.|Cancel.|Reschedule.|Repeat.',
  'Monday.|Tuesday.|Wednesday.|Thursday.|Friday.|Saturday.|Sunday.|Today.|Tomorrow.|Morning.|Afternoon.|Evening.',
  'Zero.|One.|Two.|Three.|Four.|Five.|Six.|Seven.|Eight.|Nine.|Ten.|Eleven.|Twelve.|Noon.',
  'First.|Second.|Third.|The first one.|The second one.|The third one.|The first.|The second.|The third.',
  'January.|February.|March.|April.|May.|June.|July.|August.|September.|October.|November.|December.',
  'Cardiology.|Dermatology.|Neurology.|Pediatrics.|Orthopedics.|Two thirty.|Ten thirty.|Three thirty.',
].join('|');

/** Each expected answer and its allowance. */
export const EXPECTED_ANSWERS: readonly (readonly [text: string, allowance: number])[] = [
  ['Yes.', AGREEING],
  ['Yes, please.', AGREEING],
  ...casual.split('|').map((text) => [text, AGREEING_CASUALLY] as const),
  ...expected.split('|').map((text) => [text, EXPECTED] as const),
];

/** Said alone, these must not be taken for each other: an appointment hangs on it. */
export const YES_AND_NO: readonly (readonly string[])[] = [
  ['Yes.', 'Yeah.', 'Yep.', 'Sure.', 'Okay.', 'Correct.', 'Right.'],
  ['No.', 'Nope.', 'No, thanks.'],
];

/** Words of a clinic's calls that are asked about wherever an unclear sentence has something that sounds like them; emergencies first. */
export const CLINIC_TERMS: readonly string[] = [
  'chest pain|trouble breathing|heart attack|stroke|overdose|suicide|bleeding|emergency|ambulance',
  'appointment|reschedule|cancel|available|cardiologist|dermatologist|neurologist|pediatrician|gynecologist|psychiatrist',
  'tomorrow|afternoon|morning|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|date of birth|phone number|operator|patients',
]
  .join('|')
  .split('|');
