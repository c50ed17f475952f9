import { Readable } from 'node:stream';
import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ClinicScope, writeCursor } from '@clinicall/platform';
import { AuditExportQuery, auditFilter, AuditQuery } from './audit-query';
import { AuditRepository } from './audit.repository';
import type { AuditFilter, AuditView } from './audit.repository';
import { AuditService } from './audit.service';
import { Permit } from './principal';

const PAGE = 1_000;

/** The audit for those who check it; looking at it leaves a row too. */
@ApiTags('audit')
@ApiBearerAuth()
@Permit('audit:read')
@Controller('audit')
export class AuditController {
  constructor(
    private readonly entries: AuditRepository,
    private readonly audit: AuditService,
    private readonly scope: ClinicScope,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Who did or read what, newest first' })
  async search(@Query() query: AuditQuery): Promise<{ items: AuditView[]; nextCursor: string | null }> {
    const { limit, ...asked } = query;
    const found = await this.entries.search(auditFilter(asked, limit + 1));
    const items = found.slice(0, limit);
    const last = found.length > limit ? items.at(-1) : undefined;
    await this.audit.record({ action: 'audit.search', details: { count: items.length } });
    return { items, nextCursor: last === undefined ? null : writeCursor(last.at, last.id) };
  }

  @Get('export')
  @ApiOperation({ summary: 'The same as NDJSON: a row a line, newest first, with its place in the hash chain' })
  @ApiOkResponse({ content: { 'application/x-ndjson': { schema: { type: 'string' } } } })
  async export(@Query() query: AuditExportQuery): Promise<StreamableFile> {
    await this.audit.record({ action: 'audit.export' });
    const clinicId = this.scope.clinicId();
    return new StreamableFile(Readable.from(this.lines(clinicId, auditFilter(query, PAGE))), {
      type: 'application/x-ndjson',
      disposition: 'attachment; filename="audit.ndjson"',
    });
  }

  /** Page by page, each in a short transaction: an export of years holds no transaction open. */
  private async *lines(clinicId: string, filter: AuditFilter): AsyncGenerator<string> {
    for (let before = filter.before; ;) {
      const page = await this.scope.run(clinicId, () => this.entries.search({ ...filter, before }));
      for (const entry of page) yield `${JSON.stringify(entry)}\n`;
      before = page.at(-1);
      if (page.length < PAGE) return;
    }
  }
}
