/** What a bearer token may do; the scopes of contracts.md. */
export const SCOPES = [
  'schedule:read',
  'schedule:write',
  'patients:read',
  'patients:write',
  'chat',
  'speech',
  'tasks',
  'import',
  'audit:read',
  'metrics',
  'clock',
] as const;
export type Scope = (typeof SCOPES)[number];

/** `staff:admin` is for people alone: no API key can hold it. */
export type Permission = Scope | 'staff:admin';

export type Role = 'administrator' | 'scheduler';

/** The one table of who may do what. */
export const ROLE_PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  administrator: [...SCOPES, 'staff:admin'],
  scheduler: ['schedule:read', 'schedule:write', 'patients:read', 'patients:write', 'chat', 'speech', 'tasks'],
};
