import { type Assignment, longestWait, measure, type Problem, type Score, scoreOf } from '@banso/planning';

/** What a plan comes to as it stands. */
export interface PlanStanding {
  readonly score: Score;
  /** Minutes on the road beyond what fixed visits take by themselves. */
  readonly travelMinutes: number;
  readonly longestWaitDays: number;
}

/** `open`: the problem without the proposals of before that it holds fixed, and `all` with these among the visits. */
export function planFigures(
  judged: { readonly problem: Problem; readonly assignments: readonly Assignment[] },
  { open, all }: { readonly open: Problem; readonly all: readonly Assignment[] },
): PlanStanding {
  return {
    score: scoreOf(judged.problem, judged.assignments),
    travelMinutes: measure(open, all).travelMinutes - measure(open, []).travelMinutes,
    longestWaitDays: longestWait(judged.problem, judged.assignments),
  };
}
