import { growthOf, hasGrown } from './growth';

const minutes = Array.from({ length: 25 }, (_unused, minute) => minute);
const ALLOWED = { least: 4, share: 0.05 };
/** Up and down by a tenth, as memory goes. */
const noisy = (minute: number): number => 100 + 10 * Math.sin(minute * 2.3);

describe('growth', () => {
  it('is not seen in a level that only goes up and down, nor in one odd minute', () => {
    const looks = minutes.map((minute) => ({ minute, level: minute === 24 ? 400 : noisy(minute) }));
    expect(hasGrown(growthOf(looks), ALLOWED)).toBe(false);
  });

  it('is seen in a level that gains half a percent a minute', () => {
    const looks = minutes.map((minute) => ({ minute, level: noisy(minute) + minute / 2 }));
    const growth = growthOf(looks);
    expect(growth.inAll).toBeGreaterThan(8);
    expect(hasGrown(growth, ALLOWED)).toBe(true);
  });

  it('of a few handles is allowed, whatever their share', () => {
    const looks = minutes.map((minute) => ({ minute, level: 10 + minute / 8 }));
    expect(hasGrown(growthOf(looks), ALLOWED)).toBe(false);
  });
});
