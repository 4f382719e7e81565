import {
  type Actor,
  addDays,
  type Change,
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
import { Db, type Tx } from '@banso/platform';
import { getSupportRequest, PLANNABLE } from '@banso/support';
import { DayOff, daysOffBetween, getSpecialist, takeSpecialist } from '@banso/talent';
import { z } from 'zod';
import type { Cause } from './calendar-changes.js';
import type { RepairOptions } from './plan-answers.js';
import type { PlanPublication } from './plan-publication.entity.js';
import { planningRunMay } from './planning-run.policy.js';
import { assertNotByQuota } from './quota-gate.js';
import { type Reckoner, ReckonerHere } from './reckoner.js';
import type { Given } from './reckonings.js';
import { applyOption, changingCalendar, chosen, STALE, stale } from './repair-application.js';
import {
  absenceOptions,
  absenceQuestion,
  NO_OPTIONS,
  urgentOptions,
  type UrgentQuestion,
  urgentQuestion,
} from './repair-options.js';
import type { Absence } from './slot.js';
import { CANCEL_SIDES } from './visit.entity.js';

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
      return applyOption(tx, chosen(options, wish.optionKey), cause, this.change(hub, wish.reason));
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
      return applyOption(tx, option, cause, this.change(hub, wish.reason));
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

  private writing(
    actor: Actor,
    work: (tx: Tx, hub: HubStaff) => Promise<PlanPublication>,
  ): Promise<PlanPublication> {
    return changingCalendar(this.db, actor, STALE, work);
  }

  private change(actor: HubStaff, why: string): Change & { readonly actor: HubStaff } {
    return { actor, at: this.clock.now(), reason: why };
  }
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
