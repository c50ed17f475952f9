import { eventually } from '../support/eventually';
import { startTextNetwork } from '../support/text-network';
import type { TextNetwork } from '../support/text-network';
import { Visits } from '../support/visits';

let handsets = 0;
const handset = () => `+1212557${String(1000 + handsets++)}`;
const NOW = '2027-05-03T09:00:00-04:00';

describe('texts about appointments', () => {
  let network: TextNetwork;
  let visits: Visits;

  beforeAll(async () => {
    network = await startTextNetwork();
    visits = await Visits.of(network);
  });
  afterAll(() => network.stop());
  beforeEach(() => network.setClock(NOW));

  const kinds = (phone: string) =>
    network.rows<{ kind: string; status: string; body: string }>(
      'SELECT kind, status, body FROM outbound_texts WHERE clinic_id = $1 AND to_number = $2 ORDER BY created_at, id',
      phone,
    );
  const texts = (phone: string, count: number) =>
    eventually(
      () => {
        const shown = network.screen(phone);
        return shown.length >= count ? shown : undefined;
      },
      `${count} texts on the screen`,
      20_000,
    );
  /** No event waits to be told, and no job is due or under way: what has not happened now does not come. */
  const idle = () =>
    eventually(async () => {
      const [left] = await network.rows<{ count: number }>(
        `SELECT (SELECT count(*) FROM directory.outbox_pending WHERE clinic_id = $1)::int
              + (SELECT count(*) FROM graphile_worker._private_jobs
                  WHERE locked_at IS NOT NULL OR (run_at <= now() AND attempts < max_attempts))::int AS count`,
      );
      return left?.count === 0;
    }, 'nothing left to do');
  const reminders = (appointmentId: string) =>
    network.rows<{ runAt: Date }>(
      `SELECT run_at AS "runAt" FROM graphile_worker.jobs WHERE $1::uuid IS NOT NULL AND key = $1::text || ':reminder:' || $2`,
      appointmentId,
    );

  it('confirms what was booked, moved and cancelled, once each, with what is needed and no more', async () => {
    const phone = handset();
    const patient = await visits.patient(phone);
    const appointment = await visits.book('2027-05-10T14:30:00-04:00', patient);
    await texts(phone, 1);
    await visits.move(appointment, '2027-05-11T13:00:00-04:00');
    await texts(phone, 2);
    await visits.cancel(appointment);
    expect(await texts(phone, 3)).toEqual([
      'Harbor Clinic: your visit with Dr. Ruth Adler is booked for Monday, May 10 at 2:30 PM. Reply C to change or cancel it, STOP for no more texts.',
      'Harbor Clinic: your visit is moved. It is now with Dr. Ruth Adler on Tuesday, May 11 at 1:00 PM. Reply C to change or cancel it.',
      'Harbor Clinic: your visit with Dr. Ruth Adler on Tuesday, May 11 at 1:00 PM is cancelled. Text us here whenever you need another one.',
    ]);
    await idle();
    expect(await kinds(phone)).toHaveLength(3);
  });

  it('speaks the patient’s language', async () => {
    const phone = handset();
    await visits.book('2027-05-10T15:00:00-04:00', await visits.patient(phone, 'es'));
    expect(await texts(phone, 1)).toEqual([
      'Harbor Clinic: su cita del lunes 10 de mayo, 3:00 p.m., con Ruth Adler queda reservada. Responda C para cambiarla o cancelarla, STOP para no recibir mensajes.',
    ]);
  });

  it('keeps one reminder a visit: a day before, moved with it, gone with it', async () => {
    const phone = handset();
    const appointment = await visits.book('2027-05-12T14:30:00-04:00', await visits.patient(phone));
    const [first] = await eventually(async () => {
      const found = await reminders(appointment);
      return found.length > 0 ? found : undefined;
    }, 'a reminder');
    const drift = Date.parse(NOW) - Date.now();
    expect(Math.abs(first!.runAt.getTime() + drift - Date.parse('2027-05-11T14:30:00-04:00'))).toBeLessThan(5_000);
    await visits.move(appointment, '2027-05-13T09:00:00-04:00');
    await texts(phone, 2);
    const [second, ...more] = await reminders(appointment);
    expect(more).toEqual([]);
    expect(Math.abs(second!.runAt.getTime() + drift - Date.parse('2027-05-12T09:00:00-04:00'))).toBeLessThan(5_000);
    await visits.cancel(appointment);
    await texts(phone, 3);
    expect(await reminders(appointment)).toEqual([]);
  });

  it('reminds when the clinic’s clock says so, and not of what has changed by then', async () => {
    const [phone, other] = [handset(), handset()];
    await visits.book('2027-05-14T10:00:00-04:00', await visits.patient(phone));
    const gone = await visits.book('2027-05-14T10:30:00-04:00', await visits.patient(other));
    await Promise.all([texts(phone, 1), texts(other, 1)]);
    // Cancelled past the service, so that the job stays: only the look at its time can stop it.
    await network.rows(
      `UPDATE appointments SET status = 'cancelled', cancelled_at = now() WHERE clinic_id = $1 AND id = $2`,
      gone,
    );
    await network.setClock('2027-05-13T09:59:00-04:00');
    await idle();
    expect(network.screen(phone)).toHaveLength(1);
    await network.setClock('2027-05-13T10:31:00-04:00');
    expect((await texts(phone, 2))[1]).toBe(
      'Harbor Clinic: a reminder of your visit with Dr. Ruth Adler on Friday, May 14 at 10:00 AM. Reply C to change or cancel it, STOP for no more texts.',
    );
    await idle();
    expect((await kinds(other)).map(({ kind }) => kind)).toEqual(['confirmation']);
  });

  it('has no reminder for what is nearer than a day, nobody to text without a number, and no news for imported visits', async () => {
    const [near, imported] = [handset(), handset()];
    const soon = await visits.book('2027-05-04T08:30:00-04:00', await visits.patient(near));
    const old = await visits.book('2027-05-17T08:30:00-04:00', await visits.patient(imported), 'import');
    const silent = await visits.book('2027-05-17T09:30:00-04:00', await visits.patient(null));
    await texts(near, 1);
    await eventually(async () => (await reminders(old)).length === 1, 'the reminder of an imported visit');
    await eventually(async () => (await reminders(silent)).length === 1, 'a reminder that waits for a number');
    expect(await reminders(soon)).toEqual([]);
    expect(await kinds(imported)).toEqual([]);
  });

  it('waits with a late reminder until the quiet hours are over', async () => {
    const phone = handset();
    const appointment = await visits.book('2027-05-20T14:00:00-04:00', await visits.patient(phone));
    await texts(phone, 1);
    await network.setClock('2027-05-19T23:00:00-04:00');
    const drift = Date.parse('2027-05-19T23:00:00-04:00') - Date.now();
    await eventually(async () => {
      const [job] = await reminders(appointment);
      return job !== undefined && job.runAt.getTime() + drift > Date.parse('2027-05-20T07:59:00-04:00');
    }, 'the reminder set for the morning');
    expect(network.screen(phone)).toHaveLength(1);
  });
});
