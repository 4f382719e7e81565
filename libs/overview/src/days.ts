import { type ContractDays, contractDaysOf, countOf, dayEntriesOf } from '@banso/dispatch';
import { type Actor, permit } from '@banso/kernel';
import type { Tx } from '@banso/platform';
import { may } from './overview.policy.js';
import type { Year } from './year.js';

/** One person in a year, in days; a half-day is 0.5. */
export interface PersonDays extends ContractDays {
  readonly specialistId: string;
  readonly active: boolean;
  /** Travel and fees as they were granted. */
  readonly costYen: number;
  readonly usedDaysBefore: number;
}

export interface DaysUsed {
  readonly year: Year;
  readonly rows: readonly PersonDays[];
}

/** Everybody on the register, those who left too, with what they cost in the days from $2 to $3. */
const PEOPLE = `
  WITH cost AS (
    SELECT specialist_id, sum(yen) AS yen FROM (
      SELECT part.specialist_id, coalesce(part.yen, 0) + coalesce(part.fee_yen, 0) AS yen
      FROM travel_claim_visit part JOIN travel_claim claim ON claim.id = part.claim_id
      WHERE part.prefecture_id = $1 AND part.on_date BETWEEN $2 AND $3 AND claim.status IN ('APPROVED', 'PAID')
      UNION ALL
      SELECT specialist_id, travel_yen FROM attendance
      WHERE prefecture_id = $1 AND removed_at IS NULL AND worked_on BETWEEN $2 AND $3
    ) paid GROUP BY 1
  )
  SELECT person.id, person.active, person.monthly_days AS "monthlyDays",
    coalesce((SELECT yen FROM cost WHERE cost.specialist_id = person.id), 0)::int AS "costYen"
  FROM specialist person WHERE person.prefecture_id = $1 ORDER BY person.kana, person.id`;

interface Person {
  readonly id: string;
  readonly active: boolean;
  readonly monthlyDays: number | null;
  readonly costYen: number;
}

/**
 * 使用日数: what each person's contract gives in the year, and what of it is used and planned: the pool, and those who left
 * it in a year in which they had days. Six statements.
 */
export async function daysUsed(tx: Tx, actor: Actor, year: Year, before: Year): Promise<DaysUsed> {
  permit(may.read(actor));
  const people = await tx.query<Person[]>(PEOPLE, [actor.prefectureId, year.from, year.to]);
  const contractOf = await contractDaysOf(tx, actor, people, year.fiscalYear);
  const ids = people.map(({ id }) => id);
  const entriesBefore = await dayEntriesOf(tx, actor, ids, before.fiscalYear);
  const rows = people.map((person) => {
    const { entries, ...contract } = contractOf(person);
    const { id: specialistId, active, costYen } = person;
    const { usedDays: usedDaysBefore } = countOf(entriesBefore.get(specialistId) ?? []);
    return {
      row: { specialistId, active, ...contract, costYen, usedDaysBefore },
      hasDays: entries.length > 0,
    };
  });
  return { year, rows: rows.filter(({ row, hasDays }) => row.active || hasDays).map(({ row }) => row) };
}
