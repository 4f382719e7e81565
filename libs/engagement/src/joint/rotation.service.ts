import {
  type Actor,
  addDays,
  badInput,
  Clock,
  DomainError,
  localDate,
  parseInput,
  permit,
  text,
  uuid,
} from '@banso/kernel';
import { Db, requireSeen, type Tx } from '@banso/platform';
import { takeSpecialist } from '@banso/talent';
import { z } from 'zod';
import { Placement } from '../placement.entity.js';
import { may } from './joint.policy.js';
import { weeklySchema } from './placement.service.js';
import { savePlacements, takePlacement } from './placement.queries.js';
import { Rotation, type RotationFacts } from './rotation.entity.js';
import { judgedMoves, takeRotation } from './rotation.queries.js';

const target = z.object({
  agreementId: uuid(),
  municipalityId: text(6),
  post: text(60),
  weekly: weeklySchema(),
  endsOn: localDate(),
});

const schema = z
  .object({
    title: text(100),
    on: localDate(),
    moves: z
      .array(
        z.object({
          specialistId: uuid(),
          leavesId: uuid()
            .nullish()
            .transform((id) => id ?? null),
          goesTo: target.nullish().transform((place) => place ?? null),
        }),
      )
      .min(1)
      .max(100),
  })
  .refine(({ on, moves }) => moves.every(({ goesTo }) => !goesTo || goesTo.endsOn >= on), {
    path: ['moves'],
    params: { rule: 'not-before-from' },
  })
  .refine(({ moves }) => moves.every(({ leavesId, goesTo }) => leavesId !== null || goesTo !== null), {
    path: ['moves'],
    params: { rule: 'empty-move' },
  })
  .refine(({ moves }) => isOnce(moves.flatMap(({ leavesId }) => (leavesId ? [leavesId] : []))), {
    path: ['moves'],
    params: { rule: 'repeated' },
  });

const isOnce = (ids: readonly string[]): boolean => new Set(ids).size === ids.length;

export type RotationInput = z.input<typeof schema> & {
  /** The draft to change; a new one when left out. */
  readonly id?: string | null;
  readonly seen?: string | null;
};

/** ローテーション: who goes where on one day, drawn up, looked over and applied as a whole. */
export class RotationService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  draft(actor: Actor, input: RotationInput): Promise<Rotation> {
    return this.db.write(actor, async (tx) => {
      permit(may.organise(actor));
      const facts: RotationFacts = parseInput(schema, input);
      const today = this.clock.today();
      if (facts.on < today) throw badInput({ path: 'on', rule: 'past', facts: { today } });
      const rotation = input.id
        ? await revised(tx, actor, input.id, { facts, version: input.seen })
        : Rotation.draft(actor.prefectureId, facts);
      await tx.save(rotation);
      return rotation;
    });
  }

  /** All or nothing: what ends, ends on the eve; what begins is planned until its gate is open. */
  apply(actor: Actor, id: string): Promise<Rotation> {
    return this.db.write(actor, async (tx) => {
      const rotation = await takeRotation(tx, actor, id);
      permit(may.organise(actor));
      rotation.requireDraft();
      await holdPeople(tx, actor, rotation);
      const impossible = (await judgedMoves(tx, actor, rotation)).filter(
        ({ obstacles }) => obstacles.length > 0,
      );
      if (impossible.length > 0)
        throw new DomainError('CONFLICT', 'rotation.not-possible', { moves: impossible.length });
      await this.move(tx, actor, rotation);
      rotation.applied({ actor, at: this.clock.now() });
      await tx.save(rotation);
      return rotation;
    });
  }

  withdraw(actor: Actor, id: string): Promise<Rotation> {
    return this.db.write(actor, async (tx) => {
      const rotation = await takeRotation(tx, actor, id);
      permit(may.organise(actor));
      rotation.withdraw();
      await tx.save(rotation);
      return rotation;
    });
  }

  private async move(tx: Tx, actor: Actor, { prefectureId, title, on, moves }: Rotation): Promise<void> {
    const change = { actor, at: this.clock.now(), reason: title };
    const placements: Placement[] = [];
    for (const { specialistId, leavesId, goesTo } of moves) {
      if (leavesId) {
        const left = await takePlacement(tx, actor, leavesId);
        left.end(addDays(on, -1), this.clock.today(), change);
        placements.push(left);
      }
      if (goesTo)
        placements.push(Placement.plan(prefectureId, { ...goesTo, specialistId, startsOn: on }, change));
    }
    await savePlacements(tx, placements);
  }
}

async function revised(
  tx: Tx,
  actor: Actor,
  id: string,
  { facts, version }: { readonly facts: RotationFacts; readonly version: string | null | undefined },
): Promise<Rotation> {
  const rotation = await takeRotation(tx, actor, id);
  await requireSeen(tx, actor, {
    entity: Rotation,
    id: rotation.id,
    version,
    properties: ['title', 'on', 'moves'],
  });
  rotation.revise(facts);
  return rotation;
}

/** Everybody who moves, in one order for all: two rotations at once wait for each other, and never in a circle. */
async function holdPeople(tx: Tx, actor: Actor, { moves }: Rotation): Promise<void> {
  for (const id of [...new Set(moves.map(({ specialistId }) => specialistId))].sort())
    await takeSpecialist(tx, actor, id);
}
