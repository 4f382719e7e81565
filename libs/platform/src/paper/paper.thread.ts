import { parentPort } from 'node:worker_threads';
import type { Paper } from './paper.js';
import { writePdf } from './write-pdf.js';

/** What comes back for each paper; the compiler follows this type to here. */
export type WrittenPdf = Uint8Array;

parentPort?.on('message', (paper: Paper) => {
  // A fault ends the thread: whoever asked hears of it, and the next one gets a fresh thread.
  void writePdf(paper).then((pdf) => {
    const written: WrittenPdf = new Uint8Array(pdf);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port is no window
    parentPort?.postMessage(written);
  });
});
