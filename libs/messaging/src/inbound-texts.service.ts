import { Injectable } from '@nestjs/common';
import { ClinicsService, TasksService } from '@clinicall/identity';
import type { Language } from '@clinicall/language';
import { Clock, Database, Jobs, Metrics } from '@clinicall/platform';
import type { TwilioForm } from '@clinicall/platform';
import { AppointmentsService } from '@clinicall/scheduling';
import { judgeWords, mayMeanTheVisit } from './carrier-words';
import type { WordVerdict } from './carrier-words';
import { InboundTextsRepository } from './inbound-texts.repository';
import type { InboundRow, NewInboundText } from './inbound-texts.repository';
import { OptOutsService } from './opt-outs.service';
import { readText } from './read-text';
import { safetyKey } from './replies.service';

/** When the safety net looks whether a text was answered: after the lease of a dead instance has run out. */
const SAFETY_MS = 12_000;

export interface TakenText {
  readonly text: InboundRow;
  /** The catalogue's sentence that answers it; absent when the agent will, or nobody may. */
  readonly answer?: 'help' | 'opted_in' | 'opted_out';
  /** Of the answer, when the words tell it; the thread's else. */
  readonly language?: Language;
}

/** Takes texts in: each MessageSid once, the network's own words at once, the rest into its thread's line. */
@Injectable()
export class InboundTexts {
  constructor(
    private readonly texts: InboundTextsRepository,
    private readonly optOuts: OptOutsService,
    private readonly appointments: AppointmentsService,
    private readonly clinics: ClinicsService,
    private readonly tasks: TasksService,
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
    private readonly metrics: Metrics,
  ) {}

  /** @returns undefined for a text that was seen before, or that no answer can reach. */
  async take(form: TwilioForm): Promise<TakenText | undefined> {
    const text = readText(form);
    if (text === undefined || (await this.texts.seen(text.messageSid))) return undefined;
    const silenced = await this.optOuts.has(text.from);
    const verdict = judgeWords({ body: text.body, optOutType: form['OptOutType'], silenced });
    const reachable = text.fromE164 && (await this.clinics.byPhone(text.from)) === undefined;
    const status = verdict.kind !== 'text' ? 'answered' : reachable ? 'received' : 'ignored';
    const row = await this.store({ ...text, kind: verdict.kind, status }, verdict);
    if (row === undefined) return undefined;
    this.metrics
      .counter('texts_in_total', 'Texts from patients by kind', ['kind'])
      .inc({ kind: reachable ? verdict.kind : 'unreachable' });
    return reachable ? { text: row, answer: ownAnswer(verdict, silenced), language: verdict.language } : undefined;
  }

  private async store(text: NewInboundText, verdict: WordVerdict): Promise<InboundRow | undefined> {
    return this.database.transaction(async () => {
      const row = await this.texts.insert(text);
      if (row === undefined) return undefined;
      if (verdict.kind === 'stop') await this.silence(row, verdict);
      if (verdict.kind === 'start') await this.optOuts.remove(row.from);
      if (row.status === 'received') {
        await this.jobs.add('texts.answer', { textId: row.id }, { jobKey: safetyKey(row.id), delayMs: SAFETY_MS });
      }
      return row;
    });
  }

  /**
   * "CANCEL" is a word of the network: it silences us towards a patient who perhaps only cannot come. We cannot ask them
   * by text any more, so a person must.
   */
  private async silence(text: InboundRow, verdict: WordVerdict): Promise<void> {
    const news = await this.optOuts.add(text.from, verdict.by);
    if (!news || !mayMeanTheVisit(text.body)) return;
    const filter = { patientPhone: text.from, from: this.clock.now(), statuses: ['booked'] as const, limit: 1 };
    const [visit] = (await this.appointments.list(filter)).items;
    if (visit === undefined) return;
    await this.tasks.open(
      'call_back',
      { reason: 'opted_out_and_may_want_to_cancel', textId: text.id, appointmentId: visit.id },
      { patientId: visit.patient.id },
    );
  }
}

/** Silence is confirmed once, in the one text that may still be sent (47 CFR 64.1200(a)(12)). */
function ownAnswer(verdict: WordVerdict, silenced: boolean): TakenText['answer'] {
  if (verdict.answered || verdict.kind === 'text') return undefined;
  if (verdict.kind === 'stop') return silenced ? undefined : 'opted_out';
  return verdict.kind === 'start' ? 'opted_in' : 'help';
}
