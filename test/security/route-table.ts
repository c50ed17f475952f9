import type { Permission } from '@clinicall/identity';

/** The objects of one clinic that paths name, by the word before `:id` (or `:name`) in the pattern. */
export type Objects = Readonly<Record<string, string>>;

/** What a route must answer; the table is the expectation, the product is judged by it. */
export interface Expectation {
  /** What a caller must be allowed; `anybody` for the routes of the public list. */
  readonly needs: Permission | 'anybody';
  /** To a caller of the clinic who is allowed it. */
  readonly allowed: number;
  /** To the owner of another clinic, who names this clinic's object. */
  readonly foreign: number;
  /** The path names the caller's own object; else one that nobody has, so that no act changes what the next ones meet. */
  readonly real: boolean;
  /** Sent instead of `{}`; the objects are this clinic's, whoever sends it. */
  readonly body?: (objects: Objects) => unknown;
  /** Ends the caller's session: asked last. */
  readonly endsSession?: boolean;
}

type More = Partial<Pick<Expectation, 'body' | 'allowed' | 'foreign' | 'endsSession'>>;

/** A list, or one thing by its id: 200 for the own clinic, 404 for what belongs to another. */
const reads = (needs: Permission, more: More = {}): Expectation => ({
  needs,
  allowed: 200,
  foreign: 404,
  real: true,
  ...more,
});
/** A list of the caller's own clinic: the other clinic sees its own. */
const lists = (needs: Permission, allowed = 200): Expectation => ({ needs, allowed, foreign: allowed, real: true });
/** An act on a thing of the path, which nobody has: 404 for all; the other clinic names a real one and gets the same. */
const acts = (needs: Permission, more: More = {}): Expectation => ({
  needs,
  allowed: 404,
  foreign: 404,
  real: false,
  ...more,
});
/** A new thing by a body that misses everything: 400, so nothing is made; `foreign` where the body names another clinic's things. */
const makes = (needs: Permission, more: More = {}): Expectation => ({
  needs,
  allowed: 400,
  foreign: 400,
  real: false,
  ...more,
});
/** Reached without a token; `allowed` is what a bare request gets. */
const open = (allowed: number): Expectation => ({ needs: 'anybody', allowed, foreign: allowed, real: true });

/**
 * Every route of the product (HEAD goes with its GET). One that is not here fails the test, and so does one that is here
 * and not there. To add a route: one line, the permission it needs and which of the kinds above it is.
 */
export const ROUTE_TABLE: Readonly<Record<string, Expectation>> = {
  'GET /': open(200),
  'GET /assets/:name': open(200),
  'GET /docs': open(200),
  'GET /docs/:name': open(200),
  'GET /docs-json': open(200),
  'GET /health/live': open(200),
  'GET /health/ready': open(503), // no provider in this test
  'GET /metrics': open(200), // from loopback; from elsewhere its controller asks for a token

  'POST /api/v1/auth/login': open(400),
  'POST /api/v1/auth/refresh': open(400),
  'POST /api/v1/auth/token': open(400),
  'POST /api/v1/auth/invitations/accept': open(400),
  'POST /api/v1/auth/password/reset': open(400),
  'GET /api/v1/auth/oidc/start': open(400), // without a clinic
  'GET /api/v1/auth/oidc/callback': open(401), // without the journey's cookie

  'GET /api/v1/auth/me': lists('account'),
  'GET /api/v1/auth/sessions': lists('account'),
  'DELETE /api/v1/auth/sessions/:id': acts('account'),
  'POST /api/v1/auth/password': makes('account'),
  'POST /api/v1/auth/second-factor': makes('account'),
  'POST /api/v1/auth/second-factor/confirm': makes('account'),
  'POST /api/v1/auth/second-factor/recovery-codes': makes('account'),
  'POST /api/v1/auth/second-factor/remove': makes('account'),
  'POST /api/v1/auth/logout': { ...lists('account', 204), endsSession: true },
  'POST /api/v1/auth/logout-everywhere': { ...lists('account', 204), endsSession: true },

  'GET /api/v1/staff': lists('staff:read'),
  'GET /api/v1/staff/:id': reads('staff:read'),
  'PATCH /api/v1/staff/:id': acts('staff:write'),
  'POST /api/v1/staff/invitations': makes('staff:write'),
  'POST /api/v1/staff/:id/invitation': acts('staff:write'),
  'POST /api/v1/staff/:id/password-reset': acts('staff:write'),
  'POST /api/v1/staff/:id/sign-out': acts('staff:write'),
  'POST /api/v1/staff/:id/unlock': acts('staff:write'),
  'DELETE /api/v1/staff/:id/second-factor': acts('staff:write'),

  'GET /api/v1/sign-in-provider': lists('staff:read', 404), // none is set
  'PUT /api/v1/sign-in-provider': makes('staff:owners'),
  'DELETE /api/v1/sign-in-provider': lists('staff:owners', 204),

  'GET /api/v1/api-keys': lists('keys:read'),
  'GET /api/v1/api-keys/:id': reads('keys:read'),
  'POST /api/v1/api-keys': makes('keys:write'),
  'DELETE /api/v1/api-keys/:id': acts('keys:write'),

  'GET /api/v1/audit': lists('audit:read'),
  'GET /api/v1/audit/export': lists('audit:read'),

  'GET /api/v1/clinic': lists('clinic:read'),
  'PATCH /api/v1/clinic': lists('clinic:write'), // of nothing: nothing changes
  'GET /api/v1/clinic/versions': lists('clinic:read'),
  'GET /api/v1/clinic/faq': lists('clinic:read'),
  'GET /api/v1/clinic/faq/:id': reads('clinic:read'),
  'POST /api/v1/clinic/faq': makes('clinic:write'),
  'PATCH /api/v1/clinic/faq/:id': acts('clinic:write'),
  'DELETE /api/v1/clinic/faq/:id': acts('clinic:write'),

  'GET /api/v1/calls': lists('conversations:read'),
  'GET /api/v1/calls/:id/timeline': reads('conversations:read'),

  'GET /api/v1/privacy/retention': lists('privacy:read'),
  'GET /api/v1/privacy/legal-holds': lists('privacy:read'),
  'GET /api/v1/privacy/patients/:id/export': reads('privacy:read'),
  'POST /api/v1/privacy/patients/:id/erasure': acts('privacy:write'),
  'PUT /api/v1/privacy/patients/:id/legal-hold': acts('privacy:write', { body: () => ({ reason: 'a case' }) }),
  'DELETE /api/v1/privacy/patients/:id/legal-hold': acts('privacy:write'),

  'GET /api/v1/overview': lists('clinic:read'),
  'GET /api/v1/doctors': lists('schedule:read'),
  'GET /api/v1/specialties': lists('schedule:read'),
  'GET /api/v1/visit-types': lists('schedule:read'),
  'GET /api/v1/doctors/:id': reads('schedule:read'),
  'POST /api/v1/doctors': makes('schedule:write'),
  'PATCH /api/v1/doctors/:id': acts('schedule:write'),
  'GET /api/v1/visit-types/:id': reads('schedule:read'),
  'POST /api/v1/visit-types': makes('schedule:write'),
  'PATCH /api/v1/visit-types/:id': acts('schedule:write'),
  'GET /api/v1/locations': lists('schedule:read'),
  'GET /api/v1/locations/:id': reads('schedule:read'),
  'POST /api/v1/locations': makes('schedule:write'),
  'PATCH /api/v1/locations/:id': acts('schedule:write'),
  'GET /api/v1/rooms': lists('schedule:read'),
  'GET /api/v1/rooms/:id': reads('schedule:read'),
  'POST /api/v1/rooms': makes('schedule:write'),
  'PATCH /api/v1/rooms/:id': acts('schedule:write'),
  'GET /api/v1/schedules': lists('schedule:read'),
  'GET /api/v1/schedules/:id': reads('schedule:read'),
  'POST /api/v1/schedules': makes('schedule:write'),
  'PATCH /api/v1/schedules/:id': acts('schedule:write'),
  'DELETE /api/v1/schedules/:id': acts('schedule:write'),
  'GET /api/v1/schedule-exceptions': lists('schedule:read'),
  'GET /api/v1/schedule-exceptions/:id': reads('schedule:read'),
  'POST /api/v1/schedule-exceptions': makes('schedule:write'),
  'PATCH /api/v1/schedule-exceptions/:id': acts('schedule:write'),
  'DELETE /api/v1/schedule-exceptions/:id': acts('schedule:write'),
  'GET /api/v1/slots': lists('schedule:read'),
  'POST /api/v1/slots/hold': makes('appointments:write', {
    body: ({ slots }) => ({ slotId: slots }), // which is held
    allowed: 409,
    foreign: 404,
  }),
  'POST /api/v1/holds/:id/extend': makes('appointments:write'), // without its X-Hold-Token
  'DELETE /api/v1/holds/:id': makes('appointments:write'),

  'GET /api/v1/appointments': lists('appointments:read'),
  'GET /api/v1/appointments/without-outcome': lists('appointments:read'),
  'GET /api/v1/appointments/:id': reads('appointments:read'),
  'POST /api/v1/appointments': makes('appointments:write'),
  'POST /api/v1/appointments/confirm': makes('appointments:write'),
  'POST /api/v1/appointments/:id/reschedule': acts('appointments:write', { body: ({ slots }) => ({ slotId: slots }) }),
  'POST /api/v1/appointments/:id/cancel': acts('appointments:write'),
  'POST /api/v1/appointments/:id/arrive': acts('appointments:write'),
  'POST /api/v1/appointments/:id/fulfil': acts('appointments:write'),
  'POST /api/v1/appointments/:id/no-show': acts('appointments:write'),
  'POST /api/v1/appointments/overbook': makes('appointments:overbook'),
  'POST /api/v1/appointments/series': makes('appointments:write'),
  'POST /api/v1/appointments/series/:id/cancel': acts('appointments:write'),
  'POST /api/v1/slots/block': makes('schedule:write'),
  'POST /api/v1/slots/unblock': makes('schedule:write'),

  'GET /api/v1/waitlist': lists('waitlist:read'),
  'GET /api/v1/waitlist/:id': reads('waitlist:read'),
  'POST /api/v1/waitlist': makes('waitlist:write'),
  'DELETE /api/v1/waitlist/:id': acts('waitlist:write'),
  'POST /api/v1/waitlist/:id/accept': acts('waitlist:write'),
  'POST /api/v1/waitlist/:id/decline': acts('waitlist:write'),

  'GET /api/v1/patients': lists('patients:read'),
  'GET /api/v1/patients/:id': reads('patients:read'),
  'POST /api/v1/patients': makes('patients:write'),
  'PATCH /api/v1/patients/:id': acts('patients:write'),
  'POST /api/v1/patients/match': makes('patients:read'),
  'POST /api/v1/patients/:id/merge': acts('patients:write', { body: ({ doctors }) => ({ intoId: doctors }) }),
  'GET /api/v1/patients/:id/merges': reads('patients:read'),
  'POST /api/v1/patients/merges/:mergeId/undo': acts('patients:write'),
  'GET /api/v1/patients/:id/proxies': reads('patients:read'),
  'POST /api/v1/patients/:id/proxies': acts('patients:write', {
    body: () => ({ name: 'Maria Lang', relation: 'spouse' }),
  }),
  'DELETE /api/v1/patients/:id/proxies/:proxyId': acts('patients:write'),

  'GET /api/v1/conversations': lists('conversations:read'),
  'GET /api/v1/conversations/:id': reads('conversations:read'),
  'POST /api/v1/conversations/:id/notes': acts('conversations:review', { body: () => ({ text: 'a note' }) }),
  'PUT /api/v1/conversations/:id/review': acts('conversations:review', { body: () => ({ status: 'marked' }) }),
  'GET /api/v1/texts': lists('conversations:read'),
  'GET /api/v1/texts/opt-out': lists('conversations:read', 400), // without a number

  'GET /api/v1/tasks': lists('tasks'),
  'POST /api/v1/tasks/:id/resolve': acts('tasks'),
  'GET /api/v1/callbacks': lists('tasks'),
  'POST /api/v1/callbacks/:id/claim': acts('tasks'),
  'POST /api/v1/callbacks/:id/finish': acts('tasks', { body: () => ({ outcome: 'reached' }) }),
  'GET /api/v1/recordings': lists('conversations:read'),
  'GET /api/v1/recordings/:id/audio': acts('conversations:read'),
  'POST /api/v1/chat': makes('chat'),
  'POST /api/v1/tts': makes('speech'),
  'POST /api/v1/import': makes('import', { body: () => ({ doctors: 'none' }) }),
  'POST /api/v1/test/clock': makes('clock'),

  'POST /api/v1/voice/incoming': open(403), // no signature of Twilio
  'POST /api/v1/voice/after-stream': open(403),
  'POST /api/v1/voice/after-transfer': open(403),
  'POST /api/v1/voice/hold': open(403),
  'POST /api/v1/voice/briefing': open(403),
  'POST /api/v1/voice/briefing-answer': open(403),
  'POST /api/v1/voice/transfer-status': open(403),
  'POST /api/v1/voice/conference': open(403),
  'GET /api/v1/voice/hold-music': open(200),
  'POST /api/v1/voice/voicemail': open(403),
  'POST /api/v1/voice/voicemail-done': open(403),
  'POST /api/v1/voice/recording': open(403),
  'POST /api/v1/voice/status': open(403),
  'POST /api/v1/sms/webhook': open(403),
  'POST /api/v1/sms/status': open(403),
};
