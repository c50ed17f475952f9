import { Catch } from '@nestjs/common';
import { TwilioFaultFilter } from '@clinicall/platform';
import { carrierWords } from './call-connection';
import { hangUpTwiml } from './twiml';

/** A signed voice webhook that fails inside is answered by a spoken sentence. */
@Catch()
export class VoiceFaultFilter extends TwilioFaultFilter {
  protected override sentence(): string {
    return hangUpTwiml(carrierWords('en', 'telephony:fault_at_answer'));
  }
}
