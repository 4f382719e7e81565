/** Builds that are broken on purpose: whether these tests would notice. */
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { inData, inRoot } from '../lib/paths.mjs';

/**
 * @typedef {object} Breakage
 * @property {string} file
 * @property {[from: string | RegExp, to: string][]} changes of what the build says
 */

/** @type {Record<string, Breakage>} */
export const BREAKAGES = {
  /** The usual mistake: it is noted as done in a transaction of its own, a moment before it is. */
  'early-done': {
    file: 'libs/platform/src/outbox-executor.js',
    changes: [
      [
        /await handler\.run\(tx, actor, payload\);\s*await markDone\(tx, row\.id\);\s*\}\);/,
        `await markDone(tx, row.id);
        });
        await new Promise((resolve) => setTimeout(resolve, 300));
        await this.db.system(row.prefecture_id, (tx, actor) => handler.run(tx, actor, payload));`,
      ],
    ],
  },
  /** The queue is the truth: what it forgets is not sent again, and nobody looks whether it forgot. */
  'no-return': {
    file: 'libs/platform/src/outbox-dispatcher.js',
    changes: [
      ["const LEASE = '20 seconds';", "const LEASE = '1 day';"],
      ['if (epoch && (await this.queue.hasMarker(epoch)))', 'if (epoch)'],
    ],
  },
  /** Repetitions of a client are done again. */
  keyless: {
    file: 'libs/platform/src/client-key.js',
    changes: [["if (actor.role === 'SYSTEM' || !actor.wish)", 'if (true)']],
  },
};

/**
 * @param {string} name
 * @returns {string} the folder of the broken build
 */
export function brokenBuild(name) {
  const breakage = BREAKAGES[name];
  if (!breakage) throw new Error(`Nobody knows how to break ${name}`);
  const { file, changes } = breakage;
  const folder = inData('broken');
  rmSync(folder, { recursive: true, force: true });
  cpSync(inRoot('dist'), folder, { recursive: true });
  let text = readFileSync(`${folder}/${file}`, 'utf8');
  for (const [from, to] of changes) {
    const after = text.replace(from, to);
    if (after === text) throw new Error(`${name} breaks nothing any more: ${file} was rewritten`);
    text = after;
  }
  writeFileSync(`${folder}/${file}`, text);
  return folder;
}
