import { PERMISSIONS, permissionsOfScopes, ROLE_PERMISSIONS, ROLES, SCOPES } from './permissions';
import type { Permission } from './permissions';

/** Written a second time, by hand: a change of the table must be meant. Owner, Administrator, Scheduler, Clinician, Viewer, aUditor. */
const WHO: Readonly<Record<Permission, string>> = {
  'schedule:read': 'OASCV-',
  'schedule:write': 'OAS---',
  'appointments:read': 'OASCV-',
  'appointments:write': 'OASC--',
  'appointments:overbook': 'OAS---',
  'patients:read': 'OASC--',
  'patients:write': 'OAS---',
  'waitlist:read': 'OASCV-',
  'waitlist:write': 'OAS---',
  'conversations:read': 'OASC--',
  'conversations:write': 'OAS---',
  'conversations:review': 'OASC--',
  tasks: 'OASC--',
  chat: 'OAS---',
  speech: 'OAS---',
  import: 'OA----',
  'clinic:read': 'OASCVU',
  'clinic:write': 'OA----',
  'staff:read': 'OA---U',
  'staff:write': 'OA----',
  'staff:owners': 'O-----',
  'keys:read': 'OA---U',
  'keys:write': 'OA----',
  'audit:read': 'OA---U',
  'privacy:read': 'OA---U',
  'privacy:write': 'OA----',
  account: 'OASCVU',
  metrics: 'OA----',
  clock: 'OA----',
};

describe('the table of permissions', () => {
  it('says of every role what is written here', () => {
    const lines = (Object.keys(PERMISSIONS) as Permission[]).map((permission) => [
      permission,
      ROLES.map((role, at) => (ROLE_PERMISSIONS[role].includes(permission) ? 'OASCVU'[at] : '-')).join(''),
    ]);
    expect(Object.fromEntries(lines)).toEqual(WHO);
  });

  it('lets no key touch staff, keys, the clinic, privacy or an account, whatever its scopes', () => {
    const all = permissionsOfScopes(SCOPES);
    const people = [
      'staff:',
      'keys:',
      'clinic:write',
      'privacy:',
      'account',
      'appointments:overbook',
      'conversations:write',
      'conversations:review',
    ];
    expect(all.filter((permission) => people.some((prefix) => permission.startsWith(prefix)))).toEqual([]);
  });
});
