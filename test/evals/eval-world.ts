import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Temporal } from 'temporal-polyfill';
import type { TalkCase } from './eval-case';
import { screenOf } from './line';
import type { Clinic, Product } from './product-client';

const AREAS = [212, 305, 415, 617, 713, 303, 206, 404, 602, 312];
let next = randomInt(0, 60_000_000);

/** A number that no clinic has had in this run, and very likely none before. */
function freshNumber(): string {
  next = (next + 1) % 60_000_000;
  const area = AREAS[Math.floor(next / 6_000_000) % AREAS.length] ?? 212;
  const rest = 3_000_000 + (next % 6_000_000);
  return `+1${area}${String(rest).padStart(7, '0')}`;
}

/** A case in its own clinic. */
export interface Stage {
  readonly clinic: Clinic;
  /** The case with the clinic's number in it. */
  readonly timezone: string;
  /** UTC offset of the case's clock, such as -04:00. */
  readonly offset: string;
}

/** A setting or world that the product does not have: the case is not applicable. */
export class NotApplicable extends Error {}

const usualClock = '2027-05-03T09:00:00-04:00';

/** Seeds the world through the product's import and sets the clinic's clock. @throws NotApplicable */
export async function openStage(product: Product, talk: TalkCase): Promise<Stage> {
  const { doctors = [], patients = [], appointments = [], faq = [], settings = {}, ...rest } = talk.world;
  const timezone = talk.timezone ?? (typeof rest['timezone'] === 'string' ? rest['timezone'] : 'America/New_York');
  const world = { ...rest, timezone, doctors, patients, appointments, faq, settings };
  const wanted = typeof rest['phone'] === 'string' ? rest['phone'] : freshNumber();
  const clinic = await importAs(product, world, wanted);
  const clock = talk.clock ?? usualClock;
  await prior(product, clinic, talk);
  await clinic.setClock(clock);
  const offset = /([+-]\d\d:\d\d)$/.exec(clock)?.[1] ?? offsetAt(clock, timezone);
  return { clinic, timezone, offset };
}

function offsetAt(clock: string, timezone: string): string {
  return Temporal.Instant.from(clock).toZonedDateTimeISO(timezone).offset;
}

/** A number that is taken gives way to a fresh one: many cases name the same. */
async function importAs(product: Product, world: Record<string, unknown>, wanted: string): Promise<Clinic> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await product.importWorld({ ...world, phone: attempt === 0 ? wanted : freshNumber() });
    } catch (error) {
      const text = String(error);
      if (/is not a setting|settings/.test(text)) throw new NotApplicable(text);
      const taken = /phone|another clinic|conflict/.test(text);
      if (!taken || attempt === 5) throw error;
    }
  }
}

/** What the product is to have sent before: a reminder of the first appointment, the day before it. */
async function prior(product: Product, clinic: Clinic, talk: TalkCase): Promise<void> {
  const given = (talk as { prior?: unknown }).prior;
  if (given === undefined || !JSON.stringify(given).includes('reminder')) return;
  const [visit] = (await clinic.visits()).filter((one) => one.status === 'booked');
  const from = talk.from ?? '';
  if (visit === undefined) return;
  const due = Date.parse(visit.instant) - 24 * 3_600_000 - 90_000;
  await clinic.setClock(new Date(due).toISOString());
  await sleep(300);
  await clinic.advance(180_000);
  const until = Date.now() + 15_000;
  while (Date.now() < until && (await screenOf(product.wires, from, clinic.phone)).length === 0) await sleep(200);
}
