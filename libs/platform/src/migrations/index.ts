import { House1790000000000 } from './1790000000000-house';
import { Scheduling1790000100000 } from './1790000100000-scheduling';
import { Conversation1790000200000 } from './1790000200000-conversation';
import { Messaging1790000300000 } from './1790000300000-messaging';
import { Telephony1790000400000 } from './1790000400000-telephony';
import { SignIn1790012000000 } from './1790012000000-sign-in';
import { AuditChain1790013000000 } from './1790013000000-audit-chain';
import { ClinicVersions1790013100000 } from './1790013100000-clinic-versions';
import { Privacy1790013200000 } from './1790013200000-privacy';
import { OutboundUse1790014000000 } from './1790014000000-outbound-use';
import { Schedules1790015000000 } from './1790015000000-schedules';
import { BookingLife1790016000000 } from './1790016000000-booking-life';
import { EarlierTimes1790016100000 } from './1790016100000-earlier-times';
import { OneHoldACaller1790019000000 } from './1790019000000-one-hold-a-caller';
import { Supervision1790025000000 } from './1790025000000-supervision';
import { Exchange1790027000000 } from './1790027000000-exchange';
import { UnheardReplies1790031000000 } from './1790031000000-unheard-replies';
import { OneWishACall1790033000000 } from './1790033000000-one-wish-a-call';
import { SignInTries1790022000000 } from './1790022000000-sign-in-tries';

/** In order; a migration that has landed is never edited, only followed. */
export const migrations = [
  House1790000000000,
  Scheduling1790000100000,
  Conversation1790000200000,
  Messaging1790000300000,
  Telephony1790000400000,
  SignIn1790012000000,
  AuditChain1790013000000,
  ClinicVersions1790013100000,
  Privacy1790013200000,
  OutboundUse1790014000000,
  Schedules1790015000000,
  BookingLife1790016000000,
  EarlierTimes1790016100000,
  OneHoldACaller1790019000000,
  Supervision1790025000000,
  Exchange1790027000000,
  SignInTries1790022000000,
  UnheardReplies1790031000000,
  OneWishACall1790033000000,
];
