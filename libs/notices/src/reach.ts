import { beyondOwnRows, type Tx } from '@banso/platform';

/** Who would hear of something that a town or a specialist is told, and how. */
export interface Reach {
  /** Town or specialist. */
  readonly id: string;
  /** People with an inbox. */
  readonly people: number;
  /** Of these, people who have confirmed an address for mail. */
  readonly byMail: number;
}

const REACH = `
  SELECT coalesce(m.municipality_id, m.specialist_id::text) AS id, count(DISTINCT m.account_id)::int AS people,
    count(DISTINCT s.account_id) FILTER (WHERE s.confirmed_at IS NOT NULL)::int AS "byMail"
  FROM membership m JOIN account a ON a.id = m.account_id
  LEFT JOIN notice_setting s ON s.account_id = m.account_id
  WHERE m.prefecture_id = $1 AND m.ended_at IS NULL AND a.disabled_at IS NULL
    AND (m.municipality_id = ANY ($2) AND m.role = 'MUNICIPALITY_STAFF'
      OR m.specialist_id::text = ANY ($3) AND m.role = 'SPECIALIST')
  GROUP BY 1`;

/** How towns and specialists of a prefecture are reached: counts only, nobody's address. Nobody = no row. */
export const reachOf = (
  tx: Tx,
  prefectureId: string | null,
  { towns, specialists }: { readonly towns: readonly string[]; readonly specialists: readonly string[] },
): Promise<Reach[]> => beyondOwnRows(tx, () => tx.query<Reach[]>(REACH, [prefectureId, towns, specialists]));
