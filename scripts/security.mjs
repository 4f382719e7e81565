/**
 * npm run security: the access matrix, a list of attacks and inputs made from the schema, against a real server.
 * -- --seed 7 --count 100000 for other inputs, or more; exit code 1 when something was found.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { checkNode } from './lib/node-version.mjs';

checkNode();
const { ensureInstalled } = await import('./lib/install.mjs');
const { ensureBuilt } = await import('./lib/build.mjs');
const { explain, Problem, say, sayPlain } = await import('./lib/messages.mjs');
const { inData, inRoot } = await import('./lib/paths.mjs');
const { runSpecs } = await import('./lib/specs.mjs');

try {
  const { seed, count } = readArguments();
  await ensureInstalled();
  await ensureBuilt();
  mkdirSync(inData('security'), { recursive: true });
  const report = inData('security', 'report.md');
  rmSync(report, { force: true });
  const { code } = await runSpecs('test/(access|security)/', {
    BANSO_SECURITY_SEED: seed,
    BANSO_SECURITY_COUNT: count,
    BANSO_SECURITY_REPORT: report,
  });
  sayPlain('');
  sayPlain(`npm run security -- --seed ${seed} --count ${count}`);
  sayPlain('');
  const matrix = readFileSync(inRoot('docs/access.md'), 'utf8').split('## ')[1] ?? '';
  sayPlain(`Access matrix: ${matrix}`);
  if (existsSync(report)) sayPlain(readFileSync(report, 'utf8'));
  if (code === 0) say('✓ 何も見つかりませんでした。', 'Nothing was found.');
  else say('✗ 見つかったことが上にあります。', 'What was found stands above.');
  process.exitCode = code === 0 ? 0 : 1;
} catch (error) {
  explain(error);
  process.exitCode = 1;
}

function readArguments() {
  const { values } = parseArgs({
    options: { seed: { type: 'string', default: '1' }, count: { type: 'string', default: '20000' } },
  });
  const { seed, count } = values;
  if (/^\d{1,9}$/.test(seed) && /^\d{1,7}$/.test(count)) return { seed, count };
  throw new Problem(
    '使い方: npm run security -- --seed 1 --count 100000',
    'Usage: npm run security -- --seed 1 --count 100000',
  );
}
