import { act } from './offer-rules';
import { namesNewTime } from './new-day';
import { judge, saysMore, type Rule } from './signs';
import { call, type Scene } from './steps';

const BOTH =
  /\b(?:both|the two(?: of them)?|as well|also|too|another|additional|extra|separate|in addition|on top|besides|keep (?:it|that|them|my|the (?:old|other|first))|las dos|los dos|ambas|ambos|tambien|ademas|aparte|adicional|las 2|los 2|otra (?:mas|distinta|diferente)|(?:conserv|manten|mantien)\w+|dej\w+ (?:tambien )?la (?:otra|vieja|primera|que (?:ya )?(?:tengo|tenia)))\b/;
const INSTEAD =
  /\b(?:instead|mov(?:e|ing)|chang(?:e|ing)|swap|switch|replac(?:e|es|ing)|(?:just|only) (?:the|that|this) (?:new |latest )?one|in(?:to)? (?:its|that) place|en (?:su )?(?:vez|lugar)|cambi\w+|muev\w+|mover\w*|pas(?:a|e|ar)(?:la|me|mela)\w*|reemplaz\w+|sustitu\w+|(?:solo|solamente|nada mas|unicamente) (?:la|el|esa|ese|esta|este) (?:nuev[oa]|ultim[oa]|una)?)\b/;

/**
 * The answer to "you already have Monday at nine. Shall I move it, or do you want to keep both?" (readBack.instead). A bare no keeps both:
 * the new time is read back then as one more.
 */
export const insteadOrBoth: Rule = (scene) => {
  if (!asksInstead(scene)) return null;
  const { folded } = scene.utterance;
  const answer = judge(scene);
  if (BOTH.test(folded)) return call('confirm_appointment');
  if (namesNewTime(scene)) return null;
  if (answer === 'yes' || (answer === 'unclear' && INSTEAD.test(folded))) return act(scene);
  const bare =
    answer === 'no' && !saysMore(scene) && !scene.utterance.has('dropIt') && !scene.utterance.has('farewell');
  return bare ? call('confirm_appointment') : null;
};

function asksInstead({ state, memory }: Scene): boolean {
  return state.readBack?.action === 'reschedule' && state.held !== null && memory.pending?.action === 'book';
}
