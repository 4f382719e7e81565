import { badInput } from '@banso/kernel';
import { ATTACHMENT_LIMITS } from './attachment-limits.js';
import { extensionOf } from './file-kinds.js';

/** Unprintable characters, and those that turn the reading order round: `gpj.exe` must not read as `exe.jpg`. */
const UNSEEN = /[\p{Cc}\p{Cf}\u2028\u2029\ufff9-\uffff]/gu;
/** What Windows takes in no name. */
const RESERVED = /[<>:"|?*]/g;

/**
 * A name as people read it: without folders, unseen characters and what no disk would take. It is shown and offered for
 * saving; nothing is ever stored under it.
 */
export function cleanName(given: string): string {
  const bare = given.normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  const seen = bare
    .toWellFormed()
    .replace(UNSEEN, '')
    .replace(RESERVED, '_')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^\.+/, '')
    .replace(/[. ]+$/, '');
  return shortened(seen);
}

/** The beginning goes on; the extension stays. */
function shortened(name: string): string {
  const letters = Array.from(name);
  if (letters.length <= ATTACHMENT_LIMITS.nameLength) return name;
  const extension = extensionOf(name).slice(0, 10);
  return `${letters.slice(0, ATTACHMENT_LIMITS.nameLength - extension.length - 1).join('')}.${extension}`;
}

/** @throws DomainError when nothing is left of it */
export function parseName(given: unknown): string {
  const name = typeof given === 'string' ? cleanName(given) : '';
  if (name === '' || extensionOf(name) === '' || name.startsWith('.'))
    throw badInput({ path: 'name', rule: 'invalid' });
  return name;
}

/** RFC 6266: a name in plain letters for old readers, and the true one. Never inline. */
export function contentDisposition(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%;]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*!]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
