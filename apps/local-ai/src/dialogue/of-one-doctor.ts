import { foldName } from '@clinicall/language';
import { fold, places } from './fold';
import type { State } from './state';
import { chosenAppointment, openWishes, type Memory, type Wish } from './wishes';

const PIECES = /[,;.!?\n]+(?=\s|$)|\s(?:and|y|e|&)\s/g;
const FOR_ALL = /\b(?:both|all|las dos|los dos|ambas|ambos|todas|todos)\b/;
/** Where one doctor is named to be ruled out, nothing is answered for another. */
const RULES_OUT = /\b(?:not|no|instead|rather|mejor|en vez|sino|but)\b/;

/**
 * Of an answer that speaks of several open wishes at once what it says of the one that was asked about: "Marsh at nine and Becker at
 * three, both on the 11th", where it was asked when to see Dr. Marsh.
 */
export function ofOneDoctor(text: string, memory: Memory, state: State): string {
  const [active, ...more] = openWishes(memory);
  const offered = active?.kind === 'book' ? state.offers[0]?.doctor : undefined;
  const asked = (active && doctorOf(active, memory, state)) ?? offered;
  if (asked === undefined || more.length === 0 || RULES_OUT.test(fold(text))) return text;
  const others = more.flatMap((wish) => doctorsOf(wish, memory, state)).filter((name) => name !== asked);
  const cuts = places(fold(text), PIECES);
  const starts = [0, ...cuts.map((cut) => cut.end)];
  const ofOther = { here: false, any: false, ours: false };
  let left = text;
  starts.forEach((start, index) => {
    const end = cuts[index]?.start ?? text.length;
    const piece = foldName(text.slice(start, end));
    const ours = names(piece, asked);
    const another = !ours && others.some((name) => names(piece, name));
    ofOther.here = another || (ofOther.here && !ours && !FOR_ALL.test(piece));
    ofOther.any ||= another;
    ofOther.ours ||= ours;
    if (ofOther.here) left = left.slice(0, start) + ' '.repeat(end - start) + left.slice(end);
  });
  return ofOther.any && ofOther.ours ? left : text;
}

const names = (folded: string, name: string): boolean =>
  ` ${folded} `.includes(` ${foldName(name).split(' ').at(-1) ?? name} `);

function doctorOf(wish: Wish, memory: Memory, state: State): string | undefined {
  const changed = wish.kind === 'move' || wish.kind === 'cancel' ? chosenAppointment(wish, memory, state) : null;
  return wish.doctor ?? changed?.doctor;
}

function doctorsOf(wish: Wish, memory: Memory, state: State): string[] {
  const named = doctorOf(wish, memory, state);
  if (named !== undefined) return [named];
  return state.doctors.filter(({ specialty }) => specialty === wish.specialty).map(({ name }) => name);
}
