import type { Actor, LocalDate } from '@banso/kernel';
import type { Tx } from '@banso/platform';
import type { AgreementStatus } from '../agreement-status.js';
import { plannedDays } from '../planned-days.js';

/** Its terms bind, or have bound. */
const BINDING: readonly AgreementStatus[] = [
  'CONCLUDED',
  'ACTIVE',
  'EXTENSION_CONSULTATION',
  'EXPIRED',
  'TERMINATED',
];

/**
 * What binds people to days in a year: placed or employed under an agreement that names days, for as long as both run.
 * Once for an agreement, however many towns it has. Somebody who is employed under an agreement without being placed
 * cannot read it, but learns its days.
 */
const TERMS = `
  SELECT "specialistId", "monthlyDays", lower(term)::text AS "startsOn", (upper(term) - 1)::text AS "endsOn" FROM (
    SELECT bound.specialist_id AS "specialistId", agreement.monthly_days AS "monthlyDays",
      unnest(range_agg(daterange(greatest(bound.starts_on, agreement.starts_on),
                                 least(bound.ends_on, agreement.ends_on), '[]'))) AS term
    FROM (
      SELECT specialist_id, agreement_id, starts_on, ends_on FROM placement
      WHERE prefecture_id = $1 AND specialist_id = ANY ($2) AND status <> 'CANCELLED'
      UNION ALL
      SELECT specialist_id, agreement_id, starts_on, coalesce(ends_on, 'infinity') FROM employment
      WHERE prefecture_id = $1 AND specialist_id = ANY ($2) AND removed_at IS NULL
    ) bound
    JOIN (
      SELECT id, status, monthly_days, starts_on, ends_on FROM agreement WHERE prefecture_id = $1
      UNION
      SELECT id, status, monthly_days, starts_on, ends_on FROM app.own_terms()
    ) agreement ON agreement.id = bound.agreement_id
    WHERE agreement.monthly_days IS NOT NULL AND agreement.status = ANY ($3)
      AND greatest(bound.starts_on, agreement.starts_on) <= least(bound.ends_on, agreement.ends_on)
    GROUP BY bound.specialist_id, agreement.id, agreement.monthly_days
  ) agreed WHERE term && daterange($4, $5, '[]')`;

interface Bound {
  readonly specialistId: string;
  readonly monthlyDays: number;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
}

/**
 * The days of a fiscal year, named by its first calendar year, that agreements give each person; nobody has an entry for
 * whom no agreement names days. One statement for however many people.
 */
export async function agreedDays(
  tx: Tx,
  actor: Actor,
  specialistIds: readonly string[],
  fiscalYear: number,
): Promise<ReadonlyMap<string, number>> {
  const year = [`${fiscalYear}-04-01`, `${fiscalYear + 1}-03-31`];
  const terms = await tx.query<Bound[]>(TERMS, [actor.prefectureId, specialistIds, BINDING, ...year]);
  const sums = new Map<string, number>();
  for (const { specialistId, monthlyDays, ...term } of terms) {
    const slice = plannedDays(term, monthlyDays).find((one) => one.fiscalYear === fiscalYear);
    sums.set(specialistId, (sums.get(specialistId) ?? 0) + (slice?.days ?? 0));
  }
  return sums;
}
