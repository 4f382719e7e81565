/** One running system per clone: a file names the starter, and only counts while that process lives. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { errorCode } from './errors.mjs';
import { Problem } from './messages.mjs';
import { dataFolder, inData } from './paths.mjs';
import { commandLine, isAlive } from './processes.mjs';

const file = inData('start.lock');

/**
 * @param {string} address
 * @returns {Promise<{ takenOver: boolean, release(): void }>} takenOver: the previous starter ended without cleaning up
 */
export async function takeStartLock(address) {
  mkdirSync(dataFolder, { recursive: true });
  const text = JSON.stringify({ pid: process.pid, address });
  const release = () => rmSync(file, { force: true });
  try {
    writeFileSync(file, text, { flag: 'wx' });
    return { takenOver: false, release };
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
  }
  const holder = parseLock(readFileSync(file, 'utf8')) ?? (await secondLook());
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

/** The other starter may have been between making the file and writing into it. */
async function secondLook() {
  await sleep(300);
  return existsSync(file) ? parseLock(readFileSync(file, 'utf8')) : undefined;
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
