import { randomBytes } from 'node:crypto';
import { createDataSource, Db, type EntityClass } from '@banso/platform';
import pg from 'pg';
import type { DataSource } from 'typeorm';

const TEMPLATE = 'banso_template';

function maintenanceUrl(): string {
  const url = process.env['BANSO_TEST_DATABASE_URL'];
  if (!url)
    throw new Error(
      'BANSO_TEST_DATABASE_URL is missing: run `npm test`, or `npm run jest` with the global set-up',
    );
  return url;
}

async function maintain(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: maintenanceUrl() });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

export interface FreshDatabase {
  readonly url: string;
  readonly db: Db;
  readonly dataSource: DataSource;
  drop(): Promise<void>;
}

/** A migrated database of its own, cloned from the template in about 0.1 s. */
export async function freshDatabase(entities: readonly EntityClass[]): Promise<FreshDatabase> {
  const name = `t_${randomBytes(6).toString('hex')}`;
  await maintain(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`);
  const url = new URL(maintenanceUrl());
  url.pathname = `/${name}`;
  const dataSource = createDataSource({ url: url.href, pool: 12, entities, onPoolError: () => {} });
  await dataSource.initialize();
  return {
    url: url.href,
    db: new Db(dataSource),
    dataSource,
    async drop() {
      await dataSource.destroy();
      await maintain(`DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}
