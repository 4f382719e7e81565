/**
 * npm run faults: breaks a running installation in every way we could think of, under load, and counts what is left.
 * -- --seconds 20 --seed 1 --queue redis|postgres --rate 10 --only worker-killed,queue-flushed; exit code 1 on a miss.
 * -- --broken early-done|no-return: the same against a build that is broken on purpose: it has to miss.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { checkNode } from './lib/node-version.mjs';

checkNode();
const { ensureInstalled } = await import('./lib/install.mjs');
const { ensureBuilt } = await import('./lib/build.mjs');
const { explain, Problem, say, sayPlain } = await import('./lib/messages.mjs');
const { inData } = await import('./lib/paths.mjs');
const { Shutdown } = await import('./lib/shutdown.mjs');
const { BREAKAGES, brokenBuild } = await import('./faults/broken.mjs');
const { KINDS } = await import('./faults/kinds.mjs');
const { runKinds } = await import('./faults/run.mjs');
const { asTable } = await import('./faults/table.mjs');

const shutdown = new Shutdown();
try {
  const wish = readArguments();
  await ensureInstalled();
  await ensureBuilt({ parts: ['server'] });
  const dist = wish.broken ? brokenBuild(wish.broken) : undefined;
  const rows = await runKinds(shutdown, { ...wish, ...(dist && { dist }) });
  const command = `npm run faults -- ${process.argv.slice(2).join(' ')}`.trim();
  const table = [command, '', ...asTable(rows)].join('\n');
  mkdirSync(inData('faults'), { recursive: true });
  writeFileSync(inData('faults', 'report.md'), `${table}\n`);
  sayPlain('');
  sayPlain(table);
  const missed = rows.filter(({ passed }) => !passed).length;
  if (missed === 0) say('✓ すべて守られました。', 'Everything was kept.');
  else say(`✗ ${missed} 件が守られませんでした。`, `${missed} missed.`);
  await shutdown.run(missed === 0 ? 0 : 1);
} catch (error) {
  explain(error);
  await shutdown.run(1);
}

/**
 * @returns {{ seconds: number, seed: number, rate: number, queue: 'redis' | 'postgres', only: string[], broken?: string | undefined }}
 */
function readArguments() {
  const { values } = parseArgs({
    options: {
      seconds: { type: 'string', default: '20' },
      seed: { type: 'string', default: '1' },
      queue: { type: 'string', default: 'redis' },
      rate: { type: 'string', default: '10' },
      only: { type: 'string', default: '' },
      broken: { type: 'string' },
    },
  });
  const { seconds, seed, queue, rate, broken } = values;
  const only = values.only.split(',').filter((name) => name !== '');
  const known = only.every((name) => KINDS.some((kind) => kind.name === name));
  const right = [seconds, seed, rate].every((number) => /^\d{1,6}$/.test(number)) && Number(rate) > 0;
  const whole = broken === undefined || broken in BREAKAGES;
  if (known && right && whole && (queue === 'redis' || queue === 'postgres'))
    return {
      seconds: Number(seconds),
      seed: Number(seed),
      rate: Number(rate),
      queue,
      only,
      broken,
    };
  const names = KINDS.map(({ name }) => name).join(',');
  throw new Problem(
    `使い方: npm run faults -- --seconds 20 --seed 1 --queue redis|postgres --rate 10 --only ${names}`,
    `Usage: npm run faults -- --seconds 20 --seed 1 --queue redis|postgres --rate 10 --only ${names}`,
  );
}
