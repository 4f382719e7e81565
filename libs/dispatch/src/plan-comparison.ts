import type { Assignment } from '@banso/planning';
import type { PlanComparison, VisitChange } from './plan-answers.js';
import type { PlanRecord } from './plan-record.queries.js';
import { periodOf, slotFrom } from './plan-rows.js';
import { priceBetween } from './score-in-tiers.js';
import { isSameSlot, type Slot } from './slot.js';

const numberOf = ({ requestId, visitNo }: Assignment): string => `${requestId} ${visitNo}`;

/** What differs between two plans, by request and number; the periods may differ too. */
export function comparisonOf(before: PlanRecord, after: PlanRecord): PlanComparison {
  const [old, now] = [slotsOf(before), slotsOf(after)];
  const changes: VisitChange[] = [];
  let unchanged = 0;
  for (const key of [...new Set([...old.keys(), ...now.keys()])].sort()) {
    const [was, is] = [old.get(key), now.get(key)];
    if (was && is && isSameSlot(was.slot, is.slot)) unchanged += 1;
    else changes.push(changeOf(was, is));
  }
  const samePolicy = JSON.stringify(before.run.policy) === JSON.stringify(after.run.policy);
  return {
    beforeRunId: before.run.id,
    afterRunId: after.run.id,
    changes,
    unchanged,
    price:
      samePolicy && before.run.score && after.run.score
        ? priceBetween(before.run.score, after.run.score)
        : null,
  };
}

interface Placed {
  readonly visit: Assignment;
  readonly slot: Slot;
}

function slotsOf({ run, assignments }: PlanRecord): Map<string, Placed> {
  const period = periodOf(run);
  return new Map(assignments.map((visit) => [numberOf(visit), { visit, slot: slotFrom(period, visit) }]));
}

function changeOf(was: Placed | undefined, is: Placed | undefined): VisitChange {
  const visit = (is ?? was)?.visit;
  const kind = was && is ? 'MOVED' : is ? 'NEW' : 'CANCELLED';
  return {
    kind,
    supportRequestId: visit?.requestId ?? '',
    visitNo: visit?.visitNo ?? 0,
    visitId: null,
    before: was?.slot ?? null,
    after: is?.slot ?? null,
  };
}
