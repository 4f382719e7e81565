import { fiscalYearOf, type LocalDate } from '@banso/kernel';
import type { Quota, QuotaSubject, QuotaUnit } from './quota.entity.js';

/** A visit as quotas see it: one that stands, one of a plan, or one that is only asked for. */
export interface CountedVisit {
  readonly id: string;
  /** Null: nobody knows yet who comes. */
  readonly specialistId: string | null;
  readonly municipalityId: string;
  readonly supportRequestId: string;
  readonly themeId: string | null;
  readonly mode: 'ON_SITE' | 'ONLINE';
  readonly date: LocalDate;
  readonly minutes: number;
}

/** Whose visits an agreement covers: those of whoever is placed under it, in the term of the placement. */
export interface AgreementReach {
  readonly people: readonly {
    readonly specialistId: string;
    readonly from: LocalDate;
    readonly to: LocalDate;
  }[];
  /** Towns that are parties of it; none = every town. */
  readonly towns: readonly string[];
}

export type Reaches = ReadonlyMap<string, AgreementReach>;

/** One count of a quota: which town or case, and which month or year. */
export interface QuotaBucket {
  /** A town's code or the id of a case where each counts by itself; otherwise empty. */
  readonly part: string;
  /** `2026-12`, `2026`, or empty for its whole life. */
  readonly span: string;
}

export const bucketKey = ({ part, span }: QuotaBucket): string => `${part}|${span}`;

/** In which count of a quota a visit stands; null = in none. */
export function bucketOf(quota: QuotaSubject, visit: CountedVisit, reaches: Reaches): QuotaBucket | null {
  if (quota.counts !== 'BOTH' && quota.counts !== visit.mode) return null;
  const part = partOf(quota, visit, reaches);
  const span = part === null ? null : spanOf(quota, visit.date);
  return part === null || span === null ? null : { part, span };
}

/** The month or year that a day counts in; null = the quota is for another year. */
export function spanOf({ period, fiscalYear }: QuotaSubject, date: LocalDate): string | null {
  switch (period) {
    case 'WHOLE':
      return '';
    case 'MONTH':
      return date.slice(0, 7);
    case 'FISCAL_YEAR': {
      const year = fiscalYearOf(date);
      return fiscalYear === null || fiscalYear === year ? String(year) : null;
    }
  }
}

function partOf(quota: QuotaSubject, visit: CountedVisit, reaches: Reaches): string | null {
  switch (quota.scope) {
    case 'PREFECTURE':
      return '';
    case 'MUNICIPALITY':
      return (quota.municipalityId ?? visit.municipalityId) === visit.municipalityId
        ? visit.municipalityId
        : null;
    case 'CASE': {
      if ((quota.supportRequestId ?? visit.supportRequestId) !== visit.supportRequestId) return null;
      if ((quota.municipalityId ?? visit.municipalityId) !== visit.municipalityId) return null;
      return visit.supportRequestId;
    }
    case 'THEME':
      return quota.themeId === visit.themeId ? '' : null;
    case 'AGREEMENT':
      return isUnder(reaches.get(quota.agreementId ?? ''), visit) ? '' : null;
  }
}

const isUnder = (reach: AgreementReach | undefined, visit: CountedVisit): boolean =>
  reach !== undefined &&
  (reach.towns.length === 0 || reach.towns.includes(visit.municipalityId)) &&
  reach.people.some(
    ({ specialistId, from, to }) =>
      specialistId === visit.specialistId && from <= visit.date && visit.date <= to,
  );

/**
 * What visits use up: days (one for each person and date), minutes, or visits. Where nobody knows yet who comes, or when,
 * each visit is a day by itself.
 */
export function amountOf(unit: QuotaUnit, visits: readonly CountedVisit[]): number {
  switch (unit) {
    case 'VISITS':
      return visits.length;
    case 'HOURS':
      return visits.reduce((sum, { minutes }) => sum + minutes, 0);
    case 'DAYS':
      return new Set(
        visits.map(({ id, specialistId, date }) => (specialistId ? `${specialistId} ${date}` : id)),
      ).size;
  }
}

/** A limit in what `amountOf` counts: hours as minutes. */
export const limitOf = ({ unit, limit }: Pick<Quota, 'unit' | 'limit'>): number =>
  unit === 'HOURS' ? limit * 60 : limit;

export const QUOTA_STATES = ['FREE', 'WARN', 'FULL', 'OVER'] as const;
export type QuotaState = (typeof QUOTA_STATES)[number];

/** How near the limit an amount is. */
export function stateOf(quota: Pick<Quota, 'unit' | 'limit' | 'warnPercent'>, amount: number): QuotaState {
  const limit = limitOf(quota);
  if (amount > limit) return 'OVER';
  if (amount === limit) return 'FULL';
  return amount * 100 >= limit * quota.warnPercent ? 'WARN' : 'FREE';
}

/** The visits of a quota, by the count in which they stand. */
export function bucketsOf(
  quota: QuotaSubject,
  visits: readonly CountedVisit[],
  reaches: Reaches,
): Map<string, { readonly bucket: QuotaBucket; readonly visits: CountedVisit[] }> {
  const buckets = new Map<string, { bucket: QuotaBucket; visits: CountedVisit[] }>();
  for (const visit of visits) {
    const bucket = bucketOf(quota, visit, reaches);
    if (!bucket) continue;
    const key = bucketKey(bucket);
    const found = buckets.get(key) ?? { bucket, visits: [] };
    found.visits.push(visit);
    buckets.set(key, found);
  }
  return buckets;
}

/** A count that would go over its limit. */
export interface Exceeded {
  readonly quota: Quota;
  readonly bucket: QuotaBucket;
  /** As `amountOf` counts. */
  readonly before: number;
  readonly after: number;
}

/** Counts that a change takes over their limit: what was over before and grows no further is nobody's fault now. */
export function exceededBy(
  quotas: readonly Quota[],
  { before, after }: { readonly before: readonly CountedVisit[]; readonly after: readonly CountedVisit[] },
  reaches: Reaches,
): Exceeded[] {
  return quotas.flatMap((quota) => {
    const old = bucketsOf(quota, before, reaches);
    return [...bucketsOf(quota, after, reaches)].flatMap(([key, { bucket, visits }]) => {
      const was = amountOf(quota.unit, old.get(key)?.visits ?? []);
      const is = amountOf(quota.unit, visits);
      return is > limitOf(quota) && is > was ? [{ quota, bucket, before: was, after: is }] : [];
    });
  });
}
