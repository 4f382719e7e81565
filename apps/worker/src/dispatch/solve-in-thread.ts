import { Worker } from 'node:worker_threads';
import type { Plan, Problem, Progress } from '@banso/planning';

export interface Search {
  readonly problem: Problem;
  readonly seed: number;
  readonly iterations: number;
  /** Ends the search from outside; the promise is then rejected. */
  readonly signal: AbortSignal;
  /** Answers whether anybody still waits for the plan. */
  readonly onProgress: (progress: Progress) => Promise<boolean>;
}

type Message = { readonly progress: Progress } | { readonly plan: Plan };

/** A thread needs compiled code: beside this file, or, when the sources themselves run (tests), in the build. */
const THREAD = new URL(
  import.meta.url.endsWith('.ts')
    ? '../../../../dist/apps/worker/src/dispatch/solve.thread.js'
    : './solve.thread.js',
  import.meta.url,
);

/** A prefecture's plan needs some tens of MB; a runaway one must not take the worker with it. */
const MEMORY_MB = 1024;

/** The plan, or null when nobody waits for it any more. */
export async function solveInThread(search: Search): Promise<Plan | null> {
  const { problem, seed, iterations, signal, onProgress } = search;
  signal.throwIfAborted();
  const thread = new Worker(THREAD, {
    workerData: { problem, seed, iterations },
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  });
  const found = new Promise<Plan | null>((resolve, reject) => {
    let reporting = false;
    const report = async (progress: Progress): Promise<void> => {
      if (reporting) return;
      reporting = true;
      // A report that fails is not a wish to stop: the next one tells.
      const wanted = await onProgress(progress).catch(() => true);
      reporting = false;
      if (!wanted) resolve(null);
    };
    thread.on('message', (message: Message) => {
      if ('plan' in message) resolve(message.plan);
      else void report(message.progress);
    });
    thread.on('error', reject);
    thread.on('exit', (code) => reject(new Error(`The search ended with code ${code} and no plan`)));
    signal.addEventListener('abort', () => reject(new Error('The search was aborted')), { once: true });
  });
  try {
    return await found;
  } finally {
    await thread.terminate();
  }
}
