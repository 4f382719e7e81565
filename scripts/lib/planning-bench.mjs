import { Problem } from './messages.mjs';
import { inData, inRoot, root } from './paths.mjs';
import { lastLines, run } from './processes.mjs';

/** @returns {Promise<string>} the folder where the planning core and its benchmark now lie as JavaScript */
export async function compilePlanningBench() {
  const output = inData('bench');
  const { code, output: said } = await run(
    process.execPath,
    [
      inRoot('node_modules/typescript/bin/tsc'),
      '-p',
      inRoot('libs/planning/tsconfig.bench.json'),
      '--outDir',
      output,
    ],
    { cwd: root },
  );
  if (code !== 0)
    throw new Problem('ベンチマークをビルドできません。', 'The benchmark could not be built.', {
      details: lastLines(said, 20),
    });
  return output;
}
