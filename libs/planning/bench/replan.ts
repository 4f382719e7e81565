/* What happens after a plan is published: an urgent request comes in, somebody falls ill. */
import {
  dayOf,
  MINUTES_PER_DAY,
  type Plan,
  type PlanningRequest,
  type Problem,
  type StandingVisit,
} from '../src/index.js';

/** Days from the beginning in which nothing published moves. */
const FROZEN_DAYS = 3;

/** The problem once the plan is out: what was planned stands, and moving it has its price. */
export function published(problem: Problem, { assignments }: Plan): Problem {
  const standing = assignments.map((visit): StandingVisit => {
    const { travelBefore: _before, travelAfter: _after, ...rest } = visit;
    return rest;
  });
  return { ...problem, standing, frozenUntil: FROZEN_DAYS * MINUTES_PER_DAY };
}

/** Urgent requests, each to be thought of alone: what others of the instance need, within ten days. */
export function urgentRequests(problem: Problem, count: number): readonly PlanningRequest[] {
  const step = Math.max(1, Math.floor(problem.requests.length / count));
  return problem.requests
    .filter((_, i) => i % step === 0)
    .slice(0, count)
    .map(({ town, needs, mode }, i) => ({
      id: `urgent-${i + 1}`,
      town,
      needs,
      priority: 4,
      earliest: MINUTES_PER_DAY,
      deadline: 11 * MINUTES_PER_DAY,
      visits: 1,
      firstVisitNo: 1,
      minutes: 120,
      minGapDays: 0,
      mode,
      wished: [],
      onlyWished: false,
      requiredSpecialistId: null,
      previousSpecialistId: null,
      waitingDays: 0,
      emergency: true,
    }));
}

/** The days after the frozen ones on which somebody has most to do, one for each of `count` specialists. */
export function fullestDays(
  { assignments }: Plan,
  count: number,
): readonly { readonly specialistId: string; readonly day: number }[] {
  const load = new Map<string, { specialistId: string; day: number; visits: number }>();
  for (const { specialistId, start } of assignments) {
    const day = dayOf(start);
    if (day < FROZEN_DAYS) continue;
    const key = `${specialistId} ${day}`;
    const entry = load.get(key) ?? { specialistId, day, visits: 0 };
    entry.visits += 1;
    load.set(key, entry);
  }
  const seen = new Set<string>();
  return [...load.values()]
    .sort((a, b) => b.visits - a.visits)
    .filter(({ specialistId }) => !seen.has(specialistId) && seen.add(specialistId))
    .slice(0, count);
}
