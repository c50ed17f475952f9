import { understandDateOfBirth } from '@clinicall/language';
import { refuse } from './tool';
import type { ToolResult } from './tool';
import type { ToolContext } from './tool-context';

/** The day of birth in somebody's words, YYYY-MM-DD, or the refusal that asks for it again. */
export function readBirthDate(words: string, context: ToolContext): string | ToolResult {
  const understood = understandDateOfBirth(words, context.speech);
  if (understood.ok) return understood.date;
  context.ask('dob');
  const choices = understood.reason === 'ambiguous' ? (understood.candidates ?? []) : [];
  if (choices.length > 1) {
    const say = context.say('identity.whichDob', {
      choices: context.sentences.list(
        choices.map((date) => context.sentences.date(date)),
        'or',
      ),
    });
    return refuse('unclear_dob', say, ['identify_patient', 'register_patient'], { choices });
  }
  const wrong = understood.reason === 'impossible' || understood.reason === 'future';
  return refuse('unclear_dob', context.say(wrong ? 'identity.impossibleDob' : 'identity.unclearDob'), [
    'identify_patient',
    'register_patient',
  ]);
}
