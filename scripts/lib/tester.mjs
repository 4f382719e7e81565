/** The whole of npm test: phases in order, one table, one last line. */
import { asProblem } from './fs-problems.mjs';
import { Problem, explain, say, sayPlain, seconds } from './messages.mjs';
import { endRunning } from './processes.mjs';
import { phases } from './test-phases.mjs';
import { TestServices } from './test-services.mjs';

/** @typedef {{ name: string, passed: number, failed: number, ms: number }} Row */

/** @param {string[]} args */
export async function test(args) {
  const services = new TestServices();
  const begun = Date.now();
  let interrupted = false;
  for (const signal of /** @type {NodeJS.Signals[]} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      interrupted = true;
      void endRunning();
    });
  }
  /** @type {Row[]} */
  const rows = [];
  try {
    for (const group of sideBySide(choose(args))) {
      if (interrupted) break;
      const done = [...rows];
      rows.push(...(await Promise.all(group.map((phase) => runPhase(phase, services, done)))));
    }
  } catch (error) {
    explain(asProblem(error));
    rows.push({ name: 'npm test', passed: 0, failed: 1, ms: 0 });
  }
  await services.stop();
  if (interrupted) {
    say('中断しました。', 'Interrupted.');
    rows.push({ name: 'interrupted', passed: 0, failed: 1, ms: 0 });
  }
  finish(rows, Date.now() - begun);
}

/**
 * @param {string[]} args
 * @returns {import('./test-phases.mjs').Phase[]} the wanted phases and what they need, in order
 */
function choose(args) {
  if (args.length === 0) return phases;
  const [flag, list = ''] = args;
  const wanted = new Set(list.split(',').map((name) => name.trim()));
  const known = new Set(phases.map((phase) => phase.name));
  const unknown = [...wanted].filter((name) => !known.has(name));
  if (flag !== '--only' || unknown.length > 0) {
    throw new Problem(
      `使い方: npm test -- --only ${[...known].join(',')}${unknown.length > 0 ? ` (不明: ${unknown.join(', ')})` : ''}`,
      `Usage: npm test -- --only ${[...known].join(',')}${unknown.length > 0 ? ` (unknown: ${unknown.join(', ')})` : ''}`,
    );
  }
  for (const phase of phases.toReversed()) {
    if (wanted.has(phase.name)) phase.needs.forEach((name) => wanted.add(name));
  }
  return phases.filter((phase) => wanted.has(phase.name));
}

/**
 * @param {import('./test-phases.mjs').Phase[]} wanted
 * @returns {import('./test-phases.mjs').Phase[][]} phases that need nothing of each other and run at one time
 */
function sideBySide(wanted) {
  /** @type {import('./test-phases.mjs').Phase[][]} */
  const groups = [];
  for (const phase of wanted) {
    const last = groups.at(-1);
    if (phase.together && last?.[0]?.together === phase.together) last.push(phase);
    else groups.push([phase]);
  }
  return groups;
}

/**
 * @param {import('./test-phases.mjs').Phase} phase
 * @param {TestServices} services
 * @param {Row[]} rows so far
 * @returns {Promise<Row>}
 */
async function runPhase(phase, services, rows) {
  const begun = Date.now();
  const name = phase.title ?? phase.name;
  const missing = phase.needs.find((need) => rows.some((row) => row.name === need && row.failed > 0));
  /** @type {import('./jest-results.mjs').Count} */
  let count;
  if (missing) {
    count = { passed: 0, failed: 1, reasons: [`not run: ${missing} failed`] };
  } else {
    try {
      count = (await phase.run(services)) ?? { passed: 1, failed: 0, reasons: [] };
    } catch (error) {
      explain(asProblem(error));
      count = { passed: 0, failed: 1, reasons: [] };
    }
  }
  const row = { name, passed: count.passed, failed: count.failed, ms: Date.now() - begun };
  sayPlain(
    `${row.failed > 0 ? '✗' : '✓'} ${name}  ${row.passed} passed, ${row.failed} failed  (${seconds(row.ms)})`,
  );
  for (const reason of count.reasons) sayPlain(`    - ${reason}`);
  return row;
}

/**
 * @param {Row[]} rows
 * @param {number} ms that all took together: less than their sum, as some run side by side
 */
function finish(rows, ms) {
  const total = {
    name: 'total',
    passed: rows.reduce((sum, row) => sum + row.passed, 0),
    failed: rows.reduce((sum, row) => sum + row.failed, 0),
    ms,
  };
  const width = Math.max(...[...rows, total].map((row) => row.name.length), 5);
  sayPlain('');
  sayPlain(`${'phase'.padEnd(width)}  passed  failed     time`);
  for (const row of [...rows, total]) {
    sayPlain(
      `${row.name.padEnd(width)}  ${String(row.passed).padStart(6)}  ${String(row.failed).padStart(6)}  ${seconds(row.ms).padStart(7)}`,
    );
  }
  sayPlain('');
  sayPlain(`${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed > 0 ? 1 : 0;
}
