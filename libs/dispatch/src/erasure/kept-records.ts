import { addDays, type LocalDate, localDateOf } from '@banso/kernel';
import type { RetentionKind, Tx } from '@banso/platform';
import { retentionDays } from '../retention/retention.queries.js';
import type { Subject } from './person-erasure.entity.js';

/** What stays of somebody under the number, and why. */
export const KEPT_KINDS = [
  'VISITS',
  'REQUESTS',
  'CONSULTATIONS',
  'BID_NOTES',
  'DAYS_WORKED',
  'PLANS',
] as const;
export type KeptKind = (typeof KEPT_KINDS)[number];

export interface Kept {
  readonly kind: KeptKind;
  readonly count: number;
  readonly retention: RetentionKind;
  /** When the last of them is over, by the rules of today. */
  readonly until: LocalDate;
}

const KEPT: Readonly<Record<KeptKind, { readonly retention: RetentionKind; readonly rows: string }>> = {
  VISITS: {
    retention: 'CASES',
    rows: 'SELECT t.ends_at AS at FROM visit t WHERE t.specialist_id = p.specialist',
  },
  REQUESTS: {
    retention: 'CASES',
    rows: 'SELECT t.updated_at AS at FROM support_request t WHERE (t.filed_by = p.account OR t.specialist_id = p.specialist)',
  },
  CONSULTATIONS: {
    retention: 'CASES',
    rows: 'SELECT t.updated_at AS at FROM consultation t WHERE (t.filed_by = p.account OR t.specialist_id = p.specialist)',
  },
  BID_NOTES: {
    retention: 'CASES',
    rows: 'SELECT t.advised_at AS at FROM bid_restriction_note t WHERE t.specialist_id = p.specialist',
  },
  DAYS_WORKED: {
    retention: 'AGREEMENTS',
    rows: 'SELECT l.ends_on::timestamptz AS at FROM attendance t JOIN placement l ON l.id = t.placement_id WHERE t.specialist_id = p.specialist',
  },
  PLANS: {
    retention: 'PLANS',
    rows: 'SELECT t.requested_at AS at FROM planning_run t WHERE t.requested_by = p.account',
  },
};

export async function keptOf(tx: Tx, prefectureId: string, subject: Subject): Promise<Kept[]> {
  const days = await retentionDays(tx, prefectureId);
  const kept: Kept[] = [];
  for (const kind of KEPT_KINDS) {
    const { retention, rows } = KEPT[kind];
    const [row]: { n: number; last: Date | null }[] = await tx.query(
      `WITH p AS (SELECT $1::uuid AS account, $2::uuid AS specialist, $3::text AS prefecture)
       SELECT count(*)::int AS n, max(at) AS last FROM p, LATERAL (${rows} AND t.prefecture_id = p.prefecture) row`,
      [subject.accountId, subject.specialistId, prefectureId],
    );
    if (row?.last)
      kept.push({ kind, count: row.n, retention, until: addDays(localDateOf(row.last), days(retention)) });
  }
  return kept;
}
