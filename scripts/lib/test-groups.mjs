/** Test files that share one process: loading the platform costs more seconds than most of them run. */
import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { inData, inRoot } from './paths.mjs';

/** Seconds of those that run much longer than their size tells, on two processors. */
const LONG = Object.entries({
  'access-matrix.api-spec.ts': 75,
  'demo.db-spec.ts': 50,
  'client-key.api-spec.ts': 25,
  'tenancy.api-spec.ts': 20,
  'security.api-spec.ts': 20,
  'access.api-spec.ts': 15,
  'at-once.api-spec.ts': 12,
  'search.spec.ts': 20,
  'prove-bound.spec.ts': 12,
  'pricing.spec.ts': 7,
  'exact-proof.spec.ts': 7,
});
/** Where tests stand. */
const PLACES = ['apps/api', 'apps/worker', 'libs', 'test'];
/** Bytes of a usual test file for each second that it runs. */
const BYTES_PER_SECOND = 3_000;

/**
 * Writes files that each import a share of a project's tests, the longest first. The tests stay what they are; alone
 * they run by `npm run jest`.
 * @param {{ name: string, ending: string, groups: number, pattern?: string }} wish
 *   ending: of the files' names; pattern: of the paths that are wanted
 * @returns {string} the folder of the groups
 */
export function writeGroups({ name, ending, groups, pattern = '' }) {
  const folder = inData('test-groups', name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const wanted = new RegExp(pattern);
  const found = PLACES.flatMap((place) =>
    readdirSync(inRoot(place), { recursive: true, encoding: 'utf8' }).map((path) => `${place}/${path}`),
  )
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith(ending) && !file.includes('/node_modules/') && wanted.test(file));
  inGroups(found, groups).forEach((group, index) => {
    writeFileSync(`${folder}/${String(index).padStart(2, '0')}.mjs`, groupFile(group));
  });
  return folder;
}

/** @param {string} file */
function secondsOf(file) {
  const known = LONG.find(([name]) => file.endsWith(`/${name}`));
  return known?.[1] ?? statSync(inRoot(file)).size / BYTES_PER_SECOND;
}

/**
 * @param {string[]} files
 * @param {number} count
 */
function inGroups(files, count) {
  const groups = Array.from({ length: count }, () => ({ seconds: 0, files: /** @type {string[]} */ ([]) }));
  const weighed = files.map((file) => ({ file, seconds: secondsOf(file) }));
  // By name where they weigh the same: the same groups on every machine.
  weighed.sort((a, b) => b.seconds - a.seconds || (a.file < b.file ? -1 : 1));
  for (const { file, seconds } of weighed) {
    const lightest = groups.reduce((least, group) => (group.seconds < least.seconds ? group : least));
    lightest.files.push(file);
    lightest.seconds += seconds;
  }
  return groups.filter((group) => group.files.length > 0).map((group) => group.files);
}

/** @param {string[]} files */
function groupFile(files) {
  return `import { asOneFile } from '../../../test/as-one-file.js';
for (const [file, load] of [
${files.map((file) => `  ['${file}', () => import('../../../${file}')],`).join('\n')}
]) await asOneFile(file, load);
`;
}
