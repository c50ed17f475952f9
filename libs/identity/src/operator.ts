import { Injectable } from '@nestjs/common';
import { Environment } from '@clinicall/platform';

/** The demo's administrator when ADMIN_EMAIL names nobody else. */
export const DEMO_ADMIN_EMAIL = 'admin@demo.clinicall.local';

/** The one account that may make new clinics: ADMIN_EMAIL's, or the demo administrator's. */
@Injectable()
export class Operator {
  private readonly email: string | undefined;

  constructor(environment: Environment) {
    const { ADMIN_EMAIL } = environment.values;
    this.email = ADMIN_EMAIL?.trim().toLowerCase() ?? (environment.demo ? DEMO_ADMIN_EMAIL : undefined);
  }

  is(email: string): boolean {
    return email === this.email;
  }
}
