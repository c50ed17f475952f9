import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import type { OpenAPIObject } from '@nestjs/swagger';

/** The REST contract, as served at /docs and committed as openapi.json. */
export function openApiDocument(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Clinicall')
    .setDescription('The hospital receptionist: slots, holds, appointments, patients, conversations, tasks.')
    .setVersion('1')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'A staff access token or an API key.' })
    .build();
  return SwaggerModule.createDocument(app, config);
}

/** The contract as data; the page that shows it is of our own (page.controller.ts), because Nest's needs inline styles. */
export function serveDocs(app: INestApplication): void {
  SwaggerModule.setup('docs', app, openApiDocument(app), { ui: false, raw: ['json'], jsonDocumentUrl: 'docs-json' });
}
