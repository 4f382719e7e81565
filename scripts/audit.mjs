/** npm run audit -- check [chain:number:hash …]: whether the audit log is what was sealed; exit code 1 when it is not. */
import { checkNode } from './lib/node-version.mjs';

checkNode();
const { runWorkerTool } = await import('./lib/worker-tool.mjs');
await runWorkerTool('audit', process.argv.slice(2));
