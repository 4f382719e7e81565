/** Loaded into each API process before its own code: tells its memory and how long its event loop was held up. */
import { monitorEventLoopDelay } from 'node:perf_hooks';

const lag = monitorEventLoopDelay({ resolution: 10 });
lag.enable();
process.on('message', (message) => {
  if (message !== 'watch') return;
  process.send?.({
    type: 'watch',
    rssMb: process.memoryUsage().rss / 1e6,
    lagP99Ms: lag.percentile(99) / 1e6,
    lagMaxMs: lag.max / 1e6,
  });
  lag.reset();
});
