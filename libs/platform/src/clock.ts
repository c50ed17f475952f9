import { Injectable } from '@nestjs/common';
import { ClinicScope } from './clinic-scope';

/** Domain time: real time plus the clinic's test offset, the same that app.now() gives inside SQL. */
@Injectable()
export class Clock {
  constructor(private readonly scope: ClinicScope) {}

  now(): Date {
    return new Date(Date.now() + this.scope.clockOffsetMs());
  }
}
