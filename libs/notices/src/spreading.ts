import { type Seat, InboxItem } from './inbox-item.entity.js';
import { isNoticeKind, ruleOf } from './notice-kinds.js';
import { Notice } from './notice.entity.js';
import type { Tx } from '@banso/platform';

/** The seats that an audience has now: people who are there, each once. */
const SEATS = `
  SELECT DISTINCT ON (m.account_id) m.account_id AS "accountId", m.role, m.municipality_id AS "municipalityId",
         m.specialist_id AS "specialistId"
  FROM membership m JOIN account a ON a.id = m.account_id
  WHERE m.prefecture_id = $1 AND m.ended_at IS NULL AND a.disabled_at IS NULL AND m.role <> 'OPERATOR'
    AND ((m.role = 'MUNICIPALITY_STAFF' AND m.municipality_id = $2)
      OR (m.role = 'SPECIALIST' AND m.specialist_id = $3)
      OR m.account_id = $4
      OR (m.role = 'HUB_STAFF' AND $5 = ANY (m.duties)))
  ORDER BY m.account_id, m.role, m.id`;

/** Puts a notice into the inbox of everybody whom it is for. For background work of the prefecture. */
export async function spread(tx: Tx, noticeId: string, now: Date): Promise<InboxItem[]> {
  const notice = await tx
    .createQueryBuilder(Notice, 'notice')
    .setLock('pessimistic_write')
    .where('notice.id = :noticeId AND notice.spreadAt IS NULL', { noticeId })
    .getOne();
  if (!notice || !isNoticeKind(notice.kind)) return [];
  const { kind, prefectureId, municipalityId, specialistId, accountId, hubDuty } = notice;
  const seats: Seat[] = await tx.query(SEATS, [
    prefectureId,
    municipalityId,
    specialistId,
    accountId,
    hubDuty,
  ]);
  const needsAction = ruleOf(kind).asks === 'ACTION';
  const items = seats.map((seat) => InboxItem.of(notice, kind, seat, needsAction));
  await tx.insert(InboxItem, items);
  notice.spreadAt = now;
  await tx.update(Notice, { id: notice.id }, { spreadAt: now });
  return items;
}

export interface Settled {
  readonly aboutType: string;
  readonly aboutId: string;
  readonly kinds: readonly string[] | null;
  readonly before: string;
}

/** Closes what asked for something that is done now; also what has not been spread yet. */
export async function settle(tx: Tx, settled: Settled, now: Date): Promise<void> {
  const { aboutType, aboutId, kinds, before } = settled;
  const [rows]: [{ id: string }[], number] = await tx.query(
    `UPDATE notice SET settled_at = $5
     WHERE about_type = $1 AND about_id = $2 AND at < $3 AND settled_at IS NULL
       AND ($4::text[] IS NULL OR kind = ANY ($4)) RETURNING id`,
    [aboutType, aboutId, before, kinds, now],
  );
  await tx.query(
    `UPDATE inbox_item SET done_at = $2, done_how = 'SETTLED' WHERE notice_id = ANY ($1) AND done_at IS NULL`,
    [rows.map(({ id }) => id), now],
  );
}
