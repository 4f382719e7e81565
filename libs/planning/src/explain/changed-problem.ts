import type { Facts } from '../plan.js';
import {
  MINUTES_PER_DAY,
  windowsOf,
  type Interval,
  type PlanningRequest,
  type PlanningSpecialist,
  type Problem,
} from '../problem.js';
import type { NearestChange } from './change.js';

/** The same problem with one change made, and nothing else. */
export function withChange(problem: Problem, { kind, facts, visit }: NearestChange): Problem {
  const request = (change: (one: PlanningRequest) => Partial<PlanningRequest>): Problem => ({
    ...problem,
    requests: problem.requests.map((one) => (one.id === visit.requestId ? { ...one, ...change(one) } : one)),
  });
  const specialist = (change: (one: PlanningSpecialist) => Partial<PlanningSpecialist>): Problem => ({
    ...problem,
    specialists: problem.specialists.map((one) =>
      one.id === visit.specialistId ? { ...one, ...change(one) } : one,
    ),
  });
  switch (kind) {
    case 'ONLINE_INSTEAD':
      return request(() => ({ mode: 'EITHER' }));
    case 'ANY_TIME':
      return request(() => ({ onlyWished: false }));
    case 'LATER_DEADLINE':
      return request(({ deadline }) => ({
        deadline: deadline === null ? null : deadline + numberIn(facts, 'days') * MINUTES_PER_DAY,
      }));
    case 'SHORTER_VISIT':
      return request(() => ({ minutes: numberIn(facts, 'minutes') }));
    case 'TOWN_OPENS':
      return openedTown(problem, String(facts['town']), numberIn(facts, 'day'));
    case 'ONE_MORE_HALF_DAY':
      return specialist((one) => ({
        available: widened(one, [{ start: numberIn(facts, 'start'), end: numberIn(facts, 'end') }]),
      }));
    case 'ABOVE_THE_CAP':
      return specialist((one) => raised(one, facts['period'] === 'WEEK' ? 'weeklyCap' : 'monthlyCap'));
    case 'TRAINING_OR_TERM':
      return specialist((one) =>
        facts['part'] === 'TERM'
          ? termWith(one, numberIn(facts, 'day'))
          : trainedBy(one, String(facts['town']), numberIn(facts, 'day')),
      );
    case 'ANOTHER_SPECIALIST':
      return request(() => ({ requiredSpecialistId: null }));
  }
}

const numberIn = (facts: Facts, key: string): number => Number(facts[key]);

/** Windows with more of them; those that overlap become one. What is blocked stays blocked. */
export function widened(
  { available }: Pick<PlanningSpecialist, 'available'>,
  more: readonly Interval[],
): readonly Interval[] {
  const windows: Interval[] = [];
  for (const span of [...available, ...more].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = windows.at(-1);
    if (last && span.start < last.end)
      windows[windows.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else windows.push(span);
  }
  return windows;
}

/** Half-days of the office on open days that a specialist does not work in full and that nothing blocks. */
export function halvesOff(
  { closedDays, days }: Problem,
  officeHours: readonly Interval[],
  specialist: PlanningSpecialist,
): readonly Interval[] {
  const closed = new Set(closedDays);
  const windows = windowsOf(specialist);
  const halves: Interval[] = [];
  for (let day = 0; day < days; day += 1) {
    if (closed.has(day)) continue;
    for (const { start, end } of officeHours) {
      const half = { start: day * MINUTES_PER_DAY + start, end: day * MINUTES_PER_DAY + end };
      const works = windows.some((window) => window.start <= half.start && half.end <= window.end);
      const isBlocked = specialist.blocked?.some((block) => block.start < half.end && half.start < block.end);
      if (!works && isBlocked !== true) halves.push(half);
    }
  }
  return halves;
}

function openedTown(problem: Problem, town: string, day: number): Problem {
  const facts = problem.towns?.[town] ?? {};
  const closedDays = (facts.closedDays ?? []).filter((one) => one !== day);
  return { ...problem, towns: { ...problem.towns, [town]: { ...facts, closedDays } } };
}

function raised(one: PlanningSpecialist, cap: 'weeklyCap' | 'monthlyCap'): Partial<PlanningSpecialist> {
  const days = one[cap] ?? null;
  return days === null ? {} : { [cap]: days + 1 };
}

function termWith({ term }: PlanningSpecialist, day: number): Partial<PlanningSpecialist> {
  if (!term) return {};
  const { firstDay, lastDay } = term;
  return { term: { firstDay: Math.min(firstDay, day), lastDay: Math.max(lastDay, day) } };
}

function trainedBy(
  { gates = [] }: PlanningSpecialist,
  town: string,
  day: number,
): Partial<PlanningSpecialist> {
  return {
    gates: gates.map((gate) => {
      const isInTheWay = (gate.town === null || gate.town === town) && (gate.fromDay ?? Infinity) > day;
      return isInTheWay ? { ...gate, fromDay: day } : gate;
    }),
  };
}
