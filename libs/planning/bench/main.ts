/** npm run bench: every figure of the protocol, for each size. The clock is for reading; it steers nothing but the budget. */
import { fork } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { SizeName } from './instances/make.js';
import { EFFORT_SECONDS, type Task } from './measure-instance.js';
import { measureNation } from './nation.js';
import { optionsOf } from './options.js';
import { comparison, growthExponent, tableOf, type Report, type Row } from './row.js';

/** CPU seconds of search unless told otherwise: all together less than two minutes. */
const SECONDS: Readonly<Record<SizeName, number>> = { tiny: 1, small: 2, mid: 10, large: 15, region: 20 };

async function main(args: readonly string[], print: (line: string) => void): Promise<void> {
  const options = optionsOf(args);
  if (options.compare) {
    comparison(reportIn(options.compare[0]), reportIn(options.compare[1])).forEach(print);
    return;
  }
  if (options.others.length > 0) {
    const publicFiles: { runPublic: (others: readonly string[]) => unknown } = await import(
      new URL('./public/run.js', import.meta.url).href
    );
    await publicFiles.runPublic(options.others);
    if (options.sizes.length === 0 && !options.nation) return;
  }
  const rows: Row[] = [];
  for (const size of options.sizes) {
    const { seed, iterations } = options;
    rows.push(await measured({ size, seed, seconds: options.seconds ?? SECONDS[size], iterations }));
  }
  if (options.nation) rows.push(await measureNation(options.seed, options.iterations));
  tableOf(rows).forEach(print);
  for (const figure of ['first plan s', EFFORT_SECONDS]) {
    const exponent = growthExponent(rows.map(({ figures }) => pointOf(figures, figure)));
    if (exponent !== undefined) print(`growth of ${figure} with the visits: exponent ${exponent.toFixed(2)}`);
  }
  const report: Report = { node: process.version, rows };
  if (options.json !== null) writeFileSync(options.json, `${JSON.stringify(report, null, 2)}\n`);
}

function pointOf(figures: Row['figures'], figure: string): { visits: number; seconds: number } {
  return { visits: Number(figures['visits to place']), seconds: Number(figures[figure] ?? 0) };
}

function reportIn(file: string): Report {
  const report: Report = JSON.parse(readFileSync(file, 'utf8'));
  return report;
}

/** Measures in a process of its own. */
function measured(task: Task): Promise<Row> {
  const child = fork(fileURLToPath(new URL('./instance.child.js', import.meta.url)));
  return new Promise((resolve, reject) => {
    child.once('message', (row: Row) => resolve(row));
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`${task.size}: the process ended with ${code}`)));
    child.send(task);
  });
}

await main(process.argv.slice(2), (line) => process.stdout.write(`${line}\n`)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
