import { takeVisit } from '@banso/dispatch';
import { type Actor, type Change, Clock, DomainError, parseInput, permit, text } from '@banso/kernel';
import { noticesSettled } from '@banso/notices';
import { Db, type Tx } from '@banso/platform';
import { caseGoesOn, type SupportRequest, takeSupportRequest } from '@banso/support';
import { z } from 'zod';
import { tellOfCase } from '../notices.js';
import { may, ofHubAndTown } from '../reports.policy.js';
import { SupportEvaluation } from './support-evaluation.entity.js';

const points = z.int().min(1).max(5);
const schema = z.object({
  usefulness: points,
  clarity: points,
  progress: points,
  again: points,
  words: text(1_000, 0)
    .nullish()
    .transform((value) => value || null),
});
const reasonSchema = z.object({ reason: text(500) });

/** 支援評価: what the town says a visit, or the whole support, was worth. */
export class EvaluationService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** Of one visit whose report it has confirmed. */
  ofVisit(actor: Actor, visitId: string, input: unknown): Promise<SupportEvaluation> {
    return this.db.write(actor, async (tx) => {
      const visit = await takeVisit(tx, actor, visitId);
      permit(may.evaluate(actor, visit));
      const ratings = parseInput(schema, input);
      if (visit.status !== 'RECEIVED' && visit.status !== 'SETTLED')
        throw new DomainError('INVALID_STATE', 'evaluation.confirm-first');
      if (await tx.existsBy(SupportEvaluation, { visitId: visit.id }))
        throw new DomainError('INVALID_STATE', 'evaluation.given-already');
      const request = await takeSupportRequest(tx, actor, visit.supportRequestId);
      const change = { actor, at: this.clock.now() };
      return tx.save(SupportEvaluation, SupportEvaluation.of(request, visit.id, ratings, change));
    });
  }

  /** Of the case, once every report is confirmed: it is completed. */
  ofCase(actor: Actor, supportRequestId: string, input: unknown): Promise<SupportEvaluation> {
    return this.db.write(actor, async (tx) => {
      const request = await takeSupportRequest(tx, actor, supportRequestId);
      permit(may.evaluate(actor, request));
      const ratings = parseInput(schema, input);
      const change = { actor, at: this.clock.now() };
      await completed(tx, request.id, change);
      return tx.save(SupportEvaluation, SupportEvaluation.of(request, null, ratings, change));
    });
  }

  /** 評価なしで完了: by the hub, when the town cannot be reached. */
  waive(actor: Actor, supportRequestId: string, input: unknown): Promise<SupportRequest> {
    return this.db.write(actor, async (tx) => {
      const request = await takeSupportRequest(tx, actor, supportRequestId);
      permit(may.waiveEvaluation(actor, request));
      const { reason } = parseInput(reasonSchema, input);
      return completed(tx, request.id, { actor, at: this.clock.now(), reason });
    });
  }
}

/** The case is over; the hub may draw up what it came to. */
async function completed(tx: Tx, id: string, change: Change): Promise<SupportRequest> {
  const request = await caseGoesOn(tx, id, 'complete', change);
  await noticesSettled(tx, change, { type: 'SUPPORT_REQUEST', id }, [
    'EVALUATION_ASKED',
    'EVALUATION_OVERDUE',
  ]);
  await tellOfCase(tx, change, request, {
    kind: 'SUPPORT_COMPLETED',
    to: { hubDuty: 'COORDINATOR' },
    key: id,
  });
  return request;
}

/** Of these cases, for the hub and the town that gave them: by time. */
export function evaluationsOfCases(
  tx: Tx,
  actor: Actor,
  supportRequestIds: readonly string[],
): Promise<SupportEvaluation[]> {
  const { where, parameters } = ofHubAndTown(actor, 'evaluation');
  return tx
    .createQueryBuilder(SupportEvaluation, 'evaluation')
    .where(`(${where})`, { ...parameters })
    .andWhere('evaluation.supportRequestId = ANY(:supportRequestIds)', { supportRequestIds })
    .orderBy('evaluation.evaluatedAt')
    .addOrderBy('evaluation.id')
    .getMany();
}
