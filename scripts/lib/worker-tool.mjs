/** Runs a command of the built worker on the database that the settings name. */
import { ensureBuilt } from './build.mjs';
import { ensureDatabase, inDatabase } from './databases.mjs';
import { asProblem } from './fs-problems.mjs';
import { ensureInstalled } from './install.mjs';
import { explain } from './messages.mjs';
import { inData, inRoot, root } from './paths.mjs';
import { run } from './processes.mjs';
import { readSettings } from './settings.mjs';

/**
 * Leaves the command's exit code; 2 = it could not be run.
 * @param {string} name of its file in dist/apps/worker/src
 * @param {string[]} args
 * @param {{ database?: string, other?: boolean }} [options] database: of the bundled server, made when it is not there.
 *   other: of the server of DATABASE_URL as well
 */
export async function runWorkerTool(name, args, { database, other = false } = {}) {
  let stop = async () => {};
  /** The bundled server: the one that runs, or one for as long as the command takes. */
  const embedded = async () => {
    const { startPostgres } = await import('./postgres.mjs');
    const server = await startPostgres({ dataDir: inData('postgres') });
    if (!server.adopted) stop = () => server.stop();
    return database ? ensureDatabase(server.url, database) : inDatabase(server.url, 'banso');
  };
  /** @param {string} url */
  const given = async (url) => (other && database ? ensureDatabase(url, database) : url);
  try {
    const settings = readSettings(process.env);
    await ensureInstalled();
    await ensureBuilt({ parts: ['server'] });
    const { code } = await run(process.execPath, [inRoot(`dist/apps/worker/src/${name}.js`), ...args], {
      cwd: root,
      env: {
        ...process.env,
        DATABASE_URL: settings.databaseUrl ? await given(settings.databaseUrl) : await embedded(),
      },
      onLine: (/** @type {string} */ line) => process.stdout.write(`${line}\n`),
    });
    process.exitCode = code ?? 2;
  } catch (error) {
    explain(asProblem(error));
    process.exitCode = 2;
  } finally {
    await stop();
  }
}
