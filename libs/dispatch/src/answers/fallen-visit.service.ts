import { type Actor, Clock, DomainError, parseInput, permit, text } from '@banso/kernel';
import { Db, type Tx } from '@banso/platform';
import { z } from 'zod';
import type { Cause } from '../calendar-changes.js';
import type { RepairOption } from '../plan-answers.js';
import type { PlanPublication } from '../plan-publication.entity.js';
import { planningRunMay } from '../planning-run.policy.js';
import { type Reckoner, ReckonerHere } from '../reckoner.js';
import { applyOption, changingCalendar, chosen, STALE } from '../repair-application.js';
import type { Visit } from '../visit.entity.js';
import { visitMay } from '../visit.policy.js';
import { getVisit, saveVisits, takeVisit } from '../visit.queries.js';
import { fallenOptions, fallenQuestion } from './fallen-visit.js';

const adoptSchema = z.object({ optionKey: text(100), reason: text(1_000) });

/** The calendar waits for it. */
const LOCKED = { first: true };

/** A visit fell away today or for the next working day: what may be done at once. */
export class FallenVisitService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly reckoner: Reckoner = new ReckonerHere(),
  ) {}

  /** The three repairs that trouble the fewest. */
  async options(actor: Actor, visitId: string): Promise<RepairOption[]> {
    const question = await this.db.read(actor, async (tx) => {
      permit(planningRunMay.read(actor));
      const visit = await getVisit(tx, actor, visitId);
      this.assertOpen(visit);
      return fallenQuestion(tx, actor, this.clock.now(), visit);
    });
    const { problem, current, fallen } = question;
    return fallenOptions(question, await this.reckoner.reckon('fallenReckoning', [problem, current, fallen]));
  }

  /** Worked out again from today's rows under the lock: an option that no longer holds is refused. */
  adopt(actor: Actor, visitId: string, input: unknown): Promise<PlanPublication> {
    return changingCalendar(this.db, actor, STALE, async (tx, hub) => {
      const { optionKey, reason } = parseInput(adoptSchema, input);
      const visit = await this.taken(tx, hub, visitId);
      this.assertOpen(visit);
      const question = await fallenQuestion(tx, hub, this.clock.now(), visit);
      const { problem, current, fallen } = question;
      const ways = await this.reckoner.reckon('fallenReckoning', [problem, current, fallen], LOCKED);
      const option = chosen(fallenOptions(question, ways), optionKey);
      visit.closeGap('REPAIRED');
      await saveVisits(tx, [visit]);
      const cause: Cause = { cause: 'REPAIR', runId: null, side: visit.cancelSide ?? 'HUB' };
      return applyOption(tx, option, cause, { actor: hub, at: this.clock.now(), reason });
    });
  }

  /** The slot stays empty, and nobody is asked about it again. */
  leave(actor: Actor, visitId: string): Promise<Visit> {
    return this.db.write(actor, async (tx) => {
      const visit = await this.taken(tx, actor, visitId);
      visit.closeGap('LEFT');
      await saveVisits(tx, [visit]);
      return visit;
    });
  }

  private async taken(tx: Tx, actor: Actor, visitId: string): Promise<Visit> {
    const visit = await takeVisit(tx, actor, visitId);
    permit(visitMay.repair(actor, visit));
    return visit;
  }

  private assertOpen({ gap, startsAt }: Visit): void {
    if (gap !== 'OPEN' || startsAt <= this.clock.now())
      throw new DomainError('INVALID_STATE', 'visit.no-gap');
  }
}
