import { hardViolations } from '../src/check.js';
import type { Assignment, Score } from '../src/plan.js';
import { compareScores } from '../src/plan.js';
import { PlanView } from '../src/plan-view.js';
import { MINUTES_PER_DAY, modesWished, type PlanningRequest, type Problem } from '../src/problem.js';
import { scoreOf } from '../src/score.js';

/** One visit in one way, or left out. */
type Choice = Assignment | null;

/**
 * The best score of all plans, found by trying every one with nothing but the rules; null if there are
 * more than `most` combinations. A way that is impossible for one visit alone is not tried any further,
 * unless nights away are possible: then another visit may make it possible.
 */
export function bestOfAll(problem: Problem, most: number): Score | null {
  const view = new PlanView(problem, []);
  const choices = problem.requests.flatMap((request) =>
    view.numbersOf(request.id).map((visitNo) => waysOf(view, request, visitNo)),
  );
  if (choices.reduce((product, ways) => product * ways.length, 1) > most) return null;
  let best: Score | null = null;
  const visit = (index: number, chosen: readonly Assignment[]): void => {
    const ways = choices[index];
    if (!ways) {
      const score = scoreOf(problem, chosen);
      if (score.hard === 0 && (!best || compareScores(score, best) < 0)) best = score;
      return;
    }
    for (const way of ways) visit(index + 1, way ? [...chosen, way] : chosen);
  };
  visit(0, []);
  return best;
}

function waysOf(view: PlanView, request: PlanningRequest, visitNo: number): readonly Choice[] {
  const { problem } = view;
  const ways: Choice[] = [null];
  const nobody = [null];
  const companions = request.companion === true ? (problem.companions ?? []).map(({ id }) => id) : nobody;
  for (const { id: specialistId, nights = 0 } of problem.specialists) {
    for (const start of startsOf(view, request)) {
      for (const mode of modesWished(request)) {
        for (const companionId of companions) {
          const plain = {
            requestId: request.id,
            visitNo,
            specialistId,
            mode,
            start,
            end: start + request.minutes,
          };
          const way: Assignment = { ...plain, companionId, travelBefore: 0, travelAfter: 0 };
          if (nights === 0) {
            if (hardViolations(view, way).length === 0) ways.push(way);
          } else {
            ways.push(way, { ...way, nightBefore: true }, { ...way, nightAfter: true });
          }
        }
      }
    }
  }
  return ways;
}

/** Starts inside the opening hours of open days; all others break a rule. */
function startsOf(view: PlanView, request: PlanningRequest): readonly number[] {
  const { days, slotStep } = view.problem;
  const starts: number[] = [];
  for (let start = 0; start < days * MINUTES_PER_DAY; start += slotStep) {
    const day = Math.floor(start / MINUTES_PER_DAY);
    const minute = start % MINUTES_PER_DAY;
    const fits = view
      .officeHours(request.town)
      .some((span) => span.start <= minute && minute + request.minutes <= span.end);
    if (fits && !view.isClosed(request.town, day)) starts.push(start);
  }
  return starts;
}
