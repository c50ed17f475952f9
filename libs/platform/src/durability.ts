/** Asks one question of one session; the answer's first row. */
type Ask = (sql: string) => Promise<{ fsync: string; commit: string } | undefined>;

/** `synchronous_commit` values that still wait for this server's own disk are all but `off`. */
const QUESTION = `SELECT current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS commit`;

/**
 * A booking that was confirmed must survive a power cut, and two settings quietly take that away.
 * @returns one sentence, or undefined when an answered COMMIT is on the disk.
 */
export async function durabilityFault(ask: Ask): Promise<string | undefined> {
  const found = await ask(QUESTION);
  const off = [found?.fsync === 'off' ? 'fsync' : '', found?.commit === 'off' ? 'synchronous_commit' : '']
    .filter((name) => name !== '')
    .join(' and ');
  if (off === '') return undefined;
  return `The database runs with ${off} off, so confirmed bookings can be lost: turn it on, or set DATABASE_ALLOW_DATA_LOSS=1.`;
}
