import { check } from '../check.js';
import { compareScores, type Assignment, type Score, type Violation } from '../plan.js';
import type { Problem } from '../problem.js';
import { scoreOf } from '../score.js';
import { withTravel } from '../travel.js';
import { keyOf } from './compare-plans.js';

/** A change by hand: the visit as it shall be, or `null` to take it out. */
export interface Edit {
  readonly requestId: string;
  readonly visitNo: number;
  readonly visit: Assignment | null;
}

/** What the checker says of a plan before and after a change. */
export interface Judgement {
  readonly assignments: readonly Assignment[];
  /** Rules that the change breaks and that held before. */
  readonly broken: readonly Violation[];
  /** Rules that were broken before and hold now. */
  readonly mended: readonly Violation[];
  readonly before: Score;
  readonly after: Score;
  readonly isBetter: boolean;
}

/** Judges edits by hand at once, by the rules alone. */
export function judgeEdits(
  problem: Problem,
  assignments: readonly Assignment[],
  edits: readonly Edit[],
): Judgement {
  const changed = new Set(edits.map(keyOf));
  const kept = assignments.filter((visit) => !changed.has(keyOf(visit)));
  const edited = withTravel(problem, [...kept, ...edits.flatMap(({ visit }) => (visit ? [visit] : []))]);
  const was = check(problem, assignments);
  const is = check(problem, edited);
  const before = scoreOf(problem, assignments);
  const after = scoreOf(problem, edited);
  return {
    assignments: edited,
    broken: without(is, was),
    mended: without(was, is),
    before,
    after,
    isBetter: compareScores(after, before) < 0,
  };
}

function without(violations: readonly Violation[], others: readonly Violation[]): readonly Violation[] {
  const known = new Set(others.map((one) => JSON.stringify(one)));
  return violations.filter((one) => !known.has(JSON.stringify(one)));
}
