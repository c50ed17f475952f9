import { Body, Catch, Controller, Header, HttpCode, Post, UseFilters, UseGuards } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { phrase } from '@clinicall/language';
import { EMPTY_TWIML, TwilioFaultFilter, TwilioSignatureGuard, TWIML_TYPE } from '@clinicall/platform';
import type { TwilioForm } from '@clinicall/platform';
import { CallsService, SAY_LANGUAGE } from './calls.service';
import { hangUpTwiml } from './twiml';

@Catch()
export class VoiceFaultFilter extends TwilioFaultFilter {
  protected override sentence(): string {
    return hangUpTwiml({ text: phrase('en', 'telephony:fault_at_answer'), language: SAY_LANGUAGE.en });
  }
}

const OVER = new Set(['completed', 'busy', 'failed', 'no-answer', 'canceled']);

/** Twilio's voice webhooks. */
@ApiExcludeController()
@UseGuards(TwilioSignatureGuard)
@UseFilters(VoiceFaultFilter)
@Controller('voice')
export class VoiceWebhookController {
  constructor(private readonly calls: CallsService) {}

  @Post('incoming')
  @HttpCode(200)
  @Header('content-type', TWIML_TYPE)
  incoming(@Body() form: TwilioForm): Promise<string> {
    return this.calls.answer(form['CallSid'] ?? '', form['From'] ?? '', form['To'] ?? '');
  }

  @Post('after-stream')
  @HttpCode(200)
  @Header('content-type', TWIML_TYPE)
  afterStream(@Body() form: TwilioForm): Promise<string> {
    return this.calls.afterStream(form['CallSid'] ?? '', form['To'] ?? '');
  }

  @Post('after-transfer')
  @HttpCode(200)
  @Header('content-type', TWIML_TYPE)
  afterTransfer(@Body() form: TwilioForm): Promise<string> {
    return this.calls.afterTransfer(form['CallSid'] ?? '', form['To'] ?? '', form['DialCallStatus'] ?? '');
  }

  @Post('status')
  @HttpCode(200)
  @Header('content-type', TWIML_TYPE)
  async status(@Body() form: TwilioForm): Promise<string> {
    if (OVER.has(form['CallStatus'] ?? '')) await this.calls.ended(form['CallSid'] ?? '', form['To'] ?? '');
    return EMPTY_TWIML;
  }
}
