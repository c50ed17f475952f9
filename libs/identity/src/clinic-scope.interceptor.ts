import { Injectable } from '@nestjs/common';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { ClinicScope } from '@clinicall/platform';
import { from, lastValueFrom } from 'rxjs';
import type { Observable } from 'rxjs';
import type { RequestWithPrincipal } from './principal';

/** Runs every authenticated request inside its token's clinic. */
@Injectable()
export class ClinicScopeInterceptor implements NestInterceptor {
  constructor(private readonly scope: ClinicScope) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (context.getType() !== 'http') return next.handle();
    const { principal, ip } = context.switchToHttp().getRequest<RequestWithPrincipal>();
    if (principal === undefined) return next.handle();
    const actor = { kind: principal.kind, id: principal.id, channel: 'rest', ip } as const;
    return from(
      this.scope.run(principal.clinicId, () => lastValueFrom(next.handle(), { defaultValue: undefined }), actor),
    );
  }
}
