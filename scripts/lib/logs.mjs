/** Log files of the running system. */
import {
  closeSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { logFolder } from './paths.mjs';
import { lastLines } from './processes.mjs';

/** Bytes. A larger file is set aside once, as name.log.1, at the next start. */
const LARGE = 5 * 1024 * 1024;
/** Bytes read from the end of a log to show its last lines. */
const TAIL = 16 * 1024;

/**
 * @param {string} name
 * @returns {string} the path of the log, after setting a large old one aside
 */
export function openLog(name) {
  mkdirSync(logFolder, { recursive: true });
  const file = join(logFolder, `${name}.log`);
  if (existsSync(file) && statSync(file).size > LARGE) renameSync(file, `${file}.1`);
  return file;
}

/**
 * @param {string} file
 * @param {number} count
 * @returns {string[]} the last lines, without stack traces
 */
export function tailOfLog(file, count) {
  if (!existsSync(file)) return [];
  const handle = openSync(file, 'r');
  try {
    const { size } = fstatSync(handle);
    const buffer = Buffer.alloc(Math.min(size, TAIL));
    readSync(handle, buffer, 0, buffer.length, size - buffer.length);
    return withoutStack(buffer.toString('utf8'), count);
  } finally {
    closeSync(handle);
  }
}

/**
 * @param {string} text
 * @param {number} count
 * @returns {string[]}
 */
export function withoutStack(text, count) {
  return lastLines(text.replace(/^\s+at .+$/gm, ''), count);
}
