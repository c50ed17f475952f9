import { Body, Controller, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { CurrentPrincipal, Permit } from '@clinicall/identity';
import type { Principal } from '@clinicall/identity';
import { InOneTransaction } from '@clinicall/platform';
import { ImportService } from './import.service';
import type { ImportAnswer } from './import.service';
import { worldSchema } from './world';

const schema = z.toJSONSchema(worldSchema, { target: 'openapi-3.0', io: 'input' }) as Record<string, unknown>;

@ApiTags('import')
@ApiBearerAuth()
@Controller('import')
export class ImportController {
  constructor(private readonly imports: ImportService) {}

  @Post()
  @InOneTransaction()
  @Permit('import')
  @ApiOperation({ summary: 'Put in a world: a clinic with its doctors, free times, patients and appointments' })
  @ApiBody({ schema })
  async import(@Body() world: unknown, @CurrentPrincipal() principal: Principal): Promise<ImportAnswer> {
    return this.imports.importWorld(world, { makeClinics: principal.operator });
  }
}
