import type { Assignment } from '../plan.js';
import type { PlanView } from '../plan-view.js';
import type { PlanningRequest, Problem } from '../problem.js';
import { firstLeftOut } from './explain-unplaced.js';
import { laidOut } from './laid-out.js';
import { LOOKS } from './looks.js';
import type { NearestChange } from './change.js';
import type { Search } from './change-search.js';

/** Most changes named. */
const MOST = 3;

/**
 * Up to three single changes that would give the first visit left out a place while the rest of the plan
 * stays as it is, in the order of `ChangeKind`; empty if none would.
 */
export function nearestChanges(
  problem: Problem,
  assignments: readonly Assignment[],
  requestId: string,
): readonly NearestChange[] {
  return changesFor(laidOut(problem, assignments), requestId);
}

/** The same where the plan has been laid out already. */
export function changesFor(view: PlanView, requestId: string): readonly NearestChange[] {
  const request: PlanningRequest | undefined = view.request(requestId);
  const visitNo = request && firstLeftOut(view, request);
  if (!request || visitNo === undefined) return [];
  const search: Search = { view, request, visitNo };
  const found: NearestChange[] = [];
  for (const look of LOOKS) {
    if (found.length >= MOST) break;
    const change = look(search);
    if (change) found.push(change);
  }
  return found;
}
