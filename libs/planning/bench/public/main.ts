/** Public benchmark files: node dist/libs/planning/bench/public/main.js --solomon <folder> --seconds 1 --seed 1 */
import { publicTable } from './result.js';
import { runPublic } from './run.js';

await runPublic(process.argv.slice(2), ({ instance, value }) => {
  process.stderr.write(`${instance} ${value.toFixed(1)}\n`);
})
  .then((results) => {
    process.stdout.write(`${publicTable(results).join('\n')}\n`);
  })
  .catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  });
