import { concepts } from './known-concepts';
import type { Reading } from './concepts';
import { ruleOf, signAt } from './sign-rules';
import type { Rule } from './sign-rules';
import { crisisSigns, medicalSigns } from './signs';
import type { Signs } from './signs';

/** A sign that the words show, and whether the words around it leave it standing. */
export interface Sign {
  readonly kind: 'medical' | 'crisis';
  readonly strength: keyof Signs;
  /** The line of signs.ts that found it. */
  readonly line: string;
  readonly stands: boolean;
}

interface Verdict {
  readonly kind?: 'medical' | 'crisis';
  readonly signs: readonly Sign[];
  /** One that stands by itself does. */
  readonly sure: boolean;
  /** The words speak of harm to oneself or of death. */
  readonly harm: boolean;
  /** Something around could take an alarm back. */
  readonly doubtful: boolean;
  /** What is around takes back whatever else is found: past, over, asked about, a manner of speaking. */
  readonly calm: boolean;
}

/** What says nothing of an emergency, whatever stands beside it. */
const HARMLESS = new Set(
  `AGO CHRONIC DONE ADMIN ASK FAMILYDEAD MILD IDIOM NOW NEG NONE NOT CANT PHONE NOSE OTHERS WANTTO BILL BACK HEAD LIMB DIGIT TURN SLOW BUSY TRAFFIC
  PASTTIME LONGRUN RESOLVED MILDER OFFICE ASKING BEREAVED FIGURE PHONING WISHING WEARY ATONCE SUDDENLY LITTLE PLAYING REFILL CHECKUP FORM MONEY COURSE
  FICTION PET JOB THING NORUSH SCHEDULEDAY SPORT SAFEWORDS PERSON ADMINVERB JOINT CHOKEFOOD`.split(/\s+/),
);
/** What says something only beside another: "tomorrow at forty", "can I move it", but "the baby does not move". */
const HALF = new Set(
  'KICK LOWSAT LOWHIGH MANY WEEKS FEEL LIGHT OPEN NOTHELP HAVING TOOK GOT LIFE FLOOR SUDDEN WALK HIT READY GETAIR EYE FACE SPEECH MOUTH FEVER POUR HEIGHT SPLASH BRIDGE JUMP EARS GLASS ALCOHOL SEVERE DEEP STUCK RANOUT BELLY CHILD JAW BIGLIMB BADLY EYESOPEN SELF COLDBODY BRIGHT SHOWING CRY MEDNAME FARM GAS FOUND GETWORSE TOOKALL IFGONE BETTERALL'.split(
    ' ',
  ),
);
const DOUBTS = 'AGO CHRONIC DONE ADMIN ASK MILD BILL PHONE BUSY IDIOM FAMILYDEAD NOSE'.split(' ');
const HARM = 'IFGONE ENDLIFE NOLIFE SUICIDE NOTES HUNG CUTSELF BETTEROFF VEINS WEAPON GOON SELF KILL DIE'.split(' ');
/** Words that only the present has. */
const IS = new Set('is are am im hes shes theyre isnt wont hurts doesnt keeps theres cant esta estoy estan'.split(' '));
/** Words that begin another statement. */
const JOINTS = new Set(['.', 'and', 'but', 'however', 'because', 'so', 'y', 'e', 'pero', 'porque', 'aunque']);

const rules = [rulesOf('crisis', crisisSigns), rulesOf('medical', medicalSigns)].flat();

function rulesOf(kind: Sign['kind'], signs: Signs): { kind: Sign['kind']; strength: keyof Signs; rule: Rule }[] {
  return (['sure', 'likely', 'named', 'weak'] as const).flatMap((strength) =>
    signs[strength].flatMap((lines) => lines.split(', ')).map((line) => ({ kind, strength, rule: ruleOf(line) })),
  );
}

/** Whether the words speak of anything that could be an emergency: most of what callers say does not, and costs look-ups alone. */
export function mayAlarm(words: readonly string[]): boolean {
  let half = 0;
  for (const name of concepts.read(words).of.keys()) {
    if (HARMLESS.has(name)) continue;
    if (!HALF.has(name) || ++half === 2) return true;
  }
  return false;
}

/** Whether the word is spelt as these signs know it, so that nothing need be guessed. */
export function isKnown(word: string): boolean {
  return concepts.knows(word);
}

/** The signs of an emergency in folded words, judged with what stands around them. */
export function emergencySigns(words: readonly string[]): Verdict {
  const reading = concepts.read(words);
  const context = new Context(reading);
  const signs: Sign[] = [];
  for (const { kind, strength, rule } of rules) {
    const at = signAt(rule, reading);
    if (at) signs.push({ kind, strength, line: rule.line, stands: context.leaves(kind, strength, at.from, at.to) });
  }
  const standing = signs.filter(({ stands }) => stands);
  const weak = standing.filter(({ strength }) => strength === 'weak');
  const alarm = standing.find((sign) => !weak.includes(sign));
  const hurried = reading.of.has('PLEAD') || reading.of.has('SUDDEN');
  const kind = alarm?.kind ?? (weak.length > 1 || (weak.length === 1 && hurried) ? 'medical' : undefined);
  return {
    ...(kind ? { kind } : {}),
    signs,
    sure: standing.some(({ strength }) => strength === 'sure'),
    harm: HARM.some((name) => reading.of.has(name)),
    doubtful: DOUBTS.some((name) => reading.of.has(name)),
    calm: context.calm(),
  };
}

/** The words around signs. */
class Context {
  private readonly clauses: readonly number[];

  constructor(private readonly reading: Reading) {
    let clause = 0;
    this.clauses = reading.words.map((word) => (JOINTS.has(word) ? ++clause : clause));
  }

  leaves(kind: Sign['kind'], strength: keyof Signs, from: number, to: number): boolean {
    if (this.has('IDIOM') || this.has('FAMILYDEAD')) return false;
    if (this.has('ACUTE')) return true;
    const now = this.has('PLEAD') || this.nowIn(from, to);
    if (this.has('DONE') && !this.has('PLEAD')) return false;
    // "Sometimes I think …", "for months now": such a thought is no smaller for coming back.
    const lasting = kind === 'medical' && this.in('CHRONIC', from, to);
    if (!now && (this.has('ASK') || this.past(from, to) || lasting)) return false;
    if (strength === 'sure') return true;
    if (this.has('AGO') && !now && !this.has('NOW') && (strength === 'named' || this.has('ADMIN'))) return false;
    if (strength === 'named') return !this.has('ADMIN') || now;
    if (strength === 'likely') return now || !this.in('MILD', from, to);
    return !this.has('ADMIN') && !this.has('MILD');
  }

  calm(): boolean {
    if (this.has('IDIOM')) return true;
    if (this.has('ACUTE')) return false;
    if (this.has('AGO') && (this.has('DONE') || this.has('ADMIN'))) return true;
    if (this.nowIn(0, this.clauses.length) || this.has('PLEAD')) return false;
    if (this.has('NOSE') && !this.has('BLOOD') && !this.has('BLEED')) return true;
    return ['AGO', 'ASK', 'DONE', 'FAMILYDEAD', 'CHRONIC', 'BILL', 'TRAFFIC'].some((name) => this.has(name));
  }

  /** Told of long ago, and by no word of the sign as of now: "he's not breathing" is not what was years ago. */
  private past(from: number, to: number): boolean {
    return (
      this.in('AGO', from, to) && !this.reading.words.slice(Math.max(0, from - 2), to).some((word) => IS.has(word))
    );
  }

  private has(name: string): boolean {
    return this.reading.of.has(name);
  }

  /** In the same statement as these words. */
  private in(name: string, from: number, to: number): boolean {
    return (this.reading.of.get(name) ?? []).some((span) => this.beside(span.from, from, to));
  }

  /** "Now", but not that of "well now" and "for years now". */
  private nowIn(from: number, to: number): boolean {
    const over = ['DONE', 'CHRONIC', 'AGO'].flatMap((name) => this.reading.of.get(name) ?? []);
    return (this.reading.of.get('NOW') ?? []).some(
      (span) => this.beside(span.from, from, to) && !over.some((one) => one.from <= span.from && span.to <= one.to),
    );
  }

  private beside(at: number, from: number, to: number): boolean {
    const clause = this.clauses[at] ?? 0;
    return clause >= (this.clauses[from] ?? 0) && clause <= (this.clauses[to - 1] ?? 0);
  }
}
