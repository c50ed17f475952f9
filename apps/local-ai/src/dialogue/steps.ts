import { foldName, type LikelyAct } from '@clinicall/language';
import type { Turn } from './history';
import type { State } from './state';
import type { Utterance } from './understand';
import type { Memory, Wish } from './wishes';
import type { SentenceKey } from './words/vocabulary';

/** What to do next: a tool, a sentence of our own, or nothing because everything has been said. */
export type Step =
  | { readonly do: 'call'; readonly tool: string; readonly args: Record<string, unknown> }
  | { readonly do: 'say'; readonly keys: readonly SentenceKey[] }
  | { readonly do: 'nothing' };

/** Everything a decision is made from. */
export interface Scene {
  readonly state: State;
  readonly memory: Memory;
  readonly turns: readonly Turn[];
  readonly turn: Turn;
  readonly utterance: Utterance;
  /** What the answer to an offer is, by its likeness to others. */
  readonly reading?: LikelyAct | null;
}

export const nothing: Step = { do: 'nothing' };

/** Arguments that are undefined are left out. */
export function call(tool: string, args: Record<string, unknown> = {}): Step {
  return {
    do: 'call',
    tool,
    args: Object.fromEntries(Object.entries(args).filter(([, value]) => value !== undefined)),
  };
}

export function say(...keys: SentenceKey[]): Step {
  return { do: 'say', keys };
}

/** A tool that was called in this turn already, whatever its arguments. */
export function calledNow(scene: Scene, tool: string): boolean {
  return scene.turn.rounds.some((round) => round.tool === tool);
}

/** The tool that learns who is calling, with all that was said so far. Without anything its result asks for it. */
export function identify(scene: Scene, extra: Record<string, unknown> = {}): Step {
  const { name, dateOfBirth, phone } = scene.memory.person;
  if (scene.memory.isNew && name && dateOfBirth) return call('register_patient', { name, dateOfBirth, phone });
  if (scene.memory.isNew && (name ?? dateOfBirth)) return say(name ? 'askDob' : 'askName');
  return call('identify_patient', { name, dateOfBirth, ...extra });
}

/** The doctors of a field other than those just offered. */
export function otherDoctors(scene: Scene, wish: Wish): string[] {
  const { state } = scene;
  const offered = new Set([...state.offers.map((offer) => offer.doctor), wish.doctor ?? ''].map(foldName));
  const known = state.doctors.find((doctor) => offered.has(foldName(doctor.name)));
  const specialty = wish.specialty ?? state.offers[0]?.specialty ?? known?.specialty;
  return state.doctors
    .filter((doctor) => !offered.has(foldName(doctor.name)) && (!specialty || doctor.specialty === specialty))
    .map((doctor) => doctor.name);
}
