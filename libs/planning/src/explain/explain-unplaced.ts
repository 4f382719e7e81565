import { firstViolation } from '../check.js';
import type { Assignment, Facts, Plan, Reason, Violation } from '../plan.js';
import { PlanView } from '../plan-view.js';
import type { PlanningRequest, Problem } from '../problem.js';
import { HARD_RULES } from '../rules/index.js';
import { everyDay, everyStart, officeStarts, openDays, trialVisit, waysOf } from './slots.js';
import { Tally } from './tally.js';

const FRAME_RULES = HARD_RULES.filter((rule) => rule.scope === 'frame');
const PAIR_RULES = HARD_RULES.filter((rule) => rule.scope === 'pair');
const SLOT_RULES = HARD_RULES.filter((rule) => rule.scope === 'slot');
const RULE_ORDER = new Map(HARD_RULES.map((rule, index) => [rule.id, index]));

/** One rule that stands in the way, with its facts. */
interface Obstacle {
  readonly ruleId: string;
  readonly facts: Facts;
}

/** Which specialist (and perhaps which day) a person asks about. */
export interface WhyNotQuestion {
  readonly requestId: string;
  readonly specialistId: string;
  readonly day?: number;
}

/**
 * Why the first unplaced visit of a request has no place; at most three reasons. Empty = nothing
 * stands in the way (it could be placed as things are), or nothing is left to place.
 */
export function explainUnplaced(
  problem: Problem,
  plan: Plan | readonly Assignment[],
  requestId: string,
): Reason[] {
  const view = new PlanView(problem, 'assignments' in plan ? plan.assignments : plan);
  const request = view.request(requestId);
  const visitNo = request && firstLeftOut(view, request);
  return request && visitNo !== undefined ? explainVisit(view, request, visitNo) : [];
}

/** Why not this specialist for this request: the rule that fails where it comes closest; null = possible. */
export function whyNot(
  problem: Problem,
  assignments: readonly Assignment[],
  question: WhyNotQuestion,
): Violation | null {
  const { requestId, specialistId } = question;
  const all = new PlanView(problem, assignments);
  const request = all.request(requestId);
  if (!request)
    return { ruleId: 'visit-known', level: 'hard', facts: { requestId, specialistId, part: 'ids' } };
  // If everything is placed, the question is about moving the first visit to that specialist.
  const moved =
    firstLeftOut(all, request) === undefined ? all.siblings(requestId).find((s) => s.visit) : null;
  const rest = assignments.filter((visit) => visit !== moved?.visit);
  const view = moved ? new PlanView(problem, rest) : all;
  const visitNo = firstLeftOut(view, request) ?? request.firstVisitNo;
  return nearestFailure(view, request, visitNo, specialistId, question.day);
}

function nearestFailure(
  view: PlanView,
  request: PlanningRequest,
  visitNo: number,
  specialistId: string,
  day: number | undefined,
): Violation | null {
  let nearest: Violation | null = null;
  const days = day === undefined ? openDays(view, request) : [day];
  const inOffice = officeStarts(view, request, days);
  const ways = waysOf(view, request, specialistId);
  for (const start of inOffice.length > 0 ? inOffice : everyStart(view, request, everyDay(view))) {
    for (const way of ways) {
      const found = firstViolation(view, trialVisit(request, visitNo, specialistId, way, start));
      if (!found) return null;
      if (!nearest || orderOf(found) > orderOf(nearest)) nearest = found;
    }
  }
  return nearest;
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
  const tally = new Tally(specialists.length);
  const starts = officeStarts(view, request, openDays(view, request)).map((start) => ({
    start,
    frame: frameObstacles(view, request, visitNo, start),
  }));
  for (const { id } of specialists) {
    const modes = modesOf(view, request, visitNo, id);
    for (const { start, frame } of starts) {
      if (frame.length > 1) continue;
      const obstacle = furthest(modes.map((trial) => trial(start)));
      if (!obstacle && !frame[0]) return [];
      if (!frame[0]) tally.add(id, obstacle);
      else if (!obstacle) tally.add(id, frame[0]);
    }
  }
  if (tally.isEmpty) countEverything(view, request, visitNo, tally);
  return tally.reasons();
}

/** Nothing comes close: every start of the day counts, at the first rule in the order of the policy. */
function countEverything(view: PlanView, request: PlanningRequest, visitNo: number, tally: Tally): void {
  const inOffice = officeStarts(view, request, openDays(view, request));
  const starts = inOffice.length > 0 ? inOffice : everyStart(view, request, everyDay(view));
  for (const { id } of view.problem.specialists) {
    const modes = modesOf(view, request, visitNo, id);
    for (const start of starts) {
      const obstacle = furthest(modes.map((trial) => trial(start)));
      tally.add(id, obstacle ?? frameObstacles(view, request, visitNo, start)[0] ?? null);
    }
  }
}

/** For each way to hold it, a function from a start to the first obstacle of who and when. */
function modesOf(
  view: PlanView,
  request: PlanningRequest,
  visitNo: number,
  specialistId: string,
): readonly ((start: number) => Obstacle | null)[] {
  return waysOf(view, request, specialistId).map((way) => {
    // Who does not depend on the start, so one look is enough.
    const who = firstOf(PAIR_RULES, view, trialVisit(request, visitNo, specialistId, way, 0));
    return (start) =>
      who ?? firstOf(SLOT_RULES, view, trialVisit(request, visitNo, specialistId, way, start));
  });
}

/** The request's own dates do not depend on who comes, so any specialist serves for the trial. */
function frameObstacles(
  view: PlanView,
  request: PlanningRequest,
  visitNo: number,
  start: number,
): readonly Obstacle[] {
  const trial = trialVisit(request, visitNo, '', { mode: 'ONLINE' }, start);
  return FRAME_RULES.flatMap((rule) => {
    const facts = rule.violations(view, trial)[0];
    return facts ? [{ ruleId: rule.id, facts }] : [];
  });
}

function firstOf(rules: typeof HARD_RULES, view: PlanView, trial: Assignment): Obstacle | null {
  for (const rule of rules) {
    const facts = rule.violations(view, trial)[0];
    if (facts) return { ruleId: rule.id, facts };
  }
  return null;
}

/** Of the obstacles of several modes, the one that came closest; null if a mode has none. */
function furthest(obstacles: readonly (Obstacle | null)[]): Obstacle | null {
  let nearest: Obstacle | null = null;
  for (const obstacle of obstacles) {
    if (!obstacle) return null;
    if (!nearest || orderOf(obstacle) > orderOf(nearest)) nearest = obstacle;
  }
  return nearest;
}

function orderOf(obstacle: { readonly ruleId: string }): number {
  return RULE_ORDER.get(obstacle.ruleId) ?? 0;
}

function firstLeftOut(view: PlanView, request: PlanningRequest): number | undefined {
  const placed = new Set(view.siblings(request.id).map((sibling) => sibling.visitNo));
  return view.numbersOf(request.id).find((visitNo) => !placed.has(visitNo));
}
