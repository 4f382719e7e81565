/** npm run build: compiles what changed; with --force everything. */
import { checkNode } from './lib/node-version.mjs';

checkNode();
const { ensureInstalled } = await import('./lib/install.mjs');
const { ensureBuilt } = await import('./lib/build.mjs');
const { explain, say, seconds } = await import('./lib/messages.mjs');

try {
  await ensureInstalled();
  const begun = Date.now();
  const built = await ensureBuilt({ force: process.argv.includes('--force') });
  const time = seconds(Date.now() - begun);
  if (built.length > 0)
    say(`✓ ビルドしました (${built.join(', ')}) ${time}`, `Built ${built.join(', ')} in ${time}`);
  else say('✓ ビルドは最新です。', 'The build is up to date.');
} catch (error) {
  explain(error);
  process.exitCode = 1;
}
