/** A hash over the content of source files: it changes exactly when a build could come out differently. */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';

const IGNORED = /^(node_modules|dist|instances|\..*)$|\.[a-z-]*spec\.tsx?$/;

/**
 * @param {string[]} paths files or folders relative to the repository; missing ones count as absent
 * @returns {string}
 */
export function fingerprint(paths) {
  const hash = createHash('sha256');
  const visit = (/** @type {string} */ path) => {
    const info = statSync(join(root, path), { throwIfNoEntry: false });
    if (!info) return;
    if (info.isDirectory()) {
      const names = readdirSync(join(root, path)).filter((name) => !IGNORED.test(name));
      names.sort().forEach((name) => visit(`${path}/${name}`));
    } else {
      hash.update(`${path}\0${info.size}\0`).update(readFileSync(join(root, path)));
    }
  };
  paths.forEach(visit);
  return hash.digest('hex');
}
