/** Compiles the API, the worker and the web pages when their sources changed. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fingerprint } from './fingerprint.mjs';
import { diskFull } from './fs-problems.mjs';
import { withoutStack } from './logs.mjs';
import { Problem, say } from './messages.mjs';
import { inRoot, root } from './paths.mjs';
import { run } from './processes.mjs';

const bin = (/** @type {string} */ path) => inRoot('node_modules', path);

/**
 * @typedef {object} Part
 * @property {'server' | 'web'} name
 * @property {string[]} sources
 * @property {string} output the folder that is emptied first: a deleted source must not live on as compiled code
 * @property {string[]} results files that must exist afterwards
 * @property {{ args: string[], cwd: string }[]} commands
 */

/** @type {Part[]} */
const parts = [
  {
    name: 'server',
    sources: [
      'apps/api',
      'apps/worker',
      'apps/tsconfig.server.json',
      'libs',
      'tsconfig.json',
      'nest-cli.json',
      'package-lock.json',
    ],
    output: 'dist',
    results: ['dist/apps/api/src/main.js', 'dist/apps/worker/src/main.js', 'dist/apps/worker/src/setup.js'],
    // Without judging types, as a newcomer waits for it: `npm test` and `npm run check` judge them.
    commands: [{ args: [bin('@nestjs/cli/bin/nest.js'), 'build', 'server'], cwd: root }],
  },
  {
    name: 'web',
    sources: [
      'apps/web',
      'libs/platform/src/search-text.ts',
      'schema.graphql',
      'tsconfig.json',
      'package-lock.json',
    ],
    output: 'apps/web/dist',
    results: ['apps/web/dist/index.html'],
    commands: [{ args: [bin('vite/bin/vite.js'), 'build', '--logLevel', 'warn'], cwd: inRoot('apps/web') }],
  },
];

/**
 * @param {{ force?: boolean, parts?: Part['name'][] }} [options] parts: all by default
 * @returns {Promise<string[]>} the names of the parts that were built
 */
export async function ensureBuilt({ force = false, parts: wanted = ['server', 'web'] } = {}) {
  const stale = parts.filter((part) => wanted.includes(part.name) && (force || !isFresh(part)));
  if (stale.length > 0) {
    const names = stale.map((part) => part.name).join(', ');
    say(`ビルドしています (${names})…`, `Building (${names})…`);
  }
  const outcomes = await Promise.allSettled(stale.map(build));
  const failed = outcomes.find((outcome) => outcome.status === 'rejected');
  if (failed) throw failed.reason;
  return stale.map((part) => part.name);
}

/** @param {Part} part */
const stampOf = (part) => inRoot(part.output, '.banso-sources');

/** @param {Part} part */
function isFresh(part) {
  const stamp = stampOf(part);
  if (!existsSync(stamp) || !part.results.every((file) => existsSync(inRoot(file)))) return false;
  return readFileSync(stamp, 'utf8') === fingerprint(part.sources);
}

/** @param {Part} part */
async function build(part) {
  const before = fingerprint(part.sources);
  rmSync(inRoot(part.output), { recursive: true, force: true });
  for (const { args, cwd } of part.commands) {
    const { code, output } = await run(process.execPath, args, {
      cwd,
      env: { ...process.env, FORCE_COLOR: undefined, NO_COLOR: '1' },
    });
    if (code !== 0) throw buildProblem(part, output);
  }
  const missing = part.results.filter((file) => !existsSync(inRoot(file)));
  if (missing.length > 0) throw buildProblem(part, `missing: ${missing.join(', ')}`);
  mkdirSync(dirname(stampOf(part)), { recursive: true });
  writeFileSync(stampOf(part), before);
}

/**
 * @param {Part} part
 * @param {string} output
 */
function buildProblem(part, output) {
  const details = withoutStack(output, 30);
  if (/ENOSPC|no space left/i.test(output)) return diskFull(undefined, details);
  return new Problem(`ビルド (${part.name}) に失敗しました。`, `Building (${part.name}) failed.`, {
    details,
  });
}
