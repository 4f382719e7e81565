import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { iterations as afterIterations, type Stop } from '../../src/stop.js';
import { afterSeconds, cpuSeconds, peakMegabytes } from '../clock.js';
import { publicTable, type PublicFormat, type PublicResult } from './result.js';
import { runHhcrsp, runPvrp, runSolomon, runTrsp, type Judged } from './solvers.js';

/** CPU seconds for each instance unless told otherwise. */
const SECONDS: Readonly<Record<PublicFormat, number>> = {
  solomon: 1,
  homberger: 60,
  pvrp: 10,
  hhcrsp: 10,
  trsp: 10,
};

const FORMATS: readonly PublicFormat[] = ['solomon', 'homberger', 'pvrp', 'hhcrsp', 'trsp'];

const RUNS: Readonly<Record<PublicFormat, (text: string, file: string, seed: number, stop: Stop) => Judged>> =
  {
    solomon: runSolomon,
    homberger: runSolomon,
    pvrp: runPvrp,
    hhcrsp: runHhcrsp,
    trsp: runTrsp,
  };

/**
 * Runs public instances one after the other in this process. Arguments: `--solomon <file or folder>`, and so
 * for homberger, pvrp, hhcrsp and trsp; `--seconds` of CPU or `--iterations` for each instance; `--seed`;
 * `--seeds <n>` for seed … seed + n - 1. Throws with file and line on a file that cannot be read, and when a
 * plan does not pass its checker. Prints a table at the end.
 */
export async function runPublic(
  args: readonly string[],
  print: (line: string) => void = (line) => process.stdout.write(`${line}\n`),
): Promise<PublicResult[]> {
  const { values } = parseArgs({
    args: [...args],
    strict: false,
    options: {
      solomon: { type: 'string' },
      homberger: { type: 'string' },
      pvrp: { type: 'string' },
      hhcrsp: { type: 'string' },
      trsp: { type: 'string' },
      seconds: { type: 'string' },
      iterations: { type: 'string' },
      seed: { type: 'string', default: '1' },
      seeds: { type: 'string', default: '1' },
    },
  });
  const seed = numberOf(values.seed, 'seed') ?? 1;
  const seeds = numberOf(values.seeds, 'seeds') ?? 1;
  const seconds = numberOf(values.seconds, 'seconds');
  const iterations = numberOf(values.iterations, 'iterations');
  const results: PublicResult[] = [];
  for (const format of FORMATS) {
    const path = values[format];
    if (typeof path !== 'string') continue;
    for (const file of filesAt(path))
      for (let own = seed; own < seed + seeds; own += 1)
        results.push(measured(format, file, own, seconds ?? SECONDS[format], iterations));
  }
  publicTable(results).forEach(print);
  return results;
}

function measured(
  format: PublicFormat,
  file: string,
  seed: number,
  seconds: number,
  iterations: number | null,
): PublicResult {
  const text = readFileSync(file, 'utf8');
  const begin = cpuSeconds();
  const stop = iterations === null ? afterSeconds(seconds) : afterIterations(iterations);
  const judged = RUNS[format](text, file, seed, stop);
  const cpu = cpuSeconds() - begin;
  const { bestKnown } = judged;
  return {
    ...judged,
    format,
    seed,
    gapPercent: bestKnown === null ? null : 100 * (judged.value / bestKnown - 1),
    cpuSeconds: cpu,
    megabytes: peakMegabytes(),
  };
}

/** The file itself, or the files of a folder that are not hidden, by name. */
function filesAt(path: string): readonly string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(path, entry.name))
    .sort();
}

function numberOf(value: string | boolean | undefined, name: string): number | null {
  if (value === undefined) return null;
  const number = Number(value);
  if (typeof value === 'boolean' || !Number.isFinite(number) || number < 0)
    throw new Error(`--${name} needs a number`);
  return number;
}
