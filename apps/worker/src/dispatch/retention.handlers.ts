import { applyRetention, letGo } from '@banso/dispatch';
import type { Clock } from '@banso/kernel';
import { enqueue, log, type QuickHandler } from '@banso/platform';

type Nothing = Record<string, never>;

/** Where there have been people there may be records; once for each prefecture and day, however often it is asked. */
export const sweepRetentionHandler = (clock: Clock): QuickHandler<Nothing> => ({
  run: async (tx) => {
    const places: { id: string }[] = await tx.query(
      'SELECT DISTINCT prefecture_id AS id FROM membership WHERE prefecture_id IS NOT NULL ORDER BY 1',
    );
    for (const { id } of places)
      await enqueue(tx, letGo, {}, { prefectureId: id, dedupKey: `let-go:${id}:${clock.today()}` });
  },
});

/** One batch; what is left is asked for again, so that nobody waits behind a large one. */
export const letGoHandler = (clock: Clock): QuickHandler<Nothing> => ({
  run: async (tx, actor) => {
    const { prefectureId } = actor;
    if (prefectureId === null) return;
    const { rows, more } = await applyRetention(tx, prefectureId, clock);
    log.info({ prefectureId, rows, more }, 'retention.ran');
    if (more) await enqueue(tx, letGo, {}, { prefectureId });
  },
});
