import type { FileHandle } from 'node:fs/promises';
import { broken, MOST_PARTS, readAt } from './read-at.js';
import type { Piece } from './spool.js';

const END = 0xd9;
const SCAN = 0xda;
const COMMENT = 0xfe;
const APP0 = 0xe0;
const APP1 = 0xe1;
const APP2 = 0xe2;
const APP14 = 0xee;
const APP15 = 0xef;
const CHUNK = 64 * 1024;
const MOST_EXIF = 65_533;

/** Standing alone, without a length. */
const isBare = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);

/**
 * A JPEG without Exif, XMP, IPTC and comments, up to the end of the picture: what a phone appends, such as a film, goes
 * as well. Which way up it is stays.
 */
export async function jpegPieces(file: FileHandle): Promise<Piece[]> {
  const pieces: Piece[] = [{ from: 0, to: 2 }];
  let at = 2;
  for (let n = 0; n < MOST_PARTS; n++) {
    const head = await readAt(file, at, 2);
    const marker = head[1] ?? 0;
    if (head[0] !== 0xff) throw broken();
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === END) return [...pieces, { from: at, to: at + 2 }];
    if (isBare(marker)) {
      pieces.push({ from: at, to: at + 2 });
      at += 2;
      continue;
    }
    const next = at + 2 + (await readAt(file, at + 2, 2)).readUInt16BE(0);
    if (marker === SCAN) {
      const end = await endOfScan(file, next);
      pieces.push({ from: at, to: end });
      at = end;
      continue;
    }
    pieces.push(...(await kept(file, marker, { from: at, to: next })));
    at = next;
  }
  throw broken();
}

async function kept(file: FileHandle, marker: number, piece: { from: number; to: number }): Promise<Piece[]> {
  if (marker === COMMENT) return [];
  if (marker < APP0 || marker > APP15 || marker === APP0 || marker === APP14) return [piece];
  const content = await readAt(file, piece.from + 4, Math.max(0, piece.to - piece.from - 4));
  // How its colours are meant.
  if (marker === APP2 && content.toString('latin1', 0, 12) === 'ICC_PROFILE\0') return [piece];
  if (marker !== APP1 || content.toString('latin1', 0, 6) !== 'Exif\0\0') return [];
  const orientation = orientationIn(content.subarray(6));
  return orientation ? [exifOf(orientation)] : [];
}

/** The first marker that is none of the picture's own bytes. */
async function endOfScan(file: FileHandle, from: number): Promise<number> {
  const buffer = Buffer.alloc(CHUNK);
  for (let at = from; ;) {
    const { bytesRead } = await file.read(buffer, 0, CHUNK, at);
    if (bytesRead < 2) throw broken();
    const chunk = buffer.subarray(0, bytesRead);
    for (let i = chunk.indexOf(0xff); i >= 0 && i + 1 < bytesRead; i = chunk.indexOf(0xff, i + 1)) {
      const after = chunk[i + 1] ?? 0;
      if (after !== 0 && after !== 0xff && !(after >= 0xd0 && after <= 0xd7)) return at + i;
    }
    // The last byte may begin a marker.
    at += bytesRead - 1;
  }
}

/** 2 to 8 where a camera was held otherwise than it is shown; 0 else. */
function orientationIn(tiff: Buffer): number {
  if (tiff.length < 8 || tiff.length > MOST_EXIF) return 0;
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number): number => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const start = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  if (start + 2 > tiff.length) return 0;
  const count = short(start);
  for (let n = 0; n < count; n++) {
    const at = start + 2 + n * 12;
    if (at + 12 > tiff.length) return 0;
    if (short(at) !== 0x0112) continue;
    const value = short(at + 8);
    return value >= 2 && value <= 8 ? value : 0;
  }
  return 0;
}

/** An Exif that says nothing but which way up. */
function exifOf(orientation: number): Buffer {
  const exif = Buffer.from('ffe100224578696600004d4d002a00000008000101120003000000010000000000000000', 'hex');
  exif.writeUInt16BE(orientation, 28);
  return exif;
}
