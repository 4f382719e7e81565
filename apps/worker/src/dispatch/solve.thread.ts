import { parentPort, workerData } from 'node:worker_threads';
import { iterations, type Problem, type Progress, solve } from '@banso/planning';

/** Runs in a thread of its own: a search would hold up everything else in the worker. */
const PROGRESS_EVERY_MS = 500;

const task: { problem: Problem; seed: number; iterations: number } = workerData;
let reportedAt = performance.now();

function report(progress: Progress): void {
  if (performance.now() - reportedAt < PROGRESS_EVERY_MS) return;
  reportedAt = performance.now();
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window
  parentPort?.postMessage({ progress });
}

const plan = solve(task.problem, { seed: task.seed, stop: iterations(task.iterations), onProgress: report });
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window
parentPort?.postMessage({ plan });
