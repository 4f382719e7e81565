import 'reflect-metadata';
import { log, readConfig, startTelemetry } from '@banso/platform';
import { createApp } from './app.js';
import { stopWhenTold } from './stop.js';

/** Starts the API. */
async function main(): Promise<void> {
  const config = readConfig();
  const telemetry = await startTelemetry(config, 'api');
  const app = await createApp(config);
  stopWhenTold(app, telemetry, config);
  await app.listen(config.PORT, config.HOST);
  log.info({ port: config.PORT }, 'api.ready');
  process.send?.({ type: 'ready' });
}

main().catch((error: unknown) => {
  log.fatal(
    { error: error instanceof Error ? `${error.name}: ${error.message}` : 'unknown' },
    'api.not-started',
  );
  process.exit(1);
});
