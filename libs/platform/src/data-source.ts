import { DataSource } from 'typeorm';
import type { DataSourceOptions, MixedList, EntitySchema } from 'typeorm';
import { PlainNaming } from './naming';

/** TypeORM as this house uses it: entities map and generate migrations, the database's shape comes from migrations only. */
export function dataSourceOptions(
  url: string,
  entities: MixedList<string | (abstract new () => unknown) | EntitySchema>,
  poolSize = 20,
): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    entities: entities as never,
    synchronize: false,
    migrationsRun: false,
    namingStrategy: new PlainNaming(),
    logging: false,
    extra: {
      max: poolSize,
      idleTimeoutMillis: 30_000,
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
      pipeline: true,
    },
  };
}

/**
 * What the entities ask for and the database does not have: empty when migrations are complete.
 * @param ownerUrl a role that may read the catalogue; nothing is changed.
 */
export async function schemaDrift(
  ownerUrl: string,
  entities: Parameters<typeof dataSourceOptions>[1],
): Promise<string[]> {
  const source = new DataSource(dataSourceOptions(ownerUrl, entities, 2));
  await source.initialize();
  try {
    const log = await source.driver.createSchemaBuilder().log();
    return log.upQueries.map((statement) => statement.query);
  } finally {
    await source.destroy();
  }
}
