import { movesIt } from './moved-not-booked';
import { namesNewTime } from './new-day';
import { judge, type Rule } from './signs';
import { call, type Scene } from './steps';

const BOTH =
  /\b(?:both|the two(?: of them)?|as well|also|too|another|additional|extra|separate|in addition|on top|besides|keep (?:it|that|them|my|the (?:old|other|first))|las dos|los dos|ambas|ambos|tambien|ademas|aparte|adicional|las 2|los 2|otra (?:mas|distinta|diferente)|(?:conserv|manten|mantien)\w+|dej\w+ (?:tambien )?la (?:otra|vieja|primera|que (?:ya )?(?:tengo|tenia)))\b/;
const INSTEAD =
  /\b(?:instead|replac(?:e|es|ing)|(?:just|only) (?:the|that|this) (?:new |latest )?one|in(?:to)? (?:its|that) place|en (?:su )?(?:vez|lugar)|reemplaz\w+|sustitu\w+|(?:solo|solamente|nada mas|unicamente) (?:la|el|esa|ese|esta|este) (?:nuev[oa]|ultim[oa]|una)?)\b/;

/**
 * The answer to "you already have Monday at nine, and it stays unless you want it moved. Shall I book Thursday as well?": both are wanted, or
 * the new time is to take the old one's place, which is read back by itself. A bare yes or no is any read-back's.
 */
export const insteadOrBoth: Rule = (scene) => {
  const old = toldOf(scene);
  if (old === null || namesNewTime(scene)) return null;
  const { folded } = scene.utterance;
  const moves = movesIt(scene.utterance) || INSTEAD.test(folded);
  if (moves && !/\b(?:don'?t|do not|no la|no lo|no me la)\b/.test(folded))
    return call('reschedule_appointment', { appointment: old, option: scene.state.held?.option });
  return BOTH.test(folded) && judge(scene) !== 'yes' ? call('confirm_appointment') : null;
};

/** The visit, by its number, that was named beside the kept time just now. */
function toldOf({ state, turns }: Scene): number | null {
  if (state.readBack?.action !== 'book' || state.held === null) return null;
  const beside = turns.at(-2)?.rounds.at(-1)?.result['alreadyHas'];
  const number = (beside as { appointment?: unknown } | undefined)?.appointment;
  return typeof number === 'number' ? number : null;
}
