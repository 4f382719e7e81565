import type { Tx } from '@banso/platform';
import { CONSULTATION_NEXT, ENDED, SUPPORT_REQUEST_STATUSES } from '@banso/support';
import type { Subject } from './person-erasure.entity.js';

/** What somebody still stands in: nobody is erased out of work. */
export const UNSETTLED_KINDS = [
  'MEMBERSHIP',
  'POOL',
  'REQUEST',
  'CONSULTATION',
  'VISIT',
  'PLACEMENT',
] as const;
export type UnsettledKind = (typeof UNSETTLED_KINDS)[number];

export interface Unsettled {
  readonly kind: UnsettledKind;
  readonly count: number;
}

const REQUESTS = SUPPORT_REQUEST_STATUSES.filter((status) => !ENDED.includes(status));
const CONSULTATIONS = Object.entries(CONSULTATION_NEXT).flatMap(([status, next]) =>
  next.length > 0 ? [status] : [],
);

/** The rows of each kind, for $1 account, $2 specialist, $3 prefecture and the states in which work goes on ($4, $5). */
const COUNTS: Readonly<Record<UnsettledKind, string>> = {
  MEMBERSHIP: 'membership t WHERE t.account_id = p.account AND t.ended_at IS NULL',
  POOL: 'specialist t WHERE t.id = p.specialist AND t.active',
  REQUEST:
    'support_request t WHERE (t.filed_by = p.account OR t.specialist_id = p.specialist) AND t.status = ANY (p.requests)',
  CONSULTATION:
    'consultation t WHERE (t.filed_by = p.account OR t.specialist_id = p.specialist) AND t.status = ANY (p.consultations)',
  VISIT: `visit t WHERE t.specialist_id = p.specialist AND t.status IN ('HELD', 'PUBLISHED', 'CONFIRMED')`,
  // An agreement binds bodies; a person stands in it by a placement.
  PLACEMENT: `placement t WHERE t.specialist_id = p.specialist AND t.status IN ('PLANNED', 'ACTIVE')`,
};

/** Everything that has to end, or to be handed over, before somebody can be erased here. */
export async function unsettledOf(tx: Tx, prefectureId: string, subject: Subject): Promise<Unsettled[]> {
  const counts = UNSETTLED_KINDS.map(
    (kind) => `(SELECT count(*)::int FROM ${COUNTS[kind]} AND t.prefecture_id = p.prefecture) AS "${kind}"`,
  );
  const [row]: Record<string, number>[] = await tx.query(
    `WITH p AS (SELECT $1::uuid AS account, $2::uuid AS specialist, $3::text AS prefecture, $4::text[] AS requests,
       $5::text[] AS consultations) SELECT ${counts.join(', ')} FROM p`,
    [subject.accountId, subject.specialistId, prefectureId, REQUESTS, CONSULTATIONS],
  );
  return UNSETTLED_KINDS.map((kind) => ({ kind, count: row?.[kind] ?? 0 })).filter(({ count }) => count > 0);
}
