import { understandWhen } from '@clinicall/language';
import { reasonOf } from './history';
import type { Rule } from './signs';
import { speechContext } from './state';
import { call, type Scene } from './steps';
import { openWishes } from './wishes';

const isTime = /^\d\d:\d\d$/;

/** The answer to "this Friday or the one after?", "at seven in the morning or in the evening?": one of code's candidates. */
export const clarify: Rule = (scene) => {
  const last = scene.turns.at(-2)?.rounds.at(-1);
  if (last?.tool !== 'find_slots' || reasonOf(last) !== 'unclear_when') return null;
  const choices = last.result['choices'];
  const candidates = Array.isArray(choices) ? choices.filter((choice) => typeof choice === 'string') : [];
  const chosen = candidates.length > 1 ? choose(candidates, scene) : null;
  if (!chosen) return null;
  const wish = openWishes(scene.memory)[0];
  const kept = isTime.test(chosen) ? wish?.when?.day : chosen.length > 10 ? undefined : wish?.when?.clock;
  const words = isTime.test(chosen) ? [kept, inWords(chosen, scene)] : [inWords(chosen, scene), kept];
  return call('find_slots', { ...last.args, when: words.filter((part) => part !== undefined).join(' ') });
};

function choose(candidates: readonly string[], scene: Scene): string | null {
  const { folded, words, text, language } = scene.utterance;
  const ordinal = words.picks.ordinals.findIndex((pattern) => pattern.test(folded));
  if (ordinal >= 0) return candidates[ordinal] ?? null;
  const when = understandWhen(text, speechContext(scene.state, language));
  const named = candidates.filter((candidate) =>
    isTime.test(candidate) ? candidate === when?.time : when?.date !== undefined && candidate.startsWith(when.date),
  );
  if (named.length === 1) return named[0] ?? null;
  if (candidates.every((candidate) => isTime.test(candidate))) {
    const late = words.time.lateHalf.test(folded);
    return late || words.time.earlyHalf.test(folded)
      ? (candidates.find((candidate) => candidate >= '12:00' === late) ?? null)
      : null;
  }
  if (words.time.thisOne.test(folded)) return candidates[0] ?? null;
  return words.time.nextOne.test(folded) ? (candidates.at(-1) ?? null) : null;
}

/** A candidate as words that code understands: "May 7", "7:00 PM". */
function inWords(candidate: string, scene: Scene): string {
  const { language } = scene.utterance;
  const [date, time]: readonly (string | null | undefined)[] = isTime.test(candidate)
    ? [null, candidate]
    : candidate.split('T');
  const day = date
    ? new Date(`${date}T12:00:00Z`).toLocaleDateString(language, { timeZone: 'UTC', day: 'numeric', month: 'long' })
    : undefined;
  const clock = time?.slice(0, 5);
  const spoken = clock ? (language === 'en' ? `at ${clock}` : `a las ${clock}`) : undefined;
  return [day, spoken].filter((part) => part !== undefined).join(' ');
}
