import type { Assignment } from './plan.js';
import { numbersToPlace, type PlanningRequest, type Problem } from './problem.js';

type Numbered = Pick<Assignment, 'requestId' | 'visitNo'>;

/**
 * The problem for somebody who may do more than the planner: fixed visits are let go, by id, and more numbers of requests
 * are to place than the planner was asked for. The very same problem where that changes nothing.
 */
export function opened(
  problem: Problem,
  { letGo, numbers }: { readonly letGo: ReadonlySet<string>; readonly numbers: readonly Numbered[] },
): Problem {
  const fixed = problem.fixed.filter(({ id }) => !letGo.has(id));
  const freed = problem.fixed.flatMap(({ id, requestId, visitNo }) =>
    letGo.has(id) && requestId !== null && visitNo !== null ? [{ requestId, visitNo }] : [],
  );
  const wanted = new Map<string, number[]>();
  for (const { requestId, visitNo } of [...freed, ...numbers])
    wanted.set(requestId, [...(wanted.get(requestId) ?? []), visitNo]);
  const open = { ...problem, fixed };
  const requests = problem.requests.map((request) =>
    withNumbers(open, request, wanted.get(request.id) ?? []),
  );
  const isSame =
    fixed.length === problem.fixed.length && requests.every((one, i) => one === problem.requests[i]);
  return isSame ? problem : { ...open, requests };
}

/** As many visits as it takes for these numbers to be among those to place. */
function withNumbers(problem: Problem, request: PlanningRequest, wanted: readonly number[]): PlanningRequest {
  const fixed = new Set(
    problem.fixed.flatMap(({ requestId, visitNo }) => (requestId === request.id ? [visitNo] : [])),
  );
  const missing = wanted.filter((no) => !fixed.has(no) && no >= request.firstVisitNo);
  let wider = request;
  while (missing.some((no) => !numbersToPlace(problem, wider).includes(no)))
    wider = { ...wider, visits: wider.visits + 1 };
  return wider;
}
