import { exceededBy, listQuotas, reachesOf } from '@banso/engagement';
import { type Actor, localDateOf } from '@banso/kernel';
import type { Violation } from '@banso/planning';
import type { Tx } from '@banso/platform';
import type { PlanPart } from './plan-part.js';
import { factsOf } from './quota-gate.js';
import { visitsWithPlan } from './quota-use.js';
import { countedAs, themesOf } from './quota-visits.js';
import { QUOTA_RULE } from './quota-words.js';
import type { Slot } from './slot.js';

/** The visit that looks for a place; it may have one in the plan. */
interface Moving {
  readonly supportRequestId: string;
  readonly visitNo: number;
  readonly municipalityId: string;
}

/** Quotas that a plan would exceed with a visit in each of these slots, and does not as it is; reads as much for many as for one. */
export async function quotasAgainst(
  tx: Tx,
  actor: Actor,
  plan: PlanPart,
  { moving, slots }: { readonly moving: Moving; readonly slots: readonly Slot[] },
): Promise<Violation[][]> {
  const quotas = await listQuotas(tx, actor);
  if (quotas.length === 0) return slots.map(() => []);
  const { supportRequestId, visitNo, municipalityId } = moving;
  const themes = await themesOf(tx, actor, [supportRequestId]);
  const { after: before } = await visitsWithPlan(tx, actor, quotas, plan, {
    dates: slots.map(({ startsAt }) => localDateOf(startsAt)),
    requestIds: [supportRequestId],
  });
  const reaches = await reachesOf(tx, quotas);
  const rest = before.filter(({ id }) => id !== `${supportRequestId} ${visitNo}`);
  return slots.map((slot) => {
    const there = countedAs({ supportRequestId, visitNo, municipalityId, ...slot }, themes);
    return exceededBy(quotas, { before, after: [...rest, there] }, reaches).map((exceeded) => ({
      ruleId: QUOTA_RULE,
      level: 'hard',
      facts: { ...factsOf(exceeded), requestId: supportRequestId, visitNo },
    }));
  });
}
