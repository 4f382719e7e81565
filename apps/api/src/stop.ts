import { setTimeout as sleep } from 'node:timers/promises';
import { type Config, log, Readiness, type Telemetry } from '@banso/platform';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** From the signal to the end, in seconds; whoever stops processes kills them a little later. */
const MOST_SECONDS = 28;

/**
 * Leaves without losing a request: first nobody is to send any more (`/readyz`), then no connection is taken, then what is
 * under way ends, then the database is let go.
 */
export function stopWhenTold(app: NestFastifyApplication, telemetry: Telemetry, config: Config): void {
  let told = false;
  const stop = async (drainSeconds: number): Promise<void> => {
    if (told) return;
    told = true;
    log.info({ drainSeconds }, 'api.draining');
    setTimeout(() => {
      log.warn('api.stopped-late');
      process.exit(0);
    }, MOST_SECONDS * 1000).unref();
    app.get(Readiness).drain();
    await sleep(drainSeconds * 1000);
    await app.close();
    await telemetry.stop();
    log.info('api.stopped');
    process.exit(0);
  };
  process.on('SIGTERM', () => void stop(config.BANSO_DRAIN_SECONDS));
  process.on('SIGINT', () => void stop(config.BANSO_DRAIN_SECONDS));
  // The process that started this one is gone: nobody would ever stop it, or wait for it.
  process.on('disconnect', () => void stop(0));
}
