import { type Actor, groupBy } from '@banso/kernel';
import type { Tx } from '@banso/platform';
import { requestsToPlan, type SupportRequest } from '@banso/support';
import { visitsAskedFor } from '../dates/visits-asked-for.js';

/** One visit of a request, by its number. */
export interface NumberedVisit {
  readonly supportRequestId: string;
  readonly visitNo: number;
}

const keyOf = ({ supportRequestId, visitNo }: NumberedVisit): string => `${supportRequestId} ${visitNo}`;

/** Visits that no plan on the table knows of: of requests that came, or were released, after it was made. */
export async function visitsSince(
  tx: Tx,
  actor: Actor,
  known: readonly NumberedVisit[],
): Promise<{ readonly visits: readonly NumberedVisit[]; readonly requests: readonly SupportRequest[] }> {
  const requests = await requestsToPlan(tx, actor);
  const ids = requests.map(({ id }) => id);
  const asked = await visitsAskedFor(tx, ids, new Set());
  const rows = await tx.query<NumberedVisit[]>(
    `SELECT support_request_id AS "supportRequestId", visit_no AS "visitNo" FROM visit
     WHERE prefecture_id = $1 AND support_request_id = ANY ($2) AND status <> 'CANCELLED'`,
    [actor.prefectureId, ids],
  );
  const taken = new Set([...rows, ...known].map(keyOf));
  const standing = groupBy(rows, ({ supportRequestId }) => supportRequestId);
  const visits = requests.flatMap(({ id, visits: wished }) => {
    // A number may have been given twice by hand: what counts is how many stand.
    const most = Math.max(wished, ...(standing.get(id) ?? []).map(({ visitNo }) => visitNo));
    const open = Array.from({ length: most }, (_, n) => ({ supportRequestId: id, visitNo: n + 1 })).filter(
      (visit) => !taken.has(keyOf(visit)),
    );
    return open.slice(0, Math.max(0, open.length - (asked.get(id) ?? 0)));
  });
  return { visits, requests };
}
