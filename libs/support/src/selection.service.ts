import { type Actor, badInput, Clock, DomainError, knownId, permit } from '@banso/kernel';
import { Db, type Tx } from '@banso/platform';
import { specialistsByIds } from '@banso/talent';
import { shutOut } from './conflict.queries.js';
import { entryOf, offerNext, ShortlistEntry } from './shortlist-entry.entity.js';
import type { SupportRequest } from './support-request.entity.js';
import { may } from './support-request.policy.js';
import { saveSupportRequest, shortlistsOf, takeSupportRequest } from './support-request.queries.js';
import { tellOfOffer } from './case-notices.js';
import { parseReason } from './filing.js';

const SHORTLIST_LIMIT = 3;

/** 選定確認: the hub names up to three, the town ranks them, each is asked in turn, the prefecture decides. */
export class SelectionService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  shortlist(actor: Actor, id: string, specialistIds: readonly string[]): Promise<SupportRequest> {
    return this.db.write(actor, async (tx) => {
      const request = await takeSupportRequest(tx, actor, id);
      permit(may.select(actor, request));
      await assertShortlist(tx, actor, specialistIds);
      await assertNoConflict(tx, actor, request, specialistIds);
      request.askTown({ actor, at: this.clock.now() });
      await tx.delete(ShortlistEntry, { supportRequestId: request.id });
      await tx.insert(
        ShortlistEntry,
        specialistIds.map((specialistId, i) => entryOf(request, specialistId, i + 1)),
      );
      await saveSupportRequest(tx, request);
      return request;
    });
  }

  /** The town's order of the whole shortlist; the first is asked at once. */
  rank(actor: Actor, id: string, specialistIds: readonly string[]): Promise<SupportRequest> {
    return this.db.write(actor, async (tx) => {
      const request = await takeSupportRequest(tx, actor, id);
      permit(may.rank(actor, request));
      const change = { actor, at: this.clock.now() };
      request.offer(change);
      await assertNoConflict(tx, actor, request, specialistIds);
      const entries = await shortlistsOf(tx, [request.id]);
      for (const entry of entries) {
        const rank = specialistIds.indexOf(entry.specialistId) + 1;
        if (rank === 0 || specialistIds.length !== entries.length)
          throw badInput({ path: 'specialistIds', rule: 'whole-shortlist' });
        entry.townRank = rank;
        if (rank === 1) entry.offeredAt = change.at;
      }
      await tx.save(ShortlistEntry, entries);
      await saveSupportRequest(tx, request);
      await tellOfOffer(tx, request, change.at, specialistIds[0] ?? null);
      return request;
    });
  }

  /** A decline needs a reason and passes the offer to the town's next choice, or back to the hub. */
  answerOffer(
    actor: Actor,
    id: string,
    answer: { accept: boolean; reason?: string | null },
  ): Promise<SupportRequest> {
    return this.db.write(actor, async (tx) => {
      const request = await takeSupportRequest(tx, actor, id);
      permit(may.answerOffer(actor));
      const change = {
        actor,
        at: this.clock.now(),
        reason: answer.reason ? parseReason(answer.reason) : null,
      };
      const entries = await shortlistsOf(tx, [request.id]);
      const own = entries.find(
        (entry) => actor.role === 'SPECIALIST' && entry.specialistId === actor.specialistId,
      );
      if (!own?.offeredAt || own.answer || request.status !== 'OFFERING')
        throw new DomainError('INVALID_STATE', 'request.no-open-offer', { status: request.status });
      if (!answer.accept && !change.reason) throw badInput({ path: 'reason', rule: 'required' });
      Object.assign(own, {
        answer: answer.accept ? 'ACCEPTED' : 'DECLINED',
        answerReason: change.reason,
        answeredAt: change.at,
      });
      if (answer.accept) request.offerAccepted(own.specialistId, change);
      else if (!offerNext(entries, await conflictedWith(tx, actor, request), change.at))
        request.reselect(change);
      await saveSupportRequest(tx, request);
      const next = entries.find(({ offeredAt, answer: given }) => offeredAt && !given);
      await tellOfOffer(tx, request, change.at, next?.specialistId ?? null);
      // The own answer last: whoever has declined sees the case and its other entries no more.
      const others = entries.filter((entry) => entry !== own);
      await tx.save(ShortlistEntry, others);
      await tx.save(ShortlistEntry, own);
      return request;
    });
  }

  /** 県決裁: dispatch is decided, and the planner may place the visits. */
  approveDispatch(actor: Actor, id: string): Promise<SupportRequest> {
    return this.db.write(actor, async (tx) => {
      const request = await takeSupportRequest(tx, actor, id);
      permit(may.approveDispatch(actor, request));
      if (request.specialistId) await assertNoConflict(tx, actor, request, [request.specialistId]);
      request.decideDispatch({ actor, at: this.clock.now() });
      await saveSupportRequest(tx, request);
      return request;
    });
  }

  /** Back to the choice of specialists, before any visit is published. */
  reselect(actor: Actor, id: string, reason: string): Promise<SupportRequest> {
    return this.db.write(actor, async (tx) => {
      const request = await takeSupportRequest(tx, actor, id);
      permit(may.reselect(actor, request));
      request.reselect({ actor, at: this.clock.now(), reason: parseReason(reason) });
      await tx.delete(ShortlistEntry, { supportRequestId: request.id });
      await saveSupportRequest(tx, request);
      return request;
    });
  }
}

const conflictedWith = (tx: Tx, actor: Actor, request: SupportRequest): Promise<ReadonlySet<string>> =>
  shutOut(tx, actor, request.id, request.consultationId);

/** Nobody is named for a case whose vendors they are tied to. */
async function assertNoConflict(
  tx: Tx,
  actor: Actor,
  request: SupportRequest,
  specialistIds: readonly string[],
): Promise<void> {
  const conflicted = await conflictedWith(tx, actor, request);
  if (specialistIds.some((id) => conflicted.has(id)))
    throw badInput({ path: 'specialistIds', rule: 'conflict-of-interest' });
}

async function assertShortlist(tx: Tx, actor: Actor, specialistIds: readonly string[]): Promise<void> {
  const path = 'specialistIds';
  if (specialistIds.length < 1 || specialistIds.length > SHORTLIST_LIMIT)
    throw badInput({ path, rule: 'shortlist-size', facts: { max: SHORTLIST_LIMIT } });
  if (new Set(specialistIds).size !== specialistIds.length) throw badInput({ path, rule: 'repeated' });
  const found = await specialistsByIds(
    tx,
    actor,
    specialistIds.map((id) => knownId('specialist', id)),
  );
  if (found.length !== specialistIds.length || found.some((specialist) => !specialist.active))
    throw badInput({ path, rule: 'unknown' });
}
