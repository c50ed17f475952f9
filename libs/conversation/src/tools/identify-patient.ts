import { foldName, nameDistance } from '@clinicall/language';
import type { Identification } from '@clinicall/scheduling';
import { noCodes, withIdentity, withOutcome } from '../state';
import type { CodeTries } from '../state';
import { locked } from './appointments';
import { readBirthDate } from './birth-date';
import { saidBirthDate, saidName } from './said-by-caller';
import { declareTool, done, optional, refuse, words } from './tool';
import type { ToolName, ToolResult } from './tool';
import type { ToolContext } from './tool-context';
import { putHold } from './visit-beside';
import { z } from 'zod';

const MOST_TRIES = 3;
/** Of codes sent, and of wrong ones: who has no luck with two is asked in another way. */
const MOST_CODES = 2;
const SAME_NAME = 0.2;
const NEXT: readonly ToolName[] = ['identify_patient', 'register_patient'];

export const identifyPatient = declareTool({
  name: 'identify_patient',
  description:
    'Finds out who the caller is, from their full name and date of birth in their own words, or from the code they were sent. Set sendCode when the caller wants a code sent to the number on file. Call it with whatever is known; its answer asks for the rest.',
  shape: {
    name: optional(words(200, 'The caller’s full name as they said it.')),
    dateOfBirth: optional(words(100, 'Their date of birth in their own words, untranslated.')),
    code: optional(words(40, 'The six digits they read out.')),
    sendCode: optional(z.boolean().describe('True when they ask for a code.')),
  },
  writes: false,
  books: false,
  run: async (input, context) => {
    if (context.state.locked) return locked(context);
    if (alreadyKnown(input.name, input.code, context)) return welcome(context);
    if (input.code !== undefined) return redeem(input.code, context);
    const incomplete = noteClaim(input.name, input.dateOfBirth, context);
    if (incomplete !== undefined) return incomplete;
    const { name, dateOfBirth } = context.state.claim;
    if (name === null || dateOfBirth === null) return askForRest(context);
    const phone = context.conversation.from;
    const actsFor = mayActFor(phone, context);
    const found = await context.services.patients.identify({ name, dateOfBirth, phone, actsFor });
    const mustProve = proofNeeded(found, context);
    if (found.ok && mustProve === undefined) {
      return identified({ patientId: found.patient.id, name: found.patient.name }, context);
    }
    if (input.sendCode !== true && !found.ok) return failed('no_match', context);
    const { sent, wrong } = context.state.codes ?? noCodes;
    if (sent >= MOST_CODES || wrong >= MOST_CODES) return noMoreCodes(context);
    if (mustProve !== undefined)
      await context.services.codes.send(context.conversation.id, mustProve, context.speech.language);
    // The same whether or not there is such a patient: the words must not tell.
    noteCodes({ sent: sent + 1 }, context);
    context.state = { ...withOutcome(context.state, { kind: 'code_sent' }), codePending: true };
    context.ask('code');
    return refuse('code_sent', context.say('identity.codeSent'), NEXT);
  },
});

async function mayActFor(phone: string | null, { services }: ToolContext): Promise<string[]> {
  const acting = phone === null ? [] : await services.proxies.actsFor(phone);
  return acting.map(({ patientId }) => patientId);
}

/** Where the code goes that proves who it is: asked of a caller from another number, and by some clinics of everybody. */
function proofNeeded(found: Identification, context: ToolContext): { patientId: string; phone: string } | undefined {
  if (!found.ok) return found.reason === 'code_needed' ? found : undefined;
  const { id, phone } = found.patient;
  const always = context.clinic.clinic.settings.identityPolicy === 'always_code';
  return always && phone !== null ? { patientId: id, phone } : undefined;
}

function alreadyKnown(name: string | undefined, code: string | undefined, context: ToolContext): boolean {
  const { identified } = context.state;
  return identified !== null && code === undefined && (name === undefined || sameName(name, identified.name));
}

/** Every word that was said is of that name: a daughter has her mother's surname and is somebody else. */
function sameName(said: string, known: string): boolean {
  const words = foldName(said).split(' ').filter(Boolean);
  return words.every((word) => nameDistance(word, known) <= SAME_NAME);
}

/** Adds to the claim what the caller has really said; the refusal, when it cannot be understood. */
function noteClaim(name: string | undefined, birth: string | undefined, context: ToolContext): ToolResult | undefined {
  const claim = { ...context.state.claim };
  if (name !== undefined && saidName(name, context)) claim.name = name;
  if (birth !== undefined) {
    const date = readBirthDate(birth, context);
    if (typeof date !== 'string') {
      context.state = { ...context.state, claim };
      return date;
    }
    if (saidBirthDate(date, context)) claim.dateOfBirth = date;
  }
  context.state = { ...context.state, claim };
  return undefined;
}

function askForRest(context: ToolContext): ToolResult {
  const { name, dateOfBirth } = context.state.claim;
  if (name === null && dateOfBirth === null) {
    context.ask('name', 'dob');
    return refuse('needs_name', context.say('identity.ask'), NEXT);
  }
  context.ask(name === null ? 'name' : 'dob');
  const say = context.say(name === null ? 'identity.name' : 'identity.dob');
  return refuse(name === null ? 'needs_name' : 'needs_dob', say, NEXT);
}

async function redeem(code: string, context: ToolContext): Promise<ToolResult> {
  const digits = code.replace(/\D/g, '');
  if (!context.state.codePending) {
    context.ask('name', 'dob');
    return refuse('needs_name', context.say('identity.noCode'), NEXT);
  }
  const patientId = await context.services.codes.redeem(context.conversation.id, digits);
  if (patientId === undefined) return failed('wrong_code', context);
  const { id, name } = await context.services.patients.get(patientId);
  return identified({ patientId: id, name }, context);
}

function identified(
  patient: { patientId: string; name: string },
  context: ToolContext,
): ToolResult | Promise<ToolResult> {
  context.state = { ...withIdentity(context.state, patient), codes: noCodes };
  return welcome(context);
}

/** With a time kept, the read-back follows at once; it is the first that this patient hears. */
function welcome(context: ToolContext): ToolResult | Promise<ToolResult> {
  const { held, state } = context;
  const name = state.identified?.name ?? '';
  const thanks = context.say('identity.thanks', { name: name.split(' ')[0] ?? name });
  if (held === null) return done({ identified: { name } }, thanks, ['find_slots', 'list_my_appointments']);
  return putHold(held, context, { identified: { name } }, thanks);
}

/** Three failures, by name or by code, and a person takes over. */
function failed(reason: 'no_match' | 'wrong_code', context: ToolContext): ToolResult {
  const tries = context.state.tries + 1;
  context.state = { ...context.state, tries, locked: tries >= MOST_TRIES };
  if (context.state.locked) return locked(context);
  if (reason === 'wrong_code') {
    const wrong = (context.state.codes?.wrong ?? 0) + 1;
    noteCodes({ wrong }, context);
    if (wrong >= MOST_CODES) return otherWay(reason, context);
    context.ask('code');
    return refuse(reason, context.say('identity.wrongCode'), NEXT);
  }
  // On a telephone a name is sooner misheard than wrong.
  const isMisheard = tries === 1 && context.conversation.channel === 'voice';
  context.ask(...(isMisheard ? (['name', 'dob', 'new_patient'] as const) : (['new_patient'] as const)));
  return refuse(reason, context.say(isMisheard ? 'identity.misheard' : 'identity.noMatch'), NEXT);
}

function noteCodes(news: Partial<CodeTries>, context: ToolContext): void {
  context.state = { ...context.state, codes: { ...(context.state.codes ?? noCodes), ...news } };
}

/** The same whether or not there is such a patient. Who was told so and asks once more is for a person. */
function noMoreCodes(context: ToolContext): ToolResult {
  if (context.state.codes?.ended !== true) return otherWay('no_more_codes', context);
  context.state = { ...context.state, tries: MOST_TRIES, locked: true };
  return locked(context);
}

/** Name and birth date once more, or a person; the code that was sent still counts while tries are left. */
function otherWay(reason: 'wrong_code' | 'no_more_codes', context: ToolContext): ToolResult {
  noteCodes({ ended: true }, context);
  context.offerPerson();
  context.ask('confirm', 'name', 'dob');
  return refuse(reason, context.say('identity.otherWay'), ['identify_patient', 'transfer_to_person', 'take_message']);
}
