import { decodeMuLaw, writeWav } from '@clinicall/audio';
import { newSid } from '../identifiers';
import type { Network } from '../network';
import type { Call } from './call';

export type RecordingSource = 'RecordVerb' | 'StartCallRecordingAPI';

export interface RecordingCallback {
  readonly url: string;
  readonly method: 'GET' | 'POST';
}

/** Sound of a call that somebody wanted kept. */
export class Recording {
  readonly sid = newSid('RE');
  readonly createdAt = Date.now();
  readonly startMs: number;
  status: 'in-progress' | 'stopped' | 'completed' | 'absent' = 'in-progress';
  seconds = 0;
  wav: Buffer = Buffer.alloc(0);

  constructor(
    readonly call: Call,
    readonly source: RecordingSource,
    /** 1: all parties in one; 2: the caller left, what they heard right. */
    readonly channels: 1 | 2,
    readonly callback: RecordingCallback | undefined,
  ) {
    this.startMs = call.record.lengthMs;
  }

  /** Takes the sound since its beginning out of the call's record. */
  cut(endMs = this.call.record.lengthMs): void {
    const { record } = this.call;
    const side = (which: 'said' | 'heard') => decodeMuLaw(record.audio(which, this.startMs, endMs));
    this.wav = this.channels === 2 ? writeWav(8_000, side('said'), side('heard')) : writeWav(8_000, side('said'));
    this.seconds = Math.round((endMs - this.startMs) / 1_000);
    this.status = 'completed';
  }
}

/** Recordings of the account, until they are deleted. */
export class Recordings {
  private readonly bySid = new Map<string, Recording>();

  constructor(private readonly network: Network) {}

  /** Runs until it is stopped or the call ends. */
  start(call: Call, source: RecordingSource, channels: 1 | 2, callback: RecordingCallback | undefined): Recording {
    const recording = new Recording(call, source, channels, callback);
    this.bySid.set(recording.sid, recording);
    call.record.note('recording', { sid: recording.sid, channels });
    call.ended.addEventListener('abort', () => this.finish(recording), { once: true });
    return recording;
  }

  /** @param isThere false: there was nothing to keep. */
  finish(recording: Recording, isThere = true): void {
    if (recording.status !== 'in-progress') return;
    if (isThere) recording.cut();
    else {
      recording.status = 'absent';
      this.bySid.delete(recording.sid);
    }
    if (recording.callback === undefined) return;
    const { url, method } = recording.callback;
    this.network.callbacks(url, this.fields(recording), method, recording.sid);
  }

  current(call: Call): Recording | undefined {
    return this.all().find((one) => one.call === call && one.status === 'in-progress');
  }

  get(sid: string): Recording | undefined {
    return this.bySid.get(sid);
  }

  all(): Recording[] {
    return [...this.bySid.values()];
  }

  remove(sid: string): boolean {
    return this.bySid.delete(sid);
  }

  url(recording: Recording): string {
    const { accountSid } = this.network.environment;
    return `https://api.twilio.com/2010-04-01/Accounts/${accountSid}/Recordings/${recording.sid}`;
  }

  private fields(recording: Recording): Record<string, string> {
    return {
      AccountSid: this.network.environment.accountSid,
      CallSid: recording.call.sid,
      RecordingSid: recording.sid,
      RecordingUrl: this.url(recording),
      RecordingStatus: recording.status,
      RecordingDuration: String(recording.seconds),
      RecordingChannels: String(recording.channels),
      RecordingSource: recording.source,
      RecordingTrack: 'both',
      RecordingStartTime: new Date(recording.createdAt).toUTCString().replace('GMT', '+0000'),
    };
  }
}
