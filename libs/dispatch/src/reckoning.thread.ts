import { parentPort } from 'node:worker_threads';
import { type Answer, type Reckoning, reckoned, type ReckoningName } from './reckonings.js';

/** What a thread is asked and answers. A reckoning that fails ends the thread: whoever asked hears of it. */
export type ThreadQuestion = Reckoning;
export type ThreadAnswer = Answer<ReckoningName>;

parentPort?.on('message', (question: ThreadQuestion) => {
  const answer: ThreadAnswer = reckoned(question);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window
  parentPort?.postMessage(answer);
});
