/** Runs one kind of fault after the other, each under its own load, and draws the balance. */
import { mkdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { say, sayPlain } from '../lib/messages.mjs';
import { inData } from '../lib/paths.mjs';
import { run, waitUntil } from '../lib/processes.mjs';
import { balance, OPEN, WATCH } from './books.mjs';
import { chance } from './chance.mjs';
import { nothingMet, Person } from './client.mjs';
import { Ground } from './ground.mjs';
import { KINDS } from './kinds.mjs';
import { Load } from './load.mjs';
import { asTable } from './table.mjs';

/** Work that is not done after so long is lost for whoever waits for it. */
const PATIENCE_MS = 180_000;
const SMALL_DISK = '1g';

/**
 * @typedef {object} Row
 * @property {string} name
 * @property {string} title
 * @property {number} times
 * @property {import('./books.mjs').Balance} balance
 * @property {import('./client.mjs').Met} met
 * @property {number} gaveUp
 * @property {number} writesAgain seconds after the last fault until a change was accepted
 * @property {number} allDone seconds after the last fault until all work that was asked for before had been done
 * @property {number} within
 * @property {boolean} passed
 * @property {string[]} notes
 */

/**
 * @param {import('../lib/shutdown.mjs').Shutdown} shutdown
 * @param {{ queue: 'redis' | 'postgres', seconds: number, seed: number, rate: number, only: readonly string[], dist?: string }} wish
 * @returns {Promise<Row[]>}
 */
export async function runKinds(shutdown, wish) {
  const wanted = KINDS.filter(({ name }) => wish.only.length === 0 || wish.only.includes(name)).filter(
    ({ redis }) => !redis || wish.queue === 'redis',
  );
  const rows = [];
  for (const on of new Set(wanted.map((kind) => kind.on))) {
    const kinds = wanted.filter((kind) => kind.on === on);
    const folder = on === 'small-disk' ? await smallDisk(shutdown) : undefined;
    if (on === 'small-disk' && !folder) {
      say(
        'ディスクを満杯にする試験は、root でないため行いません。',
        'A full disk is not tried: it needs root.',
      );
      continue;
    }
    const ground = new Ground({
      queue: wish.queue,
      ...(on && { on }),
      ...(wish.dist && { dist: wish.dist }),
      ...(folder && { folder: `${folder}/postgres` }),
    });
    shutdown.add(() => ground.close());
    await ground.open();
    await ground.query(WATCH);
    // What the demo brought with it.
    await settled(ground);
    for (const kind of kinds) {
      const row = await runKind(ground, kind, wish);
      rows.push(row);
      asTable([row]).slice(2).forEach(sayPlain);
    }
    await ground.close();
  }
  return rows;
}

/**
 * @param {Ground} ground
 * @param {import('./kinds.mjs').Kind} kind
 * @param {{ seconds: number, seed: number, rate: number }} wish
 * @returns {Promise<Row>}
 */
async function runKind(ground, kind, { seconds, seed, rate }) {
  const random = chance(seed);
  const mark = `${kind.name}-${seed}-${Date.now().toString(36)}`;
  const load = new Load(ground, { mark, perSecond: rate, random: chance(seed + 1) });
  /** @type {import('./kinds.mjs').Scene} */
  const scene = { ground, load, random, notes: [] };
  const [{ since }] = await ground.query('SELECT now() AS since');
  say(`・${kind.name}`, kind.title);
  await load.start();
  await sleep(2_000);
  await kind.before?.(scene);

  const end = performance.now() + seconds * 1_000;
  let times = 0;
  do {
    await kind.hit(scene, times);
    times += 1;
    const [least, most] = kind.pause;
    await sleep((least + random() * (most - least)) * 1_000);
  } while (performance.now() < end && times < (kind.most ?? Infinity));

  await kind.hit(scene, times);
  times += 1;
  const { writesAgain, allDone, bugs } = await recovered(ground);
  load.met.bugs.push(...bugs);
  await load.stop();
  await settled(ground);
  await kind.after?.(scene);

  const sums = await balance(ground, load, since);
  const { met, acknowledged } = load;
  const notes = [...sums.notes, ...scene.notes, ...new Set(met.bugs), ...new Set(acknowledged.refusals)];
  if (sums.open > 0) notes.push(`✗ ${sums.open} pieces of work still wait`);
  if (sums.dead !== (kind.poisonous ? times : 0)) notes.push(`✗ ${sums.dead} pieces of work were set aside`);
  if (kind.seamless && met.unanswered + met.away > 0)
    notes.push(`✗ ${met.unanswered + met.away} of ${met.sent} requests were not answered at once`);
  const clean =
    sums.lost + sums.doubled + sums.overlaps + sums.twice + met.bugs.length + acknowledged.gaveUp === 0 &&
    acknowledged.refusals.length === 0 &&
    !scene.notes.concat(notes).some((note) => note.startsWith('✗'));
  const passed = clean && sums.acknowledged > 0 && Math.max(writesAgain, allDone) <= kind.within;
  const row = { name: kind.name, title: kind.title, within: kind.within, times, balance: sums, met };
  return { ...row, gaveUp: acknowledged.gaveUp, writesAgain, allDone, passed, notes };
}

/**
 * From the moment at which the fault is over.
 * @param {Ground} ground
 */
async function recovered(ground) {
  const begun = performance.now();
  const over = new Date();
  const since = () => (performance.now() - begun) / 1_000;
  const met = nothingMet();
  const writes = async () => {
    const person = new Person(ground.front?.url ?? '', ground.signIn, met);
    // Somebody who signs in has written: a session.
    await person.arrive().catch(() => met.bugs.push('nobody could sign in afterwards'));
    return since();
  };
  const done = async () => {
    await waitUntil(async () => (await ground.query(OPEN, [over]))[0].n === 0, PATIENCE_MS, 100);
    return since();
  };
  const [writesAgain, allDone] = await Promise.all([writes(), done()]);
  return { writesAgain, allDone, bugs: met.bugs };
}

/** @param {Ground} ground */
async function settled(ground) {
  await waitUntil(async () => (await ground.query(OPEN, [new Date()]))[0].n === 0, PATIENCE_MS, 200);
}

/**
 * A disk of its own in memory, so that nobody else's gets full.
 * @param {import('../lib/shutdown.mjs').Shutdown} shutdown
 * @returns {Promise<string | undefined>} undefined where it may not be made
 */
async function smallDisk(shutdown) {
  const folder = inData('faults-disk');
  mkdirSync(folder, { recursive: true });
  const { code } = await run('mount', ['-t', 'tmpfs', '-o', `size=${SMALL_DISK}`, 'tmpfs', folder]);
  if (code !== 0) return undefined;
  shutdown.add(async () => void (await run('umount', [folder])));
  return folder;
}
