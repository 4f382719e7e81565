import {
  type Actor,
  addDays,
  badInput,
  Clock,
  DAY_PARTS,
  type DayPart,
  DomainError,
  localDate,
  type LocalDate,
  parseInput,
  permit,
  text,
} from '@banso/kernel';
import { Db, type Tx } from '@banso/platform';
import { z } from 'zod';
import { MAX_DAYS_AHEAD } from './availability/input.js';
import { getUnavailabilityRule } from './availability/rules.queries.js';
import { UnavailabilityRule } from './availability/unavailability-rule.entity.js';
import { getDayOff } from './availability.queries.js';
import { DayOff } from './day-off.entity.js';
import { may } from './specialist.policy.js';
import { takeSpecialist } from './specialist.queries.js';

export interface DayOffInput {
  readonly specialistId: string;
  readonly date: LocalDate;
  readonly part: DayPart;
  readonly reason?: string | null;
}

const schema = z.object({
  date: localDate(),
  part: z.enum(DAY_PARTS),
  reason: text(100, 0)
    .nullish()
    .transform((reason) => reason || null),
});

/** When a specialist cannot be planned; kept by the person or by the hub. */
export class AvailabilityService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** A whole day takes the place of halves noted before; a half of a whole day is known already. */
  addDayOff(actor: Actor, input: DayOffInput): Promise<DayOff> {
    return this.db.write(actor, (tx) => addDayOff(tx, actor, input, this.clock.today()));
  }

  removeDayOff(actor: Actor, id: string): Promise<DayOff> {
    return this.db.write(actor, async (tx) => {
      const { specialistId } = await getDayOff(tx, actor, id);
      const specialist = await takeSpecialist(tx, actor, specialistId);
      permit(may.manageDaysOff(actor, specialist));
      // Read again under the lock: somebody else may have removed it meanwhile.
      const dayOff = await getDayOff(tx, actor, id);
      if (dayOff.date < this.clock.today())
        throw new DomainError('INVALID_STATE', 'day-off.past', { date: dayOff.date });
      await tx.delete(DayOff, { id: dayOff.id });
      return dayOff;
    });
  }

  /** From today on it takes no more days; a rule that has not begun is gone. What it took in the past stays. */
  endRule(actor: Actor, id: string): Promise<UnavailabilityRule> {
    return this.db.write(actor, async (tx) => {
      const { specialistId } = await getUnavailabilityRule(tx, actor, id);
      const specialist = await takeSpecialist(tx, actor, specialistId);
      permit(may.manageDaysOff(actor, specialist));
      // Read again under the lock: somebody else may have ended it meanwhile.
      const rule = await getUnavailabilityRule(tx, actor, id);
      const today = this.clock.today();
      if (rule.endedOn !== null && rule.endedOn < today)
        throw new DomainError('INVALID_STATE', 'unavailability-rule.over', { date: rule.endedOn });
      if (rule.startsOn >= today) await tx.delete(UnavailabilityRule, { id: rule.id });
      else await tx.update(UnavailabilityRule, { id: rule.id }, { endedOn: addDays(today, -1) });
      return Object.assign(rule, { endedOn: addDays(today, -1) });
    });
  }
}

/** Notes a day off in the caller's transaction. */
export async function addDayOff(tx: Tx, actor: Actor, input: DayOffInput, today: LocalDate): Promise<DayOff> {
  const specialist = await takeSpecialist(tx, actor, input.specialistId);
  permit(may.manageDaysOff(actor, specialist));
  const facts = parseInput(schema, input);
  requireFuture(facts.date, today);
  const sameDay = { specialistId: specialist.id, date: facts.date };
  const known = await tx.findBy(DayOff, sameDay);
  if (known.some((day) => day.part === facts.part || day.part === 'DAY'))
    throw new DomainError('CONFLICT', 'day-off.already-noted', { date: facts.date });
  if (facts.part === 'DAY') await tx.delete(DayOff, sameDay);
  const dayOff = DayOff.of(specialist, facts);
  await tx.insert(DayOff, dayOff);
  return dayOff;
}

function requireFuture(date: LocalDate, today: LocalDate): void {
  const last = addDays(today, MAX_DAYS_AHEAD);
  if (date < today) throw badInput({ path: 'date', rule: 'past', facts: { today } });
  if (date > last) throw badInput({ path: 'date', rule: 'too-far', facts: { last } });
}
