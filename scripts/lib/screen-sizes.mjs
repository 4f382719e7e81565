/** What a browser loads for each screen, from the built pages: docs/adr/0019 has the budgets. */
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { inRoot } from './paths.mjs';

/** Kilobytes of brotli, at most. */
export const BUDGETS = { script: 180, board: 220, style: 30, fontSlice: 50 };

/** Loaded at the side of every screen: the Japanese words, the larger of the two languages. */
const LANGUAGE = 'ja';
const MOST_NAMED = 6;

/**
 * @typedef {{ file: string, src?: string, isEntry?: boolean, imports?: string[], dynamicImports?: string[], css?: string[] }} Chunk
 * @typedef {{ role: string, screen: string, script: number, style: number, files: Map<string, number> }} Screen
 */

/** @param {string} [dist] the folder with the built pages */
export function screenSizes(dist = inRoot('apps/web/dist')) {
  /** @type {Record<string, Chunk>} */
  const manifest = JSON.parse(readFileSync(join(dist, 'manifest.json'), 'utf8'));
  /** @type {{ first: string[], needs: Record<string, string[]>, files: Record<string, string> }} */
  const words = JSON.parse(readFileSync(join(dist, 'words-needed.json'), 'utf8'));
  /** @type {Map<string, number>} */
  const known = new Map();
  const sizeOf = (/** @type {string} */ file) => {
    const size = known.get(file) ?? compressed(join(dist, file));
    known.set(file, size);
    return size;
  };

  /** @param {string} key @param {Set<string>} found */
  const withImports = (key, found) => {
    const chunk = manifest[key];
    if (!chunk || found.has(key)) return found;
    found.add(key);
    for (const next of chunk.imports ?? []) withImports(next, found);
    return found;
  };
  /** @param {string} section @returns {string} key of its chunk */
  const chunkOf = (section) =>
    section.startsWith('@')
      ? (Object.keys(manifest).find((key) => key.endsWith(`/${LANGUAGE}/${section}`)) ?? '')
      : `src/i18n/${LANGUAGE}/${words.files[section]}.ts`;
  const wordsOf = (/** @type {string} */ key) => (words.needs[key] ?? []).map(chunkOf);

  const entry = Object.keys(manifest).find((key) => manifest[key]?.isEntry) ?? '';
  const firstWords = words.first.map(chunkOf);
  /** @param {string} role @param {string} screen @param {string[]} parts @returns {Screen} */
  const measure = (role, screen, parts) => {
    /** @type {Set<string>} */
    const found = new Set();
    for (const part of [entry, ...parts]) {
      withImports(part, found);
      for (const key of wordsOf(part)) withImports(key, found);
    }
    for (const key of firstWords) withImports(key, found);
    /** @type {Map<string, number>} */
    const files = new Map();
    /** @type {Set<string>} */
    const styles = new Set();
    for (const key of found) {
      const chunk = manifest[key];
      if (!chunk) continue;
      files.set(chunk.file, sizeOf(chunk.file));
      for (const style of chunk.css ?? []) styles.add(style);
    }
    return {
      role,
      screen,
      script: sum(files.values()),
      style: sum([...styles].map((style) => sizeOf(style))),
      files,
    };
  };

  const always = withImports(entry, new Set());
  /** What the files of a role may load later. @param {string} role @returns {string[]} */
  const screensOf = (role) => {
    const own = [...withImports(role, new Set(always))].filter((key) => !always.has(key));
    const later = own.flatMap((key) => manifest[key]?.dynamicImports ?? []);
    return [...new Set(later)].filter(
      (key) => key.startsWith('src/features/') || key.startsWith('src/roles/'),
    );
  };

  const roles = Object.keys(manifest).filter((key) => /^src\/roles\/\w+\/\w+App\.tsx$/.test(key));
  return [
    measure('', 'sign-in', ['src/features/session/SignInPage.tsx']),
    ...roles.flatMap((role) =>
      screensOf(role).map((key) =>
        measure(basename(role, '.tsx'), key.replace(/^src\/|\.tsx$/g, ''), [role, key]),
      ),
    ),
  ];
}

/** @param {string} [dist] @returns {number} bytes of the largest slice of a font */
export function largestFontSlice(dist = inRoot('apps/web/dist')) {
  const assets = join(dist, 'assets');
  const slices = readdirSync(assets).filter((file) => file.endsWith('.woff2'));
  return Math.max(0, ...slices.map((file) => readFileSync(join(assets, file)).length));
}

/** @param {string} [dist] @returns {string[]} one line for each screen that is too heavy, with its heaviest parts */
export function tooHeavy(dist = inRoot('apps/web/dist')) {
  if (!existsSync(join(dist, 'manifest.json'))) return ['The pages have not been built: npm run build'];
  const lines = [];
  for (const { role, screen, script, style, files } of screenSizes(dist)) {
    const most = /\bboard\b/i.test(screen) ? BUDGETS.board : BUDGETS.script;
    if (script > most * 1000)
      lines.push(`${role} ${screen}: ${kilo(script)} of ${most} KB of script: ${heaviest(files)}`);
    if (style > BUDGETS.style * 1000)
      lines.push(`${role} ${screen}: ${kilo(style)} of ${BUDGETS.style} KB of style`);
  }
  const slice = largestFontSlice(dist);
  if (slice > BUDGETS.fontSlice * 1000)
    lines.push(`A slice of a font has ${kilo(slice)} of ${BUDGETS.fontSlice} KB`);
  return lines;
}

/** @param {Map<string, number>} files */
export const heaviest = (files) =>
  [...files]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST_NAMED)
    .map(([file, size]) => `${basename(file)} ${kilo(size)}`)
    .join(', ');

export const kilo = (/** @type {number} */ bytes) => (bytes / 1000).toFixed(1);

const sum = (/** @type {Iterable<number>} */ numbers) =>
  [...numbers].reduce((total, number) => total + number, 0);

/** What the API sends. @param {string} file */
const compressed = (file) => statSync(`${file}.br`).size;
