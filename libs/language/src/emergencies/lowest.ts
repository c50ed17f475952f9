/** Steps remembered to guess how the ground bends. */
const MEMORY = 10;
const MOST_STEPS = 200;
/** Below this, relative to the value, a step gains nothing. */
const FLAT = 1e-8;

/** The value at a place, with the slopes there written into the second array. */
type Ground = (at: Float64Array, slopes: Float64Array) => number;

interface Step {
  readonly moved: Float64Array;
  readonly turned: Float64Array;
}

/** Where a smooth convex function is lowest, from zero on (L-BFGS: Nocedal and Wright, Numerical Optimization, 7.2). */
export function lowest(size: number, ground: Ground): Float64Array {
  let at: Float64Array = new Float64Array(size);
  let slopes: Float64Array = new Float64Array(size);
  let value = ground(at, slopes);
  const steps: Step[] = [];
  for (let count = 0; count < MOST_STEPS; count++) {
    const way = downhill(slopes, steps);
    const next = walk(ground, at, value, slopes, way, count === 0 ? 1 / Math.sqrt(dot(slopes, slopes)) : 1);
    if (next === undefined) break;
    steps.push({ moved: less(next.at, at), turned: less(next.slopes, slopes) });
    if (steps.length > MEMORY) steps.shift();
    const gained = value - next.value;
    ({ at, slopes, value } = next);
    if (gained < FLAT * Math.abs(value)) break;
  }
  return at;
}

/** The first place on the way that lies enough lower, halving the step. */
function walk(
  ground: Ground,
  at: Float64Array,
  value: number,
  slopes: Float64Array,
  way: Float64Array,
  first: number,
): { at: Float64Array; slopes: Float64Array; value: number } | undefined {
  const fall = dot(slopes, way);
  for (let step = first; step > 1e-10; step /= 2) {
    const there = at.map((one, place) => one + step * (way[place] as number));
    const slopesThere = new Float64Array(at.length);
    const valueThere = ground(there, slopesThere);
    if (valueThere <= value + 1e-4 * step * fall) return { at: there, slopes: slopesThere, value: valueThere };
  }
  return undefined;
}

function downhill(slopes: Float64Array, steps: readonly Step[]): Float64Array {
  const way = slopes.map((slope) => -slope);
  const shares: number[] = [];
  for (const { moved, turned } of [...steps].reverse()) {
    const share = dot(moved, way) / dot(moved, turned);
    shares.unshift(share);
    add(way, turned, -share);
  }
  const last = steps.at(-1);
  if (last) {
    const scale = dot(last.moved, last.turned) / dot(last.turned, last.turned);
    for (let place = 0; place < way.length; place++) way[place] = (way[place] as number) * scale;
  }
  steps.forEach(({ moved, turned }, index) => {
    add(way, moved, (shares[index] as number) - dot(turned, way) / dot(moved, turned));
  });
  return way;
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let place = 0; place < one.length; place++) sum += (one[place] as number) * (other[place] as number);
  return sum;
}

function add(to: Float64Array, what: Float64Array, share: number): void {
  for (let place = 0; place < to.length; place++) to[place] = (to[place] as number) + share * (what[place] as number);
}

const less = (one: Float64Array, other: Float64Array): Float64Array =>
  one.map((value, place) => value - (other[place] as number));
