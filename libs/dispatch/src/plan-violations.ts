import type { Actor } from '@banso/kernel';
import type { Violation } from '@banso/planning';
import type { Tx } from '@banso/platform';
import type { SpokenViolation } from './plan-answers.js';
import { speakerFor } from './plan-words.js';
import type { PlanningRun } from './planning-run.entity.js';

/** Broken rules of a plan, in words. */
export async function spokenViolations(
  tx: Tx,
  actor: Actor,
  run: PlanningRun,
  violations: readonly Violation[],
): Promise<SpokenViolation[]> {
  const speak = await speakerFor(tx, actor, violations);
  return violations.map((violation) => {
    const { requestId, visitNo } = violation.facts;
    return {
      ruleId: violation.ruleId,
      level: violation.level,
      supportRequestId: typeof requestId === 'string' ? requestId : null,
      visitNo: typeof visitNo === 'number' ? visitNo : null,
      sentence: speak(violation, run.fromOn),
    };
  });
}
