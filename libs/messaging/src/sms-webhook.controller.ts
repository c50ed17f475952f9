import { Body, Controller, Header, HttpCode, Post, Query, Res, UseFilters, UseGuards } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { ClinicsService } from '@clinicall/identity';
import { detectLanguage, phrase } from '@clinicall/language';
import { ClinicScope, EMPTY_TWIML, Logger, twiml, TWIML_TYPE, TwilioSignatureGuard } from '@clinicall/platform';
import type { TwilioForm } from '@clinicall/platform';
import type { FastifyReply } from 'fastify';
import type { InboundRow } from './inbound-texts.repository';
import { InboundTexts } from './inbound-texts.service';
import { messageVerb } from './message-verb';
import { ReceiptsService } from './receipts.service';
import { SmsFaultFilter } from './sms-fault.filter';
import { TextDelivery } from './text-delivery';
import { PATIENCE_MS, ThreadAnswers } from './thread-answers';
import { RepliesService } from './replies.service';
import type { HandedReply } from './replies.service';

const PATIENT = { kind: 'patient', id: 'sms', channel: 'sms' } as const;

/** Twilio's doors for texts; the clinic comes from the number that was texted. */
@ApiExcludeController()
@UseGuards(TwilioSignatureGuard)
@UseFilters(SmsFaultFilter)
@Controller('sms')
export class SmsWebhookController {
  constructor(
    private readonly clinics: ClinicsService,
    private readonly scope: ClinicScope,
    private readonly inbound: InboundTexts,
    private readonly answers: ThreadAnswers,
    private readonly replies: RepliesService,
    private readonly delivery: TextDelivery,
    private readonly receipts: ReceiptsService,
    private readonly logger: Logger,
  ) {}

  @Post('webhook')
  @HttpCode(200)
  @Header('content-type', TWIML_TYPE)
  async incoming(@Body() form: TwilioForm, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const until = Date.now() + PATIENCE_MS;
    const clinicId = await this.clinics.byPhone(form['To'] ?? '');
    if (clinicId === undefined) {
      const language = detectLanguage(form['Body'] ?? '', 'en');
      return twiml([messageVerb(phrase(language, 'messaging:unknown_number'))]);
    }
    return this.scope.run(clinicId, () => this.answer(form, until, reply), PATIENT);
  }

  /** What became of a text of ours. Always acknowledged: a receipt that tells nothing new is no fault. */
  @Post('status')
  @HttpCode(200)
  @Header('content-type', TWIML_TYPE)
  async receipt(@Body() form: TwilioForm, @Query('text') textId?: string): Promise<string> {
    const clinicId = await this.clinics.byPhone(form['From'] ?? '');
    if (clinicId !== undefined) await this.scope.run(clinicId, () => this.receipts.take(form, textId));
    return EMPTY_TWIML;
  }

  private async answer(form: TwilioForm, until: number, reply: FastifyReply): Promise<string> {
    const taken = await this.inbound.take(form);
    if (taken === undefined) return EMPTY_TWIML;
    const { text, answer, language } = taken;
    const replies =
      answer === undefined
        ? await this.answers.answer(text, Math.max(0, until - Date.now()))
        : await this.answers.answerAtOnce(text, answer, language);
    if (replies === undefined || replies.length === 0) return EMPTY_TWIML;
    this.onceSent(reply, text, replies);
    return twiml(replies.map(({ id, body }) => messageVerb(body, this.delivery.receiptAddress(id))));
  }

  /** An answer that never left (a crash, a carrier that hung up) stays in doubt, and the safety net looks after it. */
  private onceSent(reply: FastifyReply, text: InboundRow, replies: HandedReply): void {
    const clinicId = this.scope.clinicId();
    reply.raw.once('finish', () => {
      this.scope
        .run(clinicId, () => this.replies.left(text, replies))
        .catch((error: unknown) => this.logger.warn('a sent reply could not be noted', { textId: text.id, error }));
    });
  }
}
