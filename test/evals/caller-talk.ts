import { setTimeout as sleep } from 'node:timers/promises';
import { parseCallScript } from '../../apps/local-carrier/src/call-script';
import { ScriptedCaller } from '../../apps/local-carrier/src/scripted-caller';
import { judgeState, judgeWords } from './end-state';
import type { Fault } from './end-state';
import type { CallerCase, Rival } from './eval-case';
import { NotApplicable, openStage } from './eval-world';
import type { Stage } from './eval-world';
import { ChatLine, newestCode, TextLine } from './line';
import type { Line, Said } from './line';
import { supervisionLog } from './supervision-log';
import type { Product } from './product-client';
import { VoiceLine } from './voice-line';

export interface TalkResult {
  readonly faults: readonly Fault[];
  readonly said: readonly Said[];
  readonly notApplicable?: string;
  /** The supervision log of the talk, where it failed or is to be shown. */
  readonly log?: readonly string[];
}

export interface TalkOptions {
  /** Voice: hand the words over as a perfect transcript. */
  readonly typed: boolean;
  /** A recogniser for Spanish is configured. */
  readonly spanishEars: boolean;
  /** Every talk with its supervision log, not the failed ones alone. */
  readonly show?: boolean;
}

const CODE = '{{sms_code}}';
const MOST_SILENCES = 3;

/** Plays one scripted caller against the product and judges the end. */
export async function playCaller(product: Product, script: CallerCase, options: TalkOptions): Promise<TalkResult> {
  if (script.channel === 'voice' && script.lang.startsWith('es') && !options.typed && !options.spanishEars)
    return { faults: [], said: [], notApplicable: 'no Spanish recogniser is configured' };
  let stage: Stage;
  try {
    stage = await openStage(product, script);
  } catch (error) {
    if (error instanceof NotApplicable) return { faults: [], said: [], notApplicable: error.message };
    throw error;
  }
  const before = await stage.clinic.visits();
  const talk = new CallerTalk(product, stage, script, options);
  await talk.run();
  const words = talk.said
    .filter((one) => one.who === 'clinic')
    .map((one) => one.text)
    .join('\n');
  const facts = { words, agreed: talk.agreed, before };
  const faults = [...(await judgeState(script, stage.clinic, facts)), ...judgeWords(script.expect, words)];
  const isShown = faults.length > 0 || options.show === true;
  return { faults, said: talk.said, ...(isShown ? { log: await supervisionLog(stage.clinic) } : {}) };
}

/** A caller who wants an appointment cancelled says yes when that one is read back, though `accepts` names new times alone. */
function meaning(script: CallerCase): CallerCase {
  if (script.accepts === undefined) return script;
  const cancelled = script.expect.appointments?.filter(({ status }) => status === 'cancelled') ?? [];
  return { ...script, accepts: [...script.accepts, ...cancelled] };
}

/** The caller's side of one talk, on one line or, after a cut, on another. */
class CallerTalk {
  readonly said: Said[] = [];
  private line: Line;
  private readonly caller: ScriptedCaller;
  private readonly rivals: Rival[];
  private turns = 0;

  constructor(
    private readonly product: Product,
    private readonly stage: Stage,
    private readonly script: CallerCase,
    private readonly options: TalkOptions,
  ) {
    this.caller = new ScriptedCaller(parseCallScript(JSON.stringify(meaning(script)), script.id));
    this.rivals = [script.rival ?? []].flat();
    this.line = this.open(script.channel);
  }

  get agreed(): boolean {
    // Whoever recites says yes where the case has it.
    return this.script.says !== undefined || this.caller.confirmations > 0;
  }

  async run(): Promise<void> {
    try {
      if (this.script.says === undefined) await this.talk();
      else await this.recite([this.script.volunteer, ...this.script.says]);
    } finally {
      await this.line.finish();
      this.said.push(...this.line.said);
    }
  }

  private open(channel: string): Line {
    const { from, webhook, deliverEachMessage } = this.script;
    const { clinic } = this.stage;
    if (channel === 'chat') return new ChatLine(clinic, from ?? undefined);
    const number = from ?? '+12125550177';
    if (channel === 'voice')
      return new VoiceLine(this.product.wires, clinic, from ?? 'anonymous', this.options.typed, this.doctors());
    return new TextLine(this.product.wires, clinic, number, { form: webhook, deliver: deliverEachMessage });
  }

  private async talk(): Promise<void> {
    if (this.line instanceof VoiceLine) await this.line.greet();
    for (let silent = 0; silent < (this.script.silentTurns ?? 0); silent++) await this.beSilent();
    const opening = this.script.silentTurns === undefined ? undefined : this.script.afterSilence;
    let say: string | null = opening ?? this.caller.first();
    let silences = 0;
    let ended = false;
    const sayings: string[] = [];
    while (!ended) {
      const reply = say === null ? await this.listen() : await this.exchange(say);
      if (reply === undefined) return;
      ended = reply.ended;
      silences = reply.text === '' || say === null ? silences + 1 : 0;
      if (silences >= MOST_SILENCES) return;
      const move = this.caller.reply(reply.text);
      await this.letRivalsAct();
      if (move.last) {
        if (move.say !== null && !ended) await this.exchange(move.say);
        return;
      }
      if (move.say !== null) sayings.push(`${reply.text}|${move.say}`);
      // The same answer to the same question three times over leads nowhere.
      if (sayings.filter((one) => one === sayings.at(-1)).length > 3) return;
      say = move.say ?? (this.line instanceof VoiceLine ? null : this.caller.first());
    }
  }

  private async recite(words: readonly string[]): Promise<void> {
    for (const one of words) if ((await this.exchange(one))?.ended !== false) return;
  }

  private async exchange(words: string): Promise<{ text: string; ended: boolean } | undefined> {
    this.turns += 1;
    const { hangUpAfter, continueOn } = this.script;
    if (hangUpAfter !== undefined && this.turns === hangUpAfter + 1) await this.changeLine(continueOn ?? 'sms');
    return this.line.say(await this.filled(words));
  }

  private async listen(): Promise<{ text: string; ended: boolean } | undefined> {
    return this.line instanceof VoiceLine ? this.line.listen() : undefined;
  }

  private async beSilent(): Promise<void> {
    if (this.line instanceof VoiceLine) await this.line.listen();
    else await sleep(200);
  }

  private doctors(): string[] {
    return ((this.script.world['doctors'] ?? []) as { name?: string }[]).flatMap(({ name }) => name ?? []);
  }

  /** The call is cut; the talk goes on elsewhere. */
  private async changeLine(channel: string): Promise<void> {
    await this.line.finish();
    this.said.push(...this.line.said, { who: 'note', text: `cut; goes on by ${channel}` });
    this.line = this.open(channel);
    await sleep(1_500);
  }

  /** The code of the newest text to a number on file; asked for when none was sent. */
  private async filled(words: string): Promise<string> {
    if (!words.includes(CODE)) return words;
    const patients = (this.script.world['patients'] ?? []) as { phone?: string; phones?: string[] }[];
    const numbers = patients.flatMap(({ phone, phones }) => [phone ?? [], phones ?? []].flat());
    const code = await newestCode(this.product, this.stage.clinic, numbers, 2_500);
    if (code !== undefined) return words.replaceAll(CODE, code);
    return this.script.lang.startsWith('es') ? 'Envíeme el código, por favor' : 'Please send me the code';
  }

  private async letRivalsAct(): Promise<void> {
    for (const rival of [...this.rivals]) {
      if (rival.when !== undefined && !this.caller.moments.includes(rival.when)) continue;
      this.rivals.splice(this.rivals.indexOf(rival), 1);
      this.line.note(await this.stage.clinic.rivalActs(rival, this.stage.offset));
    }
  }
}
