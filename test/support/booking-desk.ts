import { BookingsService } from '@clinicall/scheduling';
import type { BookingResult, HoldResult } from '@clinicall/scheduling';
import { Roster, startSchedulingWorld } from './scheduling-world';
import type { SchedulingWorld } from './scheduling-world';

/** One doctor, one patient and the door to booking, in a clinic of its own for every test. */
export class BookingDesk {
  world!: SchedulingWorld;
  bookings!: BookingsService;
  roster!: Roster;
  doctorId!: string;
  patientId!: string;

  /** For the length of the file that calls it. */
  static open(): BookingDesk {
    const desk = new BookingDesk();
    beforeAll(async () => {
      desk.world = await startSchedulingWorld();
      desk.bookings = desk.world.get(BookingsService);
    });
    afterAll(() => desk.world.close());
    beforeEach(async () => {
      desk.roster = await Roster.of(desk.world);
      desk.doctorId = await desk.roster.doctor();
      desk.patientId = await desk.roster.patient();
    });
    return desk;
  }

  readonly inside = <T>(work: () => Promise<T>): Promise<T> => this.roster.inside(work);

  readonly statusOf = async (slotId: string): Promise<string | undefined> => {
    const sql = 'SELECT status FROM slots WHERE clinic_id = $1 AND id = $2';
    return (await this.roster.rows<{ status: string }>(sql, slotId))[0]?.status;
  };

  readonly eventTypes = async (): Promise<string[]> => {
    const sql = 'SELECT type FROM outbox WHERE clinic_id = $1 ORDER BY occurred_at, type';
    return (await this.roster.rows<{ type: string }>(sql)).map((row) => row.type);
  };
}

export function held(result: HoldResult): Extract<HoldResult, { ok: true }> {
  if (!result.ok) throw new Error(`not held: ${result.reason}`);
  return result;
}

export function booked(result: BookingResult): Extract<BookingResult, { ok: true }> {
  if (!result.ok) throw new Error(`not booked: ${result.reason}`);
  return result;
}
