import { namedOffer, offeredWords } from '@clinicall/language';
import { speechContext, type Offer } from './state';
import type { Scene } from './steps';

// Which of the offered times is taken, by the words that belong to one of them alone.

/** The offers as they may be named. */
export function offersInWords(scene: Scene): string {
  return scene.state.offers.map((offer) => inWords(offer, scene)).join('; ');
}

export function inWords(offer: { doctor: string; startsAt?: string | undefined }, { state, utterance }: Scene): string {
  return namedOffer(offer.startsAt ?? state.now, offer.doctor, speechContext(state, utterance.language));
}

const PIECES = /[,.;:!?…]+|\b(?:que|because|cause|cos|since|as|so|porque|but|pero|on account of|por eso|asi)\b/;
/** In the way, or taken by something else: "Thursday's my yoga", "el 18 tengo trabajo". */
const HINDERED =
  /\b(?:no|not|nope|can'?t|cannot|don'?t|won'?t|isn'?t|imposible|impossible|busy|work(?:ing)?|away|tengo|tiene|trabaj\w+|perdid\w|i(?:'ve| have| get| got|'m at|'m on)|there'?s|my|hay)\b/;

const EARLY =
  /\b(?:mornings?|early|earl(?:y|ie)r|crack|first thing|breakfast|sooner|soonest|mananita|por la manana|en la manana|tempran\w*|primera hora|cuanto antes|antes)\b/;
const LATE =
  /\b(?:afternoons?|evenings?|night|late|later|lunch|teatime|after (?:work|school|lunch|dinner)|tardes?|tardecita|noche|nochecita|despues de(?:l)? (?:comer|trabajo|cole\w*|jale|curro))\b/;
const FORMER = /\b(?:this (?:week|one coming|coming)|the former|primerita|primerito|esta semana|est[ea] que viene)\b/;
const LATTER =
  /\b(?:next week|(?:the )?following|the latter|the one after|the next day|the other(?: one)?|la otra|el otro|proxima semana|semana que viene|ultimit[oa])\b/;

/** Of offers one of which is taken, the one that is meant; undefined where the words do not tell. */
export function takenByWords(scene: Scene): Offer | undefined {
  const { offers } = scene.state;
  const { folded } = scene.utterance;
  const words = offers.map((offer) => offeredWords(inWords(offer, scene)));
  const own = words.map(
    (all) => new Set([...all].filter((word) => words.filter((other) => other.has(word)).length === 1)),
  );
  const named = (text: string): Offer[] => {
    const said = (text.match(/\d{1,2}[:.]\d\d|[a-z0-9]+/g) ?? []).map((word) =>
      word.replace(/(?<=\d)(?:st|nd|rd|th)$/, ''),
    );
    const counts = own.map(
      (all) => said.filter((word) => all.has(word) || (/^\d+$/.test(word) && all.has(`${word}th`))).length,
    );
    const most = Math.max(...counts);
    return offers.filter((_offer, index) => most > 0 && counts[index] === most);
  };
  const pieces = folded.split(PIECES).filter((piece) => piece.trim() !== '');
  const mentioned = new Set(pieces.flatMap(named));
  const wanted = pieces.filter((piece) => !HINDERED.test(piece)).flatMap((piece) => only(named(piece)));
  const refused = new Set(pieces.filter((piece) => HINDERED.test(piece)).flatMap((piece) => only(named(piece))));
  const chosen = [...new Set(wanted)].filter((offer) => !refused.has(offer) || mentioned.size > 1);
  if (chosen[0]) return chosen[0];
  // "No, not Monday, the other": of two the one that is not refused; of one day and a reason the day.
  const left = offers.filter((offer) => !refused.has(offer));
  if (refused.size > 0 && left.length === 1 && LATTER.test(folded)) return left[0];
  return only(named(folded))[0] ?? byOrder(scene);
}

const only = (found: readonly Offer[]): readonly Offer[] => (found.length === 1 ? found : []);

/** By the half of the day, or by which comes first. */
function byOrder({ state, utterance }: Scene): Offer | undefined {
  const { offers, timezone } = state;
  const { folded } = utterance;
  if (offers.length === 2 && FORMER.test(folded) !== LATTER.test(folded)) return offers[FORMER.test(folded) ? 0 : 1];
  if (EARLY.test(folded) === LATE.test(folded)) return undefined;
  const isEarly = ({ startsAt }: Offer): boolean =>
    new Date(startsAt).toLocaleTimeString('sv-SE', { timeZone: timezone }) < '12:00';
  const halves = offers.filter((one) => isEarly(one) === EARLY.test(folded));
  return halves.length === 1 ? halves[0] : undefined;
}
