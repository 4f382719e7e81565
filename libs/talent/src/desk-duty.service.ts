import { type Actor, badInput, Clock, parseInput, permit, uuid, WEEKDAYS } from '@banso/kernel';
import { Db, requireSeen, type Tx } from '@banso/platform';
import { In } from 'typeorm';
import { z } from 'zod';
import { patternsOn } from './availability/times.queries.js';
import { DeskDuty } from './desk-duty.entity.js';
import { lockRoster } from './roster-lock.js';
import { type DeskShift, shiftId } from './roster.queries.js';
import { may } from './specialist.policy.js';
import { activeSpecialists } from './specialist.queries.js';

const schema = z.object({
  weekday: z
    .enum(WEEKDAYS)
    .refine((day) => day !== 'SUN' && day !== 'SAT', { params: { rule: 'closed-weekday' } }),
  half: z.enum(['AM', 'PM']),
  specialistIds: z.array(uuid()).max(20),
});

interface Place extends Pick<DeskShift, 'weekday' | 'half'> {
  readonly prefectureId: string;
}

/** The hub says who answers consultations in each half-day of the week. */
export class DeskDutyService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock = new Clock(),
  ) {}

  /** Replaces the shift; nobody leaves the desk empty. `version`: what the writer started from. */
  set(actor: Actor, shift: DeskShift, version?: string | null): Promise<DeskShift> {
    return this.db.write(actor, async (tx) => {
      permit(may.organise(actor));
      const { weekday, half, specialistIds } = parseInput(schema, shift);
      await lockRoster(tx, 'desk-duty', actor.prefectureId);
      const active = await activeSpecialists(tx, actor);
      const weeklyOf = await patternsOn(tx, active, this.clock.today());
      const working = active.filter((one) => weeklyOf(one).includes(`${weekday}_${half}`));
      const staff = working.filter((one) => specialistIds.includes(one.id));
      if (staff.length < new Set(specialistIds).size)
        throw badInput({ path: 'specialistIds', rule: 'not-working-then' });
      const place = { prefectureId: actor.prefectureId, weekday, half };
      const now = (await tx.findBy(DeskDuty, place)).map((duty) => duty.specialistId);
      await requireSeen(tx, actor, {
        entity: DeskDuty,
        id: shiftId(place.prefectureId, place),
        version,
        properties: [],
        lists: [{ property: 'specialistIds', table: 'desk_duty', now }],
      });
      await replaceStaff(
        tx,
        place,
        now,
        staff.map((one) => one.id),
      );
      return { weekday, half, specialistIds: staff.map((one) => one.id) };
    });
  }
}

/** Whoever stays keeps the row: the history tells who came and who went. */
async function replaceStaff(
  tx: Tx,
  place: Place,
  before: readonly string[],
  after: readonly string[],
): Promise<void> {
  const gone = before.filter((id) => !after.includes(id));
  await tx.delete(DeskDuty, { ...place, specialistId: In(gone) });
  const come = after.filter((id) => !before.includes(id));
  await tx.insert(
    DeskDuty,
    come.map((specialistId) => ({ ...place, specialistId })),
  );
}
