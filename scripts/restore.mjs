/**
 * npm run restore -- FILE [--replace] [--drop-mail]: puts a backup into an empty database.
 * With --into NAME into another database of the same server, made when it is not there: a rehearsal beside real work.
 */
import { resolve } from 'node:path';
import { checkNode } from './lib/node-version.mjs';

checkNode();
const { runWorkerTool } = await import('./lib/worker-tool.mjs');
const from = process.env.INIT_CWD ?? process.cwd();
const args = process.argv.slice(2);
const at = args.indexOf('--into');
const [, into] = at < 0 ? [] : args.splice(at, 2);
const given = args.map((word) => (word.startsWith('--') ? word : resolve(from, word)));
await runWorkerTool('restore', at < 0 ? given : [...given, '--rehearsal'], {
  database: into ?? 'banso',
  other: at >= 0,
});
