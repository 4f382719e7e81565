import type { FileHandle } from 'node:fs/promises';
import { DomainError } from '@banso/kernel';

/** A picture has a few dozen parts; a file of tiny ones is made to keep us busy. */
export const MOST_PARTS = 10_000;

/** It ends too early, or is not what it says. */
export const broken = (): DomainError => new DomainError('BAD_INPUT', 'attachment.broken');

/** Reads that many bytes at a place; a file that ends before is broken. */
export async function readAt(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, at);
  if (bytesRead < length) throw broken();
  return buffer;
}
