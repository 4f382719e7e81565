import { type Assignment, type Absence, insertUrgent, type Problem, repairAbsence } from '@banso/planning';
import type { RepairKindWord } from './plan-answers.js';

/** One way out: all movable visits and the new ones, as they would lie. */
export interface Way {
  readonly kind: RepairKindWord;
  readonly assignments: readonly Assignment[];
}

/** Ways to bring in the visits of a request, best first; `current` = the movable visits as they lie. */
export function urgentWays(problem: Problem, current: readonly Assignment[], requestId: string): Way[] {
  const settled = onlyStanding(problem, requestId);
  return insertUrgent(settled, current, requestId).map(({ assignments }) => ({
    kind: 'INSERTED',
    assignments,
  }));
}

/** Ways to live without a specialist on some days; `current` = the movable visits as they lie. */
export function absenceWays(problem: Problem, current: readonly Assignment[], absence: Absence): Way[] {
  return repairAbsence(onlyStanding(problem, null), current, absence).map(({ kind, assignments }) => ({
    kind,
    assignments,
  }));
}

/** A repair is no plan: nothing is placed but what stood already, and what was asked for. */
function onlyStanding(problem: Problem, asked: string | null): Problem {
  const { standing = [], fixed } = problem;
  const requests = problem.requests.flatMap((request) => {
    if (request.id === asked) return [request];
    const numbers = standing.flatMap(({ requestId, visitNo }) => (requestId === request.id ? [visitNo] : []));
    if (numbers.length === 0) return [];
    const [first, last] = [Math.min(...numbers), Math.max(...numbers)];
    const held = fixed.filter(
      ({ requestId, visitNo }) =>
        requestId === request.id && visitNo !== null && visitNo >= first && visitNo <= last,
    );
    return [{ ...request, firstVisitNo: first, visits: last - first + 1 - held.length }];
  });
  return { ...problem, requests };
}
