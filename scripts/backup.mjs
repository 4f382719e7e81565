/** npm run backup -- FILE: all that the platform holds, as it was at one moment, in one file. Work may go on meanwhile. */
import { resolve } from 'node:path';
import { checkNode } from './lib/node-version.mjs';

checkNode();
const { runWorkerTool } = await import('./lib/worker-tool.mjs');
// npm goes to the repository; the file is named from where the person stands.
const from = process.env.INIT_CWD ?? process.cwd();
await runWorkerTool(
  'backup',
  process.argv.slice(2).map((path) => resolve(from, path)),
);
