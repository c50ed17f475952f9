import { Body, Controller, Header, HttpCode, Post, UseFilters, UseGuards } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { EMPTY_TWIML, TwilioSignatureGuard, TWIML_TYPE } from '@clinicall/platform';
import type { TwilioForm } from '@clinicall/platform';
import { CallsService } from './calls.service';
import { VoiceFaultFilter } from './voice-fault.filter';

/** Twilio's voice webhooks of a call's life. */
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

  @Post('status')
  @HttpCode(200)
  @Header('content-type', TWIML_TYPE)
  async status(@Body() form: TwilioForm): Promise<string> {
    const seconds = Number(form['CallDuration'] ?? NaN);
    await this.calls.told({
      callSid: form['CallSid'] ?? '',
      to: form['To'] ?? '',
      status: form['CallStatus'] ?? '',
      seconds: Number.isInteger(seconds) && seconds >= 0 ? seconds : null,
    });
    return EMPTY_TWIML;
  }
}
