import 'reflect-metadata';
import { log, readConfig } from '@banso/platform';
import { createApp } from './app.js';

/** Starts the API; leaves by itself when the process that started it is gone. */
async function main(): Promise<void> {
  const config = readConfig();
  const app = await createApp(config);
  await app.listen(config.PORT, config.HOST);
  log.info({ port: config.PORT }, 'api.ready');
  process.send?.({ type: 'ready' });
  process.on('disconnect', () => process.exit(0));
}

main().catch((error: unknown) => {
  log.fatal(
    { error: error instanceof Error ? `${error.name}: ${error.message}` : 'unknown' },
    'api.not-started',
  );
  process.exit(1);
});
