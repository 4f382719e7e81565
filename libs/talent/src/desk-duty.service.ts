import { type Actor, badInput, parseInput, permit, uuid, WEEKDAYS } from '@banso/kernel';
import { Db } from '@banso/platform';
import { z } from 'zod';
import { DeskDuty } from './desk-duty.entity.js';
import { lockRoster } from './roster-lock.js';
import type { DeskShift } from './roster.queries.js';
import { may } from './specialist.policy.js';
import { activeSpecialists } from './specialist.queries.js';

const schema = z.object({
  weekday: z
    .enum(WEEKDAYS)
    .refine((day) => day !== 'SUN' && day !== 'SAT', { params: { rule: 'closed-weekday' } }),
  half: z.enum(['AM', 'PM']),
  specialistIds: z.array(uuid()).max(20),
});

/** The hub says who answers consultations in each half-day of the week. */
export class DeskDutyService {
  constructor(private readonly db: Db) {}

  /** Replaces the shift; nobody leaves the desk empty. */
  set(actor: Actor, shift: DeskShift): Promise<DeskShift> {
    return this.db.write(actor, async (tx) => {
      permit(may.organise(actor));
      const { weekday, half, specialistIds } = parseInput(schema, shift);
      await lockRoster(tx, 'desk-duty', actor.prefectureId);
      const working = (await activeSpecialists(tx, actor)).filter((one) =>
        one.weekly.includes(`${weekday}_${half}`),
      );
      const staff = working.filter((one) => specialistIds.includes(one.id));
      if (staff.length < new Set(specialistIds).size)
        throw badInput({ path: 'specialistIds', rule: 'not-working-then' });
      const { prefectureId } = actor;
      await tx.delete(DeskDuty, { prefectureId, weekday, half });
      await tx.insert(
        DeskDuty,
        staff.map((one) => ({ prefectureId, weekday, half, specialistId: one.id })),
      );
      return { weekday, half, specialistIds: staff.map((one) => one.id) };
    });
  }
}
