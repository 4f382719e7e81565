import type { Problem } from '../src/problem.js';
import { scoreOf } from '../src/score.js';
import { solve, type Progress } from '../src/solve.js';
import { iterations } from '../src/stop.js';
import { generate, type Size } from './generate.js';

const SIZES: readonly (Size & { readonly name: string; readonly iterations: number })[] = [
  { name: 'tiny', requests: 20, specialists: 4, days: 28, seed: 1, iterations: 1000 },
  { name: 'small', requests: 50, specialists: 5, days: 28, seed: 2, iterations: 1000 },
  { name: 'usual', requests: 60, specialists: 16, days: 28, seed: 3, iterations: 1000 },
  { name: 'mid', requests: 150, specialists: 12, days: 56, seed: 4, iterations: 500 },
  { name: 'large', requests: 400, specialists: 40, days: 84, seed: 5, iterations: 200 },
];

const COLUMNS = [
  'instance',
  'requests',
  'placed',
  'unplaced',
  'travel min',
  'unserved',
  'waiting',
  'rest',
  'iterations',
  'first ms',
  'total ms',
];

/** Solves every size and prints one line each; the clock is for reading only, it steers nothing. */
export function main(print: (line: string) => void): void {
  print(COLUMNS.map((column) => column.padStart(11)).join(''));
  for (const size of SIZES) {
    const cells = [size.name, size.requests, ...measure(generate(size), size.iterations)];
    print(cells.map((cell) => String(cell).padStart(11)).join(''));
  }
}

function measure(problem: Problem, count: number): readonly number[] {
  const begin = performance.now();
  let first = 0;
  let last: Progress | null = null;
  const onProgress = (progress: Progress): void => {
    if (progress.stage === 'CONSTRUCT') first = performance.now() - begin;
    last = progress;
  };
  const plan = solve(problem, { seed: 1, stop: iterations(count), onProgress });
  const total = performance.now() - begin;
  const { unserved, waiting, rest, hard } = scoreOf(problem, plan.assignments);
  if (hard > 0) throw new Error('the plan breaks a hard rule');
  const travel = (last as Progress | null)?.travelMinutes ?? 0;
  const counts = [plan.assignments.length, plan.unplaced.length, travel];
  return [...counts, unserved, waiting, rest, count, Math.round(first), Math.round(total)];
}

main((line) => process.stdout.write(`${line}\n`));
