/** npm run bench: every figure of the planner's protocol; options as in libs/planning/README.md. */
import { checkNode } from './lib/node-version.mjs';

checkNode();
const { ensureInstalled } = await import('./lib/install.mjs');
const { explain, Problem } = await import('./lib/messages.mjs');
const { inData, inRoot, root } = await import('./lib/paths.mjs');
const { lastLines, run } = await import('./lib/processes.mjs');

/**
 * @param {string[]} args
 * @param {((line: string) => void)} [onLine]
 */
const node = (args, onLine) => run(process.execPath, args, { cwd: root, onLine });

try {
  await ensureInstalled();
  const output = inData('bench');
  const project = inRoot('libs/planning/tsconfig.bench.json');
  const compiled = await node([inRoot('node_modules/typescript/bin/tsc'), '-p', project, '--outDir', output]);
  if (compiled.code !== 0)
    throw new Problem('ベンチマークをビルドできません。', 'The benchmark could not be built.', {
      details: lastLines(compiled.output, 20),
    });
  const main = `${output}/libs/planning/bench/main.js`;
  const { code } = await node([main, ...process.argv.slice(2)], (line) => process.stdout.write(`${line}\n`));
  process.exitCode = code;
} catch (error) {
  explain(error);
  process.exitCode = 1;
}
