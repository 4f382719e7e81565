/**
 * npm run bench: every figure of the planner's protocol; options as in libs/planning/README.md.
 * npm run bench -- board: how fast the planning board answers in a browser.
 * npm run bench -- screens <address>: the main screens of a running demo on a slow line.
 * npm run bench -- lag: how long a worker plans for 1,000 requests and 40 people, and how free its event loop stays.
 * npm run bench -- size: every query of the web app on five years of work of all prefectures; --scale=0.01|0.1|1, --json, --keep.
 * npm run bench -- load: the morning burst, an even load and an overload; --scale=0.1, --api=1|2, --seconds=180, --rate=50, --json, --keep.
 */
import { checkNode } from './lib/node-version.mjs';

checkNode();
const { ensureInstalled } = await import('./lib/install.mjs');
const { explain } = await import('./lib/messages.mjs');
const { root } = await import('./lib/paths.mjs');
const { compilePlanningBench } = await import('./lib/planning-bench.mjs');
const { run } = await import('./lib/processes.mjs');

/**
 * @param {string[]} args
 * @param {((line: string) => void)} [onLine]
 */
const node = (args, onLine) => run(process.execPath, args, { cwd: root, onLine });

/** In a browser, with the platform as it is built. */
async function board() {
  const { ensureBuilt } = await import('./lib/build.mjs');
  const { ensureChromium } = await import('./lib/chromium.mjs');
  await ensureBuilt();
  const { runSpecs } = await import('./lib/specs.mjs');
  return runSpecs(
    'test/browser/board-speed',
    { BANSO_CHROMIUM: await ensureChromium(), BANSO_MEASURE: 'board' },
    'browser',
  );
}

try {
  await ensureInstalled();
  const [first, address] = process.argv.slice(2);
  if (first === 'screens') {
    const { benchScreens } = await import('./lib/screen-bench.mjs');
    await benchScreens(address);
    process.exit();
  }
  if (first === 'lag') {
    const { ensureBuilt } = await import('./lib/build.mjs');
    await ensureBuilt({ parts: ['server'] });
    const { benchLag } = await import('./lib/lag-bench.mjs');
    process.exit(await benchLag());
  }
  if (first === 'size' || first === 'load') {
    const { ensureBuilt } = await import('./lib/build.mjs');
    await ensureBuilt();
    const bench =
      first === 'size'
        ? (await import('./lib/size/bench.mjs')).benchSize
        : (await import('./lib/load/bench.mjs')).benchLoad;
    process.exit(await bench(process.argv.slice(3)));
  }
  if (first === 'board') {
    const { code } = await board();
    process.exit(code === 0 ? 0 : 1);
  }
  const output = await compilePlanningBench();
  const main = `${output}/libs/planning/bench/main.js`;
  const { code } = await node([main, ...process.argv.slice(2)], (line) => process.stdout.write(`${line}\n`));
  process.exitCode = code;
} catch (error) {
  explain(error);
  process.exitCode = 1;
}
