import type { Assignment, Plan, Unplaced } from './plan.js';
import { policyOf } from './policy.js';
import {
  fixedOf,
  modesWished,
  type PlanningRequest,
  type PlanningSpecialist,
  type Problem,
} from './problem.js';
import { HARD_RULES } from './rules/index.js';
import { scoreOf } from './score.js';
import { solve } from './solve.js';
import type { Stop } from './stop.js';

/** What steers a run in parts. `stopFor` gets the part's share of all requests, 0-1. */
export interface PartsOptions {
  readonly seed: number;
  readonly stopFor: (share: number) => Stop;
}

/**
 * Parts of a problem that have nothing to do with each other: no specialist, town, campaign, companion or
 * reserve in common. Planning them one by one loses nothing. Largest first; ties by the first request.
 */
export function partsOf(problem: Problem): readonly Problem[] {
  const groups = new Groups();
  const { specialists, requests, companions = [], reserve } = problem;
  for (const { id } of specialists) groups.add(`s ${id}`);
  const couldServe = pairTest(problem);
  for (const request of requests) {
    const name = `r ${request.id}`;
    groups.join(name, `t ${request.town}`);
    if (request.campaignId !== undefined && request.campaignId !== null)
      groups.join(name, `c ${request.campaignId}`);
    if (request.companion === true && companions.length > 0) groups.join(name, 'companions');
    for (const specialist of specialists) {
      if (couldServe(request, specialist)) groups.join(name, `s ${specialist.id}`);
    }
  }
  for (const visit of fixedOf(problem)) {
    if (visit.requestId !== null) groups.join(`r ${visit.requestId}`, `s ${visit.specialistId}`);
    if (visit.place !== null) groups.join(`t ${visit.place}`, `s ${visit.specialistId}`);
    if (visit.companionId !== undefined && visit.companionId !== null)
      groups.join('companions', `s ${visit.specialistId}`);
  }
  if (reserve) for (const { id } of specialists) groups.join('reserve', `s ${id}`);
  const roots = [
    ...new Set([
      ...requests.map(({ id }) => groups.root(`r ${id}`)),
      ...specialists.map(({ id }) => groups.root(`s ${id}`)),
    ]),
  ];
  return roots
    .map((root) => partOf(problem, (name) => groups.root(name) === root))
    .sort((a, b) => b.requests.length - a.requests.length);
}

/** Plans each part by itself and puts the plans together. */
export function solveInParts(problem: Problem, { seed, stopFor }: PartsOptions): Plan {
  const assignments: Assignment[] = [];
  const unplaced: Unplaced[] = [];
  for (const part of partsOf(problem)) {
    if (part.requests.length === 0) continue;
    const plan = solve(part, { seed, stop: stopFor(part.requests.length / problem.requests.length) });
    assignments.push(...plan.assignments);
    unplaced.push(...plan.unplaced);
  }
  return { assignments, unplaced, score: scoreOf(problem, assignments) };
}

function partOf(problem: Problem, isIn: (name: string) => boolean): Problem {
  const specialist = ({ specialistId }: { readonly specialistId: string }): boolean =>
    isIn(`s ${specialistId}`);
  return {
    ...problem,
    specialists: problem.specialists.filter(({ id }) => isIn(`s ${id}`)),
    requests: problem.requests.filter(({ id }) => isIn(`r ${id}`)),
    fixed: problem.fixed.filter(specialist),
    standing: (problem.standing ?? []).filter(({ requestId }) => isIn(`r ${requestId}`)),
    sessions: (problem.sessions ?? []).map((session) => ({
      ...session,
      specialistIds: session.specialistIds.filter((id) => isIn(`s ${id}`)),
    })),
  };
}

/** Whether a specialist could serve a request on any day at all, by the rules that look at the two alone. */
function pairTest(problem: Problem): (request: PlanningRequest, specialist: PlanningSpecialist) => boolean {
  const { weights } = policyOf(problem);
  const forbids = HARD_RULES.flatMap(({ candidate }) => (candidate ? [candidate] : []));
  return (request, specialist) =>
    modesWished(request).some((mode) =>
      forbids.every((forbid) => {
        const test = forbid({ problem, weights, request, specialist, mode });
        return test.length > 0 || !test(0);
      }),
    );
}

/** Names that belong together: union-find. */
class Groups {
  private readonly parent = new Map<string, string>();

  add(name: string): void {
    if (!this.parent.has(name)) this.parent.set(name, name);
  }

  root(name: string): string {
    this.add(name);
    let at = name;
    for (let up = this.parent.get(at) ?? at; up !== at; up = this.parent.get(at) ?? at) {
      this.parent.set(at, this.parent.get(up) ?? up);
      at = up;
    }
    return at;
  }

  join(a: string, b: string): void {
    const first = this.root(a);
    const second = this.root(b);
    if (first !== second) this.parent.set(second, first);
  }
}
