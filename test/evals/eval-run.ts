import { setTimeout as sleep } from 'node:timers/promises';
import { playCaller } from './caller-talk';
import type { TalkOptions, TalkResult } from './caller-talk';
import type { Fault } from './end-state';
import type { EvalCase, HostileCase } from './eval-case';
import { playHostile, REST_MS } from './hostile-talk';
import type { Said } from './line';
import type { ModelServer } from './model-server';
import type { MortalModel } from './mortal-model';
import { judgeDate, judgeEmergency, judgeGuard, judgeSpecialty } from './probe-cases';
import type { Product } from './product-client';

export interface Outcome {
  readonly evalCase: EvalCase;
  readonly faults: readonly Fault[];
  readonly said: readonly Said[];
  readonly notApplicable?: string;
  readonly log?: readonly string[];
  readonly ms: number;
}

/** What the cases are played against; probes need neither. */
export interface Arena {
  readonly product: Product;
  readonly model?: ModelServer;
  /** The first model, which dies in each talk. */
  readonly mortal?: MortalModel;
}

export interface RunOptions extends TalkOptions {
  /** Before each case. */
  readonly prepare?: () => Promise<void>;
  readonly trials: number;
  readonly concurrency: number;
}

/** Plays every case, so many at once; each failed trial of one is its outcome. */
export async function runCases(
  cases: readonly EvalCase[],
  arena: Arena | undefined,
  options: RunOptions,
  tell: (outcome: Outcome) => void,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const waiting = cases.filter((one) => !breaksProvider(one));
  const alone = cases.filter(breaksProvider);
  const work = async (one: EvalCase): Promise<void> => {
    await options.prepare?.();
    const outcome = await judged(one, arena, options);
    outcomes.push(outcome);
    tell(outcome);
  };
  const worker = async (): Promise<void> => {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) await work(one);
  };
  await Promise.all(Array.from({ length: Math.min(options.concurrency, cases.length) }, worker));
  // A model that fails or stalls is left alone for a while by the product: beside others it would spoil them.
  for (const one of alone) await work(one);
  return outcomes;
}

function breaksProvider({ kind, case: one }: EvalCase): boolean {
  if (kind !== 'hostile') return false;
  return one.script.some((turn) =>
    turn.model.some(
      (item) => item.http_status !== undefined || item.then !== undefined || (item.chunk_delay_ms ?? 0) > 1_000,
    ),
  );
}

/** All trials must pass. */
async function judged(one: EvalCase, arena: Arena | undefined, options: RunOptions): Promise<Outcome> {
  const startedAt = performance.now();
  let result: TalkResult = { faults: [], said: [] };
  const trials = one.kind === 'caller' || one.kind === 'hostile' ? options.trials : 1;
  for (let trial = 0; trial < trials && result.faults.length === 0; trial++) result = await played(one, arena, options);
  return { evalCase: one, ...result, ms: performance.now() - startedAt };
}

async function played(one: EvalCase, arena: Arena | undefined, options: RunOptions): Promise<TalkResult> {
  if (one.kind === 'date') return { faults: judgeDate(one.case), said: [{ who: 'caller', text: one.case.text }] };
  if (one.kind === 'specialty')
    return { faults: judgeSpecialty(one.case), said: [{ who: 'caller', text: one.case.text }] };
  if (one.kind === 'emergency')
    return { faults: judgeEmergency(one.case), said: [{ who: 'caller', text: one.case.text }] };
  if (one.kind === 'guard') return { faults: judgeGuard(one.case), said: [{ who: 'note', text: one.case.say }] };
  if (arena === undefined) throw new Error('no product to talk with');
  try {
    if (one.kind === 'caller') return await playCaller(arena.product, one.case, options);
    return await playUntilAsked(one.case, arena);
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    return { faults: [{ kind: 'talk', text }], said: [] };
  }
}

/** A model that rests after failures of the case before was not asked: that proves nothing, so once more after its rest. */
async function playUntilAsked(script: HostileCase, { product, model }: Arena): Promise<TalkResult> {
  if (model === undefined) return { faults: [], said: [], notApplicable: 'a hostile model needs a product of its own' };
  for (let attempt = 0; ; attempt++) {
    const result = await playHostile(product, model, script);
    if (!result.unplayed || attempt === 2 || answeredByCode(result)) return result;
    await sleep(REST_MS);
  }
}

/** Emergencies, a person asked for and the like are answered before any model. */
function answeredByCode({ said }: TalkResult): boolean {
  return said.some(
    (one) => one.who === 'clinic' && /\b(911|988|999|112|024|connecting you|comunico|person)\b/i.test(one.text),
  );
}

interface Count {
  total: number;
  passed: number;
}

export interface Summary {
  readonly total: number;
  readonly passed: number;
  readonly mustNotViolations: number;
  readonly promisesBroken: number;
  readonly notApplicable: number;
  readonly byTag: Record<string, Count>;
  readonly byLang: Record<string, Count>;
  readonly byChannel: Record<string, Count>;
}

/** The last line that `npm run eval` prints. */
export function summarise(outcomes: readonly Outcome[]): Summary {
  const judgedOnes = outcomes.filter((one) => one.notApplicable === undefined);
  const having = (kind: Fault['kind']): number =>
    judgedOnes.filter((one) => one.faults.some((fault) => fault.kind === kind)).length;
  const by = (keyOf: (outcome: Outcome) => string): Record<string, Count> => {
    const counts: Record<string, Count> = {};
    for (const outcome of judgedOnes) {
      const count = (counts[keyOf(outcome)] ??= { total: 0, passed: 0 });
      count.total += 1;
      if (outcome.faults.length === 0) count.passed += 1;
    }
    return Object.fromEntries(Object.entries(counts).sort(([a], [b]) => a.localeCompare(b)));
  };
  const channelOf = ({ kind, case: one }: EvalCase): string =>
    kind === 'date' || kind === 'specialty' || kind === 'guard' ? 'probe' : one.channel;
  return {
    total: outcomes.length,
    passed: judgedOnes.filter((one) => one.faults.length === 0).length,
    mustNotViolations: having('must_not'),
    promisesBroken: having('promise'),
    notApplicable: outcomes.length - judgedOnes.length,
    byTag: by(({ evalCase }) => evalCase.case.tag),
    byLang: by(({ evalCase }) => evalCase.case.lang),
    byChannel: by(({ evalCase }) => channelOf(evalCase)),
  };
}
