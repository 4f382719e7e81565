import type { FileHandle } from 'node:fs/promises';
import { inflateRawSync } from 'node:zlib';
import { DomainError } from '@banso/kernel';
import type { FileKind } from './file-kinds.js';
import { codeOf } from './file-store.js';
import { broken, readAt } from './read-at.js';

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_BYTES = 22;
const MOST_COMMENT = 65_535;
const MOST_ENTRIES = 5_000;
const MOST_DIRECTORY = 4 * 1024 * 1024;
/** So much may come out of an Office file of 10 MB before somebody's PC opens it. */
const MOST_UNPACKED = 300 * 1024 * 1024;
/** The list of parts is a page of XML; more is not unpacked. */
const MOST_PARTS = 1024 * 1024;

const CONTENT_TYPES = '[Content_Types].xml';

const MAIN: readonly (readonly [string, FileKind])[] = [
  ['wordprocessingml.document.main+xml', 'DOCX'],
  ['spreadsheetml.sheet.main+xml', 'XLSX'],
  ['presentationml.presentation.main+xml', 'PPTX'],
];

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly at: number;
}

const refused = (reason: string): DomainError => new DomainError('BAD_INPUT', reason);

/** The directory stands at the end, and nothing after it: what is behind could be another file. */
async function entriesOf(file: FileHandle, size: number): Promise<Entry[]> {
  if (size < END_BYTES) throw broken();
  const length = Math.min(size, END_BYTES + MOST_COMMENT);
  const tail = await readAt(file, size - length, length);
  let end = length - END_BYTES;
  while (
    end >= 0 &&
    !(tail.readUInt32LE(end) === END && end + END_BYTES + tail.readUInt16LE(end + 20) === length)
  )
    end--;
  if (end < 0) throw broken();
  const count = tail.readUInt16LE(end + 10);
  const directoryBytes = tail.readUInt32LE(end + 12);
  const directoryAt = tail.readUInt32LE(end + 16);
  const endAt = size - length + end;
  if (count > MOST_ENTRIES || directoryBytes > MOST_DIRECTORY) throw refused('attachment.bomb');
  if (count === 0 || directoryAt + directoryBytes > endAt) throw broken();
  return parsed(await readAt(file, directoryAt, directoryBytes), count);
}

function parsed(directory: Buffer, count: number): Entry[] {
  const entries: Entry[] = [];
  let at = 0;
  for (let n = 0; n < count; n++) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== ENTRY) throw broken();
    const nameLength = directory.readUInt16LE(at + 28);
    const rest = directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
    if (at + 46 + nameLength > directory.length) throw broken();
    entries.push({
      name: directory.toString('utf8', at + 46, at + 46 + nameLength),
      method: directory.readUInt16LE(at + 10),
      packed: directory.readUInt32LE(at + 20),
      unpacked: directory.readUInt32LE(at + 24),
      at: directory.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + rest;
  }
  return entries;
}

/** Parts that lie over each other, or that come to more than a PC can bear. */
function assertNoBomb(entries: readonly Entry[], size: number): void {
  const packed = entries.reduce((sum, entry) => sum + entry.packed, 0);
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
  if (packed > size || unpacked > MOST_UNPACKED) throw refused('attachment.bomb');
}

async function contentTypesOf(file: FileHandle, { at, method, packed, unpacked }: Entry): Promise<string> {
  if (packed > MOST_PARTS || unpacked > MOST_PARTS) throw refused('attachment.bomb');
  const local = await readAt(file, at, 30);
  if (local.readUInt32LE(0) !== LOCAL) throw broken();
  const start = at + 30 + local.readUInt16LE(26) + local.readUInt16LE(28);
  const content = await readAt(file, start, packed);
  if (method === 0) return content.toString('utf8');
  if (method !== 8) throw broken();
  try {
    return inflateRawSync(content, { maxOutputLength: MOST_PARTS }).toString('utf8');
  } catch (error) {
    throw codeOf(error) === 'ERR_BUFFER_TOO_LARGE' ? refused('attachment.bomb') : broken();
  }
}

/**
 * Which Office file a packed file is. Only its directory and its list of parts are read, within limits: whatever it
 * claims to contain, nothing else is unpacked here.
 * @throws DomainError when it holds macros, is too large unpacked, is broken, or is no Office file
 */
export async function officeKindOf(file: FileHandle, size: number): Promise<FileKind> {
  const entries = await entriesOf(file, size);
  assertNoBomb(entries, size);
  const types = entries.filter(({ name }) => name === CONTENT_TYPES);
  const [list] = types;
  if (!list) throw refused('attachment.archive');
  if (types.length > 1) throw broken();
  const content = await contentTypesOf(file, list);
  const carriesCode =
    entries.some(({ name }) =>
      /vba(Project|Data)|\/activeX|\.(exe|dll|js|vbs|bat|cmd|ps1|scr)$/i.test(name),
    ) || /macroEnabled|vbaProject|ms-office\.activeX/i.test(content);
  if (carriesCode) throw refused('attachment.macro');
  if (entries.some(({ name }) => /(^|[\\/])\.\.([\\/]|$)|^[\\/]|^[a-z]:|\0/i.test(name))) throw broken();
  const found = MAIN.filter(([type]) => content.includes(type));
  const [main] = found;
  if (!main || found.length > 1) throw refused('attachment.kind-not-allowed');
  return main[1];
}
