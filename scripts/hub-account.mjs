/** npm run hub-account -- 34 [address]: a link for the first approver of a prefecture’s hub, or the next one after the last has left. */
import { checkNode } from './lib/node-version.mjs';

checkNode();
const { ensureInstalled } = await import('./lib/install.mjs');
const { ensureBuilt } = await import('./lib/build.mjs');
const { asProblem } = await import('./lib/fs-problems.mjs');
const { explain } = await import('./lib/messages.mjs');
const { inData, inRoot, root } = await import('./lib/paths.mjs');
const { run } = await import('./lib/processes.mjs');
const { readSettings } = await import('./lib/settings.mjs');

let stop = async () => {};
try {
  const settings = readSettings(process.env);
  await ensureInstalled();
  await ensureBuilt({ parts: ['server'] });
  const { code } = await run(
    process.execPath,
    [inRoot('dist/apps/worker/src/hub-account.js'), ...process.argv.slice(2)],
    {
      cwd: root,
      env: { ...process.env, DATABASE_URL: settings.databaseUrl ?? (await embedded()) },
      onLine: (/** @type {string} */ line) => process.stdout.write(`${line}\n`),
    },
  );
  process.exitCode = code ?? 2;
} catch (error) {
  explain(asProblem(error));
  process.exitCode = 2;
} finally {
  await stop();
}

/** The bundled server: the one that runs, or one for as long as this takes. */
async function embedded() {
  const { startPostgres } = await import('./lib/postgres.mjs');
  const { inDatabase } = await import('./lib/databases.mjs');
  const server = await startPostgres({ dataDir: inData('postgres') });
  if (!server.adopted) stop = () => server.stop();
  return inDatabase(server.url, 'banso');
}
