import { Pool } from 'pg';
import { Session } from '../../libs/platform/src/session';
import { createTestDatabase } from '../support/database';

describe('statements of a pipelined connection', () => {
  let pool: Pool;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    const database = await createTestDatabase();
    drop = () => database.drop();
    pool = new Pool({ connectionString: database.url, max: 1, pipeline: true });
  });
  afterAll(async () => {
    await pool.end();
    await drop();
  });

  const session = (begin = 'BEGIN') => new Session(pool, true, begin);
  const row = `SELECT $1::int AS n, NULLIF($1::int, 2) AS odd, '{"a":[1]}'::jsonb AS json, ARRAY['x','"y"'] AS list,
                      '2027-05-03T13:00:00Z'::timestamptz AS at, $2::boolean AS yes`;
  const answer = (n: number) => ({
    n,
    odd: n === 2 ? null : n,
    json: { a: [1] },
    list: ['x', '"y"'],
    at: new Date('2027-05-03T13:00:00Z'),
    yes: true,
  });

  it('give the same rows when their columns are asked for and when they are known', async () => {
    for (const n of [1, 2, 3]) expect(await session().only(row, [n, true], 'of-the-spec')).toEqual([answer(n)]);
    expect(await session('').only(row, [4, true])).toEqual([answer(4)]);
    const together = session();
    const asked = [5, 2, 6].map((n) => together.query(row, [n, true], 'of-the-spec'));
    together.commitBehind();
    expect(await Promise.all(asked)).toEqual([[answer(5)], [answer(2)], [answer(6)]]);
    await together.commit();
  });

  it('give none for a statement that has none, and go on behind one that was refused', async () => {
    const write = 'INSERT INTO directory.phone_routes SELECT * FROM directory.phone_routes WHERE $1::int > 1';
    for (const n of [1, 2]) expect(await session().only(write, [n], 'write-of-the-spec')).toEqual([]);
    const divide = 'SELECT 1 / $1::int AS whole';
    expect(await session().only(divide, [1], 'divide')).toEqual([{ whole: 1 }]);
    await expect(session().only(divide, [0], 'divide')).rejects.toMatchObject({ driverError: { code: '22012' } });
    expect(await session().only(divide, [1], 'divide')).toEqual([{ whole: 1 }]);
  });

  it('tell that a transaction was not kept', async () => {
    const failing = session();
    await failing.query('SELECT 1');
    const wrong = failing.query('SELECT 1 / 0');
    failing.commitBehind();
    await expect(wrong).rejects.toThrow();
    await expect(failing.commit()).rejects.toThrow(/nothing of it was kept/);
  });
});
