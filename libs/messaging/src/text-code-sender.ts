import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { ClinicsService, OutboundLimits } from '@clinicall/identity';
import { phrase } from '@clinicall/language';
import type { Language } from '@clinicall/language';
import { CodeSender } from '@clinicall/conversation';
import { ClinicScope, Database, Logger, ProviderError } from '@clinicall/platform';
import { OutboundTexts } from './outbound-texts.service';
import { OutboundTextsRepository } from './outbound-texts.repository';
import type { OutboundRow } from './outbound-texts.repository';
import { OptOutsService } from './opt-outs.service';
import { costOf } from './text-cost';
import { TextDelivery } from './text-delivery';

const CODE_LIVES_SECONDS = 600;
/** The patient waits: tries follow one another at once, and after the last one they ask for another code. */
const PAUSES_MS = [500, 2_000];

/** One-time codes by text. The code lives in this process's memory until the carrier has it, and nowhere else. */
@Injectable()
export class TextCodeSender extends CodeSender {
  constructor(
    private readonly outbound: OutboundTexts,
    private readonly texts: OutboundTextsRepository,
    private readonly delivery: TextDelivery,
    private readonly optOuts: OptOutsService,
    private readonly clinics: ClinicsService,
    private readonly limits: OutboundLimits,
    private readonly database: Database,
    private readonly scope: ClinicScope,
    private readonly logger: Logger,
  ) {
    super();
  }

  async send(to: string, code: string, language: Language): Promise<void> {
    if (await this.optOuts.has(to)) return;
    const { name } = await this.clinics.current();
    const words = (shown: string) => phrase(language, 'messaging:code', { clinic: name, code: shown });
    const text = { kind: 'code', to, body: words('••••••'), validSeconds: CODE_LIVES_SECONDS } as const;
    const refusal = await this.limits.take(costOf(text));
    const row = await this.outbound.keep(text);
    if (row === undefined) return;
    // The patient hears the same words either way: who asks for many codes learns nothing from a limit.
    if (refusal !== undefined) {
      await this.texts.end(row.id, 'suppressed', refusal);
      return;
    }
    const clinicId = this.scope.clinicId();
    this.database.afterCommit(() => {
      this.scope
        .run(clinicId, () => this.deliver(row, words(code)))
        .catch((error: unknown) => this.logger.error('a one-time code could not be sent', { textId: row.id, error }));
    });
  }

  private async deliver(row: OutboundRow, body: string): Promise<void> {
    for (let attempt = 0; ; attempt++) {
      try {
        await this.texts.sent(row.id, await this.delivery.hand(row, body));
        return;
      } catch (error) {
        const pause = PAUSES_MS[attempt];
        // One in doubt is not sent again: two codes that are both right would only confuse.
        const again = error instanceof ProviderError && error.retryable && !error.mayHaveHappened;
        if (again && pause !== undefined) {
          await sleep(pause);
          continue;
        }
        const code = error instanceof ProviderError ? (error.code ?? 'fault') : 'fault';
        await this.delivery.giveUp(row.id, 'failed', code);
        return;
      }
    }
  }
}
