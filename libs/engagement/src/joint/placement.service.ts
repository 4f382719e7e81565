import {
  type Actor,
  badInput,
  Clock,
  DomainError,
  localDate,
  parseInput,
  permit,
  text,
  uuid,
  WEEKLY_HALVES,
} from '@banso/kernel';
import { Db, type Tx } from '@banso/platform';
import { takeSpecialist } from '@banso/talent';
import { z } from 'zod';
import { Placement } from '../placement.entity.js';
import { may } from './joint.policy.js';
import { startObstacles } from './placement-gate.js';
import { agreementObstacles, requireNone, townObstacles, weekObstacles } from './placement-terms.js';
import { placementsOf, savePlacements, takePlacement } from './placement.queries.js';

/** Half-days of an office week, each once, in the order of the week. */
export const weeklySchema = () =>
  z
    .array(z.enum(WEEKLY_HALVES))
    .max(WEEKLY_HALVES.length)
    .transform((chosen) => WEEKLY_HALVES.filter((half) => chosen.includes(half)));

const schema = z
  .object({
    specialistId: uuid(),
    municipalityId: text(6),
    agreementId: uuid(),
    post: text(60),
    weekly: weeklySchema(),
    startsOn: localDate(),
    endsOn: localDate(),
  })
  .refine(({ startsOn, endsOn }) => endsOn >= startsOn, {
    path: ['endsOn'],
    params: { rule: 'not-before-from' },
  });

export type PlacementInput = z.input<typeof schema>;

const why = z.object({ reason: text(500) });
const ending = z.object({ on: localDate(), reason: text(500) });

/** 配属: who is where on which half-days, from when to when. */
export class PlacementService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  plan(actor: Actor, input: PlacementInput): Promise<Placement> {
    return this.db.write(actor, async (tx) => {
      const specialist = await takeSpecialist(tx, actor, input.specialistId);
      permit(may.organise(actor));
      const facts = parseInput(schema, input);
      const { prefectureId } = specialist;
      requireNone(await townObstacles(tx, prefectureId, facts.municipalityId));
      requireNone(await agreementObstacles(tx, { ...facts, prefectureId }, 'planned'));
      requireNone(weekObstacles(facts, specialist, await placementsOf(tx, actor, [specialist.id])));
      const placement = Placement.plan(prefectureId, facts, this.change(actor));
      await savePlacements(tx, [placement]);
      return placement;
    });
  }

  /** Refused before its first day, and as long as training or the agreement stands in the way. */
  start(actor: Actor, id: string): Promise<Placement> {
    return this.on(actor, id, async (tx, placement) => {
      if (placement.status === 'PLANNED') {
        if (placement.startsOn > this.clock.today())
          throw new DomainError('INVALID_STATE', 'placement.not-yet', { date: placement.startsOn });
        requireNone(await startObstacles(tx, actor, placement));
      }
      placement.start(this.change(actor));
    });
  }

  /** On a day of its term: what has been is not undone, and nothing is made longer. */
  end(actor: Actor, id: string, input: { readonly on: string; readonly reason: string }): Promise<Placement> {
    return this.on(actor, id, (_, placement) => {
      const { on, reason } = parseInput(ending, input);
      const { startsOn: from, endsOn: to } = placement;
      if (placement.status === 'ACTIVE' && (on < from || on > to))
        throw badInput({ path: 'on', rule: 'outside-term', facts: { from, to } });
      placement.end(on, this.clock.today(), this.change(actor, reason));
    });
  }

  cancel(actor: Actor, id: string, reason: string): Promise<Placement> {
    return this.on(actor, id, (_, placement) =>
      placement.cancel(this.change(actor, parseInput(why, { reason }).reason)),
    );
  }

  private on(
    actor: Actor,
    id: string,
    work: (tx: Tx, placement: Placement) => Promise<void> | void,
  ): Promise<Placement> {
    return this.db.write(actor, async (tx) => {
      const placement = await takePlacement(tx, actor, id);
      permit(may.organise(actor));
      await work(tx, placement);
      await savePlacements(tx, [placement]);
      return placement;
    });
  }

  private change = (actor: Actor, reason?: string) => ({
    actor,
    at: this.clock.now(),
    reason: reason ?? null,
  });
}
