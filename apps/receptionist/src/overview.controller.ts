import { Controller, Get, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { chatAddresses } from '@clinicall/conversation';
import { ClinicsService, Permit, TasksService } from '@clinicall/identity';
import type { EmergencyTask } from '@clinicall/identity';
import { Clock, Environment, Health, providerAgreement } from '@clinicall/platform';
import { speechWithoutAgreement } from '@clinicall/telephony';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { Temporal } from 'temporal-polyfill';

export class OverviewQuery {
  @ApiPropertyOptional({ default: 0, description: 'Days from the clinic’s today.' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(-366)
  @Max(366)
  dayOffset = 0;
}

interface Overview {
  readonly now: string;
  /** A day of the clinic's wall time: its date, and the instants it lies between. */
  readonly day: { readonly on: string; readonly from: string; readonly to: string };
  readonly clinic: { readonly name: string; readonly phone: string | null; readonly timezone: string };
  readonly links: readonly { readonly title: string; readonly href: string }[];
  /** Tasks of people in danger that nobody has resolved, newest first. */
  readonly emergencies: readonly EmergencyTask[];
  /** What an operator should know at a glance, in plain sentences. */
  readonly warnings: readonly string[];
}

@ApiTags('overview')
@ApiBearerAuth()
@Permit('clinic:read')
@Controller('overview')
export class OverviewController {
  constructor(
    private readonly clinics: ClinicsService,
    private readonly clock: Clock,
    private readonly health: Health,
    private readonly environment: Environment,
    private readonly tasks: TasksService,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The clinic, its time, and where its other pages are' })
  async overview(@Query() query: OverviewQuery): Promise<Overview> {
    const clinic = await this.clinics.current();
    const { down, degraded } = await this.health.report();
    return {
      now: this.clock.now().toISOString(),
      day: dayOf(this.clock.now(), clinic.timezone, query.dayOffset),
      clinic: { name: clinic.name, phone: clinic.phones[0] ?? null, timezone: clinic.timezone },
      links: [{ title: 'API', href: '/docs' }, ...this.carrierLinks()],
      emergencies: await this.tasks.openEmergencies(),
      warnings: [...down, ...degraded, ...this.agreementWarnings(clinic.settings.relayNumbers.length > 0)],
    };
  }

  /** Hosts that receive patients' words although no agreement with them is named. */
  private agreementWarnings(relays: boolean): string[] {
    const { values, localAiUrl } = this.environment;
    const bare = chatAddresses(values, localAiUrl).flatMap(({ baseUrl }) =>
      providerAgreement(baseUrl, values.PROVIDER_AGREEMENTS) === null ? [new URL(baseUrl).host] : [],
    );
    const speech = (['stt', 'tts'] as const).flatMap((kind) => speechWithoutAgreement(kind, this.environment));
    // By ConversationRelay the carrier's own recogniser hears.
    const carrier = values.TWILIO_API_BASE_URL ?? 'https://api.twilio.com';
    if (relays && providerAgreement(carrier, values.PROVIDER_AGREEMENTS) === null) speech.push(new URL(carrier).host);
    const used = values.REQUIRE_PROVIDER_AGREEMENT ? 'receives nothing' : "receives patients' words";
    return [...new Set([...bare, ...speech])].map(
      (host) => `No agreement with ${host} is named in PROVIDER_AGREEMENTS; it ${used}.`,
    );
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

function dayOf(now: Date, timezone: string, offset: number): Overview['day'] {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timezone).startOfDay();
  const from = today.add({ days: offset });
  const instant = (time: Temporal.ZonedDateTime) => time.toInstant().toString();
  return { on: from.toPlainDate().toString(), from: instant(from), to: instant(from.add({ days: 1 })) };
}
