import { type Actor, Clock, parseInput, permit, text } from '@banso/kernel';
import { Db } from '@banso/platform';
import { z } from 'zod';
import { lockCalendar } from './calendar-lock.js';
import { CANCEL_SIDES, type Visit } from './visit.entity.js';
import { visitMay } from './visit.policy.js';
import { saveVisits, takeVisit } from './visit.queries.js';
import { callOff } from './visit-call-off.js';
import { completeVisit } from './visit-completion.js';

const reasonText = text(1_000);
const cancelSchema = z.object({ reason: reasonText, side: z.enum(CANCEL_SIDES).default('HUB') });

/** What happens to a published visit: the specialist answers, it is made, or it is called off. */
export class VisitService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  accept(actor: Actor, id: string): Promise<Visit> {
    return this.db.write(actor, async (tx) => {
      const visit = await takeVisit(tx, actor, id);
      permit(visitMay.accept(actor, visit));
      visit.accept({ actor, at: this.clock.now() });
      await saveVisits(tx, [visit]);
      return visit;
    });
  }

  /** The specialist cannot come: the slot is free again, and the planner looks for another. */
  decline(actor: Actor, id: string, reason: string): Promise<Visit> {
    return this.db.write(actor, async (tx) => {
      await lockCalendar(tx, actor);
      const visit = await takeVisit(tx, actor, id);
      permit(visitMay.decline(actor, visit));
      const change = {
        actor,
        at: this.clock.now(),
        reason: parseInput(z.object({ reason: reasonText }), { reason }).reason,
      };
      await callOff(tx, visit, 'SPECIALIST', change);
      return visit;
    });
  }

  /** `{ reason, side }`: on whose side the cause lies; the hub's own if not said. */
  cancel(actor: Actor, id: string, input: unknown): Promise<Visit> {
    return this.db.write(actor, async (tx) => {
      await lockCalendar(tx, actor);
      const visit = await takeVisit(tx, actor, id);
      permit(visitMay.cancel(actor, visit));
      const { reason, side } = parseInput(cancelSchema, input);
      await callOff(tx, visit, side, { actor, at: this.clock.now(), reason });
      return visit;
    });
  }

  complete(actor: Actor, id: string): Promise<Visit> {
    return this.db.write(actor, async (tx) => {
      await lockCalendar(tx, actor);
      const visit = await takeVisit(tx, actor, id);
      permit(visitMay.complete(actor, visit));
      const change = { actor, at: this.clock.now() };
      await completeVisit(tx, visit, change);
      return visit;
    });
  }

  pin(actor: Actor, id: string, pinned: boolean): Promise<Visit> {
    return this.db.write(actor, async (tx) => {
      const visit = await takeVisit(tx, actor, id);
      permit(visitMay.pin(actor, visit));
      visit.pin(pinned);
      await saveVisits(tx, [visit]);
      return visit;
    });
  }
}
