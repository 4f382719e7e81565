import { check } from '../check.js';
import type { Assignment, Violation } from '../plan.js';
import type { Problem } from '../problem.js';
import { withTravel } from '../travel.js';
import { changesBetween, keyOf, type Change } from './compare-plans.js';

/** A visit by its request and number. */
export interface VisitKey {
  readonly requestId: string;
  readonly visitNo: number;
}

/** A plan of which only some changes are taken over. */
export interface Adoption {
  readonly assignments: readonly Assignment[];
  /** Hard rules that the mixture breaks: empty = it can be used as it is. */
  readonly broken: readonly Violation[];
  /** Further changes of the proposal with which it would hold; empty if it holds, null if nothing helps. */
  readonly alsoNeeded: readonly Change[] | null;
}

/** Takes over the chosen changes of a proposal and says whether they hold without the others. */
export function adopt(
  problem: Problem,
  current: readonly Assignment[],
  proposed: readonly Assignment[],
  chosen: readonly VisitKey[],
): Adoption {
  const changes = changesBetween(current, proposed);
  const wanted = new Set(chosen.map(keyOf));
  const mixture = mix(problem, current, changes, wanted);
  const broken = hardIn(problem, mixture);
  return {
    assignments: mixture,
    broken,
    alsoNeeded: broken.length === 0 ? [] : needed(problem, current, changes, wanted),
  };
}

function mix(
  problem: Problem,
  current: readonly Assignment[],
  changes: readonly Change[],
  wanted: ReadonlySet<string>,
): readonly Assignment[] {
  const taken = changes.filter((change) => wanted.has(keyOf(change)));
  const replaced = new Set(taken.map(keyOf));
  const kept = current.filter((visit) => !replaced.has(keyOf(visit)));
  return withTravel(problem, [...kept, ...taken.flatMap(({ after }) => (after ? [after] : []))]);
}

/** Follows the conflicts: whatever stands in the way of a chosen change must change too. */
function needed(
  problem: Problem,
  current: readonly Assignment[],
  changes: readonly Change[],
  chosen: ReadonlySet<string>,
): readonly Change[] | null {
  const wanted = new Set(chosen);
  for (;;) {
    const mixture = mix(problem, current, changes, wanted);
    const broken = hardIn(problem, mixture);
    if (broken.length === 0)
      return changes.filter((change) => wanted.has(keyOf(change)) && !chosen.has(keyOf(change)));
    const open = changes.filter((change) => !wanted.has(keyOf(change)));
    const next = open.find((change) => concerns(change, broken)) ?? open[0];
    if (!next) return null;
    wanted.add(keyOf(next));
  }
}

/** Whether a change belongs to a visit, or to a specialist's day, of which a rule is broken. */
function concerns({ before, after, requestId }: Change, broken: readonly Violation[]): boolean {
  return broken.some(
    ({ facts }) =>
      facts['requestId'] === requestId ||
      facts['specialistId'] === before?.specialistId ||
      facts['specialistId'] === after?.specialistId,
  );
}

const hardIn = (problem: Problem, assignments: readonly Assignment[]): readonly Violation[] =>
  check(problem, assignments).filter(({ level }) => level === 'hard');
