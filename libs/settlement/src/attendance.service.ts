import { randomUUID } from 'node:crypto';
import { Attendance, getPlacement, type MonthlyRule, type Placement } from '@banso/engagement';
import {
  type Actor,
  badInput,
  Clock,
  DomainError,
  localDate,
  type LocalDate,
  parseInput,
  permit,
  text,
} from '@banso/kernel';
import { Db, type Tx } from '@banso/platform';
import { IsNull } from 'typeorm';
import { z } from 'zod';
import {
  getAttendance,
  halfDaysOn,
  hasGrantedTravel,
  inTerm,
  type MonthUse,
  monthUse,
} from './attendance.queries.js';
import { monthOf } from './reckoning/index.js';
import { lockCosts, lockDaysOf } from './settlement-lock.js';
import { may } from './settlement.policy.js';

export interface AttendanceInput {
  readonly placementId: string;
  readonly workedOn: LocalDate;
  /** 1 or 2. */
  readonly halfDays: number;
  /** Of the return trip. */
  readonly travelYen: number;
  readonly note?: string | null;
  /** Needed for a day beyond the month's guideline. */
  readonly beyondReason?: string | null;
}

/** The month is fuller than agreed: said, not refused. */
export interface BeyondGuideline {
  readonly usedHalfDays: number;
  readonly agreedDays: number;
}

/** A day that was recorded, and how the month stands with it. */
export interface RecordedDay extends MonthUse {
  readonly attendance: Attendance;
  readonly warning: BeyondGuideline | null;
}

const MOST_TRAVEL_YEN = 1_000_000;

const optional = (max: number) =>
  text(max, 0)
    .nullish()
    .transform((words) => words || null);

const schema = z.object({
  workedOn: localDate(),
  halfDays: z.number().int().min(1).max(2),
  travelYen: z.number().int().min(0).max(MOST_TRAVEL_YEN),
  note: optional(500),
  beyondReason: optional(500),
});
type Facts = z.infer<typeof schema>;

/** Keeps the days that somebody has worked for a placement. */
export class AttendanceService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** A day beyond the guideline takes a reason and comes back with a warning; one beyond a cap is refused. */
  record(actor: Actor, input: AttendanceInput): Promise<RecordedDay> {
    return this.db.write(actor, async (tx) => {
      const placement = await takeForDays(tx, actor, input.placementId);
      permit(may.recordDays(actor, placement));
      const facts = parseInput(schema, input);
      await this.requireDay(tx, placement, facts);
      const use = withDay(await monthUse(tx, placement, monthOf(span(facts.workedOn))), facts.halfDays);
      const warning = requireAgreed(use, facts.beyondReason);
      const attendance = this.dayOf(actor, placement, {
        ...facts,
        beyondReason: warning && facts.beyondReason,
      });
      await tx.insert(Attendance, attendance);
      return { attendance, ...use, warning };
    });
  }

  /** Takes a day back by a mark. */
  remove(actor: Actor, id: string): Promise<Attendance> {
    return this.db.write(actor, async (tx) => {
      const { placementId } = await getAttendance(tx, actor, id);
      const placement = await takeForDays(tx, actor, placementId);
      permit(may.recordDays(actor, placement));
      // Read again under the lock: somebody else may have removed it meanwhile.
      const attendance = await getAttendance(tx, actor, id);
      await requireOpen(tx, placement, attendance.workedOn);
      attendance.removedAt = this.clock.now();
      await tx.save(Attendance, attendance);
      return attendance;
    });
  }

  /** The day is over or is today, lies in the term, is not billed, and is not full. */
  private async requireDay(
    tx: Tx,
    placement: Placement,
    { workedOn, halfDays, travelYen }: Facts,
  ): Promise<void> {
    const today = this.clock.today();
    if (workedOn > today) throw badInput({ path: 'workedOn', rule: 'future', facts: { today } });
    if (!inTerm(placement, workedOn))
      throw badInput({
        path: 'workedOn',
        rule: 'outside-term',
        facts: { from: placement.startsOn, to: placement.endsOn },
      });
    if (placement.status !== 'ACTIVE' && placement.status !== 'ENDED')
      throw new DomainError('INVALID_STATE', 'attendance.not-placed', { status: placement.status });
    await requireOpen(tx, placement, workedOn);
    const sameDay = { placementId: placement.id, workedOn };
    if (await tx.exists(Attendance, { where: { ...sameDay, removedAt: IsNull() } }))
      throw new DomainError('CONFLICT', 'attendance.already-recorded', { date: workedOn });
    if ((await halfDaysOn(tx, placement, workedOn)) + halfDays > 2)
      throw new DomainError('CONFLICT', 'attendance.day-full', { date: workedOn });
    if (travelYen > 0 && (await hasGrantedTravel(tx, placement, workedOn)))
      throw new DomainError('CONFLICT', 'attendance.travel-claimed', { date: workedOn });
  }

  private dayOf(actor: Actor, placement: Placement, facts: Facts): Attendance {
    const { id: placementId, prefectureId, specialistId, municipalityId } = placement;
    return Object.assign(new Attendance(), {
      id: randomUUID(),
      prefectureId,
      placementId,
      specialistId,
      municipalityId,
      ...facts,
      recordedByName: actor.name,
      recordedAt: this.clock.now(),
      removedAt: null,
    });
  }
}

const span = (day: LocalDate) => ({ from: day, to: day });

/** Nobody else changes the days of the person or the bills of the agreement meanwhile. */
async function takeForDays(tx: Tx, actor: Actor, placementId: string): Promise<Placement> {
  const { agreementId, specialistId } = await getPlacement(tx, actor, placementId);
  if (agreementId) await lockCosts(tx, agreementId);
  await lockDaysOf(tx, specialistId);
  return getPlacement(tx, actor, placementId);
}

async function requireOpen(tx: Tx, placement: Placement, date: LocalDate): Promise<void> {
  if ((await monthUse(tx, placement, span(date))).closed)
    throw new DomainError('CONFLICT', 'attendance.month-billed', { date });
}

const withDay = (use: MonthUse, halfDays: number): MonthUse => ({
  ...use,
  usedHalfDays: use.usedHalfDays + halfDays,
});

/** 目安 warns, 上限 refuses. */
function requireAgreed(
  {
    usedHalfDays,
    agreedDays,
    rule,
  }: { usedHalfDays: number; agreedDays: number | null; rule: MonthlyRule | null },
  reason: string | null,
): BeyondGuideline | null {
  if (agreedDays === null || rule === null || usedHalfDays <= agreedDays * 2) return null;
  const facts = { used: usedHalfDays / 2, agreed: agreedDays };
  if (rule === 'CAP') throw new DomainError('CONFLICT', 'attendance.beyond-cap', facts);
  if (!reason) throw badInput({ path: 'beyondReason', rule: 'beyond-guideline', facts });
  return { usedHalfDays, agreedDays };
}
