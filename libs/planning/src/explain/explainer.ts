import type { Assignment, Reason, Violation } from '../plan.js';
import type { PlanView } from '../plan-view.js';
import type { Problem } from '../problem.js';
import { explainPlace, type AssignmentExplanation } from './explain-assignment.js';
import { reasonsFor } from './explain-unplaced.js';
import { laidOut } from './laid-out.js';
import type { NearestChange } from './change.js';
import { changesFor } from './nearest-changes.js';
import { obstacleFor, type WhyNotQuestion } from './why-not.js';

/**
 * Answers many questions about one plan: it is laid out once, and what a rule has said of a specialist's
 * time is kept. The functions of the same names answer one question each.
 */
export class Explainer {
  private readonly view: PlanView;

  constructor(problem: Problem, assignments: readonly Assignment[]) {
    this.view = laidOut(problem, assignments);
  }

  /** Why this person and this day; null if the visit is not in the plan. */
  assignment(
    key: Pick<Assignment, 'requestId' | 'visitNo'>,
    { alternatives = 3 }: { readonly alternatives?: number } = {},
  ): AssignmentExplanation | null {
    return explainPlace(this.view, key, alternatives);
  }

  /** Why the first unplaced visit of a request has no place; empty = it has, or could have. */
  unplaced(requestId: string): Reason[] {
    return reasonsFor(this.view, requestId);
  }

  /** Why not this specialist; null = possible. */
  whyNot(question: WhyNotQuestion): Violation | null {
    return obstacleFor(this.view, question);
  }

  /** What would have to change for the first unplaced visit of a request. */
  nearestChanges(requestId: string): readonly NearestChange[] {
    return changesFor(this.view, requestId);
  }
}
