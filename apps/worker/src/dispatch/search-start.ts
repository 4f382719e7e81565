import {
  cutAfter,
  firstOf,
  iterations,
  type Plan,
  type Problem,
  type Progress,
  emptyPlan,
  longestWait,
  solve,
  type Stop,
  when,
} from '@banso/planning';

/** One search of a run. */
export interface StartOrder {
  readonly problem: Problem;
  readonly seed: number;
  readonly iterations: number;
  /** Where it is cut short, to repeat one that was; null = it goes to its end. */
  readonly stopAtIterations: number | null;
  /** Nothing is searched for. */
  readonly byHand?: boolean;
}

/** What one search ends with. */
export interface StartResult {
  readonly seed: number;
  readonly plan: Plan;
  readonly iterations: number;
  readonly longestWaitDays: number;
}

/** Nothing but what stands already. */
function startByHand({ problem, seed }: StartOrder): StartResult {
  const plan = emptyPlan(problem);
  return { seed, plan, iterations: 0, longestWaitDays: longestWait(problem, plan.assignments) };
}

/** Searches from one seed. Repeatable: where it was stopped is all that a repetition needs to know. */
export function runStart(
  order: StartOrder,
  isOver: () => boolean = () => false,
  onProgress: (progress: Progress) => void = () => {},
): StartResult {
  if (order.byHand) return startByHand(order);
  const { problem, seed, iterations: budget, stopAtIterations } = order;
  let last: Progress | null = null;
  const stops: Stop[] = [iterations(budget), when(isOver)];
  if (stopAtIterations !== null) stops.push(cutAfter(stopAtIterations));
  const plan = solve(problem, {
    seed,
    stop: firstOf(...stops),
    onProgress: (progress) => {
      last = progress;
      onProgress(progress);
    },
  });
  return { seed, plan, ...endOf(last) };
}

const endOf = (last: Progress | null): Pick<StartResult, 'iterations' | 'longestWaitDays'> => ({
  iterations: last?.iterations ?? 0,
  longestWaitDays: last?.longestWaitDays ?? 0,
});
