import { Injectable } from '@nestjs/common';
import { digitRuns, fold, sayings, understandWhen, wordsOf } from '@clinicall/language';
import { TasksService } from '@clinicall/identity';
import type { CountryCode } from 'libphonenumber-js';
import { parsePhoneNumberFromString } from 'libphonenumber-js';
import type { CallbackAsk } from './state';
import type { ToolContext } from './tools/tool-context';
import type { Turn } from './turn';

const ANY_TIME = /\b(?:any ?time|when ?ever|no preference|cualquier (?:hora|momento)|cuando (?:sea|quieran|puedan))\b/;
/** Who names a time in order to book one has moved on. */
const OTHER_WISH = /\b(?:book|appointment|schedule|reschedule|move|cancel|doctor|cita|reservar|cambiar|cancelar)\b/;
/** An answer to "when shall we call?" is short. */
const LONGEST_ANSWER = 12;
/** The question after "we will call you back": for the number when it is withheld, else for a good time. */
export function askForCallback(taskId: string, context: ToolContext): string {
  const wants = context.conversation.from === null ? 'number' : 'time';
  context.state = { ...context.state, callback: { taskId, wants, turn: context.state.turn } };
  context.ask(wants === 'number' ? 'phone' : 'time');
  return context.say(`callback.${wants}`);
}

/** Takes down when, and where, a caller wants to be called back: by code, for the task that is open already. */
@Injectable()
export class CallbackDetails {
  constructor(private readonly tasks: TasksService) {}

  /** @returns true when the caller's words were an answer to our question. */
  async answers(turn: Turn): Promise<boolean> {
    const { context } = turn;
    const { callback, turn: now } = context.state;
    if (callback === undefined || callback === null || callback.turn !== now - 1) return false;
    context.state = { ...context.state, callback: null };
    return callback.wants === 'number' ? this.number(callback, turn) : this.time(callback, turn);
  }

  private async number({ taskId }: CallbackAsk, { context, output }: Turn): Promise<boolean> {
    const country = context.clinic.clinic.country as CountryCode;
    const number = parsePhoneNumberFromString(digitsIn(context.caller.now), country);
    if (number?.isPossible() !== true) return false;
    await this.tasks.addData(taskId, { callbackNumber: number.number });
    context.state = { ...context.state, callback: { taskId, wants: 'time', turn: context.state.turn } };
    context.ask('time');
    output.code(context.say('callback.time'), true);
    return true;
  }

  private async time({ taskId }: CallbackAsk, { context, output }: Turn): Promise<boolean> {
    const words = context.caller.now;
    const plain = fold(words);
    const any = context.caller.answer === 'no' || ANY_TIME.test(plain) || sayings(words, 'anyTime');
    const wish = OTHER_WISH.test(plain) || sayings(words, 'booking');
    const isTime = !wish && understandWhen(words, context.speech) !== null;
    if (!any && (!isTime || wordsOf(words).length > LONGEST_ANSWER)) return false;
    await this.tasks.addData(taskId, { bestTime: any ? 'any time' : words });
    output.code(context.say('callback.noted'), false);
    output.code(context.say('anythingElse'), true);
    context.ask('anything_else');
    return true;
  }
}

/** "two one two, 555 01 99" as digits; a plus stays. */
function digitsIn(words: string): string {
  return (words.trim().startsWith('+') ? '+' : '') + digitRuns(words).join('');
}
