import { randomUUID } from 'node:crypto';
import { isWorkingDay } from '@banso/directory';
import { groupBy, instantAt, type LocalDate, localDateOf } from '@banso/kernel';
import type { Tx } from '@banso/platform';

/** Who of these specialists of a prefecture does not work on a day. */
export type AwayOn = (tx: Tx, asked: AskedAway) => Promise<ReadonlySet<string>>;
export interface AskedAway {
  readonly prefectureId: string;
  readonly specialistIds: readonly string[];
  readonly date: LocalDate;
}

/** Digests written in one go; the rest a minute later. */
const BATCH = 2_000;

interface Due {
  readonly accountId: string;
  readonly prefectureId: string;
  readonly specialistId: string | null;
  readonly digestMinute: number;
}

const DUE = `
  SELECT i.account_id AS "accountId", i.prefecture_id AS "prefectureId", s.digest_minute AS "digestMinute",
         max(i.specialist_id::text) AS "specialistId"
  FROM inbox_item i JOIN notice_setting s ON s.account_id = i.account_id
  WHERE i.for_digest AND s.digest AND s.confirmed_at IS NOT NULL AND s.digest_minute <= $1
    AND i.at < $2::timestamptz + interval '1 minute' * s.digest_minute
    AND NOT EXISTS (SELECT FROM mail m WHERE m.account_id = i.account_id AND m.prefecture_id = i.prefecture_id
      AND m.digest_on = $3)
  GROUP BY i.account_id, i.prefecture_id, s.digest_minute ORDER BY 1, 2 LIMIT ${BATCH}`;

/**
 * One mail to everybody whose hour has come, about what happened before it. Not on days on which the offices are closed
 * or the person does not work: what waits goes with the next one. For background work.
 */
export async function writeDigests(tx: Tx, now: Date, awayOn: AwayOn): Promise<number> {
  const today = localDateOf(now);
  if (!isWorkingDay(today)) return 0;
  const midnight = instantAt(today, 0);
  const minute = Math.floor((now.getTime() - midnight.getTime()) / 60_000);
  // What somebody has seen to, or does not want any more, is not repeated.
  await tx.query(
    `UPDATE inbox_item i SET for_digest = false FROM notice_setting s
     WHERE i.for_digest AND s.account_id = i.account_id AND (i.done_at IS NOT NULL OR NOT s.digest OR i.kind = ANY (s.stopped))`,
  );
  const due: Due[] = await tx.query(DUE, [minute, midnight, today]);
  const away = new Set<string>();
  for (const [prefectureId, people] of groupBy(due, (one) => one.prefectureId)) {
    const specialistIds = people.flatMap(({ specialistId }) => specialistId ?? []);
    if (specialistIds.length === 0) continue;
    for (const id of await awayOn(tx, { prefectureId, specialistIds, date: today })) away.add(id);
  }
  const wanted = due.filter(({ specialistId }) => specialistId === null || !away.has(specialistId));
  for (const { accountId, prefectureId, digestMinute } of wanted) {
    const id = randomUUID();
    const written: unknown[] = await tx.query(
      `INSERT INTO mail (id, prefecture_id, account_id, purpose, digest_on) VALUES ($1, $2, $3, 'DIGEST', $4)
       ON CONFLICT (account_id, prefecture_id, digest_on) WHERE digest_on IS NOT NULL DO NOTHING RETURNING id`,
      [id, prefectureId, accountId, today],
    );
    if (written.length === 0) continue;
    await tx.query(
      `UPDATE inbox_item SET mail_id = $1, for_digest = false
       WHERE account_id = $2 AND prefecture_id = $3 AND for_digest AND at < $4`,
      [id, accountId, prefectureId, instantAt(today, digestMinute)],
    );
  }
  return wanted.length;
}
