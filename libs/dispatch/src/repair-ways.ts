import { type Assignment, iterations, type Problem, solve } from '@banso/planning';

/** One way out: all movable visits and the new ones, as they would lie. */
export interface Way {
  readonly assignments: readonly Assignment[];
}

/** Ways to bring in the next visit of a request, best first; `current` = the movable visits as they lie. */
export function urgentWays(problem: Problem, current: readonly Assignment[], requestId: string): Way[] {
  const asked = new Set([requestId, ...current.map((visit) => visit.requestId)]);
  const small = { ...problem, requests: problem.requests.filter(({ id }) => asked.has(id)) };
  const plan = solve(small, { seed: 1, stop: iterations(200), start: current });
  return [{ assignments: plan.assignments }];
}

/** Ways to live without a specialist on some days; `current` = the movable visits as they lie. */
export function absenceWays(problem: Problem, current: readonly Assignment[]): Way[] {
  const plan = solve(problem, { seed: 1, stop: iterations(200), start: current });
  return [{ assignments: plan.assignments }];
}
