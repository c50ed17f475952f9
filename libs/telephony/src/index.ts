// Phone calls: the voice webhook, the media stream, turn-taking, and the ports of speech and call control.
// It may use conversation and every room below.
// Only the receptionist may use it.
export { speechWithoutAgreement } from './adapters/speech-providers';
export { CallSessions } from './call-sessions';
export type { CallTimelineView } from './call-timelines.service';
export { PendingSockets } from './pending-sockets';
export { telephonyEntities, TelephonyModule } from './telephony.module';
export { CallsHost } from './thread/calls-host';
export { CallsThread } from './thread/calls-thread';
