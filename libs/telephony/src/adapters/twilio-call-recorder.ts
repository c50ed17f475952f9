import { Injectable } from '@nestjs/common';
import { ProviderError } from '@clinicall/platform';
import { CallRecorder } from '../ports/call-recorder';
import { TwilioAccount } from './twilio-account';

/** Not there, or not running any more. */
const GONE = new Set([20404, 21220]);

/** Twilio's Recordings (POST /Calls/{Sid}/Recordings, GET and DELETE /Recordings/{Sid}). */
@Injectable()
export class TwilioCallRecorder extends CallRecorder {
  constructor(private readonly account: TwilioAccount) {
    super();
  }

  async start(callSid: string, statusUrl: string): Promise<string> {
    const recording = await this.account.ask((client) =>
      client.calls(callSid).recordings.create({
        recordingChannels: 'dual',
        recordingTrack: 'both',
        recordingStatusCallback: statusUrl,
        recordingStatusCallbackMethod: 'POST',
        recordingStatusCallbackEvent: ['completed', 'absent'],
      }),
    );
    if (recording === undefined) throw new ProviderError('twilio', false, 'made no recording');
    return recording.sid;
  }

  async stop(callSid: string, recordingSid: string): Promise<void> {
    await this.account.ask(
      (client) => client.calls(callSid).recordings(recordingSid).update({ status: 'stopped' }),
      GONE,
    );
  }

  sound(recordingSid: string, signal: AbortSignal): Promise<Buffer | undefined> {
    return this.account.sound(`/Recordings/${encodeURIComponent(recordingSid)}.wav`, signal);
  }

  async remove(recordingSid: string): Promise<void> {
    await this.account.ask((client) => client.recordings(recordingSid).remove(), GONE);
  }
}
