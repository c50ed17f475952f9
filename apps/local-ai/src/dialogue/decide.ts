import { detectLanguage } from '@clinicall/language';
import type { ChatMessage } from '../chat-messages';
import { addedTalk, isAdded } from './added-talk';
import { answer } from './answer';
import { carryOn } from './carry-on';
import { readTurns, reasonOf, type Turn } from './history';
import { remember } from './memory';
import { readState, type AskedFor } from './state';
import { say, type Scene, type Step } from './steps';
import { understand, vocabularies } from './understand';

export interface Decision {
  /** Own words; empty when code has said everything. */
  readonly content: string;
  readonly toolCalls: readonly { readonly name: string; readonly arguments: Record<string, unknown> }[];
}

export interface Question {
  readonly messages: readonly ChatMessage[];
  /** Names of the tools that may be called. */
  readonly tools: readonly string[];
}

/** The dialogue engine: a function of the messages and tools, with no memory of its own. */
export function decide({ messages, tools }: Question): Decision {
  const given = readState(messages);
  if (!given) {
    const words = messages.findLast((message) => message.role === 'user')?.content ?? '';
    return { content: vocabularies[detectLanguage(words, 'en')].sentences.noState, toolCalls: [] };
  }
  const turns = readTurns(messages);
  const state = { ...given, asked: [...given.asked, ...stillAsked(turns)] };
  const turn = turns.at(-1);
  if (!turn || turn.text === null) return { content: vocabularies[state.language].sentences.greeting, toolCalls: [] };
  // Code's questions are in no message there, and what was said before them is no part of the answer.
  if (isAdded(state)) return acted(addedTalk(state, readTurns(messages, false)), tools);
  const memory = remember(turns, state);
  const utterance =
    memory.latest ?? understand(turn.text, state, { name: false, dob: false, phone: false, code: false });
  const scene: Scene = { state, memory, turns, turn, utterance };
  const step = turn.rounds.length > 0 ? carryOn(scene) : answer(scene);
  return written(step, scene, tools);
}

const refusalsAsk: Readonly<Record<string, readonly AskedFor[]>> = {
  needs_name: ['name', 'dob'],
  needs_dob: ['dob'],
  no_match: ['new_patient', 'code'],
  code_sent: ['code'],
  wrong_code: ['code'],
};

/** What the last tool's refusal asked for, whatever was said after it: those words are in its `say`. */
function stillAsked(turns: readonly Turn[]): readonly AskedFor[] {
  const last = turns.at(-2)?.rounds.at(-1);
  return last ? (refusalsAsk[reasonOf(last)] ?? []) : [];
}

/** A step that only acts: what must be said is said by code. */
function acted(step: Step, tools: readonly string[]): Decision {
  const isCall = step.do === 'call' && tools.includes(step.tool);
  return { content: '', toolCalls: isCall ? [{ name: step.tool, arguments: step.args }] : [] };
}

function written(step: Step, scene: Scene, tools: readonly string[]): Decision {
  const allowed = step.do === 'call' && !tools.includes(step.tool) ? say('troubled') : step;
  if (allowed.do === 'call') return { content: '', toolCalls: [{ name: allowed.tool, arguments: allowed.args }] };
  if (allowed.do === 'nothing') return { content: '', toolCalls: [] };
  const { sentences } = vocabularies[scene.utterance.language];
  return { content: allowed.keys.map((key) => sentences[key]).join(' '), toolCalls: [] };
}
