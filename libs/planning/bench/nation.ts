import { createHash } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import { cpuSeconds, peakMegabytes } from './clock.js';
import { EXTENTS, nationExtents } from './instances/make.js';
import type { Extent } from './instances/setting.js';
import { EFFORT, EFFORT_SECONDS } from './measure-instance.js';
import type { Row } from './row.js';

/** One prefecture to plan; the thread makes the problem itself, so that nothing large is handed over. */
export interface PrefectureTask {
  readonly code: string;
  readonly extent: Extent;
  readonly seed: number;
  /** Iterations for each visit to place: the same plan on every machine. */
  readonly perVisit: number;
}

/** What a prefecture's plan came to. */
export interface PrefectureResult {
  readonly code: string;
  readonly visits: number;
  /** Hard rules that the plan breaks. */
  readonly broken: number;
  readonly placed: number;
  readonly unplaced: number;
  readonly withReasons: number;
  readonly priorityPlaced: number;
  readonly priorityAsked: number;
  readonly longestWaitDays: number;
  readonly travelMinutes: number;
  readonly changes: number;
  readonly guidelineDaysAbove: number;
  readonly plan: string;
}

const THREADS = 2;

/** Plans all 47 prefectures on two threads. `iterations`: in all, shared out by visits; null = as usual. */
export async function measureNation(seed: number, iterations: number | null): Promise<Row> {
  const begin = performance.now();
  const cpu = cpuSeconds();
  const perVisit = iterations === null ? EFFORT : Math.ceil(iterations / (2 * EXTENTS.nation.requests));
  const tasks = nationExtents().map(({ code, extent }) => ({ code, extent, seed, perVisit }));
  const results: PrefectureResult[] = [];
  await Promise.all(Array.from({ length: THREADS }, () => helper(tasks, results)));
  const seconds = cpuSeconds() - cpu;
  results.sort((a, b) => Number(a.code) - Number(b.code));
  const sum = (of: (result: PrefectureResult) => number): number =>
    results.reduce((total, result) => total + of(result), 0);
  const broken = sum((result) => result.broken);
  if (broken > 0) throw new Error(`the plans break ${broken} hard rules`);
  const plans = createHash('sha256').update(results.map(({ plan }) => plan).join());
  return {
    instance: 'nation',
    figures: {
      seed,
      requests: EXTENTS.nation.requests,
      specialists: EXTENTS.nation.specialists,
      days: EXTENTS.nation.days,
      'visits to place': sum(({ visits }) => visits),
      budget: `${perVisit} it./visit`,
      iterations: sum(({ visits }) => visits * perVisit),
      'CPU s': seconds,
      ...(perVisit === EFFORT && { [EFFORT_SECONDS]: seconds }),
      threads: THREADS,
      'clock s': (performance.now() - begin) / 1000,
      'served priority %': (100 * sum((one) => one.priorityPlaced)) / sum((one) => one.priorityAsked),
      placed: sum((one) => one.placed),
      unplaced: sum((one) => one.unplaced),
      '… with reasons': sum((one) => one.withReasons),
      'longest wait days': Math.max(...results.map((one) => one.longestWaitDays)),
      'travel min': sum((one) => one.travelMinutes),
      'travel min per visit': sum((one) => one.travelMinutes) / sum((one) => one.placed),
      'changes of specialist': sum((one) => one.changes),
      'guideline days above': sum((one) => one.guidelineDaysAbove),
      plan: plans.digest('hex').slice(0, 8),
      'peak memory MiB': peakMegabytes(),
    },
  };
}

/** One thread that takes the next prefecture until none is left. */
function helper(tasks: PrefectureTask[], results: PrefectureResult[]): Promise<void> {
  const thread = new Worker(new URL('./nation.thread.js', import.meta.url));
  return new Promise((resolve, reject) => {
    const next = (): void => {
      const task = tasks.shift();
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window
      if (task) thread.postMessage(task);
      else void thread.terminate().then(() => resolve());
    };
    thread.on('message', (result: PrefectureResult) => {
      results.push(result);
      next();
    });
    thread.once('error', reject);
    next();
  });
}
