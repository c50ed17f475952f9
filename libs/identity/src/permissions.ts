/** What somebody may do, each with what it opens. Routes ask for one of these with `@Permit`. */
export const PERMISSIONS = {
  'schedule:read': 'doctors, specialties, visit types, schedules and free times',
  'schedule:write': 'change schedules, exceptions, doctors and slots',
  'appointments:read': 'appointments and holds',
  'appointments:write': 'hold, book, move, cancel, mark as arrived, fulfilled or no-show',
  'appointments:overbook': 'book beyond the lanes of a session, with a reason',
  'patients:read': 'patients and their particulars',
  'patients:write': 'register, change and merge patients',
  'waitlist:read': 'who waits for a time',
  'waitlist:write': 'put on the waitlist, take off, offer',
  'conversations:read': 'conversations, calls and texts, with their words',
  'conversations:write': 'take over a conversation, transfer or end a call',
  'conversations:review': 'note on conversations, mark them for review and as reviewed',
  tasks: 'see and resolve what a person must do',
  chat: 'talk with the agent',
  speech: 'have text spoken and speech written down',
  import: 'put in a world',
  'clinic:read': 'the clinic, its settings and answers',
  'clinic:write': 'change the clinic, its settings and answers',
  'staff:read': 'who works here, and with which role',
  'staff:write': 'invite, change, close and unlock staff',
  'staff:owners': 'make, change and close owners; set the hospital’s own sign-in provider',
  'keys:read': 'the API keys, without their secrets',
  'keys:write': 'make and revoke API keys',
  'audit:read': 'search and export the audit',
  'privacy:read': 'a patient’s export; retention and legal holds as they stand',
  'privacy:write': 'erase a patient; set retention and legal holds',
  account: 'one’s own sign-in: password, second factor, sessions',
  metrics: 'the process’s metrics from another machine',
  clock: 'the clinic’s time (tests only)',
} as const;
export type Permission = keyof typeof PERMISSIONS;

/** What an API key may be given; the scopes of contracts, each a set of permissions. */
export const SCOPE_PERMISSIONS = {
  'schedule:read': ['schedule:read', 'appointments:read', 'waitlist:read', 'clinic:read'],
  'schedule:write': ['schedule:write', 'appointments:write', 'waitlist:write'],
  'patients:read': ['patients:read', 'conversations:read'],
  'patients:write': ['patients:write'],
  chat: ['chat'],
  speech: ['speech'],
  tasks: ['tasks'],
  import: ['import'],
  'audit:read': ['audit:read'],
  metrics: ['metrics'],
  clock: ['clock'],
} as const satisfies Readonly<Record<string, readonly Permission[]>>;
export type Scope = keyof typeof SCOPE_PERMISSIONS;
export const SCOPES = Object.keys(SCOPE_PERMISSIONS) as Scope[];

export type Role = 'owner' | 'administrator' | 'scheduler' | 'clinician' | 'viewer' | 'auditor';

const everything = Object.keys(PERMISSIONS) as Permission[];

/** The one table of who may do what. */
export const ROLE_PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  owner: everything,
  administrator: everything.filter((permission) => permission !== 'staff:owners'),
  scheduler: [
    'schedule:read',
    'schedule:write',
    'appointments:read',
    'appointments:write',
    'appointments:overbook',
    'patients:read',
    'patients:write',
    'waitlist:read',
    'waitlist:write',
    'conversations:read',
    'conversations:write',
    'conversations:review',
    'tasks',
    'chat',
    'speech',
    'clinic:read',
    'account',
  ],
  clinician: [
    'schedule:read',
    'appointments:read',
    'appointments:write',
    'patients:read',
    'waitlist:read',
    'conversations:read',
    'conversations:review',
    'tasks',
    'clinic:read',
    'account',
  ],
  viewer: ['schedule:read', 'appointments:read', 'waitlist:read', 'clinic:read', 'account'],
  auditor: ['audit:read', 'privacy:read', 'staff:read', 'keys:read', 'clinic:read', 'account'],
};
export const ROLES = Object.keys(ROLE_PERMISSIONS) as Role[];

export function permissionsOfScopes(scopes: readonly Scope[]): readonly Permission[] {
  return [...new Set(scopes.flatMap((scope): readonly Permission[] => SCOPE_PERMISSIONS[scope]))];
}
