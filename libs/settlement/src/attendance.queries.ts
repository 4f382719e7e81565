import { Attendance, type MonthlyRule, Placement, visiblePlacements } from '@banso/engagement';
import { type Actor, knownId, type LocalDate, notFound } from '@banso/kernel';
import { beyondOwnRows, type Tx } from '@banso/platform';
import { In } from 'typeorm';
import { meetingOf, monthOf, type Period } from './reckoning/index.js';
import { may } from './settlement.policy.js';

/** A day that stands; one that was removed is not found. */
export async function getAttendance(tx: Tx, actor: Actor, id: string): Promise<Attendance> {
  const visible = visiblePlacements(tx, actor).select('placement.id');
  const attendance = await tx
    .createQueryBuilder(Attendance, 'attendance')
    .where('attendance.id = :id AND attendance.removedAt IS NULL', { id: knownId('attendance', id) })
    .andWhere(`attendance.placementId IN (${visible.getQuery()})`, visible.getParameters())
    .getOne();
  if (!attendance) throw notFound('attendance');
  return attendance;
}

/** How many days somebody has worked in a month under an agreement, against what was agreed. */
export interface MonthUse {
  readonly usedHalfDays: number;
  /** Whole days; null: nothing agreed. */
  readonly agreedDays: number | null;
  readonly rule: MonthlyRule | null;
}

/** The month of one placement as its people see it. */
export interface AttendanceSheet extends MonthUse {
  readonly placement: Placement;
  readonly month: LocalDate;
  /** A bill covers the month: its days can no longer be changed. */
  readonly closed: boolean;
  /** Whether the reader may record days of it. */
  readonly mayRecord: boolean;
  readonly days: readonly Attendance[];
}

/** The month of every placement that the actor can see, by its town and person. */
export async function attendanceSheets(
  tx: Tx,
  actor: Actor,
  { month, placementId }: { readonly month: LocalDate; readonly placementId?: string | null },
): Promise<AttendanceSheet[]> {
  const period = monthOf({ from: month, to: month });
  const list = visiblePlacements(tx, actor)
    .andWhere(`placement.status IN ('ACTIVE', 'ENDED')`)
    .andWhere('placement.startsOn <= :to AND placement.endsOn >= :from', { ...period })
    .orderBy('placement.municipalityId')
    .addOrderBy('placement.specialistId')
    .addOrderBy('placement.id');
  if (placementId) list.andWhere('placement.id = :id', { id: knownId('placement', placementId) });
  const placements = await list.getMany();
  const days = await tx
    .createQueryBuilder(Attendance, 'attendance')
    .where({ placementId: In(placements.map(({ id }) => id)) })
    .andWhere('attendance.removedAt IS NULL AND attendance.workedOn BETWEEN :from AND :to', { ...period })
    .orderBy('attendance.workedOn')
    .getMany();
  const uses = await monthUses(tx, placements, period);
  return placements.map((placement) => ({
    placement,
    month: period.from,
    ...(uses.get(placement.id) ?? NOTHING_AGREED),
    mayRecord: may.recordDays(actor, placement),
    days: days.filter((day) => day.placementId === placement.id),
  }));
}

interface MonthState extends MonthUse {
  /** A bill covers a day of it. */
  readonly closed: boolean;
}
const NOTHING_AGREED: MonthState = { usedHalfDays: 0, agreedDays: null, rule: null, closed: false };

const USES = `
  SELECT p.id, g.monthly_days AS "agreedDays", g.monthly_rule AS rule,
         coalesce((SELECT sum(a.half_days) FROM placement q JOIN attendance a ON a.placement_id = q.id
           WHERE q.specialist_id = p.specialist_id AND (q.id = p.id OR q.agreement_id = p.agreement_id)
             AND a.removed_at IS NULL AND a.worked_on BETWEEN $3 AND $4), 0)::int AS "usedHalfDays",
         EXISTS (SELECT 1 FROM invoice i WHERE i.agreement_id = p.agreement_id AND i.status = 'ISSUED'
           AND i.from_on <= $4 AND i.to_on >= $3) AS closed
  FROM placement p LEFT JOIN agreement g ON g.id = p.agreement_id
  WHERE p.id = ANY ($1) AND p.prefecture_id = $2`;

/**
 * What was agreed counts all towns of the agreement together, and any bill closes it, also what the asker does not see:
 * beyond the own rows, of placements that the asker sees, and only a sum and a yes come back.
 */
async function monthUses(
  tx: Tx,
  placements: readonly Placement[],
  month: Period,
): Promise<ReadonlyMap<string, MonthState>> {
  const [first] = placements;
  if (!first) return new Map();
  const ids = placements.map(({ id }) => id);
  const rows = await beyondOwnRows(tx, () =>
    tx.query<(MonthState & { readonly id: string })[]>(USES, [ids, first.prefectureId, month.from, month.to]),
  );
  return new Map(rows.map(({ id, ...use }) => [id, use]));
}

/** How the month of one placement stands. */
export async function monthUse(tx: Tx, placement: Placement, month: Period): Promise<MonthState> {
  return (await monthUses(tx, [placement], month)).get(placement.id) ?? NOTHING_AGREED;
}

/** Half-days on which somebody has been recorded on a date, at whatever town. */
export async function halfDaysOn(tx: Tx, placement: Placement, date: LocalDate): Promise<number> {
  const [row] = await beyondOwnRows(tx, () =>
    tx.query<{ halves: number }[]>(
      `SELECT coalesce(sum(half_days), 0)::int AS halves FROM attendance
       WHERE specialist_id = $1 AND prefecture_id = $2 AND worked_on = $3 AND removed_at IS NULL`,
      [placement.specialistId, placement.prefectureId, date],
    ),
  );
  return row?.halves ?? 0;
}

/** Whether a granted travel claim pays for the way of that day under the same agreement: no yen is entered twice. */
export async function hasGrantedTravel(tx: Tx, placement: Placement, date: LocalDate): Promise<boolean> {
  const [row] = await beyondOwnRows(tx, () =>
    tx.query<{ paid: boolean }[]>(
      `SELECT EXISTS (SELECT 1 FROM travel_claim_visit part JOIN travel_claim claim ON claim.id = part.claim_id
         WHERE part.specialist_id = $1 AND part.prefecture_id = $2 AND part.agreement_id = $3
           AND part.cost_actual_id IS NOT NULL AND $4 BETWEEN claim.from_on AND claim.to_on) AS paid`,
      [placement.specialistId, placement.prefectureId, placement.agreementId, date],
    ),
  );
  return row?.paid ?? false;
}

/** Whether a date lies in the term of the placement. */
export const inTerm = ({ startsOn, endsOn }: Placement, date: LocalDate): boolean =>
  meetingOf({ from: startsOn, to: endsOn }, { from: date, to: date }) !== null;
