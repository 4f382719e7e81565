/** Finding programs on this machine and, as root on Debian or Ubuntu, installing what tests need. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Problem, say } from './messages.mjs';
import { lastLines, run } from './processes.mjs';

/**
 * @param {string[]} names the first one found wins
 * @returns {string | undefined} the full path
 */
export function findOnPath(names) {
  const folders = [
    ...(process.env.PATH ?? '').split(delimiter),
    '/usr/local/bin',
    '/usr/bin',
    '/opt/homebrew/bin',
  ];
  for (const name of names) {
    for (const folder of folders) {
      const file = join(folder, name);
      if (folder && isExecutable(file)) return file;
    }
  }
  return undefined;
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

let listsAreFresh = false;

/**
 * @param {string[]} packages Debian package names
 * @param {Problem} otherwise thrown where we may not install anything
 */
export async function aptInstall(packages, otherwise) {
  const apt = findOnPath(['apt-get']);
  if (!apt || process.getuid?.() !== 0) throw otherwise;
  const names = packages.join(' ');
  say(`${names} を apt-get で入れています…`, `Installing ${names} with apt-get…`);
  // RUNLEVEL keeps a freshly installed server from being started by the system.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  const wait = ['-o', 'DPkg::Lock::Timeout=120', '-o', 'Acquire::Retries=3'];
  if (!listsAreFresh) await run(apt, [...wait, 'update'], { env });
  listsAreFresh = true;
  const { code, output } = await run(
    apt,
    [...wait, 'install', '-y', '--no-install-recommends', ...packages],
    { env },
  );
  if (code !== 0) throw new Problem(otherwise.ja, otherwise.en, { details: lastLines(output, 5) });
}
