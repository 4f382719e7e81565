import type { Actor } from '@banso/kernel';
import type { Reason } from '@banso/planning';
import type { Tx } from '@banso/platform';
import { In } from 'typeorm';
import { type Bilingual, speakerFor } from './plan-words.js';
import { PlanningRun } from './planning-run.entity.js';
import { type Slot, slotOf } from './slot.js';
import { unplacedVisitsOf } from './planning-run.queries.js';

/** A reason as data, with its sentence. */
export interface SpokenReason extends Reason {
  readonly sentence: Bilingual;
}

/** A visit without a place, and why. */
export interface ExplainedUnplaced {
  readonly runId: string;
  readonly supportRequestId: string;
  readonly visitNo: number;
  readonly reasons: readonly SpokenReason[];
  /** The published visit that would be called off; null when it was not published yet. */
  readonly replacesVisitId: string | null;
  readonly replaces: Slot | null;
  /** The proposal that somebody took out of the plan; null when it never was in it. */
  readonly proposalId: string | null;
}

/** What each run could not place, in words; of runs that the caller has already been allowed to see. */
export async function explainUnplacedOf(
  tx: Tx,
  actor: Actor,
  runIds: readonly string[],
): Promise<ExplainedUnplaced[]> {
  const runs = await tx.find(PlanningRun, { where: { id: In([...runIds]) } });
  const origins = new Map(runs.map(({ id, fromOn }) => [id, fromOn]));
  const unplaced = await unplacedVisitsOf(tx, runIds);
  const speak = await speakerFor(
    tx,
    actor,
    unplaced.flatMap(({ reasons }) => reasons),
  );
  return unplaced.map(
    ({ runId, supportRequestId, visitNo, reasons, replacesVisitId, replaces, proposalId }) => ({
      replacesVisitId,
      proposalId,
      replaces: replaces && slotOf(replaces),
      runId,
      supportRequestId,
      visitNo,
      reasons: reasons.map((reason) => ({ ...reason, sentence: speak(reason, origins.get(runId) ?? '') })),
    }),
  );
}
