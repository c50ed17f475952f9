import { places } from './fold';
import { identity } from './identity-rule';
import { confirmation, option } from './offer-rules';
import type { Rule } from './signs';
import type { Scene, Step } from './steps';
import { understandPart, type Utterance } from './understand';
import { wishOf } from './wish-in';

/** What was said beside a question to the clinic: "Friday at eleven is fine, is there anything I should bring?". */
function withoutQuestions(utterance: Utterance, scene: Scene): Utterance | null {
  const cuts = places(utterance.folded, /[.,;!?¿\n]+|\s(?:and|but|y|pero)\s/g);
  const starts = [0, ...cuts.map((cut) => cut.end)];
  const pieces = starts.map((start, index) => utterance.text.slice(start, cuts[index]?.start ?? utterance.text.length));
  const answers = pieces.filter(
    (piece, index) =>
      wishOf(piece + (utterance.text[cuts[index]?.start ?? -1] ?? ''), utterance.words) !== 'information',
  );
  const text = answers.join(', ').trim();
  if (answers.length === pieces.length || !/\p{L}|\p{N}/u.test(text)) return null;
  return { ...understandPart(text, utterance, scene.state), who: utterance.who };
}

const answers: readonly Rule[] = [confirmation, identity, option];

/** The question has been answered; what was said beside it answers ours. Null when nothing was. */
export function answerBesideQuestion(scene: Scene): Step | null {
  const utterance = withoutQuestions(scene.utterance, scene);
  if (!utterance) return null;
  for (const rule of answers) {
    const step = rule({ ...scene, utterance });
    if (step?.do === 'call') return step;
  }
  return null;
}
