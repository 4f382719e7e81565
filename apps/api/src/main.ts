import 'reflect-metadata';
import { setTimeout as sleep } from 'node:timers/promises';
import { log, readConfig } from '@banso/platform';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from './app.js';
import { Draining } from './door/draining.js';

/** What is still under way then is cut: an operation may take 20 s. */
const STOP_CAP_MS = 25_000;

/** Starts the API; leaves by itself when the process that started it is gone. */
async function main(): Promise<void> {
  const config = readConfig();
  const app = await createApp(config);
  await app.listen(config.PORT, config.HOST);

  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    await drain(app, config.BANSO_DRAIN_SECONDS);
    log.info('api.stopped');
    process.exit(0);
  };
  process.on('SIGTERM', () => void stop());
  process.on('SIGINT', () => void stop());
  process.on('disconnect', () => process.exit(0));

  log.info({ port: config.PORT }, 'api.ready');
  process.send?.({ type: 'ready' });
}

/** First nobody is sent here any more, then nobody is let in, then those inside are served. */
async function drain(app: NestFastifyApplication, seconds: number): Promise<void> {
  app.get(Draining).begin();
  await sleep(seconds * 1_000);
  await Promise.race([app.close(), sleep(STOP_CAP_MS, undefined, { ref: false })]);
}

main().catch((error: unknown) => {
  log.fatal(
    { error: error instanceof Error ? `${error.name}: ${error.message}` : 'unknown' },
    'api.not-started',
  );
  process.exit(1);
});
