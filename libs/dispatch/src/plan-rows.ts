import { type Assignment, check, measure, type Problem, type Violation, withTravel } from '@banso/planning';
import { instantOf, minuteOf, type Period } from './planning-calendar.js';
import type { PlanningRun } from './planning-run.entity.js';
import type { PlacedVisit, ProposedVisit } from './proposed-visit.entity.js';
import type { Slot } from './slot.js';

export const periodOf = (run: PlanningRun): Period => ({ from: run.fromOn, to: run.toOn });

/** A row as the planner sees it. */
export function assignmentOf(period: Period, visit: PlacedVisit): Assignment {
  return {
    requestId: visit.supportRequestId,
    visitNo: visit.visitNo,
    specialistId: visit.specialistId,
    mode: visit.mode,
    start: minuteOf(period, visit.startsAt),
    end: minuteOf(period, visit.endsAt),
    travelBefore: visit.travelBeforeMinutes,
    travelAfter: visit.travelAfterMinutes,
    ...nightFlags(visit),
  };
}

/** Nights as the planner has them: named only where there is one. */
export const nightFlags = ({
  nightBefore,
  nightAfter,
}: Pick<Slot, 'nightBefore' | 'nightAfter'>): Pick<Assignment, 'nightBefore' | 'nightAfter'> => ({
  ...(nightBefore && { nightBefore }),
  ...(nightAfter && { nightAfter }),
});

/** Where a visit of the planner lies, as rows say it. */
export const slotFrom = (
  period: Period,
  visit: Pick<Assignment, 'specialistId' | 'mode' | 'start' | 'end' | 'nightBefore' | 'nightAfter'>,
): Slot => ({
  specialistId: visit.specialistId,
  mode: visit.mode,
  startsAt: instantOf(period, visit.start),
  endsAt: instantOf(period, visit.end),
  nightBefore: visit.nightBefore === true,
  nightAfter: visit.nightAfter === true,
});

/** What the planner placed, as a row; the town is that of the request. */
function placedVisit(period: Period, problem: Problem, assignment: Assignment): PlacedVisit {
  const request = problem.requests.find(({ id }) => id === assignment.requestId);
  if (!request) throw new Error('The plan has a visit of a request that is not in its problem');
  return {
    supportRequestId: request.id,
    visitNo: assignment.visitNo,
    municipalityId: request.town,
    ...slotFrom(period, assignment),
    travelBeforeMinutes: assignment.travelBefore,
    travelAfterMinutes: assignment.travelAfter,
  };
}

export const brokenRules = (problem: Problem, assignments: readonly Assignment[]): Violation[] =>
  check(problem, assignments).filter(({ level }) => level === 'hard');

/** A plan as rows. */
export interface WholePlan {
  readonly visits: readonly PlacedVisit[];
  /** Minutes on the road beyond what fixed visits take by themselves, nights away included. */
  readonly travelMinutes: number;
}

/** The new visits of a plan and those that were held, with the ways between all of them. */
export function wholePlan(
  period: Period,
  problem: Problem,
  plan: { readonly assignments: readonly Assignment[]; readonly held: readonly ProposedVisit[] },
): WholePlan {
  const held = new Set(plan.held.map(({ id }) => id));
  const open = { ...problem, fixed: problem.fixed.filter(({ id }) => !held.has(id)) };
  const all = [...plan.assignments, ...plan.held.map((visit) => assignmentOf(period, visit))];
  return {
    visits: withTravel(open, all).map((assignment) => placedVisit(period, problem, assignment)),
    travelMinutes: measure(open, all).travelMinutes - measure(open, []).travelMinutes,
  };
}
