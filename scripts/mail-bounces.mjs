/** npm run mail-bounces -- <folder or .eml> …: reads delivery reports; stops mail to addresses to which it does not arrive. */
import { checkNode } from './lib/node-version.mjs';

checkNode();
const { runWorkerTool } = await import('./lib/worker-tool.mjs');
await runWorkerTool('mail-bounces', process.argv.slice(2));
