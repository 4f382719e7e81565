import { type Actor, Clock, DomainError, localDateOf, parseInput, permit } from '@banso/kernel';
import { Db, nextNumber, requireSeen } from '@banso/platform';
import { assertGroup, assertTheme, fieldAtFiling, parseReason, parseText, townOf } from './filing.js';
import { caseOf } from './procurement.entity.js';
import { purchaseSchema, writeProcurement } from './procurement-writing.js';
import { SupportRequest } from './support-request.entity.js';
import { assertReady, CONTENT, parseSupportRequest } from './support-request-input.js';
import { may } from './support-request.policy.js';
import { remindApprovers } from './case-notices.js';
import { remindedOn, saveSupportRequest, takeSupportRequest } from './support-request.queries.js';

/** The town's part: from the first line of a draft to a request that the hub has received. */
export class SupportRequestIntakeService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /**
   * `municipalityId` is needed only from the hub, which writes for a town that telephones. `purchase`: what it is about
   * to buy and from whom, where that is known from the first word on.
   */
  draft(
    actor: Actor,
    input: unknown,
    municipalityId?: string | null,
    purchase?: unknown,
  ): Promise<SupportRequest> {
    return this.db.write(actor, async (tx) => {
      permit(may.draft(actor));
      const content = parseSupportRequest(input, this.clock.today());
      await assertTheme(tx, content.themeId);
      await assertGroup(tx, content.groupId);
      const town = await townOf(tx, actor, municipalityId ?? null);
      const change = { actor, at: this.clock.now() };
      const request = SupportRequest.draft(town, content, change);
      await saveSupportRequest(tx, request);
      const bought = parseInput(purchaseSchema.nullish(), purchase);
      if (bought) {
        const first = { ...change, readVersion: 0, today: this.clock.today() };
        await writeProcurement(tx, caseOf(request, 'REQUEST'), bought, first);
      }
      return request;
    });
  }

  /** `version`: what the writer started from. */
  revise(actor: Actor, id: string, input: unknown, version?: string | null): Promise<SupportRequest> {
    return this.db.write(actor, async (tx) => {
      const request = await takeSupportRequest(tx, actor, id);
      permit(may.revise(actor, request));
      await requireSeen(tx, actor, { entity: SupportRequest, id: request.id, version, properties: CONTENT });
      const content = parseSupportRequest(input, this.clock.today());
      await assertTheme(tx, content.themeId);
      await assertGroup(tx, content.groupId);
      request.revise(content, this.clock.now());
      await saveSupportRequest(tx, request);
      return request;
    });
  }

  sendForApproval(actor: Actor, id: string): Promise<SupportRequest> {
    return this.db.write(actor, async (tx) => {
      const request = await takeSupportRequest(tx, actor, id);
      permit(may.sendForApproval(actor, request));
      if (request.status === 'DRAFT') assertReady(request, this.clock.today());
      request.sendForApproval({ actor, at: this.clock.now() });
      await saveSupportRequest(tx, request);
      return request;
    });
  }

  returnToDraft(actor: Actor, id: string, reason: string): Promise<SupportRequest> {
    return this.db.write(actor, async (tx) => {
      const request = await takeSupportRequest(tx, actor, id);
      permit(may.approve(actor, request));
      request.returnToDraft({ actor, at: this.clock.now(), reason: parseReason(reason) });
      await saveSupportRequest(tx, request);
      return request;
    });
  }

  /** Asks whoever approves once more; once on a day is enough. */
  remind(actor: Actor, id: string): Promise<SupportRequest> {
    return this.db.write(actor, async (tx) => {
      const request = await takeSupportRequest(tx, actor, id);
      permit(may.sendForApproval(actor, request));
      const change = { actor, at: this.clock.now() };
      if (await remindedOn(tx, request, localDateOf(change.at)))
        throw new DomainError('INVALID_STATE', 'request.reminded-today');
      request.remind(change);
      await remindApprovers(tx, request);
      await saveSupportRequest(tx, request);
      return request;
    });
  }

  /**
   * Sends it to the hub; from 庁内決裁中 this is the approval, of what was read in `version`. `stamp`: the number of the
   * town's own document, and the post of whoever approves.
   */
  submit(
    actor: Actor,
    id: string,
    stamp: string | null | { readonly approvalNumber?: string | null; readonly post?: string | null } = {},
    version?: string | null,
  ): Promise<SupportRequest> {
    const { approvalNumber = null, post = null } =
      typeof stamp === 'string' ? { approvalNumber: stamp } : (stamp ?? {});
    return this.db.write(actor, async (tx) => {
      const request = await takeSupportRequest(tx, actor, id);
      permit(may.submit(actor, request));
      request.assertUnsent();
      await requireSeen(tx, actor, { entity: SupportRequest, id: request.id, version, properties: CONTENT });
      assertReady(request, this.clock.today());
      request.approvalNumber = approvalNumber ? parseText('approvalNumber', 60, approvalNumber) : null;
      const series = { prefectureId: request.prefectureId, today: this.clock.today() };
      const at = this.clock.now();
      const field = await fieldAtFiling(tx, actor, request.themeId, at);
      const number = await nextNumber(tx, 'R', series);
      request.submit(number, field, { actor, at }, post ? parseText('post', 40, post) : null);
      await saveSupportRequest(tx, request);
      return request;
    });
  }

  /** What the town says to the hub's question. */
  answerHub(actor: Actor, id: string, agrees: boolean, words: string): Promise<SupportRequest> {
    return this.db.write(actor, async (tx) => {
      const request = await takeSupportRequest(tx, actor, id);
      permit(may.answerHub(actor, request));
      const reason = parseText('words', 1_000, words);
      request.answerBack(agrees, { actor, at: this.clock.now(), reason });
      await saveSupportRequest(tx, request);
      return request;
    });
  }

  withdraw(actor: Actor, id: string, reason: string): Promise<SupportRequest> {
    return this.db.write(actor, async (tx) => {
      const request = await takeSupportRequest(tx, actor, id);
      permit(may.withdraw(actor, request));
      request.withdraw({ actor, at: this.clock.now(), reason: parseReason(reason) });
      await saveSupportRequest(tx, request);
      return request;
    });
  }
}
