/** Brings node_modules in line with package-lock.json, and does nothing when it already is. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Problem, say, sayPlain, seconds } from './messages.mjs';
import { diskFull } from './fs-problems.mjs';
import { dataFolder, inData, inRoot, root } from './paths.mjs';
import { commandLine, isAlive, lastLines, run, waitUntil } from './processes.mjs';

const modules = inRoot('node_modules');
const stamp = join(modules, '.banso-lock');
const pidFile = inData('install.pid');
/** Milliseconds between two lines of progress. */
const PROGRESS_INTERVAL = 10_000;
/** Milliseconds to wait for another installation. */
const OTHER_LIMIT = 300_000;

/** @typedef {{ version?: string, integrity?: string, link?: boolean, optional?: boolean }} Package */

/** @returns {Promise<boolean>} true when something was installed */
export async function ensureInstalled() {
  await otherInstallation();
  const lock = readFileSync(inRoot('package-lock.json'), 'utf8');
  const hash = createHash('sha256').update(lock).digest('hex');
  if (read(stamp) === hash) return false;
  const installed = read(join(modules, '.package-lock.json'));
  const alreadyDone =
    installed !== undefined && sameTree(JSON.parse(lock).packages, JSON.parse(installed).packages);
  if (!alreadyDone) await install();
  writeFileSync(stamp, hash);
  return !alreadyDone;
}

/**
 * Whether an installed tree is what the lock asks for. Optional packages for other systems may be absent.
 * @param {Record<string, Package>} wanted
 * @param {Record<string, Package>} present
 * @returns {boolean}
 */
export function sameTree(wanted, present) {
  return Object.entries(wanted).every(([path, one]) => {
    if (!path.includes('node_modules/') || one.link) return true;
    const there = present[path];
    if (!there) return one.optional === true;
    return there.version === one.version && there.integrity === one.integrity;
  });
}

/** npm outlives a killed starter; two of them in one folder would undo each other's work. */
async function otherInstallation() {
  const pid = Number(read(pidFile) ?? 0);
  if (!pid || pid === process.pid || !isNpm(pid)) return;
  say(
    '先に始まった取り込みが終わるのを待っています…',
    'Waiting for an installation that is already under way…',
  );
  await waitUntil(() => !isNpm(pid), OTHER_LIMIT, 500);
}

/** @param {number} pid */
function isNpm(pid) {
  return isAlive(pid) && /\bnpm\b/.test(commandLine(pid));
}

async function install() {
  say(
    '依存パッケージを取り込んでいます (初回は 1 分ほど)…',
    'Installing packages (about a minute the first time)…',
  );
  mkdirSync(dataFolder, { recursive: true });
  const begun = Date.now();
  const ticker = setInterval(() => {
    sayPlain(`  … ${seconds(Date.now() - begun)} (${countPackages()} packages)`);
  }, PROGRESS_INTERVAL);
  // NODE_ENV=production or a user's npm settings must not leave out the compilers or the database.
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  const [command, prefix] = npmCommand();
  const { code, output } = await run(command, [...prefix, ...args], {
    cwd: root,
    onPid: (pid) => writeFileSync(pidFile, String(pid)),
  });
  rmSync(pidFile, { force: true });
  clearInterval(ticker);
  if (code !== 0) throw installProblem(output);
}

/** @returns {[string, string[]]} the npm that runs us, else the one on PATH */
function npmCommand() {
  const running = process.env.npm_execpath;
  return running && /npm-cli\.[cm]?js$/.test(running) ? [process.execPath, [running]] : ['npm', []];
}

function countPackages() {
  try {
    return readdirSync(modules).filter((name) => !name.startsWith('.')).length;
  } catch {
    return 0;
  }
}

/** @param {string} file */
function read(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/**
 * @param {string} output
 * @returns {Problem}
 */
export function installProblem(output) {
  const details = lastLines(output, 8);
  if (/ENOSPC|no space left/i.test(output)) return diskFull(undefined, details);
  const [ja, en] = hint(output);
  return new Problem(
    `依存パッケージを取り込めませんでした。${ja}`,
    `The packages could not be installed. ${en}`,
    { details },
  );
}

/**
 * @param {string} output
 * @returns {[string, string]}
 */
function hint(output) {
  if (/CERT|certificate|self.signed/i.test(output)) {
    return [
      '社内の証明書がある場合は NODE_EXTRA_CA_CERTS=/path/to/ca.pem を指定してください。',
      'Behind a company certificate, set NODE_EXTRA_CA_CERTS=/path/to/ca.pem.',
    ];
  }
  if (
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|network/i.test(output)
  ) {
    return [
      'ネットワークにつながるか、プロキシの設定 (npm config set proxy …、HTTPS_PROXY) を確かめてください。',
      'Check the network and the proxy settings (npm config set proxy …, HTTPS_PROXY).',
    ];
  }
  if (/EACCES|EPERM|EROFS/.test(output)) {
    return [
      'このフォルダーの所有者を確かめてください: sudo chown -R "$(id -un)" .',
      'Check who owns this folder: sudo chown -R "$(id -un)" .',
    ];
  }
  if (/^npm: |spawn npm|ENOENT.*npm/m.test(output)) {
    return [
      'npm が見つかりません。Node.js を入れ直してください。',
      'npm was not found. Install Node.js again.',
    ];
  }
  return [
    'ネットワーク、プロキシ、ディスクの空きを確かめて、もう一度試してください。',
    'Check network, proxy and free disk space, then try again.',
  ];
}
