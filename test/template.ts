import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadRegister } from '@banso/directory';
import { loadSchemes } from '@banso/engagement';
import { createDataSource, Db, LOGIN, migrate } from '@banso/platform';
import { loadTaxonomy } from '@banso/talent';
import pg, { type Client } from 'pg';

export const TEMPLATE = 'banso_template';
const LOGIN_PASSWORD = 'of-the-test-servers';

/** What the template is made of: it is made anew when any of it changes. */
const SOURCES = [
  'libs/platform/src/audit',
  'libs/platform/src/migrations',
  'libs/platform/src/migrations/audit',
  'libs/platform/src/migrations/ground',
  'libs/platform/src/row-security',
  'data/register',
  'data/register/travel',
  'data/schemes',
  'data/taxonomy',
];

export async function withMaintenance<T>(
  work: (client: InstanceType<typeof Client>, url: string) => Promise<T>,
): Promise<T> {
  const url = process.env['BANSO_TEST_DATABASE_URL'];
  if (!url) throw new Error('BANSO_TEST_DATABASE_URL is missing: the global set-up of Jest provides it');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client, url);
  } finally {
    await client.end();
  }
}

export function urlOf(name: string, maintenanceUrl: string): string {
  const url = new URL(maintenanceUrl);
  url.pathname = `/${name}`;
  return url.href;
}

/** As the API and the workers of an office sign in: not as the owner. */
export function loginUrlOf(ownerUrl: string): string {
  const url = new URL(ownerUrl);
  url.username = LOGIN;
  url.password = LOGIN_PASSWORD;
  return url.href;
}

/** One migrated database with the register and the taxonomy, made once and cloned by every test file. */
export async function ensureTemplate(): Promise<void> {
  const state = hashOfSources();
  await withMaintenance(async (client, url) => {
    // Test files start side by side: the first makes it, the others wait here.
    await client.query(`SELECT pg_advisory_lock(hashtext('${TEMPLATE}'))`);
    const found = await client.query<{ state: string | null }>(
      `SELECT shobj_description(oid, 'pg_database') AS state FROM pg_database WHERE datname = $1`,
      [TEMPLATE],
    );
    if (found.rows[0]?.state === state) return;
    await client.query(`DROP DATABASE IF EXISTS ${TEMPLATE} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${TEMPLATE}`);
    await fill(urlOf(TEMPLATE, url));
    await client.query(`COMMENT ON DATABASE ${TEMPLATE} IS '${state}'`);
  });
}

async function fill(url: string): Promise<void> {
  await migrate(url, LOGIN_PASSWORD);
  const dataSource = createDataSource({ url, pool: 2, entities: [], onPoolError: () => {} });
  await dataSource.initialize();
  try {
    const db = new Db(dataSource);
    await loadRegister(db, 'data');
    await loadTaxonomy(db, 'data');
    await loadSchemes(db, 'data');
  } finally {
    await dataSource.destroy();
  }
}

function hashOfSources(): string {
  const hash = createHash('sha256');
  for (const folder of SOURCES)
    for (const entry of readdirSync(folder, { withFileTypes: true }).filter((file) => file.isFile()))
      hash.update(entry.name).update(readFileSync(join(folder, entry.name)));
  return hash.digest('hex');
}
