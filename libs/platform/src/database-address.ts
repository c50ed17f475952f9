import { createHmac } from 'node:crypto';

/** Where the database is, for each use. Secrets: never logged. */
export class DatabaseAddress {
  constructor(
    /** The application's role, through a pooler when there is one. */
    readonly app: string,
    /** The application's role past any transaction pooler: jobs (LISTEN) and long reads. */
    readonly direct: string,
  ) {}
}

/**
 * The address of role clinicall_app on the owner's server. Its password is derived from the owner's, so that every
 * instance with the same DATABASE_URL knows it and nothing has to be stored. An owner without a password (socket or
 * trust authentication) connects as itself and takes the role at once.
 */
export function applicationUrl(ownerUrl: string, role: string): string {
  const url = new URL(ownerUrl);
  if (url.password === '') {
    url.searchParams.set('options', `-c role=${role}`);
    return url.toString();
  }
  url.password = applicationPassword(ownerUrl, role);
  url.username = role;
  return url.toString();
}

export function applicationPassword(ownerUrl: string, role: string): string {
  return createHmac('sha256', decodeURIComponent(new URL(ownerUrl).password))
    .update(role)
    .digest('base64url');
}
