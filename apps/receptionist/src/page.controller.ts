import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { AppError } from '@clinicall/platform';
import type { FastifyReply } from 'fastify';

const TYPES: Readonly<Record<string, string>> = {
  'page.js': 'text/javascript; charset=utf-8',
  'page.css': 'text/css; charset=utf-8',
  'mark.svg': 'image/svg+xml',
};

const read = (name: string): Buffer => readFileSync(join(__dirname, 'pages', name));

/** The reception page: static files that ask the REST API; nothing of any clinic is in them. */
@ApiExcludeController()
@Controller()
export class PageController {
  private readonly page = read('index.html');
  private readonly assets = new Map(Object.keys(TYPES).map((name) => [name, read(name)]));

  @Get()
  index(@Res() reply: FastifyReply): void {
    void reply.header('content-type', 'text/html; charset=utf-8').header('cache-control', 'no-cache').send(this.page);
  }

  @Get('assets/:name')
  asset(@Param('name') name: string, @Res() reply: FastifyReply): void {
    const content = this.assets.get(name);
    if (content === undefined) throw AppError.notFound('address');
    void reply.header('content-type', TYPES[name]).header('cache-control', 'no-cache').send(content);
  }
}
