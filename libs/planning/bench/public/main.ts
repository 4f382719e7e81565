/** Public benchmark files: node dist/libs/planning/bench/public/main.js --solomon <folder> --seconds 1 --seed 1 */
import { runPublic } from './run.js';

await runPublic(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
