import type { Tx } from '@banso/platform';

/**
 * How many visits of each request wait for a town to mark half-days: no slot is held for them, and no plan should give
 * them a date meanwhile. Not those `released`.
 */
export async function visitsAskedFor(
  tx: Tx,
  requestIds: readonly string[],
  released: ReadonlySet<string>,
): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.query<{ id: string; count: number }[]>(
    `SELECT support_request_id AS id, count(*)::int AS count FROM date_inquiry
     WHERE support_request_id = ANY ($1) AND way = 'GRID' AND status IN ('OPEN', 'ANSWERED') AND id <> ALL ($2)
     GROUP BY support_request_id`,
    [requestIds, [...released]],
  );
  return new Map(rows.map(({ id, count }) => [id, count]));
}
