import { inflateRawSync } from 'node:zlib';
import { DomainError } from '@banso/kernel';
import { SHEET_LIMITS } from './sheet.js';

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_LENGTH = 22;
const ENTRY_LENGTH = 46;
const LOCAL_LENGTH = 30;
const LONGEST_COMMENT = 65_535;
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED = 1;

const broken = () => new DomainError('BAD_INPUT', 'sheet.broken');
const tooMuch = () =>
  new DomainError('BAD_INPUT', 'sheet.too-much-inside', {
    megabytes: SHEET_LIMITS.unpackedBytes / 1024 / 1024,
  });

interface Part {
  readonly name: string;
  readonly bytes: Buffer;
  readonly method: number;
}

function endOf(file: Buffer): number {
  const first = Math.max(0, file.length - END_LENGTH - LONGEST_COMMENT);
  for (let at = file.length - END_LENGTH; at >= first; at--) if (file.readUInt32LE(at) === END) return at;
  throw broken();
}

/** The parts as the table at the end of the file lists them, however many it says it has: readers follow the marks. */
function partsOf(file: Buffer): Part[] {
  const parts: Part[] = [];
  let at = file.readUInt32LE(endOf(file) + 16);
  while (file.readUInt32LE(at) === ENTRY) {
    if (parts.length >= SHEET_LIMITS.parts) throw tooMuch();
    if (file.readUInt16LE(at + 8) & ENCRYPTED) throw new DomainError('BAD_INPUT', 'sheet.password');
    const nameEnd = at + ENTRY_LENGTH + file.readUInt16LE(at + 28);
    const local = file.readUInt32LE(at + 42);
    if (file.readUInt32LE(local) !== LOCAL) throw broken();
    const begin = local + LOCAL_LENGTH + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
    parts.push({
      name: file.toString('utf8', at + ENTRY_LENGTH, nameEnd),
      bytes: file.subarray(begin, begin + file.readUInt32LE(at + 20)),
      method: file.readUInt16LE(at + 10),
    });
    at = nameEnd + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return parts;
}

const isTooLarge = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';

/** How much is really in it: what the table says of itself may be a lie. */
function unpackedLength({ bytes, method }: Part, most: number): number {
  if (method === STORED) return bytes.length;
  if (method !== DEFLATED) throw broken();
  try {
    return inflateRawSync(bytes, { maxOutputLength: Math.max(1, most) }).length;
  } catch (error) {
    if (isTooLarge(error)) throw tooMuch();
    throw broken();
  }
}

const isMacro = ({ name }: Part): boolean =>
  /(^|\/)(vbaProject\.bin|macrosheets\/|dialogsheets\/)/i.test(name);

/**
 * Looks into a workbook before anything reads it: how much is packed into it, whether it brings macros, and whether it
 * is one at all.
 * @throws DomainError in words
 */
export function guardZip(file: Buffer): void {
  let parts: Part[];
  try {
    parts = partsOf(file);
  } catch (error) {
    // A place outside of the file: its own table is wrong.
    throw error instanceof RangeError ? broken() : error;
  }
  if (parts.some(isMacro)) throw new DomainError('BAD_INPUT', 'sheet.macros');
  let left: number = SHEET_LIMITS.unpackedBytes;
  for (const part of parts) {
    left -= unpackedLength(part, left);
    if (left <= 0) throw tooMuch();
  }
  if (!parts.some(({ name }) => name === 'xl/workbook.xml'))
    throw new DomainError('BAD_INPUT', 'sheet.no-workbook');
}
