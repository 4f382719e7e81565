import { parentPort } from 'node:worker_threads';
import { type SheetAnswer, type SheetTask, workOnSheet } from './sheet-work.js';

/** What comes back for each table; the compiler follows this type to here. */
export type SheetDone = SheetAnswer;

parentPort?.on('message', (task: SheetTask) => {
  // A fault ends the thread: whoever asked hears of it, and the next one gets a fresh thread.
  void workOnSheet(task).then((answer: SheetDone) => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port is no window
    parentPort?.postMessage(answer);
  });
});
