/**
 * Every route that answers without a bearer token, by method and route pattern (never by raw path, so that no spelling
 * of a path slips through). Each proves itself another way or shows nothing of any clinic.
 */
export const PUBLIC_ROUTES: ReadonlySet<string> = new Set([
  'GET /',
  'GET /assets/:name',
  'GET /docs',
  'GET /docs/:name',
  'GET /health/live',
  'GET /health/ready',
  'GET /metrics', // loopback or token, checked by its controller
  'POST /api/v1/auth/login',
  'POST /api/v1/auth/refresh',
  'POST /api/v1/auth/token', // client credentials
  'POST /api/v1/auth/invitations/accept', // the invitation's token
  'POST /api/v1/auth/password/reset', // the link's token
  'GET /api/v1/auth/oidc/start', // leads to the clinic's provider
  'GET /api/v1/auth/oidc/callback', // the journey's cookie and the provider's answer
  'GET /api/v1/voice/hold-music', // a tune, of no clinic
  // Twilio: X-Twilio-Signature, checked by TwilioSignatureGuard
  'POST /api/v1/voice/incoming',
  'POST /api/v1/voice/after-stream',
  'POST /api/v1/voice/after-transfer',
  'POST /api/v1/voice/hold',
  'POST /api/v1/voice/briefing',
  'POST /api/v1/voice/briefing-answer',
  'POST /api/v1/voice/transfer-status',
  'POST /api/v1/voice/conference',
  'POST /api/v1/voice/voicemail',
  'POST /api/v1/voice/voicemail-done',
  'POST /api/v1/voice/recording',
  'POST /api/v1/voice/status',
  'POST /api/v1/sms/webhook',
  'POST /api/v1/sms/status',
]);

/** A HEAD is judged as the GET it stands for. */
export function isPublicRoute(method: string, pattern: string | undefined): boolean {
  return pattern !== undefined && PUBLIC_ROUTES.has(`${method === 'HEAD' ? 'GET' : method} ${pattern}`);
}
