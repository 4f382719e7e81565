import {
  type Absence,
  type Assignment,
  check,
  explainUnplaced,
  measure,
  MINUTES_PER_DAY,
  type Problem,
  type Reason,
  scoreOf,
} from '@banso/planning';
import type { Price } from './plan-answers.js';
import { absenceWays, urgentWays, type Way } from './repair-ways.js';
import { priceBetween } from './score-in-tiers.js';

/** A way that breaks no rule, with what it costs on top of the calendar as it lies. */
export interface PricedWay extends Way {
  readonly price: Price;
  /** Minutes of travel on top. */
  readonly travelMinutes: number;
}

/** What is possible for an urgent request; without any way, why not. */
export interface UrgentReckoning {
  readonly ways: readonly PricedWay[];
  readonly reasons: readonly Reason[];
}

/**
 * Ways to bring in the next visits of a request; `current` = the movable visits as they lie. What is cheapest
 * may be days away: where it can be `today`, the best way of today comes first.
 */
export function urgentReckoning(
  problem: Problem,
  current: readonly Assignment[],
  { requestId, today }: { readonly requestId: string; readonly today: boolean },
): UrgentReckoning {
  const ofToday = today ? urgentWays(endingToday(problem, requestId), current, requestId).slice(0, 1) : [];
  const isNew = (visit: Assignment): boolean =>
    visit.requestId === requestId &&
    !current.some(({ visitNo, ...one }) => visitNo === visit.visitNo && one.requestId === requestId);
  const ways = [...ofToday, ...urgentWays(problem, current, requestId)].filter(({ assignments }) =>
    assignments.some(isNew),
  );
  const found = priced(problem, current, ways);
  return { ways: found, reasons: found.length > 0 ? [] : explainUnplaced(problem, current, requestId) };
}

/** Ways to live without a specialist on some days. */
export const absenceReckoning = (
  problem: Problem,
  current: readonly Assignment[],
  absence: Absence,
): readonly PricedWay[] => priced(problem, current, absenceWays(problem, current, absence));

/** Ways that break no rule, each with what it costs on top. */
export function priced(problem: Problem, current: readonly Assignment[], ways: readonly Way[]): PricedWay[] {
  const before = scoreOf(problem, current);
  const { travelMinutes } = measure(problem, current);
  return ways
    .filter(({ assignments }) => !check(problem, assignments).some(({ level }) => level === 'hard'))
    .map((way) => ({
      ...way,
      price: priceBetween(before, scoreOf(problem, way.assignments)),
      travelMinutes: measure(problem, way.assignments).travelMinutes - travelMinutes,
    }));
}

const endingToday = (problem: Problem, requestId: string): Problem => ({
  ...problem,
  requests: problem.requests.map((request) =>
    request.id === requestId
      ? { ...request, deadline: Math.min(request.deadline ?? Infinity, MINUTES_PER_DAY) }
      : request,
  ),
});
