/** npm run bench -- lag: a worker plans a large prefecture in its threads; how long, and how free its event loop stays. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { machine } from './bench-server.mjs';
import { sayPlain } from './messages.mjs';
import { inRoot } from './paths.mjs';
import { compilePlanningBench } from './planning-bench.mjs';

/** R17: Hokkaido, the prefecture with the most towns. A search from one start, as on a worker of two processors. */
const PREFECTURE = '01';
const EXTENT = { requests: 1_000, specialists: 40, days: 84 };
const SEED = 1;
const SEARCH = { iterations: 20_000, starts: 1, minutes: 5 };
/** Seconds, milliseconds. */
const TARGETS = { plan: 60, lag: 200 };
/** What a worker does for nobody in particular is far under it. */
const RESOLUTION_MS = 10;

/** @returns {Promise<number>} the exit code: 0 when both targets are kept */
export async function benchLag() {
  const output = await compilePlanningBench();
  const { makePrefecture } = await import(`${output}/libs/planning/bench/instances/make.js`);
  const { planInThreads } = await import(inRoot('dist/apps/worker/src/dispatch/plan-in-threads.js'));
  const problem = makePrefecture(PREFECTURE, EXTENT, SEED);
  const lag = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  const before = machine();
  let reports = 0;
  lag.enable();
  const begun = performance.now();
  const result = await planInThreads({
    task: { problem, seed: SEED, ...SEARCH, byHand: false, stopAtIterations: null },
    signal: new AbortController().signal,
    minutes: SEARCH.minutes,
    report: () => {
      reports += 1;
      return Promise.resolve('GO_ON');
    },
  });
  const seconds = (performance.now() - begun) / 1_000;
  lag.disable();
  const p99 = lag.percentile(99) / 1e6;
  sayPlain(
    JSON.stringify({ machine: before, prefecture: PREFECTURE, ...EXTENT, seed: SEED, ...SEARCH }, null, 1),
  );
  sayPlain(
    `visits placed ${result.assignments.length}, without a place ${result.unplaced.length}; ${reports} reports of progress`,
  );
  sayPlain(`plan: ${seconds.toFixed(1)} s (at most ${TARGETS.plan})`);
  sayPlain(
    `event loop of the worker held up: p50 ${(lag.percentile(50) / 1e6).toFixed(0)}, p99 ${p99.toFixed(0)} ms (at most ${TARGETS.lag}), longest ${(lag.max / 1e6).toFixed(0)} ms`,
  );
  return seconds <= TARGETS.plan && p99 <= TARGETS.lag ? 0 : 1;
}
