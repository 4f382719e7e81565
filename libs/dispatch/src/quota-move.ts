import { exceededBy, listQuotas, reachesOf } from '@banso/engagement';
import { type Actor, localDateOf } from '@banso/kernel';
import type { Violation, VisitMode } from '@banso/planning';
import type { Tx } from '@banso/platform';
import type { PlanPart } from './plan-part.js';
import { factsOf } from './quota-gate.js';
import { visitsWithPlan } from './quota-use.js';
import { QUOTA_RULE } from './quota-words.js';

/** Where a proposal shall lie. */
interface Wish {
  readonly id: string;
  readonly specialistId: string;
  readonly mode: VisitMode;
  readonly startsAt: Date;
}

/** Quotas that a plan would exceed by a move, and does not without it. */
export async function quotasAgainstMove(
  tx: Tx,
  actor: Actor,
  plan: PlanPart,
  wish: Wish,
): Promise<Violation[]> {
  const quotas = await listQuotas(tx, actor);
  const moving = plan.proposals.find(({ id }) => id === wish.id);
  if (quotas.length === 0 || !moving) return [];
  const key = `${moving.supportRequestId} ${moving.visitNo}`;
  const { after: before } = await visitsWithPlan(tx, actor, quotas, plan, [localDateOf(wish.startsAt)]);
  const { specialistId, mode } = wish;
  const date = localDateOf(wish.startsAt);
  const after = before.map((visit) => (visit.id === key ? { ...visit, specialistId, mode, date } : visit));
  return exceededBy(quotas, { before, after }, await reachesOf(tx, quotas)).map((exceeded) => ({
    ruleId: QUOTA_RULE,
    level: 'hard',
    facts: { ...factsOf(exceeded), requestId: moving.supportRequestId, visitNo: moving.visitNo },
  }));
}
