import 'reflect-metadata';
import { directoryEntities } from '@banso/directory';
import { MailCarrier, noticesEntities } from '@banso/notices';
import { createDataSource, Db, log, readConfig } from '@banso/platform';
import { carrierSettings } from './carrier-settings.js';

/**
 * A process of its own: a worker that is killed does not take the mail with it that is being handed over. It ends after
 * the mail in hand when its worker is gone.
 */
try {
  const config = readConfig();
  const settings = carrierSettings(config);
  if (!settings) throw new Error('No mail server is set');
  const dataSource = createDataSource({
    url: config.DATABASE_URL,
    pool: 5,
    entities: [...directoryEntities, ...noticesEntities],
    onPoolError: () => log.warn('database.idle-connection-lost'),
  });
  const carrier = new MailCarrier(new Db(await dataSource.initialize()), settings, (fault) =>
    log.warn({ fault }, 'mail.trouble'),
  );
  for (const end of ['SIGTERM', 'SIGINT', 'disconnect'] as const) process.on(end, () => carrier.stop());
  if (!process.connected) carrier.stop();
  await carrier.run();
  await dataSource.destroy();
  process.exit(0);
} catch (error) {
  log.fatal({ error: error instanceof Error ? error.message : 'unknown' }, 'mail.carrier-did-not-start');
  process.exit(1);
}
