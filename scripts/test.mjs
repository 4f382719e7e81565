/** npm test: every check, on real servers, ending with one line that says how many passed. */
import { checkNode } from './lib/node-version.mjs';

checkNode();
const { test } = await import('./lib/tester.mjs');
await test(process.argv.slice(2));
