/** npm run doctor: what is wrong with this installation, and how to mend it. Starts, builds and changes nothing. */
import { existsSync, readFileSync } from 'node:fs';
import { checkNode } from './lib/node-version.mjs';

checkNode();
const { say } = await import('./lib/messages.mjs');
const { inData, inRoot, root } = await import('./lib/paths.mjs');
const { isPostgresOf, run } = await import('./lib/processes.mjs');
const { readPostmasterPid } = await import('./lib/postmaster-pid.mjs');

const tool = inRoot('dist/apps/worker/src/doctor.js');
if (!existsSync(inRoot('node_modules')) || !existsSync(tool)) {
  say(
    '✗ まだ取り込みとビルドが済んでいません。→ npm start を実行してください',
    'Not installed and built yet. → Run npm start',
  );
  process.exit(1);
}

/** @returns {string | undefined} the bundled server's database, while it runs */
function bundled() {
  const folder = inData('postgres');
  const running = readPostmasterPid(folder);
  if (!running || !isPostgresOf(running.pid, folder)) return undefined;
  const password = readFileSync(`${folder}-password`, 'utf8').trim();
  return `postgres://postgres:${password}@127.0.0.1:${running.port}/banso`;
}

const given = process.env.DATABASE_URL?.trim();
const url = given || bundled();
const { code } = await run(process.execPath, [tool], {
  cwd: root,
  env: {
    ...process.env,
    NODE_ENV: 'production',
    // As npm start has it.
    BANSO_DEMO: process.env.BANSO_DEMO ?? 'on',
    DATABASE_URL: url ?? '',
    ...(given ? {} : { BANSO_BUNDLED_DATABASE: 'on' }),
  },
  onLine: (line) => process.stdout.write(`${line}\n`),
});
process.exitCode = code === 0 ? 0 : 1;
