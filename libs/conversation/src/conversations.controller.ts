import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Permit } from '@clinicall/identity';
import { ConversationsQuery, NewNote, NewReview } from './conversations-query';
import type { ConversationView } from './conversations.service';
import type { NoteView, ReviewView } from './reviews.repository';
import { SupervisionService } from './supervision.service';
import type { SupervisionRecord } from './supervision.service';

/**
 * The supervision log: what was said, where things stood before and after, which tools ran with what result, what the
 * guards withheld, which models answered at what price, and what staff noted. Patients' words are read here, so reading
 * leaves an audit row.
 */
@ApiTags('conversations')
@ApiBearerAuth()
@Permit('conversations:read')
@Controller('conversations')
export class ConversationsController {
  constructor(private readonly supervision: SupervisionService) {}

  @Get()
  @ApiOperation({ summary: 'Conversations, newest first' })
  async list(@Query() query: ConversationsQuery): Promise<{ items: ConversationView[]; nextCursor: string | null }> {
    const rows = await this.supervision.list(query);
    const page = rows.slice(0, query.limit);
    return { items: page, nextCursor: rows.length > query.limit ? (page.at(-1)?.id ?? null) : null };
  }

  @Get(':id')
  @ApiOperation({
    summary: 'One conversation whole',
    description:
      'Turns with words, state before and after, models, tokens, cost (US dollars; null when a price is not known), provider failures and redaction level; tool calls with arguments, result and latency; guard actions; review and notes.',
  })
  async read(@Param('id', ParseUUIDPipe) id: string): Promise<SupervisionRecord> {
    return this.supervision.read(id);
  }

  @Post(':id/notes')
  @Permit('conversations:review')
  @ApiOperation({ summary: 'Note something on a conversation, or on one turn of it; a note stays as it is' })
  async annotate(@Param('id', ParseUUIDPipe) id: string, @Body() { text, seq }: NewNote): Promise<NoteView> {
    return this.supervision.annotate(id, text, seq);
  }

  @Put(':id/review')
  @Permit('conversations:review')
  @ApiOperation({ summary: 'Mark a conversation for review, or as reviewed' })
  async review(@Param('id', ParseUUIDPipe) id: string, @Body() { status, reason }: NewReview): Promise<ReviewView> {
    return this.supervision.setReview(id, status, reason);
  }
}
