/** Small helpers around operating-system processes. */
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, readlinkSync, realpathSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';
import { errorCode } from './errors.mjs';

/**
 * @param {number} pid
 * @returns {boolean} also true for a process of another user; false for one that only waits to be buried
 */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

/**
 * In containers nobody may collect the end of an adopted process.
 * @param {number} pid
 */
function isZombie(pid) {
  return procStat(pid)?.[0] === 'Z';
}

/**
 * @param {number} pid
 * @returns {number | undefined} undefined where /proc does not exist
 */
export function parentOf(pid) {
  const parent = procStat(pid)?.[1];
  return parent === undefined ? undefined : Number(parent);
}

/**
 * @param {number} pid
 * @returns {string[] | undefined} state, parent and the rest of /proc/<pid>/stat behind the program's name
 */
function procStat(pid) {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
  } catch {
    return undefined;
  }
}

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/** Milliseconds a program started by run() may take to end. */
const END_GRACE = 3000;

/** Ends every program started by run(). */
export async function endRunning() {
  for (const child of running) child.kill('SIGTERM');
  if (await waitUntil(() => running.size === 0, END_GRACE)) return;
  for (const child of running) child.kill('SIGKILL');
  await waitUntil(() => running.size === 0, END_GRACE);
}

/**
 * @param {number} pid
 * @param {NodeJS.Signals} signal
 */
export function signalProcess(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended meanwhile.
  }
}

/**
 * @param {() => boolean | Promise<boolean>} condition
 * @param {number} timeout milliseconds
 * @param {number} [interval] milliseconds
 * @returns {Promise<boolean>} false when the time was up
 */
export async function waitUntil(condition, timeout, interval = 50) {
  const end = Date.now() + timeout;
  while (!(await condition())) {
    if (Date.now() >= end) return false;
    await sleep(interval);
  }
  return true;
}

/**
 * Runs a program to its end and keeps what it printed.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions & { input?: string, onLine?: (line: string) => void, onPid?: (pid: number) => void }} [options]
 * @returns {Promise<{ code: number, output: string }>} code is -1 when the program could not be started
 */
export function run(command, args, { input, onLine, onPid, ...options } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      ...options,
      stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    });
    running.add(child);
    if (child.pid) onPid?.(child.pid);
    child.once('close', () => running.delete(child));
    let output = '';
    let pending = '';
    const take = (/** @type {string} */ chunk) => {
      output += chunk;
      if (!onLine) return;
      const lines = (pending + chunk).split('\n');
      pending = lines.pop() ?? '';
      lines.forEach((line) => onLine(line));
    };
    child.stdout?.setEncoding('utf8').on('data', take);
    child.stderr?.setEncoding('utf8').on('data', take);
    child.once('error', (error) => resolve({ code: -1, output: `${output}${error.message}\n` }));
    child.once('close', (code, signal) => {
      if (onLine && pending) onLine(pending);
      resolve({ code: code ?? (signal ? 128 : -1), output });
    });
    if (input !== undefined) {
      child.stdin?.on('error', () => {});
      child.stdin?.end(input);
    }
  });
}

/**
 * @param {string} text
 * @param {number} count
 * @returns {string[]} the last non-empty lines, without colours
 */
export function lastLines(text, count) {
  return stripVTControlCharacters(text)
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line !== '')
    .slice(-count);
}

/**
 * @param {number} pid
 * @returns {string} empty when the process is gone
 */
export function commandLine(pid) {
  if (process.platform !== 'linux') {
    return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '';
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
}

/**
 * Whether a number names a living Postgres on this data folder, and not a stranger that got the number later.
 * @param {number} pid
 * @param {string} dataDir
 * @returns {boolean}
 */
export function isPostgresOf(pid, dataDir) {
  if (!isAlive(pid)) return false;
  const here = processesIn(dataDir);
  if (here) return here.includes(pid);
  return commandLine(pid).includes('postgres');
}

/**
 * Processes whose current folder is this one; a Postgres server and its backends always sit in their data folder.
 * @param {string} folder
 * @returns {number[] | undefined} undefined where /proc does not exist
 */
export function processesIn(folder) {
  let entries;
  let target;
  try {
    target = realpathSync(folder);
    entries = readdirSync('/proc');
  } catch {
    return undefined;
  }
  return entries
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        return readlinkSync(`/proc/${name}/cwd`) === target;
      } catch {
        return false;
      }
    })
    .map(Number);
}
