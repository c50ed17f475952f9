import { UnheardReplies } from '../../libs/telephony/src/unheard-replies.service';
import { eventually } from './eventually';
import { TOKEN } from './text-network';
import { PATIENT } from './voice-network';
import type { VoiceNetwork } from './voice-network';
import { WireCall } from './wire-call';

export interface UnheardRow {
  readonly state: string;
  readonly text: string | null;
  readonly weight: string;
  readonly lineBroke: boolean;
}

/** Calls whose replies are not heard, and what becomes of them. */
export class UnheardCalls {
  private made = 0;

  constructor(private readonly network: VoiceNetwork) {}

  newSid(): string {
    return `CA${`${(this.made += 1)}`.padStart(32, '0')}`;
  }

  /** The same call again is one that comes back. */
  place(callSid: string, from = PATIENT): Promise<WireCall> {
    const { url, clinicNumber: to } = this.network;
    return WireCall.place(callSid, { url, publicUrl: url, authToken: TOKEN, from, to });
  }

  /** The caller has been greeted, asks something, and has heard the beginning of the answer: more than a half second of it. */
  async answering(from?: string): Promise<WireCall> {
    const call = await this.place(this.newSid(), from);
    await eventually(() => call.heardMs > 0 && !call.hears, 'the greeting', 20_000);
    const before = call.heardMs;
    call.press('4');
    await eventually(() => call.heardMs - before >= 750, 'some of the second sentence', 20_000);
    return call;
  }

  /** A call that is over, with a reply of which nothing was heard. @returns its CallSid. */
  async lost(from: string, weight = 'outcome'): Promise<string> {
    const callSid = this.newSid();
    const form = { CallSid: callSid, From: from, To: this.network.clinicNumber, CallStatus: 'ringing' };
    await this.network.post('/api/v1/voice/incoming', form);
    await this.over(callSid, from);
    await this.network.rows(
      `INSERT INTO unheard_replies (clinic_id, id, call_id, conversation_id, seq, text, weight, state)
       SELECT clinic_id, gen_random_uuid(), id, conversation_id, 2, 'Your visit is booked.', $3, 'waiting'
         FROM calls WHERE clinic_id = $1 AND call_sid = $2`,
      callSid,
      weight,
    );
    return callSid;
  }

  /** The carrier says that the call has ended. */
  async hangUp(callSid: string, from = PATIENT): Promise<void> {
    const form = { CallSid: callSid, From: from, To: this.network.clinicNumber, CallStatus: 'completed' };
    await this.network.post('/api/v1/voice/status', { ...form, CallDuration: '9' });
  }

  /** The same, a while ago: nothing of the call is still on its way. */
  async over(callSid: string, from = PATIENT): Promise<void> {
    await this.hangUp(callSid, from);
    await this.network.rows(
      `UPDATE calls SET ended_at = clock_timestamp() - interval '1 minute' WHERE clinic_id = $1 AND call_sid = $2`,
      callSid,
    );
  }

  async decide(callSid: string): Promise<void> {
    const callId = await this.id(callSid);
    await this.network.inside(() => this.network.app.get(UnheardReplies, { strict: false }).decide({ callId }));
  }

  async id(callSid: string): Promise<string> {
    const row = await this.network.row<{ id: string }>(
      'SELECT id FROM calls WHERE clinic_id = $1 AND call_sid = $2',
      callSid,
    );
    return row?.id ?? '';
  }

  rows(callSid: string): Promise<UnheardRow[]> {
    return this.network.rows<UnheardRow>(
      `SELECT u.state, u.text, u.weight, u.line_broke AS "lineBroke" FROM unheard_replies u
         JOIN calls c ON c.clinic_id = u.clinic_id AND c.id = u.call_id
        WHERE u.clinic_id = $1 AND c.call_sid = $2 ORDER BY u.seq`,
      callSid,
    );
  }

  async reaches(callSid: string, state: string): Promise<void> {
    const there = async () => (await this.rows(callSid)).some((row) => row.state === state);
    await eventually(there, `a reply that is ${state}`, 20_000);
  }

  texts(to: string): Promise<{ body: string; status: string }[]> {
    return this.network.rows(
      `SELECT body, status FROM outbound_texts WHERE clinic_id = $1 AND to_number = $2 AND kind = 'unheard'`,
      to,
    );
  }

  async forget(): Promise<void> {
    for (const table of ['tasks', 'unheard_replies', 'opt_outs']) {
      await this.network.rows(`DELETE FROM ${table} WHERE clinic_id = $1`);
    }
    await this.network.rows(`DELETE FROM outbound_texts WHERE clinic_id = $1 AND kind = 'unheard'`);
  }
}
