import 'reflect-metadata';
import { log, readConfig } from '@banso/platform';
import { startWorker } from './worker.js';

try {
  const worker = await startWorker(readConfig(), () => {
    log.error('worker.deaf');
    process.exit(1);
  });

  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    await worker.stop();
    process.exit(0);
  };
  process.on('SIGTERM', () => void stop());
  process.on('SIGINT', () => void stop());
  // The process that started this one is gone: nobody would ever stop it.
  process.on('disconnect', () => void stop());

  log.info('worker.ready');
  process.send?.({ type: 'ready' });
} catch (error) {
  log.fatal({ error: error instanceof Error ? error.message : 'unknown' }, 'worker.did-not-start');
  process.exit(1);
}
