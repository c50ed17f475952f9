/** One call as its caller saw it: when it was asked, when it was answered, and what was answered. */
export interface Operation {
  readonly kind: 'book' | 'move' | 'cancel';
  readonly invokedAt: number;
  readonly returnedAt: number;
  /** `info`: nobody answered, so it may have happened or not. `same`: it had been done before. */
  readonly outcome: 'ok' | 'same' | 'info' | 'slot_taken' | 'patient_busy' | 'not_booked';
  readonly patient: string;
  /** The visit, once it is known. */
  readonly visit?: string;
  /** The slot it came to, or was refused. */
  readonly to?: string;
  /** The slot it left. */
  readonly from?: string;
}

/** A visit's time on a slot: possible from `from[0]`, certain from `from[1]` until `to[0]`, over for certain at `to[1]`. */
interface Stay {
  readonly visit: string;
  readonly patient: string;
  readonly slot: string;
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
}

export interface SlotTime {
  readonly startsAt: number;
  readonly endsAt: number;
}

/**
 * Judges a history without asking the database: at no instant have two visits a slot for certain, nor a patient two
 * places; and whoever was refused was refused because of somebody who may have been there.
 * @returns one sentence a violation.
 */
export function violations(history: readonly Operation[], timesOf: ReadonlyMap<string, SlotTime>): string[] {
  const stays = staysOf(history);
  const together = (one: string, other: string): boolean => {
    const [a, b] = [timesOf.get(one), timesOf.get(other)];
    return a !== undefined && b !== undefined && a.startsAt < b.endsAt && b.startsAt < a.endsAt;
  };
  const twice = stays.flatMap((one, index) =>
    stays.slice(index + 1).flatMap((other) => {
      const from = Math.max(one.from[1], other.from[1]);
      if (from >= Math.min(one.to[0], other.to[0])) return [];
      if (one.slot === other.slot) return [`slot ${one.slot} had visits ${one.visit} and ${other.visit} at ${from}`];
      if (one.patient !== other.patient || one.visit === other.visit) return [];
      return together(one.slot, other.slot) ? [`patient ${one.patient} was in two places at ${from}`] : [];
    }),
  );
  const unjust = history.flatMap((refused) => {
    const { outcome, to, patient, visit } = refused;
    if (to === undefined || (outcome !== 'slot_taken' && outcome !== 'patient_busy')) return [];
    const reason = stays.some(
      (stay) =>
        stay.visit !== visit &&
        stay.from[0] <= refused.returnedAt &&
        stay.to[1] >= refused.invokedAt &&
        (outcome === 'slot_taken' ? stay.slot === to : stay.patient === patient && together(stay.slot, to)),
    );
    return reason ? [] : [`${refused.kind} of slot ${to} was refused as ${outcome} by nobody`];
  });
  return [...twice, ...unjust, ...twoTimes(stays)];
}

/** A visit that moves has one time: it is never on two slots for certain. */
function twoTimes(stays: readonly Stay[]): string[] {
  return stays.flatMap((one, index) =>
    stays
      .slice(index + 1)
      .filter(
        (other) => other.visit === one.visit && Math.max(one.from[1], other.from[1]) < Math.min(one.to[0], other.to[0]),
      )
      .map((other) => `visit ${one.visit} had slots ${one.slot} and ${other.slot} at once`),
  );
}

function staysOf(history: readonly Operation[]): Stay[] {
  const done = history.filter(({ outcome, visit }) => (outcome === 'ok' || outcome === 'info') && visit !== undefined);
  const leavings = new Map<string, Operation[]>();
  for (const one of [...done].sort((a, b) => a.returnedAt - b.returnedAt)) {
    if (one.from !== undefined) push(leavings, `${one.visit ?? ''} ${one.from}`, one);
  }
  return [...done]
    .sort((a, b) => a.invokedAt - b.invokedAt)
    .flatMap((arrival) => {
      if (arrival.to === undefined || arrival.visit === undefined) return [];
      const leaving = leavings.get(`${arrival.visit} ${arrival.to}`)?.shift();
      const known = arrival.outcome === 'ok' ? arrival.returnedAt : Infinity;
      return [
        {
          visit: arrival.visit,
          patient: arrival.patient,
          slot: arrival.to,
          from: [arrival.invokedAt, known] as const,
          to: [leaving?.invokedAt ?? Infinity, leaving?.returnedAt ?? Infinity] as const,
        },
      ];
    });
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
