import type { QueryRunner } from 'typeorm';

/** The role the product runs as: it owns nothing and cannot bypass row-level security. */
export const APP_ROLE = 'clinicall_app';

type Right = 'SELECT' | 'INSERT' | 'UPDATE' | 'DELETE';

/** For migrations: forces row-level security by clinic on a table and gives the application its rights, no more. */
export async function protectTable(
  runner: QueryRunner,
  table: string,
  rights: readonly Right[] = ['SELECT', 'INSERT', 'UPDATE', 'DELETE'],
): Promise<void> {
  await runner.query(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`);
  await runner.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
  await runner.query(
    `CREATE POLICY by_clinic ON ${table} USING (clinic_id = app.clinic_id()) WITH CHECK (clinic_id = app.clinic_id())`,
  );
  await runner.query(`GRANT ${rights.join(', ')} ON ${table} TO ${APP_ROLE}`);
}
