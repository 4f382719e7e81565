/** npm run operator-account -- [address]: a link for the first operator of the installation, or the next one after the last has left. */
import { checkNode } from './lib/node-version.mjs';

checkNode();
const { runWorkerTool } = await import('./lib/worker-tool.mjs');
await runWorkerTool('operator-account', process.argv.slice(2));
