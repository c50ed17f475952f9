import {
  Body,
  Controller,
  Get,
  Header,
  HttpCode,
  Post,
  Query,
  StreamableFile,
  UseFilters,
  UseGuards,
} from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { languages } from '@clinicall/language';
import { EMPTY_TWIML, TwilioSignatureGuard, TWIML_TYPE } from '@clinicall/platform';
import type { TwilioForm } from '@clinicall/platform';
import { CallConnection, carrierWords } from './call-connection';
import { holdMusic } from './hold-music';
import { TransferBriefing } from './transfer-briefing';
import { TransfersService } from './transfers.service';
import { hangUpTwiml, holdTwiml } from './twiml';
import { VoiceFaultFilter } from './voice-fault.filter';

const OVER = new Set(['completed', 'busy', 'failed', 'no-answer', 'canceled']);

/** Twilio's webhooks of a caller who is being put through: the caller's side, and the person's. */
@ApiExcludeController()
@UseGuards(TwilioSignatureGuard)
@UseFilters(VoiceFaultFilter)
@Controller('voice')
export class TransferWebhookController {
  constructor(
    private readonly transfers: TransfersService,
    private readonly briefing: TransferBriefing,
    private readonly connection: CallConnection,
  ) {}

  @Post('after-transfer')
  @HttpCode(200)
  @Header('content-type', TWIML_TYPE)
  async afterTransfer(@Body() form: TwilioForm): Promise<string> {
    // Of a caller who has hung up the status callback tells; there is nobody to give back.
    if (OVER.has(form['CallStatus'] ?? '')) return hangUpTwiml();
    return this.transfers.afterTransfer(form['CallSid'] ?? '', form['To'] ?? '', form['DialCallStatus'] ?? '');
  }

  @Post('hold')
  @HttpCode(200)
  @Header('content-type', TWIML_TYPE)
  hold(@Query('language') given: string): string {
    const language = languages.find((one) => one === given) ?? 'en';
    const again = this.connection.url('hold', { language });
    return holdTwiml(carrierWords(language, 'telephony:holding'), this.connection.url('hold-music'), again);
  }

  @Post('briefing')
  @HttpCode(200)
  @Header('content-type', TWIML_TYPE)
  answered(@Query('transfer') transfer: string): Promise<string> {
    return this.briefing.answered(transfer);
  }

  @Post('briefing-answer')
  @HttpCode(200)
  @Header('content-type', TWIML_TYPE)
  keyed(@Query('transfer') transfer: string, @Body() form: TwilioForm): Promise<string> {
    return this.briefing.keyed(transfer, form['Digits'] ?? '');
  }

  @Post('transfer-status')
  @HttpCode(200)
  @Header('content-type', TWIML_TYPE)
  async status(@Query('transfer') transfer: string, @Body() form: TwilioForm): Promise<string> {
    await this.briefing.personStatus(transfer, form['CallStatus'] ?? '');
    return EMPTY_TWIML;
  }

  @Post('conference')
  @HttpCode(200)
  @Header('content-type', TWIML_TYPE)
  async conference(@Query('transfer') transfer: string, @Body() form: TwilioForm): Promise<string> {
    await this.briefing.roomNews(transfer, form['StatusCallbackEvent'] ?? '', form['CallSid'] ?? '');
    return EMPTY_TWIML;
  }
}

/** What a waiting caller hears. Whoever asks for it gets it: it is of no clinic. */
@ApiExcludeController()
@Controller('voice')
export class HoldMusicController {
  @Get('hold-music')
  @Header('cache-control', 'public, max-age=86400')
  music(): StreamableFile {
    return new StreamableFile(holdMusic(), { type: 'audio/wav' });
  }
}
