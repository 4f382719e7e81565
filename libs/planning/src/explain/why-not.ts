import type { Assignment, Violation } from '../plan.js';
import { PlanView } from '../plan-view.js';
import type { Problem } from '../problem.js';
import { firstLeftOut } from './explain-unplaced.js';
import { laidOut } from './laid-out.js';
import { everyDay, everyStart, officeStarts, openDays } from './slots.js';
import { frameObstacles, orderOf, trialsOf, type Obstacle, type Tried } from './trials.js';

/** Which specialist (and perhaps which day) a person asks about. */
export interface WhyNotQuestion {
  readonly requestId: string;
  readonly specialistId: string;
  readonly day?: number;
}

/** Why not this specialist for this request: the rule that fails where it comes closest; null = possible. */
export function whyNot(
  problem: Problem,
  assignments: readonly Assignment[],
  question: WhyNotQuestion,
): Violation | null {
  return obstacleFor(laidOut(problem, assignments), question);
}

/** The same where the plan has been laid out already. */
export function obstacleFor(all: PlanView, question: WhyNotQuestion): Violation | null {
  const { requestId, specialistId } = question;
  const request = all.request(requestId);
  if (!request)
    return { ruleId: 'visit-known', level: 'hard', facts: { requestId, specialistId, part: 'ids' } };
  // If everything is placed, the question is about moving the first visit to that specialist.
  const moved =
    firstLeftOut(all, request) === undefined ? all.siblings(requestId).find((s) => s.visit) : null;
  const rest = all.assignments.filter((visit) => visit !== moved?.visit);
  const view = moved ? new PlanView(all.problem, rest) : all;
  const visitNo = firstLeftOut(view, request) ?? request.firstVisitNo;
  const obstacle = nearestObstacle(view, { request, visitNo }, specialistId, question.day);
  if (!obstacle) return null;
  const { ruleId, facts } = obstacle;
  return { ruleId, level: 'hard', facts: { requestId, visitNo, specialistId, ...facts } };
}

function nearestObstacle(
  view: PlanView,
  tried: Tried,
  specialistId: string,
  day: number | undefined,
): Obstacle | null {
  let nearest: Obstacle | null = null;
  const { request } = tried;
  const inOffice = officeStarts(view, request, day === undefined ? openDays(view, request) : [day]);
  const starts = inOffice.length > 0 ? inOffice : everyStart(view, request, everyDay(view));
  const trials = trialsOf(view, tried, specialistId, starts[0] ?? 0);
  for (const start of starts) {
    let frame: Obstacle | null | undefined;
    for (const trial of trials) {
      let found = trial.first(start);
      if (!found) {
        if (frame === undefined) frame = frameObstacles(view, tried, start, 1)[0] ?? null;
        found = frame;
      }
      if (!found) return null;
      if (!nearest || orderOf(found) > orderOf(nearest)) nearest = found;
    }
  }
  return nearest;
}
