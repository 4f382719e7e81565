import { agreedDays } from '@banso/engagement';
import { type Actor, addDays, groupBy, instantAt, type LocalDate, localDateOf } from '@banso/kernel';
import type { Tx } from '@banso/platform';
import { AHEAD, isMade, MADE, type VisitStatus } from '../visit-status.js';
import { countOf, type DayCount, type DayEntry } from './day-count.js';
import { halvesOfVisit } from './halves-of-visit.js';

/** Where the days of a year come from: agreements, twelve times what the register says of a month, or nowhere. */
export const CONTRACT_BASES = ['AGREEMENT', 'REGISTER', 'NONE'] as const;
export type ContractBasis = (typeof CONTRACT_BASES)[number];

/** One person's fiscal year; a half-day is 0.5. The same for the board, for management and for the person. */
export interface ContractDays extends DayCount {
  /** Days that the year has; null when nothing was agreed. */
  readonly contractDays: number | null;
  readonly basis: ContractBasis;
  /** Negative: more than agreed. Null without a contract. */
  readonly leftDays: number | null;
}

/** One person's fiscal year with the days that it was counted from. */
export interface ContractYear extends ContractDays {
  readonly entries: readonly DayEntry[];
}

interface Person {
  readonly id: string;
  /** 月の目安 of the register. */
  readonly monthlyDays: number | null;
}

const MONTHS = 12;

/**
 * Days used, planned and left of people's contracts in a fiscal year, named by its first calendar year. Used: visits made
 * and days at a post. Planned: visits published and to come, as far as the day is not used anyway. Cancelled and held
 * visits count for nothing. Three statements for however many people; what the actor cannot see is not counted.
 */
export async function contractDaysOf(
  tx: Tx,
  actor: Actor,
  people: readonly Person[],
  fiscalYear: number,
): Promise<(person: Person) => ContractYear> {
  const ids = people.map(({ id }) => id);
  const entriesOf = await dayEntriesOf(tx, actor, ids, fiscalYear);
  const agreed = await agreedDays(tx, actor, ids, fiscalYear);
  return ({ id, monthlyDays }) => {
    const entries = entriesOf.get(id) ?? [];
    const count = countOf(entries);
    const contractDays = agreed.get(id) ?? (monthlyDays === null ? null : monthlyDays * MONTHS);
    return {
      ...count,
      contractDays,
      basis: agreed.has(id) ? 'AGREEMENT' : contractDays === null ? 'NONE' : 'REGISTER',
      leftDays: contractDays === null ? null : contractDays - count.usedDays - count.plannedDays,
      entries,
    };
  };
}

interface VisitRow {
  readonly specialistId: string;
  readonly municipalityId: string;
  readonly status: VisitStatus;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

interface PostRow {
  readonly specialistId: string;
  readonly municipalityId: string;
  readonly date: LocalDate;
  readonly halfDays: 1 | 2;
}

/** What lies on the days of people's fiscal years, by id of the person. */
export async function dayEntriesOf(
  tx: Tx,
  actor: Actor,
  specialistIds: readonly string[],
  fiscalYear: number,
): Promise<ReadonlyMap<string, readonly DayEntry[]>> {
  const [from, to] = [`${fiscalYear}-04-01`, `${fiscalYear + 1}-03-31`];
  // Said twice so that the index on what stands is of use.
  const visits = await tx.query<VisitRow[]>(
    `SELECT specialist_id AS "specialistId", municipality_id AS "municipalityId", status, starts_at AS "startsAt",
       ends_at AS "endsAt" FROM visit
     WHERE prefecture_id = $1 AND specialist_id = ANY ($2) AND status <> 'CANCELLED' AND status = ANY ($3)
       AND starts_at >= $4 AND starts_at < $5`,
    [
      actor.prefectureId,
      specialistIds,
      [...AHEAD, ...MADE],
      instantAt(from, 0),
      instantAt(addDays(to, 1), 0),
    ],
  );
  const posts = await tx.query<PostRow[]>(
    `SELECT specialist_id AS "specialistId", municipality_id AS "municipalityId", worked_on::text AS date,
       half_days AS "halfDays" FROM attendance
     WHERE prefecture_id = $1 AND specialist_id = ANY ($2) AND removed_at IS NULL AND worked_on BETWEEN $3 AND $4`,
    [actor.prefectureId, specialistIds, from, to],
  );
  const entries = [
    ...visits.map(({ specialistId, municipalityId, status, startsAt, endsAt }) => ({
      specialistId,
      municipalityId,
      date: localDateOf(startsAt),
      used: isMade(status),
      takes: halvesOfVisit({ startsAt, endsAt }),
    })),
    ...posts.map(({ halfDays, ...post }) => ({ ...post, used: true, takes: halfDays })),
  ];
  return groupBy(entries, ({ specialistId }) => specialistId);
}
