import { randomUUID } from 'node:crypto';
import type { Tx } from '@banso/platform';
import { In } from 'typeorm';
import { type Seat, InboxItem } from './inbox-item.entity.js';
import { isNoticeKind, type NoticeKind, ruleOf } from './notice-kinds.js';
import { NoticeSetting } from './notice-setting.entity.js';
import { Notice } from './notice.entity.js';

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

export interface Spreading {
  readonly now: Date;
  /** The installation sends mail. */
  readonly mail: boolean;
}

/** Puts a notice into the inbox of everybody whom it is for, and asks for their mail. For background work of the prefecture. */
export async function spread(tx: Tx, noticeId: string, { now, mail }: Spreading): Promise<InboxItem[]> {
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
  const items = seats.map((seat) => InboxItem.of(notice, kind, seat, ruleOf(kind).asks === 'ACTION'));
  if (mail && !notice.settledAt) await askForMail(tx, kind, items);
  await tx.insert(InboxItem, items);
  await tx.update(Notice, { id: notice.id }, { spreadAt: now });
  return items;
}

/** Mail at once for what needs an action, the digest for the rest, as each person wants it. */
async function askForMail(tx: Tx, kind: NoticeKind, items: readonly InboxItem[]): Promise<void> {
  const settings = await tx.findBy(NoticeSetting, { accountId: In(items.map(({ accountId }) => accountId)) });
  const byAccount = new Map(settings.map((setting) => [setting.accountId, setting]));
  for (const item of items) {
    const setting = byAccount.get(item.accountId);
    if (!setting?.confirmedAt || (!setting.wants(kind) && mayStop(kind, item.role))) continue;
    if (!item.needsAction) {
      item.forDigest = setting.digest;
      continue;
    }
    item.mailId = randomUUID();
    await tx.query(
      `INSERT INTO mail (id, prefecture_id, account_id, purpose) VALUES ($1, $2, $3, 'ACTION')`,
      [item.mailId, item.prefectureId, item.accountId],
    );
  }
}

export const mayStop = (kind: NoticeKind, role: InboxItem['role']): boolean =>
  ruleOf(kind).mayStop.some((one) => one === role);

export interface Settled {
  readonly aboutType: string;
  readonly aboutId: string;
  readonly kinds: readonly string[] | null;
  readonly before: string;
  readonly begun: string;
}

/** Closes what asked for something that is done now; also what has not been spread yet. */
export async function settle(tx: Tx, settled: Settled, now: Date): Promise<void> {
  const { aboutType, aboutId, kinds, before, begun } = settled;
  const [rows]: [{ id: string }[], number] = await tx.query(
    `UPDATE notice SET settled_at = $5
     WHERE about_type = $1 AND about_id = $2 AND (at < $3 OR created_at < $6) AND settled_at IS NULL
       AND ($4::text[] IS NULL OR kind = ANY ($4)) RETURNING id`,
    [aboutType, aboutId, before, kinds, now, begun],
  );
  await tx.query(
    `UPDATE inbox_item SET done_at = $2, done_how = 'SETTLED' WHERE notice_id = ANY ($1) AND done_at IS NULL`,
    [rows.map(({ id }) => id), now],
  );
}
