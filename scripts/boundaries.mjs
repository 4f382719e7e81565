/** npm run boundaries -- <file> …: takes in the shapes of towns for the maps, from national boundary files. */
import { checkNode } from './lib/node-version.mjs';

checkNode();
const { runWorkerTool } = await import('./lib/worker-tool.mjs');
await runWorkerTool('boundaries', process.argv.slice(2));
