/** npm run access: asks everything of everybody and writes docs/access.md; exit code 1 when something was found. */
import { checkNode } from './lib/node-version.mjs';

checkNode();
const { ensureInstalled } = await import('./lib/install.mjs');
const { ensureBuilt } = await import('./lib/build.mjs');
const { explain, say } = await import('./lib/messages.mjs');
const { runSpecs } = await import('./lib/specs.mjs');

try {
  await ensureInstalled();
  await ensureBuilt({ parts: ['server'] });
  const { code } = await runSpecs('test/access/', { BANSO_WRITE_ACCESS: 'on' });
  if (code === 0) say('✓ docs/access.md を書き出しました。', 'Wrote docs/access.md.');
  process.exitCode = code ?? 1;
} catch (error) {
  explain(error);
  process.exitCode = 1;
}
