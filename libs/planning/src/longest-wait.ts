import type { Assignment } from './plan.js';
import { PlanView } from './plan-view.js';
import type { Problem } from './problem.js';
import { daysLate } from './rules/due.js';

/** Most days that a placed visit waits after its due day. */
export function longestWait(problem: Problem, assignments: readonly Assignment[]): number {
  const view = new PlanView(problem, assignments);
  return assignments.reduce((most, visit) => Math.max(most, daysLate(view, visit)), 0);
}
