import { type Actor, type LocalDate, type Page, type PageRequest, permit } from '@banso/kernel';
import type { Tx } from '@banso/platform';
import { ENDED, type SupportRequestStatus } from '@banso/support';
import { IS_MADE } from './made-visits.js';
import { may } from './overview.policy.js';
import { sqlPage } from './rows/sql-page.js';
import { SIZE_IN_SQL, type Size, SIZES } from './town-size.js';
import { type Year, yearBefore } from './year.js';

/** Up to what: the hub's first step after the receipt, or the first visit that was made. */
export const WAITS = ['CONTACT', 'VISIT'] as const;
export type Wait = (typeof WAITS)[number];

/** Whether what is waited for has come. What ended without it is neither. */
export const WAIT_STATES = ['MET', 'WAITING', 'ENDED'] as const;
export type WaitState = (typeof WAIT_STATES)[number];

/** A request that was received in the year. Days are calendar days in Japan. */
export interface WaitRow {
  readonly id: string;
  readonly number: string | null;
  readonly title: string;
  readonly municipalityId: string;
  readonly size: Size;
  readonly status: SupportRequestStatus;
  readonly receivedOn: LocalDate;
  readonly contactOn: LocalDate | null;
  readonly contactDays: number | null;
  readonly contactState: WaitState;
  readonly visitOn: LocalDate | null;
  readonly visitDays: number | null;
  readonly visitState: WaitState;
  readonly at: string;
}

const ended = ENDED.map((status) => `'${status}'`).join(', ');

/** Requests received between $2 and $3 in the prefecture $1, as they stand on $4. */
const REQUESTS = `
  SELECT request.id, request.number, request.title, request.municipality_id AS "municipalityId",
         ${SIZE_IN_SQL} AS size, request.status, request.received_on::text AS "receivedOn",
         contact.on_date::text AS "contactOn", contact.on_date - request.received_on AS "contactDays",
         CASE WHEN contact.on_date IS NOT NULL THEN 'MET'
           WHEN request.status IN (${ended}) THEN 'ENDED' ELSE 'WAITING' END AS "contactState",
         made.on_date::text AS "visitOn", made.on_date - request.received_on AS "visitDays",
         CASE WHEN made.on_date IS NOT NULL THEN 'MET'
           WHEN request.status IN (${ended}) THEN 'ENDED' ELSE 'WAITING' END AS "visitState",
         $4::date - request.received_on AS "daysSoFar",
         to_char(request.submitted_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') AS at
  FROM (SELECT r.*, (r.submitted_at AT TIME ZONE 'Asia/Tokyo')::date AS received_on FROM support_request r
        WHERE r.prefecture_id = $1 AND r.submitted_at >= $2 AND r.submitted_at < $3) request
  JOIN municipality town ON town.id = request.municipality_id
  LEFT JOIN LATERAL (
    SELECT (min(event.at) AT TIME ZONE 'Asia/Tokyo')::date AS on_date FROM support_request_event event
    WHERE event.support_request_id = request.id AND event.at >= request.submitted_at AND event.actor_role = 'HUB_STAFF'
      AND event.to_status NOT IN ('DRAFT', 'IN_APPROVAL', 'AWAITING_INTAKE')
  ) contact ON true
  LEFT JOIN LATERAL (
    SELECT (min(visit.starts_at) AT TIME ZONE 'Asia/Tokyo')::date AS on_date FROM visit
    WHERE visit.support_request_id = request.id AND ${IS_MADE}
  ) made ON true`;

const parametersOf = (prefectureId: string, year: Year): readonly unknown[] => [
  prefectureId,
  year.startsAt,
  year.endsAt,
  year.countedTo,
];

export interface WaitFilter {
  readonly size?: Size | null;
  readonly wait?: Wait | null;
  /** Of the wait that is named; without one of the wait for a visit. */
  readonly state?: WaitState | null;
}

/** The requests behind the figures, the latest first. */
export function listWaits(
  tx: Tx,
  actor: Actor,
  { year, filter }: { readonly year: Year; readonly filter: WaitFilter },
  page: PageRequest,
): Promise<Page<WaitRow>> {
  permit(may.read(actor));
  const column = filter.wait === 'CONTACT' ? 'contactState' : 'visitState';
  return sqlPage<WaitRow>(
    tx,
    {
      sql: `SELECT * FROM (${REQUESTS}) waits WHERE ($5::text IS NULL OR waits.size = $5)
        AND ($6::text IS NULL OR waits."${column}" = $6)`,
      parameters: [...parametersOf(actor.prefectureId, year), filter.size ?? null, filter.state ?? null],
      keyOf: ({ at, id }) => [at, id],
    },
    page,
  );
}

/** How long it took, in days; null where nothing has come yet. The nearest rank, so that each figure is a real wait. */
export interface WaitFigures {
  readonly wait: Wait;
  /** Null: of all towns. */
  readonly size: Size | null;
  readonly met: number;
  readonly median: number | null;
  readonly ninetieth: number | null;
  readonly longest: number | null;
  readonly waiting: number;
  /** The longest that somebody waits so far. */
  readonly longestSoFar: number | null;
}

export interface Waits {
  readonly year: Year;
  readonly received: number;
  readonly figures: readonly WaitFigures[];
  readonly before: readonly WaitFigures[];
}

const measured = (wait: string): string => `
  count(*) FILTER (WHERE "${wait}State" = 'MET')::int AS "${wait}Met",
  percentile_disc(0.5) WITHIN GROUP (ORDER BY "${wait}Days") AS "${wait}Median",
  percentile_disc(0.9) WITHIN GROUP (ORDER BY "${wait}Days") AS "${wait}Ninetieth",
  max("${wait}Days") AS "${wait}Longest",
  count(*) FILTER (WHERE "${wait}State" = 'WAITING')::int AS "${wait}Waiting",
  max("daysSoFar") FILTER (WHERE "${wait}State" = 'WAITING') AS "${wait}LongestSoFar"`;

const FIGURES = `SELECT size, count(*)::int AS received, ${measured('contact')}, ${measured('visit')}
  FROM (${REQUESTS}) waits GROUP BY GROUPING SETS ((), (size))`;

type Measured = Omit<WaitFigures, 'wait' | 'size'>;
type FigureRow = Readonly<Record<string, number | null>> & { readonly size: Size | null };

const NONE: Measured = {
  met: 0,
  median: null,
  ninetieth: null,
  longest: null,
  waiting: 0,
  longestSoFar: null,
};

/** 待ち: from the receipt to the first contact and to the first visit, by size of town. One statement for each year. */
export async function waits(tx: Tx, actor: Actor, year: Year): Promise<Waits> {
  permit(may.read(actor));
  const { received, figures } = await waitFigures(tx, actor.prefectureId, year);
  const before = await waitFigures(tx, actor.prefectureId, yearBefore(year));
  return { year, received, figures, before: before.figures };
}

/** Figures alone, without a name; the caller says who may have them. */
export async function waitFigures(
  tx: Tx,
  prefectureId: string,
  year: Year,
): Promise<Pick<Waits, 'received' | 'figures'>> {
  const rows = await tx.query<FigureRow[]>(FIGURES, [...parametersOf(prefectureId, year)]);
  const sizes = [null, ...SIZES];
  const figures = WAITS.flatMap((wait) =>
    sizes.map((size): WaitFigures => {
      const row = rows.find((one) => one.size === size);
      return { wait, size, ...(row ? measuredIn(row, wait === 'CONTACT' ? 'contact' : 'visit') : NONE) };
    }),
  );
  return { received: rows.find(({ size }) => size === null)?.['received'] ?? 0, figures };
}

const measuredIn = (row: FigureRow, name: 'contact' | 'visit'): Measured => ({
  met: row[`${name}Met`] ?? 0,
  median: row[`${name}Median`] ?? null,
  ninetieth: row[`${name}Ninetieth`] ?? null,
  longest: row[`${name}Longest`] ?? null,
  waiting: row[`${name}Waiting`] ?? 0,
  longestSoFar: row[`${name}LongestSoFar`] ?? null,
});

/** The middle of one town's own waits. */
export async function ownWaits(
  tx: Tx,
  { prefectureId, municipalityId }: { readonly prefectureId: string; readonly municipalityId: string },
  year: Year,
): Promise<{ readonly contact: number | null; readonly visit: number | null; readonly received: number }> {
  const [row] = await tx.query<{ contact: number | null; visit: number | null; received: number }[]>(
    `SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY "contactDays") AS contact,
            percentile_disc(0.5) WITHIN GROUP (ORDER BY "visitDays") AS visit, count(*)::int AS received
     FROM (${REQUESTS}) waits WHERE waits."municipalityId" = $5`,
    [...parametersOf(prefectureId, year), municipalityId],
  );
  return row ?? { contact: null, visit: null, received: 0 };
}
