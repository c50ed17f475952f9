import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { callerKey } from './asker';
import { BookingAttempt } from './booking-attempt';
import { BookingRecord } from './booking-record';
import { BookingRefusals } from './booking-refusals';
import type {
  ExtendResult,
  HoldOwner,
  HoldResult,
  HoldView,
  NewHoldOwner,
  Refusal,
  RefusalReason,
  ReleaseResult,
} from './booking-results';
import { BookingsRepository } from './bookings.repository';
import type { NewHold, Taking } from './bookings.repository';
import { ClinicZone } from './clinic-zone';
import { DoctorsService } from './doctors.service';
import { HoldTokens } from './hold-tokens';
import { LongVisits } from './long-visits';
import { SlotsService } from './slots.service';
import { StandingHoldsRepository } from './standing-holds.repository';
import { WaitlistEndings } from './waitlist-endings';

export interface HoldRequest {
  readonly slotId: string;
  readonly owner: NewHoldOwner;
  /** With a patient, a time in which the patient has another visit is refused at once. */
  readonly patientId?: string | null;
  /** Name or id. */
  readonly visitType?: string | null;
}

type Kept =
  | { readonly holdId: string; readonly expiresAt: Date; readonly endsAt?: Date }
  | { readonly holdId?: undefined; readonly taking: Taking | undefined };

/** Keeps slots for somebody who has not decided yet. */
@Injectable()
export class HoldsService {
  constructor(
    private readonly bookings: BookingsRepository,
    private readonly standing: StandingHoldsRepository,
    private readonly long: LongVisits,
    private readonly slots: SlotsService,
    private readonly doctors: DoctorsService,
    private readonly attempt: BookingAttempt,
    private readonly record: BookingRecord,
    private readonly refusals: BookingRefusals,
    private readonly tokens: HoldTokens,
    private readonly zone: ClinicZone,
    private readonly endings: WaitlistEndings,
  ) {}

  /**
   * Keeps a free slot ten minutes for its owner. A conversation, and a caller over all of theirs, keeps one slot at a
   * time: asking for the same one again returns the hold it has, and a new hold ends the one before.
   * @throws AppError `validation_failed` naming an unknown `visitType`.
   */
  async hold(request: HoldRequest): Promise<HoldResult> {
    const visitTypeId = await this.doctors.visitTypeId(request.visitType);
    const noticeMinutes = (await this.zone.clinic()).settings.minimumNoticeMinutes;
    const { owner } = request;
    const conversationId = owner.kind === 'conversation' ? owner.conversationId : null;
    const kept = await this.attempt.run(async () => {
      const found =
        owner.kind === 'conversation'
          ? await this.keepForCaller(request, owner, visitTypeId, noticeMinutes)
          : await this.keep(request, null, visitTypeId, noticeMinutes);
      return found.holdId === undefined ? this.refusals.of(found.taking) : found;
    });
    if ('ok' in kept) return kept;
    const hold = await this.view(request.slotId, kept);
    return conversationId === null ? { ok: true, hold, holdToken: this.tokens.tokenOf(hold.id) } : { ok: true, hold };
  }

  /** Ten minutes more from now for a hold that still stands, once. */
  async extend(holdId: string, owner: HoldOwner): Promise<ExtendResult> {
    const proof = this.tokens.proofOf(holdId, owner);
    if (proof === undefined) return this.notYours(holdId);
    const { conversationId } = proof;
    const found = await this.attempt.run(async () => {
      const extension = await this.standing.extend(holdId, conversationId);
      if (extension?.verdict === 'ok' && extension.expiresAt !== null) {
        const { slotId, expiresAt } = extension;
        await this.record.extended({ holdId, slotId, expiresAt: expiresAt.toISOString(), conversationId });
      }
      return extension;
    });
    if (found === undefined) return { ok: false, reason: 'not_found' };
    if (found.expiresAt === null) return { ok: false, reason: found.verdict as RefusalReason };
    return { ok: true, hold: await this.view(found.slotId, { holdId, expiresAt: found.expiresAt }) };
  }

  /** Gives a kept slot back. Ending a hold that has ended is no mistake. */
  async release(holdId: string, owner: HoldOwner): Promise<ReleaseResult> {
    const proof = this.tokens.proofOf(holdId, owner);
    if (proof === undefined) return this.notYours(holdId);
    return this.attempt.run(() => this.end(holdId, proof.conversationId));
  }

  /** Ends whatever a conversation keeps, such as when it is over. */
  async releaseOf(conversationId: string): Promise<void> {
    await this.attempt.run(async () => {
      for (const hold of await this.standing.holdsOf({ conversationId })) await this.end(hold.id, conversationId);
    });
  }

  /** Why a hold that was not proved cannot be acted on. */
  async notYours(holdId: string): Promise<Refusal> {
    return { ok: false, reason: (await this.standing.holdExists(holdId)) ? 'hold_not_yours' : 'not_found' };
  }

  /** A long visit ends with the last of its slots. */
  private async view(slotId: string, kept: { holdId: string; expiresAt: Date; endsAt?: Date }): Promise<HoldView> {
    const format = await this.zone.formatter();
    const slot = await this.slots.get(slotId);
    const { startsAt, doctor, specialty } = slot;
    const last = kept.endsAt ?? (await this.standing.endOfHold(kept.holdId));
    const endsAt = last === undefined ? slot.endsAt : format(last);
    return { id: kept.holdId, slotId, startsAt, endsAt, expiresAt: format(kept.expiresAt), doctor, specialty };
  }

  /** The constraint holds_one_live has the last word at commit, so the earlier hold is ended only when the new one stands. */
  private async keepForCaller(
    request: HoldRequest,
    { conversationId, callerNumber }: Extract<NewHoldOwner, { kind: 'conversation' }>,
    visitTypeId: string | null,
    noticeMinutes: number,
  ): Promise<Kept> {
    const caller = callerKey({ conversationId, callerNumber });
    await this.standing.lockHoldsFor(caller);
    const before = (await this.standing.holdsOf({ conversationId, caller })).filter((hold) => hold.alive);
    const same = before.find((hold) => hold.slotId === request.slotId);
    if (same?.conversationId === conversationId) return { holdId: same.id, expiresAt: same.expiresAt };
    if (same !== undefined) await this.end(same.id, same.conversationId);
    const kept = await this.keep(request, conversationId, visitTypeId, noticeMinutes);
    if (kept.holdId === undefined) return kept;
    for (const one of before) if (one !== same) await this.end(one.id, one.conversationId);
    await this.standing.holdFor(kept.holdId, caller);
    return kept;
  }

  private async keep(
    request: HoldRequest,
    conversationId: string | null,
    visitTypeId: string | null,
    noticeMinutes: number,
  ): Promise<Kept> {
    const { slotId, patientId = null } = request;
    const id = randomUUID();
    const hold = { id, slotId, conversationId, patientId, visitTypeId, noticeMinutes };
    const found = await this.take(hold);
    const taking = found?.verdict === 'slot_taken' ? ((await this.keptForThem(hold)) ?? found) : found;
    if (taking?.verdict !== 'ok' || taking.expiresAt === undefined) return { taking };
    await this.record.held({ holdId: id, slotId, expiresAt: taking.expiresAt.toISOString(), conversationId });
    return { holdId: id, expiresAt: taking.expiresAt, endsAt: taking.endsAt };
  }

  private async take(hold: NewHold): Promise<Taking | undefined> {
    const single = await this.bookings.hold(hold);
    return single?.verdict === 'longer' ? this.long.hold(hold) : single;
  }

  /** A taken time may be the very one that is offered to this patient from the waitlist. */
  private async keptForThem(hold: NewHold): Promise<Taking | undefined> {
    const { slotId, patientId } = hold;
    if (patientId === null) return undefined;
    const outcome = await this.attempt.undoable(async () => {
      const taking = (await this.endings.handOver(slotId, patientId)) ? await this.take(hold) : undefined;
      return { ok: taking?.verdict === 'ok', taking };
    });
    return outcome.taking;
  }

  private async end(holdId: string, conversationId: string | null): Promise<ReleaseResult> {
    const released = await this.standing.release(holdId, conversationId);
    if (released === undefined) return { ok: false, reason: 'not_found' };
    if (!released.yours) return { ok: false, reason: 'hold_not_yours' };
    if (released.freed) await this.record.released({ holdId, slotId: released.slotId, conversationId });
    return { ok: true };
  }
}
