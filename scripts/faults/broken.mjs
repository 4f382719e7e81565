/** Builds that are broken on purpose: whether these tests would notice. */
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { inData, inRoot } from '../lib/paths.mjs';

/**
 * @typedef {object} Breakage
 * @property {string} file
 * @property {string | RegExp} from what the build says
 * @property {string} to
 */

/** @type {Record<string, Breakage>} */
export const BREAKAGES = {
  /** The usual mistake: it is noted as done in a transaction of its own, a moment before it is. */
  'early-done': {
    file: 'libs/platform/src/outbox-executor.js',
    from: /await handler\.run\(tx, actor, payload\);\s*await markDone\(tx, row\.id\);\s*\}\);/,
    to: `await markDone(tx, row.id);
        });
        await new Promise((resolve) => setTimeout(resolve, 300));
        await this.db.system(row.prefecture_id, (tx, actor) => handler.run(tx, actor, payload));`,
  },
  /** The queue is the truth: what it forgets is not sent again. */
  'no-return': {
    file: 'libs/platform/src/outbox-dispatcher.js',
    from: "const LEASE = '20 seconds';",
    to: "const LEASE = '1 day';",
  },
  /** Repetitions of a client are done again. */
  keyless: {
    file: 'libs/platform/src/client-key.js',
    from: "if (actor.role === 'SYSTEM' || !actor.wish)",
    to: 'if (true)',
  },
};

/**
 * @param {string} name
 * @returns {string} the folder of the broken build
 */
export function brokenBuild(name) {
  const breakage = BREAKAGES[name];
  if (!breakage) throw new Error(`Nobody knows how to break ${name}`);
  const { file, from, to } = breakage;
  const folder = inData('broken');
  rmSync(folder, { recursive: true, force: true });
  cpSync(inRoot('dist'), folder, { recursive: true });
  const before = readFileSync(`${folder}/${file}`, 'utf8');
  const after = before.replace(from, to);
  if (after === before) throw new Error(`${name} breaks nothing any more: ${file} was rewritten`);
  writeFileSync(`${folder}/${file}`, after);
  return folder;
}
