import { probeSpeech } from '@clinicall/language';
import { SentenceSplitter } from './clauses';
import type { Facts } from './facts';
import { judgeTruth } from './guards/truth-guard';
import { Sentences } from './sentences';
import type { OutcomeKind } from './state';

/** One case of `probe:guard`; an absent fact is no fact. */
export interface GuardProbe {
  readonly id: string;
  /** en, en-US, en-GB, es, es-US, es-ES and the like. */
  readonly lang: string;
  /** What a model wants to say. */
  readonly say: string;
  readonly facts: {
    /** Instant, RFC 3339. */
    readonly now: string;
    readonly tz: string;
    /** A name, or a name with its field. */
    readonly doctors: readonly (string | { readonly name: string; readonly specialty?: string })[];
    readonly hours?: string;
    readonly prices?: readonly string[];
    readonly offered?: readonly { readonly option: number; readonly doctor: string; readonly startsAt: string }[];
    readonly held?: { readonly doctor: string; readonly startsAt: string };
    readonly readBack?: { readonly doctor: string; readonly startsAt: string };
    readonly booked?: readonly { readonly doctor: string; readonly startsAt: string }[];
    readonly cancelled?: readonly { readonly doctor: string; readonly startsAt: string }[];
    readonly moved?: readonly { readonly doctor: string; readonly from: string; readonly to: string }[];
    readonly sent?: readonly { readonly kind: string }[];
    /** What the clinic answers in its own words. */
    readonly answers?: readonly string[];
    /** What was done beside visits and texts: "message", "waitlisted", "transferring" … */
    readonly done?: readonly OutcomeKind[];
    readonly identified?: boolean;
    /** The last search found nothing. */
    readonly inVain?: boolean;
  };
}

export interface GuardAnswer {
  readonly id: string;
  readonly allowed: boolean;
  /** What goes out: the sentences that stand, or one made from facts. */
  readonly say: string;
}

/** May be said whatever the clinic. */
const EMERGENCY_NUMBERS = ['911', '112', '999', '988', '024'];

/** Judges words as a reply would, sentence by sentence, with nothing but the given facts. */
export function probeGuard(probe: GuardProbe): GuardAnswer {
  const facts = factsOf(probe);
  const splitter = new SentenceSplitter();
  const sentences = [...splitter.push(probe.say), ...splitter.flush()].map((sentence) => sentence.trim());
  const standing = sentences.filter((sentence) => judgeTruth(sentence, facts).allowed);
  const allowed = standing.length === sentences.length && judgeTruth(probe.say, facts).allowed;
  if (allowed) return { id: probe.id, allowed, say: probe.say };
  return { id: probe.id, allowed, say: [...standing, instead(facts)].join(' ') };
}

function factsOf({ lang, facts }: GuardProbe): Facts {
  return {
    speech: probeSpeech({ lang, now: facts.now, tz: facts.tz }),
    doctors: facts.doctors.map((doctor) => (typeof doctor === 'string' ? { name: doctor } : doctor)),
    hours: facts.hours,
    prices: facts.prices ?? [],
    numbers: EMERGENCY_NUMBERS,
    offered: facts.offered ?? [],
    held: facts.held,
    readBack: facts.readBack,
    booked: facts.booked ?? [],
    cancelled: facts.cancelled ?? [],
    moved: facts.moved ?? [],
    sent: facts.sent ?? [],
    answers: facts.answers,
    identified: facts.identified,
    inVain: facts.inVain,
    done: [...(facts.done ?? []), ...((facts.sent ?? []).length > 0 ? (['code_sent'] as const) : [])],
    pending: (facts.held ?? facts.readBack) !== undefined,
  };
}

function instead(facts: Facts): string {
  const sentences = new Sentences(facts.speech);
  const whole = (visit: { doctor: string; startsAt: string }) => ({ ...visit, specialty: '' });
  const open = facts.readBack ?? facts.held;
  if (open !== undefined) return sentences.say('readBack.book', { visit: sentences.visit(whole(open)) });
  if (facts.offered.length > 0) return sentences.offer(facts.offered.slice(0, 3).map(whole));
  return sentences.say('start');
}
