/** npm run hub-account -- 34 [address]: a link for the first approver of a prefecture’s hub, or the next one after the last has left. */
import { checkNode } from './lib/node-version.mjs';

checkNode();
const { runWorkerTool } = await import('./lib/worker-tool.mjs');
await runWorkerTool('hub-account', process.argv.slice(2));
