import { Injectable } from '@nestjs/common';
import type { EmergencyFacts } from '@clinicall/conversation';
import { ClinicsService } from '@clinicall/identity';
import { languageOf, phrase } from '@clinicall/language';
import { Environment, OnEvent } from '@clinicall/platform';
import type { DomainEvent } from '@clinicall/platform';
import { OutboundTexts } from './outbound-texts.service';

/** Tells the clinic's person (setting `alertContact`) by text that somebody is in danger: once a conversation, and nothing of who it is. */
@Injectable()
export class EmergencyTexts {
  constructor(
    private readonly clinics: ClinicsService,
    private readonly outbound: OutboundTexts,
    private readonly environment: Environment,
  ) {}

  @OnEvent('EmergencyRaised')
  async raised({ data }: DomainEvent<EmergencyFacts>): Promise<void> {
    const { name, language, settings } = await this.clinics.current();
    if (settings.alertContact === undefined) return;
    await this.outbound.queue({
      kind: 'alert',
      to: settings.alertContact,
      body: phrase(languageOf(language), `messaging:alert.${data.kind}`, {
        clinic: name,
        link: `${this.environment.publicUrl}/#task=${data.taskId}`,
      }),
      onceKey: `emergency:${data.conversationId}`,
      conversationId: data.conversationId,
    });
  }
}
