import { createParamDecorator, SetMetadata } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import type { AddressList } from './address-list';
import type { Permission } from './permissions';

/** What binds an API key beyond its scopes. */
export interface KeyBounds {
  /** Undefined: from anywhere. */
  readonly addresses?: AddressList;
  /** Undefined: only the rate of every token (RATE_LIMIT_PER_TOKEN). */
  readonly requestsPerMinute?: number;
  /** Epoch milliseconds at which it is over. */
  readonly endsAt?: number;
}

/** Who stands behind a bearer token, as the guard verified it. */
export interface Principal {
  readonly kind: 'staff' | 'api_key';
  readonly id: string;
  readonly clinicId: string;
  readonly permissions: readonly Permission[];
  /** The operator's own administrator (ADMIN_EMAIL or the demo's): may make new clinics by import. */
  readonly operator: boolean;
  /** The sign-in a staff token belongs to. */
  readonly sessionId?: string;
  readonly bounds?: KeyBounds;
}

export const PERMISSION = 'clinicall:permission';

/** The permission a route asks for. A route with neither this nor a place in PUBLIC_ROUTES is refused to everybody. */
export const Permit = (permission: Permission): MethodDecorator & ClassDecorator => SetMetadata(PERMISSION, permission);

export interface RequestWithPrincipal {
  readonly method: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly routeOptions: { readonly url?: string };
  readonly ip: string;
  principal?: Principal;
}

/** The verified caller, as a controller's argument. */
export const CurrentPrincipal = createParamDecorator((_data: unknown, context: ExecutionContext): Principal => {
  const { principal } = context.switchToHttp().getRequest<RequestWithPrincipal>();
  if (principal === undefined) throw new Error('CurrentPrincipal was asked for on a public route.');
  return principal;
});
