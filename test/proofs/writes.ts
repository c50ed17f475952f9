import { Idempotency } from '@clinicall/platform';
import { BookingsService, SeriesService } from '@clinicall/scheduling';
import type { SchedulingWorld } from '../support/scheduling-world';

/** One write under an Idempotency-Key, in words that another process can be told. */
export interface Task {
  readonly clinicId: string;
  readonly kind: 'hold' | 'confirm' | 'book' | 'cancel' | 'reschedule' | 'series';
  readonly key: string;
  readonly slotId: string;
  readonly patientId: string;
  readonly appointmentId?: string;
  readonly holdId?: string;
  readonly holdToken?: string;
  readonly slotIds?: readonly string[];
}

export interface Done {
  readonly ok: boolean;
  readonly reason?: string;
  /** The hold's, the appointment's, or the series' id. */
  readonly id?: string;
}

/** As the REST routes do it: the write and its answer in one transaction under the key. */
export async function perform(world: SchedulingWorld, task: Task): Promise<Done & { readonly replayed: boolean }> {
  const use = { principal: 'api_key:proof', key: task.key, requestHash: task.kind };
  const answerOf = (done: Done) => (done.ok ? { status: 200, response: done } : undefined);
  const outcome = await world.inside(task.clinicId, () =>
    world.get(Idempotency).once(use, () => act(world, task), answerOf),
  );
  if (outcome.replayed !== undefined) return { ...(outcome.replayed.response as Done), replayed: true };
  return { ...outcome.value, replayed: false };
}

async function act(world: SchedulingWorld, task: Task): Promise<Done> {
  const bookings = world.get(BookingsService);
  const { slotId, patientId, appointmentId = '', holdId = '', holdToken = '' } = task;
  if (task.kind === 'hold') {
    const held = await bookings.hold({ slotId, owner: { kind: 'token' }, patientId });
    return held.ok ? { ok: true, id: held.hold.id } : held;
  }
  if (task.kind === 'series') {
    const made = await world
      .get(SeriesService)
      .book({ patientId, visits: (task.slotIds ?? []).map((id) => ({ slotId: id })) });
    return made.ok ? { ok: true, id: made.seriesId } : { ok: false, reason: made.reason };
  }
  const owner = { kind: 'token', token: holdToken } as const;
  const written =
    task.kind === 'confirm'
      ? await bookings.confirm({ holdId, owner, patientId })
      : task.kind === 'book'
        ? await bookings.book({ slotId, patientId })
        : task.kind === 'cancel'
          ? await bookings.cancel({ appointmentId })
          : await bookings.reschedule({ appointmentId, slotId });
  return written.ok ? { ok: true, id: written.appointment.id } : written;
}
