import { purgeExpiredSessions } from '@banso/directory';
import { forgetImportRows } from '@banso/exchange';
import type { Clock } from '@banso/kernel';
import { defineJob, forgetClientKeys, type QuickHandler } from '@banso/platform';
import { z } from 'zod';

/** Forgets sessions that can no longer be used. */
export const purgeSessions = defineJob('worker.purge-sessions', z.object({}));
/** Forgets outbox rows whose work was done long ago. */
export const purgeOutbox = defineJob('worker.purge-outbox', z.object({}));
/** Forgets wishes that nobody will repeat any more. */
export const purgeClientKeys = defineJob('worker.purge-client-keys', z.object({}));
/** Forgets rows of imports that can no longer be taken in or back. */
export const purgeTableImports = defineJob('worker.purge-table-imports', z.object({}));

export const housekeepingJobs = [purgeSessions, purgeOutbox, purgeClientKeys, purgeTableImports];

type Nothing = Record<string, never>;

export const purgeSessionsHandler = (clock: Clock): QuickHandler<Nothing> => ({
  run: async (tx) => void (await purgeExpiredSessions(tx, clock.now())),
});

/** Rows set aside after many failures stay: somebody has to look at them. */
export const purgeOutboxHandler: QuickHandler<Nothing> = {
  run: async (tx) => {
    await tx.query(`DELETE FROM outbox WHERE done_at < now() - interval '30 days'`);
  },
};

export const purgeClientKeysHandler = (clock: Clock): QuickHandler<Nothing> => ({
  run: async (tx) => void (await forgetClientKeys(tx, clock.now())),
});

export const purgeTableImportsHandler = (clock: Clock): QuickHandler<Nothing> => ({
  run: (tx) => forgetImportRows(tx, clock.now()),
});
