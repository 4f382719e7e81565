/* What happens after a plan is published: an urgent request comes in, somebody falls ill. */
import {
  dayOf,
  insertUrgent,
  MINUTES_PER_DAY,
  type Assignment,
  repairAbsence,
  type Plan,
  type PlanningRequest,
  type Problem,
  type StandingVisit,
} from '../src/index.js';
import { timed } from './clock.js';

/** Days from the beginning in which nothing published moves. */
const FROZEN_DAYS = 3;

/** Requests and sick days tried, each by itself; fewer where each takes seconds. */
const triedIn = ({ requests }: Problem): number => (requests.length > 1000 ? 3 : 10);

/** A plan that is out, and what of it may still move. */
interface Published {
  /** What was planned stands, and moving it has its price. */
  readonly problem: Problem;
  readonly movable: readonly Assignment[];
}

/** The problem once the plan is out. */
export function published(problem: Problem, { assignments }: Plan): Published {
  const standing = assignments.map((visit): StandingVisit => {
    const { travelBefore: _before, travelAfter: _after, ...rest } = visit;
    return rest;
  });
  const frozenUntil = FROZEN_DAYS * MINUTES_PER_DAY;
  const movable = assignments.filter(({ start }) => start >= frozenUntil);
  return { problem: { ...problem, standing, frozenUntil }, movable };
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

/** How fast a published plan takes in an urgent request and mends a sick day, and what has to move. */
export function replanFigures(problem: Problem, plan: Plan): Readonly<Record<string, number | string>> {
  const out = published(problem, plan);
  const tried = triedIn(problem);
  const urgent = urgentRequests(problem, tried).map((request) => {
    const withUrgent = { ...out.problem, requests: [...problem.requests, request] };
    return timed(() => insertUrgent(withUrgent, out.movable, request.id)[0]);
  });
  const placed = urgent.flatMap(({ result }) => (result ? [result] : []));
  const repaired = fullestDays(plan, tried).map(({ specialistId, day }) =>
    timed(() => repairAbsence(out.problem, out.movable, { specialistId, fromDay: day, toDay: day })),
  );
  const complete = repaired.filter(({ result }) =>
    result[0]?.changes.every(({ after }) => after !== null),
  ).length;
  return {
    'urgent request ms, median': sorted(urgent)[Math.floor(urgent.length / 2)] ?? 0,
    '… most': sorted(urgent).at(-1) ?? 0,
    '… placed': `${placed.length}/${urgent.length}`,
    '… visits moved, most': Math.max(0, ...placed.map(({ moved }) => moved.length)),
    'sick day ms, median': sorted(repaired)[Math.floor(repaired.length / 2)] ?? 0,
    '…  most': sorted(repaired).at(-1) ?? 0,
    '… ways, fewest': Math.min(...repaired.map(({ result }) => result.length)),
    '… of them complete': `${complete}/${repaired.length}`,
  };
}

function sorted(runs: readonly { readonly seconds: number }[]): readonly number[] {
  return runs.map(({ seconds }) => 1000 * seconds).toSorted((a, b) => a - b);
}
