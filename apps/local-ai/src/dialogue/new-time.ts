import { understandWhen } from '@clinicall/language';
import { fold } from './fold';
import { fits, type Numbered } from './picks';
import { beside } from './search';
import { speechContext } from './state';
import type { Scene } from './steps';
import { joinWhen, whenIn, type WhenWords } from './time-words';
import type { Wish } from './wishes';

const PIECES =
  /[,.;:?!¿¡\n]+|\b(?:and|but|so|could|can|would|is there|do you|instead|rather|y|pero|asi que|puedo|podria|puede|hay|tienen?|mejor|en vez)\b/g;

/**
 * Where an appointment is to go, when no word said which of the times is the new one: "my Thursday appointment, could I have
 * it on Friday?". The time that is not the appointment's own is; "a bit later" is meant beside it. Null when none is told.
 */
export function newTimeOf(wish: Wish, appointment: Numbered, scene: Scene): WhenWords | null {
  const texts = [...new Set([scene.utterance.asked, ...wish.about.map(({ text }) => text).toReversed(), wish.text])];
  for (const text of texts) {
    const when = inPieces(text, appointment, scene);
    if (when) return when;
  }
  for (const text of texts) {
    const when = besideIt(fold(text), appointment, scene);
    if (when) return when;
  }
  return null;
}

/** Whether words about time name the day of the appointment itself, and no hour. */
export function isItsOwn(said: WhenWords, appointment: Numbered, { state, utterance }: Scene): boolean {
  const when = understandWhen(joinWhen(said), speechContext(state, utterance.language));
  return (
    when?.date !== undefined &&
    when.time === undefined &&
    when.from === undefined &&
    fits(appointment, when, false, state)
  );
}

function inPieces(text: string, appointment: Numbered, scene: Scene): WhenWords | null {
  const { state, utterance } = scene;
  const { words, language } = utterance;
  const context = speechContext(state, language);
  const cuts = [...fold(text).matchAll(PIECES)];
  const starts = [0, ...cuts.map((cut) => cut.index + cut[0].length)];
  const pieces = starts.map((start, index) => text.slice(start, cuts[index]?.index ?? text.length));
  for (const piece of pieces.toReversed()) {
    const folded = fold(piece);
    if (words.frames.hindered.test(folded)) continue;
    const said = whenIn(piece, words.time, false, context);
    const when = said ? understandWhen(joinWhen(said), context) : null;
    if (!said || !when || fits(appointment, when, false, state)) continue;
    const told = when.date ?? when.time ?? when.from ?? when.dailyFrom ?? when.weekdays ?? when.candidates;
    if (told === undefined && when.earliest !== true) continue;
    const dayless = said.day === undefined && said.whole === undefined && when.earliest !== true;
    return dayless ? { ...said, day: dayOf(appointment.startsAt, scene) } : said;
  }
  return null;
}

function besideIt(folded: string, { startsAt }: Numbered, scene: Scene): WhenWords | null {
  const { signals } = scene.utterance.words;
  if (signals.nextDay.test(folded)) return { day: dayOf(startsAt, scene, 1) };
  if (signals.weekAfter.test(folded)) return { day: dayOf(startsAt, scene, 7) };
  if (signals.dayBefore.test(folded)) return { day: dayOf(startsAt, scene, -1) };
  if (signals.earlier.test(folded)) return { whole: beside(startsAt, 'before', scene) };
  if (!signals.later.test(folded)) return null;
  return { whole: beside(new Date(Date.parse(startsAt) + 60_000).toISOString(), 'after', scene) };
}

function dayOf(startsAt: string, { state, utterance }: Scene, daysOn = 0): string {
  const at = new Date(Date.parse(startsAt) + daysOn * 86_400_000);
  return at.toLocaleDateString(utterance.language, { timeZone: state.timezone, day: 'numeric', month: 'long' });
}
