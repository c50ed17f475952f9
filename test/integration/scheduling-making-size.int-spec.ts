import { measureSlotMaking } from '../bench/slot-making';
import { startSchedulingWorld } from '../support/scheduling-world';
import type { SchedulingWorld } from '../support/scheduling-world';

const deep = process.env['CLINICALL_DEEP'] === '1';

describe('making the slots of many doctors', () => {
  let world: SchedulingWorld;
  beforeAll(async () => {
    world = await startSchedulingWorld();
  });
  afterAll(() => world.close());

  it(
    'takes a few statements for ten doctors, writes nothing the second time, and of a changed rule its difference',
    async () => {
      const [doctors, days] = deep ? [500, 90] : [20, 20];
      const figures = await measureSlotMaking(world, doctors, days);
      console.info(JSON.stringify(figures));
      expect(figures.first.made).toBeGreaterThanOrEqual(doctors * 16 * Math.floor((days * 5) / 7 - 2));
      // Lock, sessions, exceptions, what is there, and the new ones by thousands, for each ten doctors.
      expect(figures.first.statements).toBeLessThanOrEqual((doctors / 10) * 8 + 4);
      expect(figures.again).toMatchObject({ made: 0, removed: 0 });
      expect(figures.again.statements).toBeLessThanOrEqual((doctors / 10) * 5 + 4);
      expect(figures.changed.made).toBe(0);
      expect(figures.changed.removed).toBeLessThanOrEqual(Math.ceil(days / 7) + 1);
      expect(figures.changed.removed).toBeGreaterThanOrEqual(Math.floor(days / 7) - 1);
    },
    deep ? 600_000 : 60_000,
  );
});
