/** What npm test checks, in order. */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { ensureBuilt } from './build.mjs';
import { checkGenerated } from './generate.mjs';
import { ensureInstalled } from './install.mjs';
import { countResults } from './jest-results.mjs';
import { Problem, sayPlain } from './messages.mjs';
import { inData, inRoot, root } from './paths.mjs';
import { lastLines, run } from './processes.mjs';
import { screenSizes, tooHeavy } from './screen-sizes.mjs';
import { writeGroups } from './test-groups.mjs';

/** @typedef {import('./jest-results.mjs').Count} Count */

/**
 * @typedef {object} Phase
 * @property {string} name as given to --only
 * @property {string} [title] as shown, when several phases share a name
 * @property {string[]} needs phases that must have passed
 * @property {string} [together] neighbours with the same word run at one time, and may not need each other
 * @property {(services: import('./test-services.mjs').TestServices) => Promise<Count | void>} run
 *   a rejection is a failure; without a count it is one test
 */

/** Test files at once: a process each. */
const WORKERS = availableParallelism() < 4 ? 2 : 4;
/** The same, of those that wait for workers more than they reckon. */
const WAITING = Math.max(2, WORKERS - 1);
/** Groups of test files for each process: more of them end closer together, fewer load the platform less often. */
const GROUPS = 3;
/** Lines of a failed tool that are shown. */
const SHOWN = 60;
/** Milliseconds after which a tool or a Jest project counts as hanging. */
const LIMIT = 1_200_000;

const bin = (/** @type {string} */ path) => inRoot('node_modules', path);

/**
 * @param {string[]} args of node
 * @param {import('node:child_process').SpawnOptions} [options]
 */
async function tool(args, options = {}) {
  const env = { ...process.env, FORCE_COLOR: undefined, NO_COLOR: '1', ...options.env };
  const { code, output } = await run(process.execPath, args, { cwd: root, timeout: LIMIT, ...options, env });
  return { code, output };
}

/**
 * @param {string[]} args
 * @param {string} [cwd]
 */
async function mustPass(args, cwd = root) {
  const { code, output } = await tool(args, { cwd });
  if (code === 0) return;
  lastLines(output, SHOWN).forEach(sayPlain);
  throw new Problem(
    'この検査に通りませんでした (上の行を見てください)。',
    'This check failed (see the lines above).',
  );
}

/**
 * @param {string} project
 * @param {NodeJS.ProcessEnv} env
 * @param {{ pattern?: string, ending?: string, workers?: number }} [options]
 *   pattern: of the files' paths, otherwise all of the project;
 *   ending: of their names, where many of them may share a process
 * @returns {Promise<Count>}
 */
async function jest(project, env, { pattern, ending, workers = WORKERS } = {}) {
  const folder = inData('test-results');
  mkdirSync(folder, { recursive: true });
  const name = `${project}-${env.BANSO_TEST_QUEUE ?? 'none'}`;
  const file = `${folder}/${name}.json`;
  const groups = ending && writeGroups({ name, ending, groups: workers * GROUPS, pattern });
  rmSync(file, { force: true });
  const { code, output } = await tool(
    [
      '--experimental-vm-modules',
      '--no-warnings=ExperimentalWarning',
      bin('jest/bin/jest.js'),
      `--selectProjects=${project}`,
      ...(pattern && !groups ? [`--testPathPatterns=${pattern}`] : []),
      '--json',
      `--outputFile=${file}`,
      `--maxWorkers=${workers}`,
      '--ci',
    ],
    { env: { ...env, BANSO_TEST_GROUPS: groups } },
  );
  const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  const count = countResults(report, code);
  if (count.failed > 0) {
    const messages = (report?.testResults ?? []).map(
      (/** @type {{ message?: string }} */ suite) => suite.message ?? '',
    );
    const text = messages.join('\n').trim() || output;
    sayPlain(text.trim());
  }
  return count;
}

/**
 * @param {string} name of the Jest project
 * @param {{ queue?: 'postgres' | 'redis', both?: boolean, browser?: boolean, pattern?: string, ending?: string, together?: string, workers?: number }} [options]
 * @returns {Phase}
 */
function onServers(
  name,
  { queue = 'postgres', both = false, browser = false, pattern, ending, together, workers } = {},
) {
  return {
    name,
    ...(both && { title: `${name} (${queue})` }),
    needs: ['install', 'build'],
    ...(together && { together }),
    run: async (services) =>
      jest(name, await services.environment({ queue, browser }), { pattern, ending, workers }),
  };
}

/** @returns {Count} one test for each screen */
function checkSizes() {
  const reasons = tooHeavy();
  return { passed: screenSizes().length - new Set(reasons).size, failed: reasons.length, reasons };
}

/** @type {Phase[]} */
export const phases = [
  { name: 'install', needs: [], run: async () => void (await ensureInstalled()) },
  {
    name: 'format',
    needs: ['install'],
    together: 'sources',
    run: () => mustPass([bin('prettier/bin/prettier.cjs'), '--check', '.']),
  },
  {
    name: 'lint',
    needs: ['install'],
    together: 'sources',
    run: () =>
      mustPass([
        bin('oxlint/bin/oxlint'),
        '--type-aware',
        '--disable-nested-config',
        '--config=.oxlintrc.json',
        'apps',
        'libs',
        'test',
        'scripts',
      ]),
  },
  {
    name: 'types',
    needs: ['install'],
    together: 'sources',
    run: async () => {
      const parts = ['.', 'scripts', 'apps/web'];
      await Promise.all(parts.map((part) => mustPass([bin('typescript/bin/tsc'), '--noEmit', '-p', part])));
    },
  },
  {
    name: 'imports',
    needs: ['install'],
    together: 'sources',
    run: async () => {
      await mustPass([
        bin('dependency-cruiser/bin/dependency-cruise.mjs'),
        '--config',
        '.dependency-cruiser.cjs',
        'apps',
        'libs',
      ]);
      if (existsSync(inRoot('scripts/imports-proof.mjs')))
        await mustPass([inRoot('scripts/imports-proof.mjs')]);
    },
  },
  { name: 'build', needs: ['install'], together: 'sources', run: async () => void (await ensureBuilt()) },
  { name: 'sizes', needs: ['install', 'build'], run: () => Promise.resolve(checkSizes()) },
  { name: 'gen', needs: ['install', 'build'], run: () => checkGenerated() },
  { name: 'unit', needs: ['install'], run: () => jest('unit', {}, { ending: '.spec.ts' }) },
  onServers('db', { ending: '.db-spec.ts' }),
  onServers('api', { ending: '.api-spec.ts' }),
  // They wait for workers more than they reckon.
  onServers('worker', { queue: 'postgres', both: true, together: 'workers', workers: WAITING }),
  onServers('worker', { queue: 'redis', both: true, together: 'workers', workers: WAITING }),
  onServers('browser', { queue: 'postgres', both: true, browser: true }),
  // What a screen knows of the queue is that a plan and its notices come out of it.
  onServers('browser', { queue: 'redis', both: true, browser: true, pattern: 'main-job|visit-life' }),
];
