import {
  type Actor,
  badInput,
  Clock,
  type HubStaff,
  notFound,
  parseInput,
  permit,
  text,
} from '@banso/kernel';
import { Db, requireSeen, type Tx } from '@banso/platform';
import { z } from 'zod';
import { placesOf } from './place.queries.js';
import { may } from './travel-time.policy.js';
import { getTravelTime, type TravelTime } from './travel.queries.js';
import { MAX_TRAVEL_MINUTES, orderedPair, overrideId, TravelOverride } from './travel-override.entity.js';

export interface TravelTimeInput {
  readonly fromId: string;
  readonly toId: string;
  readonly minutes: number;
  readonly note: string;
  /** The version that the writer started from. */
  readonly seen?: string | null;
}

const schema = z.object({
  fromId: text(6),
  toId: text(6),
  minutes: z.number().int().min(1).max(MAX_TRAVEL_MINUTES),
  note: text(200),
  seen: z.string().nullish(),
});

/** Both ends are distinct places of the actor's prefecture. */
async function requireEnds(tx: Tx, actor: Actor, fromId: string, toId: string): Promise<void> {
  if (fromId === toId) throw badInput({ path: 'toId', rule: 'same-place' });
  const places = await placesOf(tx, actor.prefectureId, [fromId, toId]);
  if (places.length < 2) throw notFound('place');
}

/** The way is as the writer has read it. */
const requireRead = (
  tx: Tx,
  actor: HubStaff,
  [fromId, toId]: readonly [string, string],
  version: string | null | undefined,
): Promise<void> =>
  requireSeen(tx, actor, {
    entity: TravelOverride,
    id: overrideId(actor.prefectureId, fromId, toId),
    version,
    properties: ['minutes', 'note'],
  });

/** The hub corrects an estimate, or says what nobody had estimated. */
export class TravelTimeService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  set(actor: Actor, input: TravelTimeInput): Promise<TravelTime> {
    return this.db.write(actor, async (tx) => {
      permit(may.set(actor));
      const { fromId, toId, minutes, note, seen } = parseInput(schema, input);
      await requireEnds(tx, actor, fromId, toId);
      await requireRead(tx, actor, [fromId, toId], seen);
      const override = TravelOverride.between(actor.prefectureId, fromId, toId);
      override.state(minutes, note, { setBy: actor.accountId, setAt: this.clock.now() });
      await tx.upsert(TravelOverride, override, ['prefectureId', 'fromId', 'toId']);
      return getTravelTime(tx, actor, { fromId, toId });
    });
  }

  /** Back to the estimate; nothing happens where none was set. `version`: what was read. */
  clear(actor: Actor, fromId: string, toId: string, version?: string | null): Promise<TravelTime> {
    return this.db.write(actor, async (tx) => {
      permit(may.set(actor));
      await requireEnds(tx, actor, fromId, toId);
      await requireRead(tx, actor, [fromId, toId], version);
      const [lower, higher] = orderedPair(fromId, toId);
      await tx.delete(TravelOverride, { prefectureId: actor.prefectureId, fromId: lower, toId: higher });
      return getTravelTime(tx, actor, { fromId, toId });
    });
  }
}
