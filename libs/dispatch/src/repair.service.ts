import {
  type Actor,
  addDays,
  Clock,
  datesBetween,
  daysBetween,
  DomainError,
  type HubStaff,
  localDate,
  parseInput,
  permit,
  text,
  uuid,
} from '@banso/kernel';
import { isWorkingDay } from '@banso/directory';
import { Db, sqlState, type Tx } from '@banso/platform';
import { getSupportRequest, PLANNABLE } from '@banso/support';
import { DayOff, daysOffBetween, getSpecialist, takeSpecialist } from '@banso/talent';
import { z } from 'zod';
import { applyChanges, type Cause } from './calendar-changes.js';
import { lockCalendar } from './calendar-lock.js';
import type { RepairOption, RepairOptions, VisitChange } from './plan-answers.js';
import type { PlanPublication } from './plan-publication.entity.js';
import { planningRunMay } from './planning-run.policy.js';
import { assertNotByQuota } from './quota-gate.js';
import { type Reckoner, ReckonerHere } from './reckoner.js';
import type { Given } from './reckonings.js';
import {
  absenceOptions,
  absenceQuestion,
  NO_OPTIONS,
  urgentOptions,
  type UrgentQuestion,
  urgentQuestion,
} from './repair-options.js';
import { type Absence, isSameSlot, type Slot } from './slot.js';
import { CANCEL_SIDES, type Visit } from './visit.entity.js';
import { takeVisit } from './visit.queries.js';

/** Longer absences are planned anew, not repaired. */
const LONGEST_ABSENCE = 31;

const absenceFields = { specialistId: uuid(), from: localDate(), to: localDate() };
const reason = text(1_000);
const optionKey = text(100);
const urgentSchema = z.object({ supportRequestId: uuid(), optionKey, reason });
const repairFields = { optionKey, reason, side: z.enum(CANCEL_SIDES).default('SPECIALIST') };

/** The calendar waits for it. */
const LOCKED = { first: true };

const givenOf = ({ problem, current, requestId, today }: UrgentQuestion): Given<'urgentReckoning'> => [
  problem,
  current,
  { requestId, today: today.from !== null },
];

/** Small changes of the published plan, each with its price: an urgent visit comes in, somebody is away. */
export class RepairService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly reckoner: Reckoner = new ReckonerHere(),
  ) {}

  async urgentOptions(actor: Actor, supportRequestId: string): Promise<RepairOptions> {
    const question = await this.db.read(actor, (tx) => {
      permit(planningRunMay.read(actor));
      return this.urgentQuestion(tx, actor, supportRequestId);
    });
    if (!question) return NO_OPTIONS;
    const answer = await this.reckoner.reckon('urgentReckoning', givenOf(question));
    return this.db.read(actor, (tx) => urgentOptions(tx, actor, question, answer));
  }

  async absenceOptions(actor: Actor, input: unknown): Promise<RepairOptions> {
    const question = await this.db.read(actor, async (tx) => {
      permit(planningRunMay.read(actor));
      const absence = this.parseAbsence(input);
      await getSpecialist(tx, actor, absence.specialistId);
      return absenceQuestion(tx, actor, this.clock.now(), absence);
    });
    if (!question) return NO_OPTIONS;
    const { problem, current, absence } = question;
    const ways = await this.reckoner.reckon('absenceReckoning', [problem, current, absence]);
    return absenceOptions(question, ways);
  }

  /** Worked out again from today's rows under the lock: an option that no longer holds is refused. */
  applyUrgent(actor: Actor, input: unknown): Promise<PlanPublication> {
    return this.writing(actor, async (tx, hub) => {
      const wish = parseInput(urgentSchema, input);
      const question = await this.urgentQuestion(tx, hub, wish.supportRequestId);
      if (!question) throw stale();
      const answer = await this.reckoner.reckon('urgentReckoning', givenOf(question), LOCKED);
      const { options, today } = await urgentOptions(tx, hub, question, answer);
      const cause: Cause = { cause: 'URGENT', runId: null, side: 'HUB' };
      const isThere = options.some(({ key }) => key === wish.optionKey);
      if (!isThere) assertNotByQuota(question.leftOut);
      if (!isThere && today?.state === 'OVER') throw new DomainError('CONFLICT', 'repair.today-over');
      return this.apply(tx, hub, chosen(options, wish.optionKey), cause, wish.reason);
    });
  }

  /** The same for an absence; its days off are noted as well, or the next plan would forget it. */
  applyRepair(actor: Actor, input: unknown): Promise<PlanPublication> {
    return this.writing(actor, async (tx, hub) => {
      const absence = this.parseAbsence(input);
      const wish = parseInput(z.object(repairFields), input);
      await takeSpecialist(tx, hub, absence.specialistId);
      const question = await absenceQuestion(tx, hub, this.clock.now(), absence);
      if (!question) throw stale();
      const { problem, current, absence: days } = question;
      const ways = await this.reckoner.reckon('absenceReckoning', [problem, current, days], LOCKED);
      const option = chosen(absenceOptions(question, ways).options, wish.optionKey);
      await noteDaysOff(tx, hub, absence);
      const cause: Cause = { cause: 'REPAIR', runId: null, side: wish.side };
      return this.apply(tx, hub, option, cause, wish.reason);
    });
  }

  private async urgentQuestion(
    tx: Tx,
    actor: Actor,
    supportRequestId: string,
  ): Promise<UrgentQuestion | null> {
    const request = await getSupportRequest(tx, actor, supportRequestId);
    if (!PLANNABLE.includes(request.status))
      throw new DomainError('INVALID_STATE', 'request.not-in-state', {
        status: request.status,
        next: 'IN_SUPPORT',
      });
    return urgentQuestion(tx, actor, this.clock.now(), request);
  }

  private parseAbsence(input: unknown): Absence {
    const today = this.clock.today();
    const schema = z
      .object(absenceFields)
      .refine(({ from }) => from >= today, { path: ['from'], params: { rule: 'not-past' } })
      .refine(({ from, to }) => to >= from, { path: ['to'], params: { rule: 'not-before-from' } })
      .refine(({ from, to }) => daysBetween(from, to) < LONGEST_ABSENCE, {
        path: ['to'],
        params: { rule: 'period-too-long', max: LONGEST_ABSENCE },
      })
      .refine(({ from }) => from <= addDays(today, 730), {
        path: ['from'],
        params: { rule: 'too-far', last: addDays(today, 730) },
      });
    return parseInput(schema, input);
  }

  private async writing(
    actor: Actor,
    work: (tx: Tx, hub: HubStaff) => Promise<PlanPublication>,
  ): Promise<PlanPublication> {
    try {
      return await this.db.write(actor, async (tx) => {
        permit(planningRunMay.request(actor));
        await lockCalendar(tx, actor);
        return work(tx, actor);
      });
    } catch (error) {
      // The calendar itself refused: somebody took the slot or the number.
      if (['23P01', '23505'].includes(sqlState(error) ?? '')) throw stale();
      throw error;
    }
  }

  private async apply(
    tx: Tx,
    actor: HubStaff,
    { changes }: RepairOption,
    cause: Cause,
    why: string,
  ): Promise<PlanPublication> {
    const visits = new Map<string, Visit>();
    for (const { visitId, before } of [...changes].sort(byVisit))
      if (visitId !== null) visits.set(visitId, await takeAt(tx, actor, visitId, before));
    const visitOf = ({ visitId }: VisitChange): Visit => {
      const visit = visits.get(visitId ?? '');
      if (!visit) throw stale();
      return visit;
    };
    const towns = new Map<string, string>();
    for (const { supportRequestId } of changes)
      towns.set(supportRequestId, (await getSupportRequest(tx, actor, supportRequestId)).municipalityId);
    return applyChanges(
      tx,
      {
        publish: changes.flatMap((change) =>
          change.kind === 'NEW' && change.after
            ? [{ placed: placedOf(change, change.after, towns), pinned: false }]
            : [],
        ),
        move: changes.flatMap((change) =>
          change.kind === 'MOVED' && change.after
            ? [{ visit: visitOf(change), to: change.after, pinned: null }]
            : [],
        ),
        cancel: changes.filter(({ kind }) => kind === 'CANCELLED').map(visitOf),
      },
      cause,
      { actor, at: this.clock.now(), reason: why },
    );
  }
}

const byVisit = (a: VisitChange, b: VisitChange): number => (a.visitId ?? '').localeCompare(b.visitId ?? '');

function placedOf(
  { supportRequestId, visitNo }: VisitChange,
  slot: Slot,
  towns: ReadonlyMap<string, string>,
) {
  return {
    supportRequestId,
    visitNo,
    municipalityId: towns.get(supportRequestId) ?? '',
    ...slot,
    // Worked out when it joins the visits of its day.
    travelBeforeMinutes: 0,
    travelAfterMinutes: 0,
  };
}

/** Loads and locks a visit that must still be where the option found it. */
async function takeAt(tx: Tx, actor: Actor, id: string, before: Slot | null): Promise<Visit> {
  const visit = await takeVisit(tx, actor, id);
  if (!visit.isAhead || !before || !isSameSlot(visit, before)) throw stale();
  return visit;
}

const stale = (): DomainError => new DomainError('CONFLICT', 'repair.stale');

function chosen(options: readonly RepairOption[], key: string): RepairOption {
  const option = options.find((one) => one.key === key);
  if (!option) throw stale();
  return option;
}

/** Whole days, where none is noted yet. */
async function noteDaysOff(tx: Tx, actor: HubStaff, { specialistId, from, to }: Absence): Promise<void> {
  const known = await daysOffBetween(tx, actor, [specialistId], from, to);
  const whole = new Set(known.filter(({ part }) => part === 'DAY').map(({ date }) => date));
  const dates = datesBetween(from, to).filter((date) => isWorkingDay(date) && !whole.has(date));
  const specialist = { id: specialistId, prefectureId: actor.prefectureId };
  for (const date of dates) await tx.delete(DayOff, { specialistId, date });
  const daysOff = dates.map((date) => DayOff.of(specialist, { date, part: 'DAY', reason: null }));
  if (daysOff.length > 0) await tx.insert(DayOff, daysOff);
}
