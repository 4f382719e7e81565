import { fixedKeys } from '../explain/laid-out.js';
import type { Assignment } from '../plan.js';
import { type FixedVisit, type Problem, type StandingVisit } from '../problem.js';
import { groundOf } from '../search/ground.js';
import { SpotFinder } from '../search/insertion.js';
import { loadPlan } from '../search/load-plan.js';
import { must, PlanState } from '../search/plan-state.js';
import { assignmentsOf, snapshotOf } from '../search/snapshot.js';

/**
 * A plan laid out on the table, every visit at its very time, to try single changes on. Its prices are
 * exact (search.spec.ts holds them against the checker); what a change gives is still judged by the rules.
 */
export class Desk {
  readonly state: PlanState;
  readonly finder: SpotFinder;
  /** Visits that never move here. */
  readonly held: readonly Assignment[];
  private readonly unitOf: ReadonlyMap<string, number>;

  /** `movable` tells which visits may be moved later; the others are held as if fixed. */
  constructor(
    problem: Problem,
    assignments: readonly Assignment[],
    movable: (visit: Assignment) => boolean = () => true,
  ) {
    let held = assignments.filter((visit) => !movable(visit));
    let free: readonly Assignment[] = assignments.filter(movable);
    let state = laidOut(problem, held, free);
    // What the search would not have planned like that (two visits of a request on one day) is held too.
    for (let lost = lostIn(state, free); lost.length > 0; lost = lostIn(state, free)) {
      held = [...held, ...lost];
      free = without(free, lost);
      state = laidOut(problem, held, free);
    }
    this.state = state;
    this.held = held;
    this.finder = new SpotFinder(state, null);
    this.unitOf = new Map(
      state.ground.units.map((unit) => [keyOf(state.job(unit.index).request.id, unit.visitNo), unit.index]),
    );
  }

  /** The number of a visit, or undefined if it is fixed or unknown. */
  numberOf(requestId: string, visitNo: number): number | undefined {
    return this.unitOf.get(keyOf(requestId, visitNo));
  }

  unitsOf(requestId: string): readonly number[] {
    return this.state.ground.units
      .filter(({ index }) => this.state.job(index).request.id === requestId)
      .map(({ index }) => index);
  }

  /** The plan as it lies now. */
  assignments(): Assignment[] {
    return assignmentsOf(this.state, snapshotOf(this.state));
  }

  /** One visit as it lies now. */
  visit(unit: number): Assignment {
    const { request } = this.state.job(unit);
    const { visitNo } = this.state.unit(unit);
    return must(this.assignments().find((one) => one.requestId === request.id && one.visitNo === visitNo));
  }
}

function laidOut(problem: Problem, held: readonly Assignment[], free: readonly Assignment[]): PlanState {
  const state = new PlanState(groundOf(held.length === 0 ? problem : withFixed(problem, held)));
  loadPlan(state, free, true);
  return state;
}

const lostIn = (state: PlanState, visits: readonly Assignment[]): readonly Assignment[] =>
  without(visits, assignmentsOf(state, snapshotOf(state)));

function without(visits: readonly Assignment[], others: readonly Assignment[]): readonly Assignment[] {
  const known = new Set(others.map(({ requestId, visitNo }) => keyOf(requestId, visitNo)));
  return visits.filter(({ requestId, visitNo }) => !known.has(keyOf(requestId, visitNo)));
}

const keyOf = (requestId: string, visitNo: number): string => `${requestId} ${visitNo}`;

/** The same problem in which these visits never move; they leave the numbers that are to be placed. */
export function withFixed(problem: Problem, held: readonly Assignment[]): Problem {
  const towns = new Map(problem.requests.map(({ id, town }) => [id, town]));
  const count = new Map<string, number>();
  for (const { requestId } of held) count.set(requestId, (count.get(requestId) ?? 0) + 1);
  const keys = new Set(held.map(({ requestId, visitNo }) => keyOf(requestId, visitNo)));
  return {
    ...problem,
    requests: problem.requests.map((request) => ({
      ...request,
      visits: request.visits - (count.get(request.id) ?? 0),
    })),
    fixed: [
      ...problem.fixed,
      ...held.map((visit): FixedVisit => ({
        id: keyOf(visit.requestId, visit.visitNo),
        requestId: visit.requestId,
        visitNo: visit.visitNo,
        specialistId: visit.specialistId,
        place: visit.mode === 'ON_SITE' ? (towns.get(visit.requestId) ?? null) : null,
        mode: visit.mode,
        start: visit.start,
        end: visit.end,
        companionId: visit.companionId ?? null,
        ...nightFlags(visit),
      })),
    ],
    standing: (problem.standing ?? []).filter(
      ({ requestId, visitNo }) => !keys.has(keyOf(requestId, visitNo)),
    ),
  };
}

/** The same problem in which these visits stand: moving one has its price. */
export function withStanding(problem: Problem, assignments: readonly Assignment[]): Problem {
  const known = new Set((problem.standing ?? []).map(({ requestId, visitNo }) => keyOf(requestId, visitNo)));
  const more = assignments
    .filter(({ requestId, visitNo }) => !known.has(keyOf(requestId, visitNo)))
    .map((visit): StandingVisit => {
      const { requestId, visitNo, specialistId, mode, start, end, companionId = null } = visit;
      return { requestId, visitNo, specialistId, mode, start, end, companionId, ...nightFlags(visit) };
    });
  return { ...problem, standing: [...(problem.standing ?? []), ...more] };
}

/** The nights of a visit, as far as it has any. */
const nightFlags = ({
  nightBefore,
  nightAfter,
}: Assignment): Pick<Assignment, 'nightBefore' | 'nightAfter'> => ({
  ...(nightBefore === true && { nightBefore }),
  ...(nightAfter === true && { nightAfter }),
});

/** Tells of visits whether they never move, by the problem itself. */
export function frozenIn(problem: Problem): (visit: Assignment) => boolean {
  const fixed = fixedKeys(problem);
  const until = problem.frozenUntil ?? -Infinity;
  return ({ requestId, visitNo, start }) => start < until || fixed.has(keyOf(requestId, visitNo));
}
