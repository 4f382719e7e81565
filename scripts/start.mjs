/** npm start: from a fresh clone to a running system with nothing but Node. */
import { checkNode } from './lib/node-version.mjs';

checkNode();
const { start } = await import('./lib/starter.mjs');
await start();
