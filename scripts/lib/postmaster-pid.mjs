/** The file a running Postgres keeps in its data folder. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const STATUSES = /** @type {const} */ (['starting', 'ready', 'stopping', 'standby']);

/** @typedef {{ pid: number, port: number, status: (typeof STATUSES)[number] | 'unknown' }} Postmaster */

/**
 * Lines: 1 pid, 2 data folder, 3 start time, 4 port, 5 socket folder, 6 listen address, 7 shared memory, 8 status.
 * @param {string} text
 * @returns {Postmaster | undefined} undefined when the file is empty or damaged
 */
export function parsePostmasterPid(text) {
  const lines = text.split('\n').map((line) => line.trim());
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  const port = Number(lines[3]);
  return {
    pid,
    port: Number.isInteger(port) && port > 0 ? port : 0,
    status: STATUSES.find((status) => status === lines[7]) ?? 'unknown',
  };
}

/**
 * @param {string} dataDir
 * @returns {Postmaster | undefined}
 */
export function readPostmasterPid(dataDir) {
  try {
    return parsePostmasterPid(readFileSync(join(dataDir, 'postmaster.pid'), 'utf8'));
  } catch {
    return undefined;
  }
}
