import { type Actor, type LocalDate, permit } from '@banso/kernel';
import type { Tx } from '@banso/platform';
import { IS_MADE } from './made-visits.js';
import { may } from './overview.policy.js';
import { SIZE_IN_SQL, type Size } from './town-size.js';
import { type Year, yearBefore } from './year.js';

/** How far a town has been reached in a year. A visit on site weighs more than any number of calls. */
export const REACHES = ['NOT_VISITED', 'ONLINE_ONLY', 'VISITED'] as const;
export type Reach = (typeof REACHES)[number];

/** One municipality of the register. */
export interface TownCoverage {
  readonly municipalityId: string;
  readonly size: Size;
  readonly reach: Reach;
  /** Visits made in the year, on site and online. */
  readonly onSite: number;
  readonly online: number;
  /** The last visit on site up to the day that is counted to, of whatever year, and how many days ago that is. */
  readonly lastOn: LocalDate | null;
  readonly daysSince: number | null;
  /** Visits in the year before. */
  readonly onSiteBefore: number;
  readonly onlineBefore: number;
}

/** The same of all towns. */
export interface CoverageFigures {
  readonly towns: number;
  readonly visited: number;
  readonly onlineOnly: number;
  readonly notVisited: number;
  readonly onSite: number;
  readonly online: number;
}

export interface Coverage extends CoverageFigures {
  readonly year: Year;
  /** Of the whole year before. */
  readonly before: CoverageFigures;
  /** Those that nobody has visited first, and of these those that have waited longest. */
  readonly rows: readonly TownCoverage[];
}

type Row = Omit<TownCoverage, 'reach'>;

const TOWNS = `
  SELECT town.id AS "municipalityId", ${SIZE_IN_SQL} AS size,
         coalesce(made.on_site, 0)::int AS "onSite", coalesce(made.online, 0)::int AS online,
         coalesce(made.on_site_before, 0)::int AS "onSiteBefore",
         coalesce(made.online_before, 0)::int AS "onlineBefore",
         made.last_on::text AS "lastOn", $6::date - made.last_on AS "daysSince"
  FROM municipality town
  LEFT JOIN (
    SELECT visit.municipality_id,
           count(*) FILTER (WHERE visit.mode = 'ON_SITE' AND visit.starts_at >= $2) AS on_site,
           count(*) FILTER (WHERE visit.mode = 'ONLINE' AND visit.starts_at >= $2) AS online,
           count(*) FILTER (WHERE visit.mode = 'ON_SITE' AND visit.starts_at >= $3 AND visit.starts_at < $4) AS on_site_before,
           count(*) FILTER (WHERE visit.mode = 'ONLINE' AND visit.starts_at >= $3 AND visit.starts_at < $4) AS online_before,
           max((visit.starts_at AT TIME ZONE 'Asia/Tokyo')::date) FILTER (WHERE visit.mode = 'ON_SITE') AS last_on
    FROM visit
    WHERE visit.prefecture_id = $1 AND visit.starts_at < $5 AND ${IS_MADE}
    GROUP BY visit.municipality_id
  ) made ON made.municipality_id = town.id
  WHERE town.prefecture_id = $1
  ORDER BY coalesce(made.on_site, 0) > 0, made.last_on NULLS FIRST, town.id`;

/** Every town of the prefecture, whoever asks: for those who may see them all, or for figures without names. */
export async function coveredTowns(tx: Tx, prefectureId: string, year: Year): Promise<TownCoverage[]> {
  const before = yearBefore(year);
  const rows = await tx.query<Row[]>(TOWNS, [
    prefectureId,
    year.startsAt,
    before.startsAt,
    before.endsAt,
    year.endsAt,
    year.countedTo,
  ]);
  return rows.map((row) => ({ ...row, reach: reachOf(row.onSite, row.online) }));
}

const reachOf = (onSite: number, online: number): Reach =>
  onSite > 0 ? 'VISITED' : online > 0 ? 'ONLINE_ONLY' : 'NOT_VISITED';

/** 全市町村訪問: which towns of the register have had a visit that was made in the year. One statement. */
export async function coverage(tx: Tx, actor: Actor, year: Year): Promise<Coverage> {
  permit(may.read(actor));
  const rows = await coveredTowns(tx, actor.prefectureId, year);
  return {
    year,
    ...figuresOf(rows),
    before: figuresOf(rows.map((row) => ({ onSite: row.onSiteBefore, online: row.onlineBefore }))),
    rows,
  };
}

function figuresOf(rows: readonly { readonly onSite: number; readonly online: number }[]): CoverageFigures {
  const reaches = rows.map(({ onSite, online }) => reachOf(onSite, online));
  const count = (reach: Reach): number => reaches.filter((one) => one === reach).length;
  const sum = (of: 'onSite' | 'online'): number => rows.reduce((all, row) => all + row[of], 0);
  return {
    towns: rows.length,
    visited: count('VISITED'),
    onlineOnly: count('ONLINE_ONLY'),
    notVisited: count('NOT_VISITED'),
    onSite: sum('onSite'),
    online: sum('online'),
  };
}
