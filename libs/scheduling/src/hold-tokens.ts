import { createHmac, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Secrets } from '@clinicall/platform';
import type { HoldOwner } from './booking-results';

/** Who shows the holdToken owns the hold. It is derived from the hold's id, so that nothing stores it. */
@Injectable()
export class HoldTokens {
  private readonly key: Buffer;

  constructor(secrets: Secrets) {
    this.key = secrets.key('hold-token');
  }

  /** The same token every time, so that a replayed POST /slots/hold can show it again. */
  tokenOf(holdId: string): string {
    return createHmac('sha256', this.key).update(holdId).digest('base64url');
  }

  /** The conversation a hold must belong to, null for a token that fits; undefined for a token that does not. */
  proofOf(holdId: string, owner: HoldOwner): { conversationId: string | null } | undefined {
    if (owner.kind === 'conversation') return { conversationId: owner.conversationId };
    return this.proves(owner.token, holdId) ? { conversationId: null } : undefined;
  }

  private proves(token: string, holdId: string): boolean {
    const given = Buffer.from(token);
    const right = Buffer.from(this.tokenOf(holdId));
    return given.length === right.length && timingSafeEqual(given, right);
  }
}
