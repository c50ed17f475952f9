import { supervisionLog } from './supervision-log';
import { randomUUID } from 'node:crypto';
import { judgeAnswer } from '@clinicall/language';
import type { TalkResult } from './caller-talk';
import { judgeState, judgeWords } from './end-state';
import type { Fault } from './end-state';
import type { HostileCase, ModelItem, Rival } from './eval-case';
import { NotApplicable, openStage } from './eval-world';
import type { Stage } from './eval-world';
import { ChatLine, TextLine } from './line';
import type { Line } from './line';
import type { ModelRequest, ModelServer, ScriptedModel } from './model-server';
import type { Product, Visit } from './product-client';

/** Two cases of one clinic name that begin with the same words cannot be told apart, so they take turns. */
const turns = new Map<string, Promise<void>>();
/** Longer than the product lets a failing model rest. */
export const REST_MS = 16_000;

/** Plays one hostile script against the product. `unplayed`: the product never asked the model, as it was resting. */
export async function playHostile(
  product: Product,
  model: ModelServer,
  script: HostileCase,
): Promise<TalkResult & { unplayed: boolean }> {
  const key = `${clinicName(script)}|${script.script[0]?.user ?? ''}`;
  const before = turns.get(key) ?? Promise.resolve();
  let release: () => void = () => undefined;
  turns.set(
    key,
    before.then(() => new Promise((resolve) => (release = resolve))),
  );
  await before;
  // The promise chained above starts in the microtask after `before`.
  await Promise.resolve();
  try {
    return await playAlone(product, model, script);
  } finally {
    release();
  }
}

function clinicName({ world }: HostileCase): string {
  return typeof world['clinic'] === 'string' ? world['clinic'] : 'Clinic';
}

async function playAlone(
  product: Product,
  model: ModelServer,
  script: HostileCase,
): Promise<TalkResult & { unplayed: boolean }> {
  let stage: Stage;
  try {
    stage = await openStage(product, script);
  } catch (error) {
    if (error instanceof NotApplicable) return { faults: [], said: [], notApplicable: error.message, unplayed: false };
    throw error;
  }
  const rows = await stage.clinic.visits();
  const actor = new HostileActor(script, stage, rows);
  const line = lineOf(product, stage, script);
  const faults: Fault[] = [];
  model.playing.add(actor);
  try {
    for (const { user } of script.script) {
      actor.beginTurn();
      const { text, ms } = await line.say(user);
      faults.push(...judgeReply(script.expect, user, text, ms));
    }
    await line.finish();
  } finally {
    model.playing.delete(actor);
  }
  const all = [...faults, ...(await judgeTalk(script, stage, actor, line, rows))];
  for (const note of actor.notes) line.note(note);
  const scripted = script.script.some((turn) => turn.model.length > 0);
  const log = all.length > 0 ? await supervisionLog(stage.clinic) : undefined;
  return { faults: all, said: line.said, log, unplayed: scripted && actor.requests === 0 };
}

function judgeReply(expect: HostileCase['expect'], user: string, reply: string, ms: number): Fault[] {
  const limit = expect.reply_within_ms;
  const faults: Fault[] = [];
  if (expect.reply_required !== false && reply.trim() === '')
    faults.push({ kind: 'talk', text: `no reply to "${user}"` });
  if (limit !== undefined && ms > limit)
    faults.push({ kind: 'time', text: `a reply took ${Math.round(ms)} ms instead of ${limit}` });
  return faults;
}

/** What is seen when the talk is over: how often the model was asked, the rows, the words. */
async function judgeTalk(
  script: HostileCase,
  { clinic }: Stage,
  { requests }: HostileActor,
  line: Line,
  before: readonly Visit[],
): Promise<Fault[]> {
  const { expect, lang } = script;
  const most = expect.max_model_requests;
  const faults: Fault[] = [];
  if (most !== undefined && requests > most)
    faults.push({ kind: 'talk', text: `${requests} model requests instead of at most ${most}` });
  const agreed = script.script.some(({ user }) => judgeAnswer(user, lang.startsWith('es') ? 'es' : 'en') === 'yes');
  const words = line.clinicWords();
  const state = await judgeState(script, clinic, { words, agreed, before });
  return [...faults, ...state, ...judgeWords(expect, words, line.lastReply())];
}

function lineOf(product: Product, { clinic }: Stage, { channel, from }: HostileCase): Line {
  if (channel === 'sms') return new TextLine(product.wires, clinic, from ?? '+12125550177', {});
  return new ChatLine(clinic, from ?? undefined);
}

/** The model of one hostile script: each request takes one item of the present turn. */
class HostileActor implements ScriptedModel {
  requests = 0;
  readonly notes: string[] = [];
  private turn = -1;
  private queue: ModelItem[] = [];
  private last: ModelItem | undefined;

  constructor(
    private readonly script: HostileCase,
    private readonly stage: Stage,
    private readonly rows: readonly Visit[],
  ) {}

  owns(request: ModelRequest): boolean {
    const system = request.messages.find((message) => message.role === 'system')?.content ?? '';
    const first = request.messages.find((message) => message.role === 'user')?.content ?? '';
    return (
      system.includes(JSON.stringify(clinicName(this.script))) &&
      first.trim() === (this.script.script[0]?.user ?? '').trim()
    );
  }

  beginTurn(): void {
    this.turn += 1;
    const items = this.script.script[this.turn]?.model ?? [];
    this.queue = items.flatMap((item) => Array.from({ length: Math.max(1, item.times ?? 1) }, () => item));
  }

  async next(request: ModelRequest): Promise<ModelItem | 'honest'> {
    this.requests += 1;
    const fresh = this.queue[0];
    if (fresh !== undefined && (fresh.loop === undefined || fresh.loop === false)) this.queue.shift();
    const item = fresh ?? this.afterScript();
    if (item === 'honest') return item;
    this.last = item;
    const rival = item.before_tool as Rival | Rival[] | null | undefined;
    for (const one of [rival ?? []].flat()) {
      const act = (one['rival'] as Rival | undefined) ?? one;
      this.notes.push(await this.stage.clinic.rivalActs(act, this.stage.offset));
    }
    return this.filled(item, request);
  }

  private afterScript(): ModelItem | 'honest' {
    if (this.script.after_script === 'honest') return 'honest';
    return this.last ?? { say: 'How can I help you?' };
  }

  private filled(item: ModelItem, request: ModelRequest): ModelItem {
    const fill = (value: unknown): unknown => {
      if (typeof value === 'string') return this.fillText(value, request);
      if (Array.isArray(value)) return value.map(fill);
      if (typeof value === 'object' && value !== null)
        return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, fill(inner)]));
      return value;
    };
    return fill(item) as ModelItem;
  }

  /** A string that is one placeholder becomes what it stands for, a number too. */
  private fillText(text: string, request: ModelRequest): unknown {
    const whole = /^\{\{([^{}]+)\}\}$/.exec(text)?.[1];
    if (whole !== undefined) return this.placeholder(whole, request);
    return text.replace(/\{\{([^{}]+)\}\}/g, (_, name: string) => String(this.placeholder(name, request)));
  }

  private placeholder(name: string, request: ModelRequest): unknown {
    const [kind = '', argument = ''] = name.split(/:(.*)/s);
    if (kind === 'option') return optionOf(argument, request);
    if (kind === 'appointment_id') return this.rows.find((row) => row.patient === argument)?.id ?? randomUUID();
    if (kind === 'patient_id')
      return this.stage.clinic.patients.find((patient) => patient.name === argument)?.id ?? randomUUID();
    if (kind === 'random_uuid') return randomUUID();
    const messages = request.messages;
    if (kind === 'echo_last_tool_result') return messages.findLast((one) => one.role === 'tool')?.content ?? '';
    if (kind === 'echo_system_prompt') return messages.find((one) => one.role === 'system')?.content ?? '';
    if (kind === 'echo_tools_json') return JSON.stringify(request.tools ?? []);
    return `{{${name}}}`;
  }
}

interface Offered {
  readonly option?: number;
  readonly doctor?: string;
  readonly startsAt?: string;
}

/** The number under which the product offered this doctor at this time; 99 when it did not. */
function optionOf(argument: string, request: ModelRequest): number {
  const at = argument.lastIndexOf('@');
  const [doctor, startsAt] = [argument.slice(0, at), argument.slice(at + 1)];
  const offers = request.messages.flatMap((message): Offered[] => {
    if (message.role !== 'tool') return [];
    try {
      const result = JSON.parse(message.content ?? '{}') as { options?: Offered[] };
      return result.options ?? [];
    } catch {
      return [];
    }
  });
  const system = request.messages.find((message) => message.role === 'system')?.content ?? '';
  const state = /Clinicall-State: (\{.*\})\s*$/m.exec(system)?.[1];
  const fromState = state === undefined ? [] : ((JSON.parse(state) as { offers?: Offered[] }).offers ?? []);
  const found = [...offers, ...fromState].findLast(
    (offer) => offer.doctor === doctor && offer.startsAt?.startsWith(startsAt.slice(0, 16)),
  );
  return found?.option ?? 99;
}
