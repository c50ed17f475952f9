import { Body, Controller, Header, HttpCode, Post, Query, UseFilters, UseGuards } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { EMPTY_TWIML, TwilioSignatureGuard, TWIML_TYPE } from '@clinicall/platform';
import type { TwilioForm } from '@clinicall/platform';
import { RecordingsService } from './recordings.service';
import { VoicemailService } from './voicemail.service';
import { VoiceFaultFilter } from './voice-fault.filter';

/** Twilio's webhooks of messages and recordings. */
@ApiExcludeController()
@UseGuards(TwilioSignatureGuard)
@UseFilters(VoiceFaultFilter)
@Controller('voice')
export class VoicemailWebhookController {
  constructor(
    private readonly voicemail: VoicemailService,
    private readonly recordings: RecordingsService,
  ) {}

  @Post('voicemail')
  @HttpCode(200)
  @Header('content-type', TWIML_TYPE)
  chosen(@Body() form: TwilioForm): Promise<string> {
    return this.voicemail.chosen(form['CallSid'] ?? '', form['To'] ?? '', form['Digits'] ?? '');
  }

  @Post('voicemail-done')
  @HttpCode(200)
  @Header('content-type', TWIML_TYPE)
  left(@Query('recording') recording: string, @Body() form: TwilioForm): Promise<string> {
    const seconds = secondsOf(form['RecordingDuration']);
    return this.voicemail.left(form['CallSid'] ?? '', form['To'] ?? '', recording, form['RecordingSid'] ?? '', seconds);
  }

  @Post('recording')
  @HttpCode(200)
  @Header('content-type', TWIML_TYPE)
  async recorded(@Query('recording') recording: string, @Body() form: TwilioForm): Promise<string> {
    const { RecordingSid: sid = '', RecordingStatus: status = '' } = form;
    await this.recordings.told(recording, sid, status, secondsOf(form['RecordingDuration']));
    return EMPTY_TWIML;
  }
}

function secondsOf(text: string | undefined): number {
  const seconds = Number(text ?? NaN);
  return Number.isInteger(seconds) && seconds >= 0 ? seconds : 0;
}
