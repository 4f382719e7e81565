import { type FileHandle, open } from 'node:fs/promises';
import type { FileKind } from './file-kinds.js';
import type { SpooledFile } from './file-store.js';
import { jpegPieces } from './jpeg-pieces.js';
import { broken, MOST_PARTS, readAt } from './read-at.js';
import type { Piece } from './spool.js';

/**
 * The pieces of a picture without what it says of the place, the camera and the person behind it, and without
 * anything after its end; null for what is no picture.
 */
export async function photoPieces(
  kind: FileKind,
  { path, bytes }: SpooledFile,
): Promise<readonly Piece[] | null> {
  const read = READERS[kind];
  if (!read) return null;
  const file = await open(path, 'r');
  try {
    return await read(file, bytes);
  } finally {
    await file.close();
  }
}

const READERS: Readonly<Partial<Record<FileKind, (file: FileHandle, size: number) => Promise<Piece[]>>>> = {
  JPEG: jpegPieces,
  PNG: pngPieces,
  WEBP: webpPieces,
};

/** What a PNG is drawn by: everything else is words, times and places. */
const DRAWN = new Set(
  'IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP cICP pHYs sBIT bKGD acTL fcTL fdAT'.split(' '),
);

async function pngPieces(file: FileHandle): Promise<Piece[]> {
  const pieces: Piece[] = [{ from: 0, to: 8 }];
  let at = 8;
  for (let n = 0; n < MOST_PARTS; n++) {
    const head = await readAt(file, at, 8);
    const type = head.toString('latin1', 4, 8);
    const next = at + 12 + head.readUInt32BE(0);
    if (DRAWN.has(type)) pieces.push({ from: at, to: next });
    if (type === 'IEND') return pieces;
    at = next;
  }
  throw broken();
}

const OF_WEBP = new Set(['VP8 ', 'VP8L', 'VP8X', 'ICCP', 'ANIM', 'ANMF', 'ALPH']);
/** Says in the head that a place or a description follows. */
const EXIF_AND_XMP = 0x08 | 0x04;

async function webpPieces(file: FileHandle): Promise<Piece[]> {
  const riff = await readAt(file, 0, 12);
  const end = 8 + riff.readUInt32LE(4);
  const pieces: Piece[] = [];
  let length = 4;
  let at = 12;
  for (let n = 0; at + 8 <= end; n++) {
    if (n === MOST_PARTS) throw broken();
    const head = await readAt(file, at, 8);
    const size = head.readUInt32LE(4);
    const next = at + 8 + size + (size % 2);
    const type = head.toString('latin1', 0, 4);
    if (OF_WEBP.has(type)) {
      if (type === 'VP8X') {
        const flags = await readAt(file, at, 9);
        flags[8] = (flags[8] ?? 0) & ~EXIF_AND_XMP;
        pieces.push(flags, { from: at + 9, to: next });
      } else pieces.push({ from: at, to: next });
      length += next - at;
    }
    at = next;
  }
  if (pieces.length === 0) throw broken();
  riff.writeUInt32LE(length, 4);
  return [riff, ...pieces];
}
