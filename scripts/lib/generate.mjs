/**
 * Files that are derived from the code and kept in the repository: the schema of the API, the types of the web pages
 * and the page on personal data.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { Problem } from './messages.mjs';
import { inData, inRoot } from './paths.mjs';
import { lastLines, run } from './processes.mjs';

const schemaFile = inRoot('schema.graphql');
const personalDataFile = inRoot('docs/personal-data.md');
const typesFile = inRoot('apps/web/src/gql/graphql-env.d.ts');

/** Writes the files anew from the built API. */
export async function generate() {
  writeFileSync(schemaFile, await printSchema());
  await printTypes(typesFile);
  writeFileSync(personalDataFile, await personalData());
}

/** Fails when one of the files is not what generate() would write. */
export async function checkGenerated() {
  const stale = [];
  if (read(schemaFile) !== (await printSchema())) stale.push('schema.graphql');
  const types = scratch('graphql-env.d.ts');
  await printTypes(types);
  if (read(typesFile) !== read(types)) stale.push('apps/web/src/gql/graphql-env.d.ts');
  if (read(personalDataFile) !== (await personalData())) stale.push('docs/personal-data.md');
  if (stale.length === 0) return;
  const names = stale.join(', ');
  throw new Problem(
    `${names} が API と合っていません。npm run gen を実行して、変更を記録してください。`,
    `${names} does not match the API. Run npm run gen and commit the change.`,
  );
}

/**
 * @param {string} name
 * @returns {string} where to write a file that is only compared
 */
function scratch(name) {
  const folder = inData('generated');
  mkdirSync(folder, { recursive: true });
  rmSync(`${folder}/${name}`, { force: true });
  return `${folder}/${name}`;
}

/** @returns {Promise<string>} the schema in its written form */
async function printSchema() {
  const file = scratch('schema.graphql');
  const { code, output } = await run(process.execPath, [inRoot('dist/apps/api/src/print-schema.js'), file]);
  if (code === 0 && existsSync(file)) return readFileSync(file, 'utf8');
  throw new Problem('API のスキーマを書き出せませんでした。', 'The schema of the API could not be printed.', {
    details: lastLines(output, 10),
  });
}

/** @returns {Promise<string>} docs/personal-data.md as the lists in the code have it */
async function personalData() {
  const built = inRoot('dist/libs/platform/src/personal-data/page.js');
  const { personalDataPage } = await import(pathToFileURL(built).href);
  return personalDataPage();
}

/** @param {string} target */
async function printTypes(target) {
  const args = [inRoot('node_modules/gql.tada/bin/cli.js'), 'generate-output', '--output', target];
  const { code, output } = await run(process.execPath, args, { cwd: inRoot('apps/web') });
  if (code === 0 && existsSync(target)) return;
  throw new Problem(
    'Web 画面の GraphQL 型を作れませんでした。',
    'The GraphQL types of the web pages could not be made.',
    {
      details: lastLines(output, 10),
    },
  );
}

/** @param {string} file */
function read(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
