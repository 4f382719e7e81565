/** npm run journeys: every journey whole on a phone, a desk and a wide desk, and a table of them. -- --width 375 for one. */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { checkNode } from './lib/node-version.mjs';

checkNode();
const { ensureInstalled } = await import('./lib/install.mjs');
const { ensureBuilt } = await import('./lib/build.mjs');
const { ensureChromium } = await import('./lib/chromium.mjs');
const { explain, sayPlain } = await import('./lib/messages.mjs');
const { inData } = await import('./lib/paths.mjs');
const { runSpecs } = await import('./lib/specs.mjs');

const WIDTHS = ['375', '1366', '1920'];

/** @typedef {{ title: string, status: string }} Told */

/**
 * @param {string} width
 * @param {string} chromium
 * @returns {Promise<Told[]>}
 */
async function walk(width, chromium) {
  const file = inData(`journeys-${width}.json`);
  await runSpecs('test/browser/.*browser-spec', { BANSO_CHROMIUM: chromium, BANSO_WIDTH: width }, 'browser', [
    '--testNamePattern=\\bJ\\d+ ',
    '--json',
    `--outputFile=${file}`,
  ]);
  /** @type {{ testResults: { assertionResults: Told[] }[] }} */
  const report = JSON.parse(readFileSync(file, 'utf8'));
  return report.testResults.flatMap(({ assertionResults }) =>
    assertionResults.filter(({ status }) => status !== 'pending'),
  );
}

try {
  const { values } = parseArgs({ options: { width: { type: 'string' } } });
  await ensureInstalled();
  await ensureBuilt();
  const chromium = await ensureChromium();
  const widths = values.width ? [values.width] : WIDTHS;
  /** @type {Map<string, Map<string, string>>} */
  const table = new Map();
  for (const width of widths)
    for (const { title, status } of await walk(width, chromium))
      table.set(title, (table.get(title) ?? new Map()).set(width, status === 'passed' ? '✓' : '✗'));
  const number = (/** @type {string} */ title) => Number(/^J(\d+)/.exec(title)?.[1]);
  const rows = [...table].sort(([a], [b]) => number(a) - number(b));
  sayPlain(`| journey | ${widths.map((width) => `${width} px`).join(' | ')} |`);
  sayPlain(`| --- | ${widths.map(() => ':---:').join(' | ')} |`);
  for (const [title, by] of rows)
    sayPlain(`| ${title} | ${widths.map((width) => by.get(width) ?? '–').join(' | ')} |`);
  process.exitCode = rows.every(([, by]) => [...by.values()].every((sign) => sign === '✓')) ? 0 : 1;
} catch (error) {
  explain(error);
  process.exitCode = 1;
}
