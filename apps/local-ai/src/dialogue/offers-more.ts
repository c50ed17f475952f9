import { succeeded, type Round, type Turn } from './history';
import { vocabularies } from './understand';

/** Something was done, and we asked what else is wanted. */
export function offersMore(before: Turn | undefined): boolean {
  if (before === undefined || before.text === null) return false;
  const ended = succeeded(before.rounds.at(-1) ?? NO_ROUND) && ENDINGS.has(before.rounds.at(-1)?.tool ?? '');
  return ended || Object.values(vocabularies).some(({ sentences }) => before.said.includes(sentences.askAnythingElse));
}

const NO_ROUND: Round = { tool: '', args: {}, result: {} };
const ENDINGS = new Set([
  'confirm_appointment',
  'cancel_appointment',
  'reschedule_appointment',
  'take_message',
  'join_waitlist',
]);
