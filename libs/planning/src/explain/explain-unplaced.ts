import type { Assignment, Plan, Reason } from '../plan.js';
import type { PlanView } from '../plan-view.js';
import type { PlanningRequest, Problem } from '../problem.js';
import { laidOut } from './laid-out.js';
import { everyDay, everyStart, officeStarts, openDays } from './slots.js';
import { Tally } from './tally.js';
import { frameObstacles, furthest, trialsOf, type Tried } from './trials.js';

/**
 * Why the first unplaced visit of a request has no place; at most three reasons. Empty = nothing
 * stands in the way (it could be placed as things are), or nothing is left to place.
 */
export function explainUnplaced(
  problem: Problem,
  plan: Plan | readonly Assignment[],
  requestId: string,
): Reason[] {
  return reasonsFor(laidOut(problem, 'assignments' in plan ? plan.assignments : plan), requestId);
}

/** The same where the plan has been laid out already: what rules said once is not asked again. */
export function reasonsFor(view: PlanView, requestId: string): Reason[] {
  const request = view.request(requestId);
  const visitNo = request && firstLeftOut(view, request);
  return request && visitNo !== undefined ? explainVisit(view, request, visitNo) : [];
}

/**
 * Reasons for one visit. Every specialist × start inside the request's own dates counts at the
 * first rule it fails. A start outside those dates counts only where they are the single obstacle:
 * then moving that date alone would help. Empty = the visit fits somewhere.
 */
export function explainVisit(view: PlanView, request: PlanningRequest, visitNo: number): Reason[] {
  const { specialists } = view.problem;
  if (specialists.length === 0) {
    return [{ ruleId: 'visit-known', count: 0, facts: { specialists: 0, specialistsTotal: 0, slots: 0 } }];
  }
  const tried = { request, visitNo };
  const tally = new Tally(specialists.length);
  const starts = officeStarts(view, request, openDays(view, request))
    .map((start) => ({ start, frame: frameObstacles(view, tried, start, 2) }))
    .filter(({ frame }) => frame.length < 2);
  const inFrame = starts.filter(({ frame }) => frame.length === 0).length;
  for (const { id } of specialists) {
    const trials = trialsOf(view, tried, id, 0);
    if (trials.every(({ who }) => who)) {
      tally.add(id, furthest(trials, 0), inFrame);
      continue;
    }
    for (const { start, frame } of starts) {
      const obstacle = furthest(trials, start);
      if (!obstacle && !frame[0]) return [];
      if (!frame[0]) tally.add(id, obstacle);
      else if (!obstacle) tally.add(id, frame[0]);
    }
  }
  if (tally.isEmpty) countEverything(view, tried, tally);
  return tally.reasons();
}

/** Nothing comes close: every start of the day counts, at the first rule in the order of the policy. */
function countEverything(view: PlanView, tried: Tried, tally: Tally): void {
  const { request } = tried;
  const inOffice = officeStarts(view, request, openDays(view, request));
  const starts = inOffice.length > 0 ? inOffice : everyStart(view, request, everyDay(view));
  const frames = new Map(starts.map((start) => [start, frameObstacles(view, tried, start, 1)[0] ?? null]));
  for (const { id } of view.problem.specialists) {
    const trials = trialsOf(view, tried, id, 0);
    for (const start of starts) tally.add(id, furthest(trials, start) ?? frames.get(start) ?? null);
  }
}

/** The first number of a request that has no place. */
export function firstLeftOut(view: PlanView, request: PlanningRequest): number | undefined {
  const placed = new Set(view.siblings(request.id).map((sibling) => sibling.visitNo));
  return view.numbersOf(request.id).find((visitNo) => !placed.has(visitNo));
}
