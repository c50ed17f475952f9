import { Controller, Get } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ClinicsService, Permit } from '@clinicall/identity';
import { Clock, Environment, Health } from '@clinicall/platform';

interface Overview {
  readonly now: string;
  readonly clinic: { readonly name: string; readonly phone: string | null; readonly timezone: string };
  readonly links: readonly { readonly title: string; readonly href: string }[];
  /** What an operator should know at a glance, in plain sentences. */
  readonly warnings: readonly string[];
}

@ApiTags('overview')
@ApiBearerAuth()
@Permit('schedule:read')
@Controller('overview')
export class OverviewController {
  constructor(
    private readonly clinics: ClinicsService,
    private readonly clock: Clock,
    private readonly health: Health,
    private readonly environment: Environment,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The clinic, its time, and where its other pages are' })
  async overview(): Promise<Overview> {
    const clinic = await this.clinics.current();
    const { down, degraded } = await this.health.report();
    return {
      now: this.clock.now().toISOString(),
      clinic: { name: clinic.name, phone: clinic.phones[0] ?? null, timezone: clinic.timezone },
      links: [{ title: 'API', href: '/docs' }, ...this.carrierLinks()],
      warnings: [...down, ...degraded],
    };
  }

  /** The local carrier's pages, when it stands in for Twilio. */
  private carrierLinks(): { title: string; href: string }[] {
    const carrier = this.environment.values.TWILIO_API_BASE_URL;
    if (carrier === undefined || !/^http:\/\/(127\.0\.0\.1|localhost)[:/]/.test(carrier)) return [];
    return [
      { title: 'Softphone', href: `${carrier}/softphone` },
      { title: 'Text messages', href: `${carrier}/sms` },
    ];
  }
}
