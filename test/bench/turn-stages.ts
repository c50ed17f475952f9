import { asOwner, percentile, say } from './bench-world';

interface Entry {
  readonly at: number;
  readonly kind: string;
  readonly ms?: number;
  /** Of an end of a turn: which rule held it to be over. */
  readonly reason?: string;
}

/** What lies between the caller's last sound and our first, by the product's own timelines: TURN_BENCH_STAGES=1 prints it. */
const STAGES: readonly (readonly [name: string, of: (entries: ReadonlyMap<string, Entry>) => number | undefined])[] = [
  ['silence when the turn ended', (found) => found.get('endpoint')?.ms],
  ['words known after being asked for', (found) => found.get('words')?.ms],
  ['turn’s end to the first sound of the voice', (found) => between(found.get('endpoint'), found.get('voice'))],
  ['of which the voice took', (found) => found.get('voice')?.ms],
  ['voice to first audio on the line', (found) => between(found.get('voice'), found.get('first_audio'))],
  ['turn’s end to the model’s last word', (found) => between(found.get('endpoint'), found.get('model'))],
  ['all, as the product sees it', (found) => found.get('first_audio')?.ms],
];

const between = (one: Entry | undefined, other: Entry | undefined): number | undefined =>
  one === undefined || other === undefined ? undefined : other.at - one.at;

export async function tellStages(databaseUrl: string): Promise<void> {
  if (process.env['TURN_BENCH_STAGES'] !== '1') return;
  const rows = await asOwner(databaseUrl, async (client) => {
    const { rows: found } = await client.query<{ entries: Entry[] }>('SELECT entries FROM call_timelines');
    return found;
  });
  const turns = rows.flatMap(({ entries }) => turnsOf(entries));
  for (const [name, of] of STAGES) {
    const ms = turns.flatMap((turn) => of(turn) ?? []);
    const [p50, p95, most] = [percentile(ms, 0.5), percentile(ms, 0.95), percentile(ms, 1)];
    say(`${name}: p50 ${p50.toFixed(0)} p95 ${p95.toFixed(0)} most ${most.toFixed(0)} ms (${ms.length})`);
  }
  const endings = turns.flatMap((found) => found.get('endpoint') ?? []);
  for (const reason of new Set(endings.map((ending) => ending.reason))) {
    const those = endings.filter((ending) => ending.reason === reason);
    const silences = those.map(({ ms = 0 }) => ms);
    say(
      `turns ended by ${reason ?? 'nothing known'}: ${those.length}, silence p50 ${percentile(silences, 0.5).toFixed(0)} ms`,
    );
  }
}

/** The first of each kind behind each end of turn. */
function turnsOf(entries: readonly Entry[]): ReadonlyMap<string, Entry>[] {
  const turns: Map<string, Entry>[] = [];
  let words: Entry | undefined;
  for (const entry of entries) {
    if (entry.kind === 'words') words = entry;
    if (entry.kind === 'endpoint') turns.push(new Map(words === undefined ? [] : [['words', words]]));
    const turn = turns.at(-1);
    if (turn !== undefined && !turn.has(entry.kind)) turn.set(entry.kind, entry);
  }
  return turns;
}
