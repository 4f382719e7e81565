import { Worker } from 'node:worker_threads';
import type { ThreadMessage, ThreadTask } from './thread-messages.js';

/** A thread needs compiled code: beside this file, or, when the sources themselves run (tests), in the build. */
const THREAD = new URL(
  import.meta.url.endsWith('.ts')
    ? '../../../../dist/apps/worker/src/dispatch/planning.thread.js'
    : './planning.thread.js',
  import.meta.url,
);

/** A prefecture's plan needs some tens of MB; a runaway one must not take the worker with it. */
const MEMORY_MB = 1024;

/** A thread at work. */
export interface RunningThread<Answer> {
  /** Rejected when the thread fails or ends without an answer. */
  readonly answer: Promise<Answer>;
  end(): Promise<void>;
}

/** Runs one task in a thread of its own. `read` picks the answer from what it says; null = not yet. */
export function startThread<Answer>(
  task: ThreadTask,
  read: (message: ThreadMessage) => { readonly answer: Answer } | null,
): RunningThread<Answer> {
  const thread = new Worker(THREAD, {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  });
  const answer = new Promise<Answer>((resolve, reject) => {
    thread.on('message', (message: ThreadMessage) => {
      const found = read(message);
      if (found) resolve(found.answer);
    });
    thread.on('error', reject);
    thread.on('exit', (code) => reject(new Error(`The thread ended with code ${code} and no answer`)));
  });
  // Whoever waits hears of a failure; nobody waiting is no reason to end the process.
  answer.catch(() => {});
  return { answer, end: async () => void (await thread.terminate()) };
}
