/** One running system per clone: a file names the starter, and only counts while that process lives. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { errorCode } from './errors.mjs';
import { Problem } from './messages.mjs';
import { dataFolder, inData } from './paths.mjs';
import { commandLine, isAlive } from './processes.mjs';

const file = inData('start.lock');

/**
 * @param {string} address
 * @returns {{ takenOver: boolean, release(): void }} takenOver: the previous starter ended without cleaning up
 */
export function takeStartLock(address) {
  mkdirSync(dataFolder, { recursive: true });
  const text = JSON.stringify({ pid: process.pid, address });
  const release = () => rmSync(file, { force: true });
  try {
    writeFileSync(file, text, { flag: 'wx' });
    return { takenOver: false, release };
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
  }
  const holder = parseLock(readFileSync(file, 'utf8'));
  if (
    holder &&
    holder.pid !== process.pid &&
    isAlive(holder.pid) &&
    commandLine(holder.pid).includes('start.mjs')
  ) {
    throw new Problem(
      `すでに ${holder.address} で動いています (プロセス ${holder.pid})。止めるには、その端末で Ctrl-C を押してください。`,
      `Already running at ${holder.address} (process ${holder.pid}). To stop it, press Ctrl-C in its terminal.`,
      { code: 'running' },
    );
  }
  writeFileSync(file, text);
  return { takenOver: true, release };
}

/**
 * @param {string} text
 * @returns {{ pid: number, address: string } | undefined}
 */
export function parseLock(text) {
  try {
    const { pid, address } = JSON.parse(text);
    return Number.isInteger(pid) && pid > 0 ? { pid, address: String(address) } : undefined;
  } catch {
    return undefined;
  }
}
