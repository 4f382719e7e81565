import { open } from 'node:fs/promises';
import { DomainError } from '@banso/kernel';
import { fileTypeFromFile } from 'file-type';
import { extensionOf, type FileKind, kindOfExtension } from './file-kinds.js';
import type { SpooledFile } from './file-store.js';
import { officeKindOf } from './office-package.js';
import { textVerdict } from './text-content.js';

const refused = (reason: string, facts: Readonly<Record<string, unknown>> = {}): DomainError =>
  new DomainError('BAD_INPUT', reason, facts);

const IMAGES: Readonly<Record<string, FileKind>> = {
  'application/pdf': 'PDF',
  'image/jpeg': 'JPEG',
  'image/png': 'PNG',
  'image/webp': 'WEBP',
};

/** Word, Excel and PowerPoint before 2007, with or without macros, and what is locked by a password. */
const OLD_OFFICE = 'application/x-cfb';

const ARCHIVES =
  /zip|rar|7z|tar|gzip|bzip|xz|lzip|lzh|cabinet|compress|zstd|lz4|cpio|apple-diskimage|java-archive|jar/;

/**
 * Which kind of file it is, by its content, and that its name agrees.
 * @throws DomainError that says why it cannot be attached
 */
export async function kindOf(file: SpooledFile, name: string): Promise<FileKind> {
  const extension = extensionOf(name);
  const named = kindOfExtension(extension);
  const found = named === 'TEXT' || named === 'CSV' ? await textKind(file, named) : await packedKind(file);
  if (found === named) return found;
  throw named
    ? refused('attachment.extension-differs', { extension, kind: found })
    : refused('attachment.kind-not-allowed');
}

async function textKind(file: SpooledFile, named: 'TEXT' | 'CSV'): Promise<FileKind> {
  // A PDF may be made of nothing but letters.
  const verdict = (await beginsLike(file, '%PDF-')) ? 'NO_TEXT' : await textVerdict(file);
  if (verdict === 'TEXT') return named;
  if (verdict === 'ACTIVE') throw refused('attachment.active');
  return packedKind(file);
}

async function beginsLike({ path }: SpooledFile, letters: string): Promise<boolean> {
  const handle = await open(path, 'r');
  try {
    const { buffer } = await handle.read(Buffer.alloc(letters.length), 0, letters.length, 0);
    return buffer.toString('latin1') === letters;
  } finally {
    await handle.close();
  }
}

async function packedKind(file: SpooledFile): Promise<FileKind> {
  // By its first bytes; what a file library makes of the parts inside is not asked.
  if (await beginsLike(file, 'PK\x03\x04')) {
    const handle = await open(file.path, 'r');
    try {
      return await officeKindOf(handle, file.bytes);
    } finally {
      await handle.close();
    }
  }
  const type = (await fileTypeFromFile(file.path).catch(() => undefined))?.mime ?? '';
  const image = IMAGES[type];
  if (image) return image;
  if (type === OLD_OFFICE) throw refused('attachment.old-office');
  if (ARCHIVES.test(type)) throw refused('attachment.archive');
  if (type === '' && (await textVerdict(file)) === 'ACTIVE') throw refused('attachment.active');
  throw refused('attachment.kind-not-allowed');
}
