import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import Module from 'node:module';
import { join } from 'node:path';
import { startTestPostgres } from '../scripts/lib/test-servers.mjs';
import { inDatabase, withClient } from '../scripts/lib/databases.mjs';

const TEMPLATE = 'banso_template';
const MIGRATIONS = join(process.cwd(), 'libs/platform/src/migrations');

/**
 * Before the first test file: a Postgres, unless `npm test` has given one, and in it one migrated database that
 * every test file clones.
 */
export default async function setUp(): Promise<void> {
  process.env['BANSO_TEST_DATABASE_URL'] ??= await ownPostgres();
  await prepareTemplate(process.env['BANSO_TEST_DATABASE_URL']);
}

/** For `npm run jest` by hand. Ends with this process; its folder is swept away by the next run. */
async function ownPostgres(): Promise<string> {
  const server = await startTestPostgres();
  process.once('exit', () => server.stopNow());
  return server.url;
}

/** Made anew whenever a migration has changed, which on a server that is kept may happen between two runs. */
async function prepareTemplate(url: string): Promise<void> {
  const state = hashOf(MIGRATIONS);
  await withClient(url, async (client) => {
    await client.query(`SELECT pg_advisory_lock(hashtext('${TEMPLATE}'))`);
    const found = await client.query<{ state: string | null }>(
      `SELECT shobj_description(oid, 'pg_database') AS state FROM pg_database WHERE datname = $1`,
      [TEMPLATE],
    );
    if (found.rows[0]?.state === state) return;
    await client.query(`DROP DATABASE IF EXISTS ${TEMPLATE} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${TEMPLATE}`);
    resolveTypeScript();
    const { migrate } = await import('../libs/platform/src/data-source.js');
    await migrate(inDatabase(url, TEMPLATE));
    await client.query(`COMMENT ON DATABASE ${TEMPLATE} IS '${state}'`);
  });
}

function hashOf(folder: string): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(folder).sort()) hash.update(name).update(readFileSync(join(folder, name)));
  return hash.digest('hex');
}

type Resolve = (request: string, ...rest: unknown[]) => string;

/**
 * Jest loads a global set-up as CommonJS through its transform, yet without moduleNameMapper. The same two rules
 * here let it read the migrations from their source, so no build is needed.
 */
function resolveTypeScript(): void {
  // Node 20 has no public hook for require; newer ones would offer module.registerHooks.
  /* oxlint-disable no-underscore-dangle, typescript/no-unsafe-type-assertion */
  const loader = Module as unknown as { _resolveFilename: Resolve };
  const original = loader._resolveFilename;
  loader._resolveFilename = function (request, ...rest) {
    const lib = /^@banso\/(\w+)$/.exec(request)?.[1];
    if (lib) return join(process.cwd(), 'libs', lib, 'src', 'index.ts');
    try {
      return original.call(this, request, ...rest);
    } catch (error) {
      if (!/^\.{1,2}\/.*\.js$/.test(request)) throw error;
      return original.call(this, request.replace(/\.js$/, '.ts'), ...rest);
    }
  };
}
