import 'reflect-metadata';
import { log, readConfig, startTelemetry } from '@banso/platform';
import { startWorker } from './worker.js';

try {
  const config = readConfig();
  const telemetry = await startTelemetry(config, 'worker');
  const worker = await startWorker(config, () => {
    log.error('worker.deaf');
    process.exit(1);
  });

  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    log.info('worker.draining');
    await worker.stop();
    await telemetry.stop();
    log.info('worker.stopped');
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
