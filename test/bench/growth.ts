/** One look a minute at something that should stand still. */
export interface Look {
  /** Since the first. */
  readonly minute: number;
  readonly level: number;
}

export interface Growth {
  /** Of the line that fits the looks best. */
  readonly perMinute: number;
  /** By that line, from the first look to the last. */
  readonly inAll: number;
  readonly meanLevel: number;
}

/** What may be grown by in all before it counts: so much, or this share of its level, whichever is more. */
export interface Allowance {
  readonly least: number;
  readonly share: number;
}

/** The median slope of all pairs of looks (Theil and Sen): one odd minute does not turn it. */
export function growthOf(looks: readonly Look[]): Growth {
  const slopes = looks.flatMap((one, at) =>
    looks.slice(at + 1).map((other) => (other.level - one.level) / (other.minute - one.minute)),
  );
  const meanLevel = looks.reduce((sum, { level }) => sum + level, 0) / Math.max(1, looks.length);
  const perMinute = median(slopes);
  const minutes = (looks.at(-1)?.minute ?? 0) - (looks[0]?.minute ?? 0);
  return { perMinute, inAll: perMinute * minutes, meanLevel };
}

export function hasGrown({ inAll, meanLevel }: Growth, { least, share }: Allowance): boolean {
  return inAll > Math.max(least, share * meanLevel);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const [below = 0, above = 0] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return (below + above) / 2;
}
