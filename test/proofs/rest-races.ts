import { setTimeout as sleep } from 'node:timers/promises';
import { WaitlistOffers } from '@clinicall/scheduling';
import type { RestCrowd, Told } from './rest-crowd';

/** Runs one race on a fresh clinic and says what went wrong; nothing when every promise was kept. */
export type Race = (crowd: RestCrowd, next: () => number) => Promise<string[]>;

const won = (told: readonly Told[]): Told[] => told.filter(({ status }) => status === 200 || status === 201);
const visits = (told: readonly Told[]): number => new Set(won(told).map(({ id }) => id)).size;
const several = <T>(count: number, work: (index: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_one, index) => work(index)));

/** One of a crowd gets the time; nobody else is told so. */
async function hold(crowd: RestCrowd): Promise<string[]> {
  const [slots] = crowd.slots;
  const told = await several(24, (index) => crowd.hold(slots[index % 2]));
  const twice = won(told).length !== 2 && `${won(told).length} holds were given on two slots`;
  return crowd.faults(told, twice);
}

/** Two patients, twice each, with one hold; and others who would book the time without any. */
async function confirm(crowd: RestCrowd): Promise<string[]> {
  const [[slot]] = crowd.slots;
  const held = await crowd.hold(slot);
  const [one, two, three] = crowd.patients;
  const told = await Promise.all([
    ...[one, two, one, two].map((patient) => crowd.confirm(held, patient)),
    ...[three, three].map((patient) => crowd.book(slot, patient)),
  ]);
  return crowd.faults(told, visits(told) !== 1 && `${visits(told)} visits came of one hold`);
}

/** One slot, eight patients, no hold; and one patient with two doctors at one time. */
async function book(crowd: RestCrowd): Promise<string[]> {
  const [ruth, omar] = crowd.slots;
  const told = await several(crowd.patients.length, (index) => crowd.book(ruth[0], crowd.patients[index]));
  const both = await Promise.all(
    [ruth[4], omar[4], ruth[4], omar[4]].map((slot) => crowd.book(slot, crowd.patients[0])),
  );
  return crowd.faults(
    [...told, ...both],
    visits(told) !== 1 && `${visits(told)} visits were booked on one slot`,
    visits(both) !== 1 && `${visits(both)} visits of one patient at one time`,
  );
}

/** Each wants the other's time, and both want the one free time between. */
async function swap(crowd: RestCrowd): Promise<string[]> {
  const [slots] = crowd.slots;
  const [one, two] = [await crowd.book(slots[0], crowd.patients[0]), await crowd.book(slots[1], crowd.patients[1])];
  const told = await Promise.all([
    crowd.move(one, slots[1]),
    crowd.move(two, slots[0]),
    crowd.move(one, slots[2]),
    crowd.move(two, slots[2]),
  ]);
  const live = await crowd.rows(`SELECT id FROM appointments WHERE clinic_id = $1 AND status = 'booked'`);
  return crowd.faults(told, live.length !== 2 && `${live.length} of two visits stand after they were moved`);
}

/** Three times are freed at once; the offers of them race one another, those who take them, and those who just book. */
async function waitlist(crowd: RestCrowd): Promise<string[]> {
  const [slots] = crowd.slots;
  const freed = slots.slice(0, 3);
  const owners = await Promise.all(freed.map((slot) => crowd.book(slot, crowd.patients[0])));
  const waiting = await Promise.all(
    crowd.patients
      .slice(1, 6)
      .map((patientId) => crowd.ask('POST', '/waitlist', { patientId, specialty: 'Cardiology' })),
  );
  const offers = crowd.product.app.get(WaitlistOffers, { strict: false });
  const offer = (slot: string): Promise<unknown> => crowd.inside(() => offers.offer(slot));
  const cancelled = owners.map(({ id }) => crowd.ask('POST', `/appointments/${id}/cancel`, {}));
  await Promise.all(cancelled);
  const offered = [...freed, ...freed, ...freed].map(offer);
  const [, booked] = await Promise.all([
    Promise.all(offered),
    Promise.all(freed.slice(0, 2).map((slot, index) => crowd.book(slot, crowd.patients[6 + index]))),
  ]);
  const doubled = await crowd.rows(
    `SELECT slot_id FROM waitlist_offers WHERE clinic_id = $1 AND status = 'offered' GROUP BY slot_id HAVING count(*) > 1
     UNION ALL SELECT entry_id FROM waitlist_offers WHERE clinic_id = $1 AND status = 'offered' GROUP BY entry_id HAVING count(*) > 1`,
  );
  const answers = await Promise.all(
    [...waiting, ...waiting].map(({ id }, index) =>
      crowd.ask('POST', `/waitlist/${id}/${index === 7 ? 'decline' : 'accept'}`, {}),
    ),
  );
  await Promise.all(freed.map(offer));
  const given = await crowd.rows<{ slot_id: string }>(
    `SELECT slot_id FROM appointments WHERE clinic_id = $1 AND status = 'booked' AND slot_id = ANY($2)`,
    freed,
  );
  return crowd.faults(
    [...waiting, ...booked, ...answers],
    doubled.length > 0 && 'a freed time was promised twice',
    given.length === 0 && 'nobody was given a freed time',
    new Set(given.map((row) => row.slot_id)).size !== given.length && 'a freed time was given twice',
  );
}

/** Two of staff put one patient beside the visits of two doctors at one time: it is one patient all the same. */
async function overbook(crowd: RestCrowd, staff: readonly string[]): Promise<string[]> {
  const [ruth, omar] = crowd.slots;
  await crowd.book(ruth[0], crowd.patients[0]);
  await crowd.book(omar[0], crowd.patients[1]);
  const [, , patientId] = crowd.patients;
  const told = await several(4, (index) => {
    const slotId = index % 2 === 0 ? ruth[0] : omar[0];
    const body = { slotId, patientId, overbookReason: 'acute pain' };
    return crowd.ask('POST', '/appointments/overbook', body, staff[index % 2]);
  });
  return crowd.faults(told, visits(told) !== 1 && `${visits(told)} visits of one patient were put beside others`);
}

/** The owner confirms and thieves hold, all around the instant at which the hold ends. */
async function steal(crowd: RestCrowd, next: () => number): Promise<string[]> {
  const [[slot]] = crowd.slots;
  const held = await crowd.hold(slot);
  const spans = 60;
  await crowd.rows(
    `UPDATE slots SET hold_expires_at = clock_timestamp() + make_interval(secs => $3::float8 / 1000) WHERE clinic_id = $1 AND id = $2`,
    slot,
    spans,
  );
  const late = async (ask: () => Promise<Told>): Promise<Told> => {
    await sleep(next() * spans * 1.5);
    return ask();
  };
  const confirmed = late(() => crowd.confirm(held, crowd.patients[0]));
  const stolen = several(8, () => late(() => crowd.hold(slot)));
  const booked = several(2, (index) => late(() => crowd.book(slot, crowd.patients[index + 1])));
  const told = [await confirmed, ...(await stolen), ...(await booked)];
  return crowd.faults(told, won(told).length > 1 && `${won(told).length} have the slot of a hold that ended`);
}

/** Two series that share times, asked for in opposite orders: each whole or not at all. */
async function series(crowd: RestCrowd): Promise<string[]> {
  const [slots] = crowd.slots;
  const wishes = [slots.slice(0, 4), slots.slice(2, 6).reverse(), slots.slice(1, 5), slots.slice(3, 7).reverse()];
  const told = await Promise.all(
    wishes.map((ids, index) => {
      const body = { patientId: crowd.patients[index], visits: ids.map((slotId) => ({ slotId })) };
      return crowd.ask('POST', '/appointments/series', body);
    }),
  );
  const rows = await crowd.rows<{ size: number }>(
    `SELECT count(*)::integer AS size FROM appointments WHERE clinic_id = $1 AND status = 'booked' GROUP BY series_id`,
  );
  const torn =
    rows.some(({ size }) => size !== 4) && `a series has ${rows.map(({ size }) => size).join(' and ')} visits`;
  return crowd.faults(
    told,
    torn,
    won(told).length !== 1 && `${won(told).length} series were booked of four that overlap`,
  );
}

/** Every kind of race, by name. */
export const RACES: Readonly<Record<string, Race>> = {
  hold,
  confirm,
  book,
  swap,
  waitlist,
  overbook: async (crowd) => overbook(crowd, [await crowd.staff('ruth'), await crowd.staff('omar')]),
  steal,
  series,
};
