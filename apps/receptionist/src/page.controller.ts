import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
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

const HTML = 'text/html; charset=utf-8';
const read = (name: string): Buffer => readFileSync(join(__dirname, 'pages', name));

/** Swagger UI's own files, where Nest's package for it finds them. */
function readSwaggerUi(name: string): Buffer {
  const folder = createRequire(require.resolve('@nestjs/swagger'))('swagger-ui-dist/absolute-path.js') as () => string;
  return readFileSync(join(folder(), name));
}

/** The reception page: static files that ask the REST API; nothing of any clinic is in them. */
@ApiExcludeController()
@Controller()
export class PageController {
  private readonly page = read('index.html');
  private readonly assets = new Map(Object.keys(TYPES).map((name) => [name, read(name)]));

  private readonly docs = new Map<string, () => Buffer>([
    ['', () => read('docs.html')],
    ['docs.js', () => read('docs.js')],
    ['docs.css', () => read('docs.css')],
    ['swagger-ui.css', () => readSwaggerUi('swagger-ui.css')],
    ['swagger-ui-bundle.js', () => readSwaggerUi('swagger-ui-bundle.js')],
  ]);

  /** Read when somebody first asks: the bundle is large. */
  private readonly shown = new Map<string, Buffer>();

  @Get()
  index(@Res() reply: FastifyReply): void {
    void reply.header('content-type', HTML).header('cache-control', 'no-cache').send(this.page);
  }

  @Get('assets/:name')
  asset(@Param('name') name: string, @Res() reply: FastifyReply): void {
    const content = this.assets.get(name);
    if (content === undefined) throw AppError.notFound('address');
    void reply.header('content-type', TYPES[name]).header('cache-control', 'no-cache').send(content);
  }

  @Get('docs')
  contract(@Res() reply: FastifyReply): void {
    this.contractPart('', reply);
  }

  @Get('docs/:name')
  contractPart(@Param('name') name: string, @Res() reply: FastifyReply): void {
    const content = this.docs.get(name);
    if (content === undefined) throw AppError.notFound('address');
    let bytes = this.shown.get(name);
    if (bytes === undefined) this.shown.set(name, (bytes = content()));
    void reply.header('content-type', typeOf(name)).header('cache-control', 'no-cache').send(bytes);
  }
}

function typeOf(name: string): string {
  if (name.endsWith('.js')) return 'text/javascript; charset=utf-8';
  return name.endsWith('.css') ? 'text/css; charset=utf-8' : HTML;
}
