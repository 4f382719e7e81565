import { POOL_ID } from '@banso/engagement';
import { type Actor, type Change, badInput, Clock, DomainError, permit } from '@banso/kernel';
import { Db, requireSeen, type Tx } from '@banso/platform';
import { findTheme } from '@banso/talent';
import { actionsOf } from './support-request-actions.js';
import { SupportRequest, type TownQuestion } from './support-request.entity.js';
import { may } from './support-request.policy.js';
import { saveSupportRequest, takeSupportRequest } from './support-request.queries.js';
import { fieldAtFiling, parseReason, parseText } from './filing.js';
import { noteReferral } from './scheme-use.service.js';

/** The hub's first answer: accept, advise, refer elsewhere, or not adopt. */
export class SupportRequestTriageService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  beginTriage(actor: Actor, id: string): Promise<SupportRequest> {
    return this.triage(actor, id, (request, change) => request.beginTriage(change));
  }

  /** Names the theme of a trouble that the town could not classify. `version`: what was read. */
  classify(actor: Actor, id: string, themeId: string, version?: string | null): Promise<SupportRequest> {
    return this.triage(actor, id, async (request, change, tx) => {
      if (!(await findTheme(tx, themeId))) throw badInput({ path: 'themeId', rule: 'unknown' });
      if (!actionsOf(actor, request).includes('CLASSIFY'))
        throw new DomainError('INVALID_STATE', 'request.not-in-state', { status: request.status });
      await requireSeen(tx, actor, {
        entity: SupportRequest,
        id: request.id,
        version,
        properties: ['themeId'],
      });
      const field = await fieldAtFiling(tx, actor, themeId, request.submittedAt ?? change.at);
      request.classify(themeId, field, change.at);
    });
  }

  accept(actor: Actor, id: string): Promise<SupportRequest> {
    return this.triage(actor, id, (request, change) => request.accept(change));
  }

  /** 聞き返す・オンラインで先に30分: the town is asked in words before anything is decided. */
  askTown(actor: Actor, id: string, question: TownQuestion, words: string): Promise<SupportRequest> {
    return this.triage(actor, id, (request, change) =>
      request.askBack(question, { ...change, reason: parseText('words', 1_000, words) }),
    );
  }

  /** 助言で完了: solved by an answer, without a visit. */
  advise(actor: Actor, id: string, advice: string): Promise<SupportRequest> {
    return this.triage(actor, id, (request, change) =>
      request.advise(parseText('advice', 4_000, advice), change),
    );
  }

  /**
   * 他制度へ案内: another scheme fits better; `scheme` says which and how to apply. With `schemeId` it is noted how much
   * of that scheme the case takes.
   */
  refer(actor: Actor, id: string, scheme: string, schemeId?: string | null): Promise<SupportRequest> {
    return this.triage(actor, id, async (request, change, tx) => {
      request.refer({ ...change, reason: parseReason(scheme) });
      if (schemeId && schemeId !== POOL_ID) await noteReferral(tx, request, schemeId, change);
    });
  }

  notAdopt(actor: Actor, id: string, reason: string): Promise<SupportRequest> {
    return this.triage(actor, id, (request, change) =>
      request.notAdopt({ ...change, reason: parseReason(reason) }),
    );
  }

  private triage(
    actor: Actor,
    id: string,
    decide: (request: SupportRequest, change: Change, tx: Tx) => void | Promise<void>,
  ): Promise<SupportRequest> {
    return this.db.write(actor, async (tx) => {
      const request = await takeSupportRequest(tx, actor, id);
      permit(may.triage(actor, request));
      await decide(request, { actor, at: this.clock.now() }, tx);
      await saveSupportRequest(tx, request);
      return request;
    });
  }
}
