/** npm run bench: the planner's table — instance, what was placed, the score, how long it took. */
import { checkNode } from './lib/node-version.mjs';

checkNode();
const { ensureInstalled } = await import('./lib/install.mjs');
const { explain, Problem } = await import('./lib/messages.mjs');
const { inData, inRoot, root } = await import('./lib/paths.mjs');
const { lastLines, run } = await import('./lib/processes.mjs');

const node = (/** @type {string[]} */ args) => run(process.execPath, args, { cwd: root });

try {
  await ensureInstalled();
  const output = inData('bench');
  const project = inRoot('libs/planning/tsconfig.bench.json');
  const compiled = await node([inRoot('node_modules/typescript/bin/tsc'), '-p', project, '--outDir', output]);
  if (compiled.code !== 0)
    throw new Problem('ベンチマークをビルドできません。', 'The benchmark could not be built.', {
      details: lastLines(compiled.output, 20),
    });
  const { output: table } = await node([`${output}/libs/planning/bench/main.js`]);
  process.stdout.write(table);
} catch (error) {
  explain(error);
  process.exitCode = 1;
}
