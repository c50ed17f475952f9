import { Body, Controller, HttpCode, Post, Res, StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length, Matches } from 'class-validator';
import { Permit } from '@clinicall/identity';
import { SafeToRepeat } from '@clinicall/platform';
import type { FastifyReply } from 'fastify';
import { SPEECH_FORMATS, SpeechService } from './speech.service';
import type { SpeechFileFormat } from './speech.service';

export class SpeechRequest {
  @ApiProperty({ minLength: 1, maxLength: 4_096 })
  @IsString()
  @Matches(/\S/, { message: 'text must hold something to say' })
  @Length(1, 4_096)
  text: string;

  @ApiPropertyOptional({
    maxLength: 100,
    description:
      'By the speech provider’s name for it; the clinic’s voice (settings.voices) for its language when absent',
  })
  @IsOptional()
  @IsString()
  @Matches(/^[\p{L}\p{N}][\p{L}\p{N} ._:-]{0,99}$/u, { message: 'voice must be the short name of a voice' })
  voice?: string;

  @ApiPropertyOptional({ enum: SPEECH_FORMATS, default: 'wav' })
  @IsOptional()
  @IsIn(SPEECH_FORMATS)
  format: SpeechFileFormat = 'wav';
}

const binary = { schema: { type: 'string', format: 'binary' } };

/**
 * Text becomes sound. With an Idempotency-Key the same request gets the same sound again, without a second request to the
 * provider, as long as it is at most 2 MiB (43 s of wav or pcm, four minutes of mp3); longer sound is not kept, and made
 * anew. Under a key sound is sent when that is known, without one as it comes.
 */
@ApiTags('speech')
@ApiBearerAuth()
@Permit('speech')
@SafeToRepeat()
@Controller('tts')
export class SpeechController {
  constructor(private readonly speech: SpeechService) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({
    summary: 'Have text spoken in the clinic’s language and voice',
    description:
      'Mono, 24 kHz. wav: 16 bit, sent whole; mp3 and pcm (16 bit little-endian, no header) are sent as they are made. 429 when the clinic’s characters of the day (settings.outbound.speechCharactersPerDay) are used up, 503 when no voice answers. An Idempotency-Key gives the same sound again up to 2 MiB; longer sound is made anew.',
  })
  @ApiOkResponse({
    description: 'The sound; the type of pcm is audio/pcm;rate=24000',
    content: { 'audio/wav': binary, 'audio/mpeg': binary, 'audio/pcm;rate=24000': binary },
  })
  async speak(
    @Body() request: SpeechRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { type, sound } = await this.speech.speak(request, clientGone(reply));
    return sound instanceof Uint8Array
      ? new StreamableFile(sound, { type, length: sound.length })
      : new StreamableFile(sound, { type });
  }
}

/** Aborts when the client closes the connection before its answer is complete. */
function clientGone(reply: FastifyReply): AbortSignal {
  const gone = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) gone.abort();
  });
  return gone.signal;
}
