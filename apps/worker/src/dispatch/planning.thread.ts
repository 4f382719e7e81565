import { parentPort, workerData } from 'node:worker_threads';
import type { Progress } from '@banso/planning';
import { proveInThread } from './bound.js';
import { runStart } from './search-start.js';
import type { ThreadMessage, ThreadTask } from './thread-messages.js';

/** Runs in a thread of its own: a search or a proof would hold up everything else in the worker. */
const PROGRESS_EVERY_MS = 250;

const task: ThreadTask = workerData;
const isOver = (): boolean => Atomics.load(task.stop, 0) === 1;

function say(message: ThreadMessage): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window
  parentPort?.postMessage(message);
}

let saidAt = performance.now();
function sayNowAndThen(message: ThreadMessage): void {
  if (performance.now() - saidAt < PROGRESS_EVERY_MS) return;
  saidAt = performance.now();
  say(message);
}

if (task.kind === 'SEARCH') {
  const onProgress = (progress: Progress): void => sayNowAndThen({ progress });
  say({ found: runStart(task.order, isOver, onProgress) });
} else {
  say({
    proven: await proveInThread(task.problem, { isOver, onBound: (bound) => sayNowAndThen({ bound }) }),
  });
}
