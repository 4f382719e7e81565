import { type Actor, badInput, Clock, DomainError, parseInput, permit, text } from '@banso/kernel';
import { Db } from '@banso/platform';
import { z } from 'zod';
import { lockCalendar } from './calendar-lock.js';
import { withdrawOwn } from './answers/visit-proposal.queries.js';
import { CANCEL_SIDES, DECLINE_KINDS, type Visit } from './visit.entity.js';
import { visitMay } from './visit.policy.js';
import { tellOfAcceptance, tellOfNoAcceptance } from './visit-notices.js';
import { acceptedAt, saveVisits, takeVisit } from './visit.queries.js';
import { callOff } from './visit-call-off.js';
import { completeVisit } from './visit-completion.js';

const reasonText = text(1_000);
const cancelSchema = z.object({ reason: reasonText, side: z.enum(CANCEL_SIDES).nullish() });
const declineSchema = z
  .object({ kind: z.enum(DECLINE_KINDS), reason: text(1_000, 0).nullish() })
  .refine(({ kind, reason }) => kind !== 'OTHER' || Boolean(reason), {
    path: ['reason'],
    params: { rule: 'required' },
  });

/** What happens to a published visit: the specialist answers, it is made, or it is called off. */
export class VisitService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** `seenStartsAt`: for when the specialist believes the visit to be; one that was moved meanwhile is not accepted. */
  accept(actor: Actor, id: string, seenStartsAt: Date | null = null): Promise<Visit> {
    return this.db.write(actor, async (tx) => {
      const visit = await takeVisit(tx, actor, id);
      permit(visitMay.accept(actor, visit));
      const change = { actor, at: this.clock.now() };
      visit.accept(change, seenStartsAt);
      await saveVisits(tx, [visit]);
      await withdrawOwn(tx, visit, change);
      await tellOfAcceptance(tx, visit, change);
      return visit;
    });
  }

  /** Takes an acceptance of a moment ago back: pressed by mistake. */
  takeBackAcceptance(actor: Actor, id: string): Promise<Visit> {
    return this.db.write(actor, async (tx) => {
      const visit = await takeVisit(tx, actor, id);
      permit(visitMay.accept(actor, visit));
      const change = { actor, at: this.clock.now() };
      visit.takeBackAcceptance(change, await acceptedAt(tx, visit.id));
      await saveVisits(tx, [visit]);
      await tellOfNoAcceptance(tx, visit, change);
      return visit;
    });
  }

  /** The specialist cannot come: the slot is free again, and the planner looks for another. */
  decline(actor: Actor, id: string, input: unknown): Promise<Visit> {
    return this.db.write(actor, async (tx) => {
      await lockCalendar(tx, actor);
      const visit = await takeVisit(tx, actor, id);
      permit(visitMay.decline(actor, visit));
      const { kind, reason } = parseInput(declineSchema, input);
      const change = { actor, at: this.clock.now(), reason: reason || null };
      if (visit.isAhead && visit.endsAt <= change.at) throw new DomainError('INVALID_STATE', 'visit.over');
      await callOff(tx, visit, { side: 'SPECIALIST', kind }, change);
      return visit;
    });
  }

  /** `{ reason, side }`: on whose side the cause lies; whoever calls it off, if not said. A town speaks for itself. */
  cancel(actor: Actor, id: string, input: unknown): Promise<Visit> {
    return this.db.write(actor, async (tx) => {
      await lockCalendar(tx, actor);
      const visit = await takeVisit(tx, actor, id);
      permit(visitMay.cancel(actor, visit));
      const { reason, side } = parseInput(cancelSchema, input);
      const own = actor.role === 'MUNICIPALITY_STAFF' ? 'TOWN' : 'HUB';
      if (own === 'TOWN' && (side ?? own) !== own) throw badInput({ path: 'side', rule: 'invalid' });
      await callOff(tx, visit, { side: side ?? own }, { actor, at: this.clock.now(), reason });
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
