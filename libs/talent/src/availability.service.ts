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
import { Db } from '@banso/platform';
import { z } from 'zod';
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

const MAX_DAYS_AHEAD = 731;

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
    return this.db.write(actor, async (tx) => {
      const specialist = await takeSpecialist(tx, actor, input.specialistId);
      permit(may.manageDaysOff(actor, specialist));
      const facts = parseInput(schema, input);
      this.requireFuture(facts.date);
      const sameDay = { specialistId: specialist.id, date: facts.date };
      const known = await tx.findBy(DayOff, sameDay);
      if (known.some((day) => day.part === facts.part || day.part === 'DAY'))
        throw new DomainError('CONFLICT', 'day-off.already-noted', { date: facts.date });
      if (facts.part === 'DAY') await tx.delete(DayOff, sameDay);
      const dayOff = DayOff.of(specialist, facts);
      await tx.insert(DayOff, dayOff);
      return dayOff;
    });
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

  private requireFuture(date: LocalDate): void {
    const today = this.clock.today();
    const last = addDays(today, MAX_DAYS_AHEAD);
    if (date < today) throw badInput({ path: 'date', rule: 'past', facts: { today } });
    if (date > last) throw badInput({ path: 'date', rule: 'too-far', facts: { last } });
  }
}
