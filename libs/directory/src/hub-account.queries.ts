import type { Tx } from '@banso/platform';

/** How many people of a prefecture can sign in, and of how many towns. */
export interface LivePrefecture {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string;
  readonly hubAccounts: number;
  readonly towns: number;
}

const CAN_SIGN_IN = `m.ended_at IS NULL AND EXISTS (
  SELECT 1 FROM account a WHERE a.id = m.account_id AND a.disabled_at IS NULL)`;

/** Whether anybody of the hub can sign in. */
export async function hasHubAccount(tx: Tx, prefectureId: string): Promise<boolean> {
  const found = await tx.query<unknown[]>(
    `SELECT 1 FROM membership m WHERE m.role = 'HUB_STAFF' AND m.prefecture_id = $1 AND ${CAN_SIGN_IN} LIMIT 1`,
    [prefectureId],
  );
  return found.length > 0;
}

/** Prefectures of which somebody can sign in, in the order of their codes: counts, and nobody's name. */
export const livePrefectures = (tx: Tx): Promise<LivePrefecture[]> =>
  tx.query(
    `SELECT p.id, p.name, p.name_en AS "nameEn",
       count(DISTINCT m.account_id) FILTER (WHERE m.role = 'HUB_STAFF')::int AS "hubAccounts",
       count(DISTINCT m.municipality_id)::int AS towns
     FROM prefecture p JOIN membership m ON m.prefecture_id = p.id AND ${CAN_SIGN_IN}
     GROUP BY p.id ORDER BY p.id`,
  );
