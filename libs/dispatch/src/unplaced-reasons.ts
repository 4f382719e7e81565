import type { Actor } from '@banso/kernel';
import type { Reason } from '@banso/planning';
import type { Tx } from '@banso/platform';
import { type Bilingual, speakerFor } from './plan-words.js';
import type { PlanningRun } from './planning-run.entity.js';
import { unplacedVisitsOf } from './planning-run.queries.js';

/** A reason as data, with its sentence. */
export interface SpokenReason extends Reason {
  readonly sentence: Bilingual;
}

/** A visit without a place, and why. */
export interface ExplainedUnplaced {
  readonly supportRequestId: string;
  readonly visitNo: number;
  readonly reasons: readonly SpokenReason[];
}

/** What a run could not place, in words; the caller has already been allowed to see the run. */
export async function explainUnplacedOf(
  tx: Tx,
  actor: Actor,
  run: PlanningRun,
): Promise<ExplainedUnplaced[]> {
  const unplaced = await unplacedVisitsOf(tx, [run.id]);
  const reasons = unplaced.flatMap((visit) => visit.reasons);
  const sentenceOf = await speakerFor(tx, actor, run.fromOn, reasons);
  return unplaced.map(({ supportRequestId, visitNo, reasons: why }) => ({
    supportRequestId,
    visitNo,
    reasons: why.map((reason) => ({ ...reason, sentence: sentenceOf(reason) })),
  }));
}
