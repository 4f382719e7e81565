import {
  type Actor,
  badInput,
  Clock,
  DomainError,
  isLocalGovernmentCode,
  parseInput,
  permit,
  text,
} from '@banso/kernel';
import { Db, type Tx } from '@banso/platform';
import { municipalitiesByIds } from '@banso/directory';
import { findTheme } from '@banso/talent';
import { nextNumber } from './number-series.js';
import { SupportRequest } from './support-request.entity.js';
import { assertTimely, parseSupportRequest } from './support-request-input.js';
import { may } from './support-request.policy.js';
import { saveSupportRequest, takeSupportRequest } from './support-request.queries.js';

/** The town's part: from the first line of a draft to a request that the hub has received. */
export class SupportRequestIntakeService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** `municipalityId` is needed only from the hub, which writes for a town that telephones. */
  draft(actor: Actor, input: unknown, municipalityId?: string | null): Promise<SupportRequest> {
    return this.db.write(actor, async (tx) => {
      permit(may.draft(actor));
      const content = parseSupportRequest(input, this.clock.today());
      await assertTheme(tx, content.themeId);
      const town = await townOf(tx, actor, municipalityId ?? null);
      const request = SupportRequest.draft(town, content, { actor, at: this.clock.now() });
      await saveSupportRequest(tx, request);
      return request;
    });
  }

  revise(actor: Actor, id: string, input: unknown): Promise<SupportRequest> {
    return this.db.write(actor, async (tx) => {
      const request = await takeSupportRequest(tx, actor, id);
      permit(may.revise(actor, request));
      const content = parseSupportRequest(input, this.clock.today());
      await assertTheme(tx, content.themeId);
      request.revise(content, this.clock.now());
      await saveSupportRequest(tx, request);
      return request;
    });
  }

  sendForApproval(actor: Actor, id: string): Promise<SupportRequest> {
    return this.db.write(actor, async (tx) => {
      const request = await takeSupportRequest(tx, actor, id);
      permit(may.sendForApproval(actor, request));
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

  /** Sends it to the hub; from 庁内決裁中 this is the approval. */
  submit(actor: Actor, id: string, approvalNumber?: string | null): Promise<SupportRequest> {
    return this.db.write(actor, async (tx) => {
      const request = await takeSupportRequest(tx, actor, id);
      permit(may.submit(actor, request));
      request.assertUnsent();
      assertTimely(request, this.clock.today());
      request.approvalNumber = approvalNumber ? parseInput(text(60), approvalNumber) : null;
      const series = { prefectureId: request.prefectureId, today: this.clock.today() };
      request.submit(await nextNumber(tx, 'R', series), { actor, at: this.clock.now() });
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

export const parseReason = (reason: string): string => parseInput(text(1_000), reason);

async function assertTheme(tx: Tx, themeId: string | null): Promise<void> {
  if (themeId !== null && !(await findTheme(tx, themeId)))
    throw badInput({ path: 'themeId', rule: 'unknown' });
}

async function townOf(
  tx: Tx,
  actor: Actor,
  municipalityId: string | null,
): Promise<{ prefectureId: string; municipalityId: string }> {
  if (actor.role === 'MUNICIPALITY_STAFF') {
    if (municipalityId !== null && municipalityId !== actor.municipalityId)
      throw new DomainError('FORBIDDEN', 'request.other-town');
    return { prefectureId: actor.prefectureId, municipalityId: actor.municipalityId };
  }
  const fault = { path: 'municipalityId', facts: { code: municipalityId ?? '' } };
  if (municipalityId === null) throw badInput({ ...fault, rule: 'required' });
  if (!isLocalGovernmentCode(municipalityId)) throw badInput({ ...fault, rule: 'town-code' });
  const [town] = await municipalitiesByIds(tx, [municipalityId]);
  if (!town || town.prefectureId !== actor.prefectureId)
    throw badInput({ ...fault, rule: 'town-of-prefecture' });
  return { prefectureId: town.prefectureId, municipalityId: town.id };
}
