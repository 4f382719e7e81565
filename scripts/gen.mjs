/** npm run gen: writes schema.graphql and the web types; with --check only says whether they are up to date. */
import { checkNode } from './lib/node-version.mjs';

checkNode();
const { ensureInstalled } = await import('./lib/install.mjs');
const { ensureBuilt } = await import('./lib/build.mjs');
const { checkGenerated, generate } = await import('./lib/generate.mjs');
const { explain, say } = await import('./lib/messages.mjs');

try {
  await ensureInstalled();
  await ensureBuilt({ parts: ['server'] });
  if (process.argv.includes('--check')) {
    await checkGenerated();
    say('✓ 生成されたファイルは最新です。', 'The generated files are up to date.');
  } else {
    await generate();
    say(
      '✓ schema.graphql、Web の型、docs/personal-data.md を書き出しました。',
      'Wrote schema.graphql, the web types and docs/personal-data.md.',
    );
  }
} catch (error) {
  explain(error);
  process.exitCode = 1;
}
