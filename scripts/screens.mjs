/**
 * npm run screens: photographs every screen of every role, in three widths, on paper and in forced colours, with what it
 * opens, and lists what is wrong with each. -- --only hub,town for some roles. Writes to .data/screens.
 * -- --docs makes the few pictures of the README instead, in docs/screens.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { checkNode } from './lib/node-version.mjs';

checkNode();
const { ensureInstalled } = await import('./lib/install.mjs');
const { ensureBuilt } = await import('./lib/build.mjs');
const { ensureChromium } = await import('./lib/chromium.mjs');
const { explain, say } = await import('./lib/messages.mjs');
const { inData, inRoot } = await import('./lib/paths.mjs');
const { runSpecs } = await import('./lib/specs.mjs');

try {
  const { values } = parseArgs({ options: { only: { type: 'string' }, docs: { type: 'boolean' } } });
  await ensureInstalled();
  await ensureBuilt();
  const folder = values.docs ? inRoot('docs/screens') : inData('screens');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const { code } = await runSpecs(
    'test/screens/',
    {
      BANSO_CHROMIUM: await ensureChromium(),
      ...(values.docs ? { BANSO_SCREENS_DOCS: folder } : { BANSO_SCREENS: folder }),
      ...(values.only && { BANSO_SCREENS_ONLY: values.only }),
    },
    'browser',
  );
  say(`写真は ${folder} にあります。`, `The photographs are in ${folder}.`);
  process.exitCode = code === 0 ? 0 : 1;
} catch (error) {
  explain(error);
  process.exitCode = 1;
}
