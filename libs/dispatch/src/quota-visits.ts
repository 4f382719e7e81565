import { type CountedVisit, type Quota, spanOf } from '@banso/engagement';
import { type Actor, instantAt, type LocalDate, localDateOf } from '@banso/kernel';
import type { VisitMode } from '@banso/planning';
import type { Tx } from '@banso/platform';
import { supportRequestsByIds } from '@banso/support';

/** A visit somewhere, as rows and plans have it. */
interface Placed {
  readonly supportRequestId: string;
  readonly visitNo: number;
  readonly specialistId: string;
  readonly municipalityId: string;
  readonly mode: VisitMode;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** The theme of each request. */
export type Themes = ReadonlyMap<string, string | null>;

export async function themesOf(tx: Tx, actor: Actor, requestIds: readonly string[]): Promise<Themes> {
  const requests = await supportRequestsByIds(tx, actor, [...new Set(requestIds)]);
  return new Map(requests.map(({ id, themeId }) => [id, themeId]));
}

/** A visit that is not published yet, as quotas count it. */
export const countedAs = (visit: Placed, themes: Themes): CountedVisit => ({
  id: `${visit.supportRequestId} ${visit.visitNo}`,
  specialistId: visit.specialistId,
  municipalityId: visit.municipalityId,
  supportRequestId: visit.supportRequestId,
  themeId: themes.get(visit.supportRequestId) ?? null,
  mode: visit.mode,
  date: localDateOf(visit.startsAt),
  minutes: Math.round((visit.endsAt.getTime() - visit.startsAt.getTime()) / 60_000),
});

const STANDING = `
  SELECT visit.id, visit.specialist_id AS "specialistId", visit.municipality_id AS "municipalityId",
    visit.support_request_id AS "supportRequestId", request.theme_id AS "themeId", visit.mode,
    to_char(visit.starts_at AT TIME ZONE 'Asia/Tokyo', 'YYYY-MM-DD') AS date,
    (extract(epoch FROM visit.ends_at - visit.starts_at) / 60)::int AS minutes
  FROM visit JOIN support_request request ON request.id = visit.support_request_id
  WHERE visit.prefecture_id = $1 AND visit.status <> 'CANCELLED'
    -- Of the slots that are held for one visit one will be used: the first counts.
    AND (visit.status <> 'HELD' OR NOT EXISTS (
      SELECT 1 FROM visit earlier WHERE earlier.support_request_id = visit.support_request_id
        AND earlier.visit_no = visit.visit_no AND earlier.status = 'HELD'
        AND (earlier.starts_at, earlier.id) < (visit.starts_at, visit.id)))
    AND ((visit.starts_at >= $2 AND visit.starts_at < $3) OR visit.support_request_id = ANY ($4))
  ORDER BY visit.id`;

/**
 * Every visit that stands (published, confirmed or done; not cancelled) or is held for a town, and may count beside those of `dates`: of the
 * months and years of these days, and of the named requests whenever it was. One query, and nothing that is kept: a visit
 * that is called off is free again at once.
 */
export async function standingVisits(
  tx: Tx,
  actor: Actor,
  quotas: readonly Quota[],
  about: { readonly dates: readonly LocalDate[]; readonly requestIds: readonly string[] },
): Promise<CountedVisit[]> {
  if (quotas.length === 0) return [];
  const { from, to } = rangeOf(quotas, about.dates);
  return tx.query<CountedVisit[]>(STANDING, [actor.prefectureId, from, to, about.requestIds]);
}

const EVER = { from: '-infinity', to: 'infinity' };

/** From the first instant that may count to the one after the last. */
function rangeOf(
  quotas: readonly Quota[],
  dates: readonly LocalDate[],
): { from: Date | string; to: Date | string } {
  // Without an end only the case itself says which visits: those are named.
  if (quotas.some(({ period, scope }) => period === 'WHOLE' && scope !== 'CASE')) return EVER;
  const spans = quotas.flatMap((quota) => dates.flatMap((date) => spanOf(quota, date) || []));
  const bounds = [...new Set(spans)].map(boundsOf);
  const from = bounds.map((one) => one.from).sort()[0];
  const to = bounds
    .map((one) => one.to)
    .sort()
    .at(-1);
  return from === undefined || to === undefined
    ? { from: 'infinity', to: 'infinity' }
    : { from: instantAt(from, 0), to: instantAt(to, 0) };
}

/** First day of a month or fiscal year, and of the next. */
function boundsOf(span: string): { from: LocalDate; to: LocalDate } {
  const [year = 0, month] = span.split('-').map(Number);
  if (month === undefined) return { from: `${year}-04-01`, to: `${year + 1}-04-01` };
  const next = month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, '0')}`;
  return { from: `${span}-01`, to: `${next}-01` };
}
