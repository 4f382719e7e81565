import type { PlanView } from '../plan-view.js';
import { weekOf } from '../problem.js';
import { countBusy } from './busy-days.js';

/** A month or week in which a specialist works more days than the guideline says. */
export interface Excess {
  readonly specialistId: string;
  /** Month or week index. */
  readonly period: number;
  /** First day of that month or week in the horizon. */
  readonly firstDay: number;
  readonly days: number;
  readonly guideline: number;
}

/** Months above the guideline, days outside this plan included. */
export function monthsAbove(view: PlanView): readonly Excess[] {
  const { monthOfDay, specialists } = view.problem;
  return specialists.flatMap(({ id, monthlyDays, usedDaysByMonth }) =>
    above(view, id, monthlyDays, monthOfDay, (month) => usedDaysByMonth[month] ?? 0),
  );
}

/** Weeks above the guideline. */
export function weeksAbove(view: PlanView): readonly Excess[] {
  const { problem } = view;
  const weeks = Array.from({ length: problem.days }, (_, day) => weekOf(problem, day));
  return problem.specialists.flatMap(({ id, weeklyDays }) =>
    above(view, id, weeklyDays ?? null, weeks, () => 0),
  );
}

function above(
  view: PlanView,
  specialistId: string,
  guideline: number | null,
  periodOfDay: readonly number[],
  used: (period: number) => number,
): Excess[] {
  if (guideline === null) return [];
  return [...new Set(periodOfDay)].flatMap((period) => {
    const days = used(period) + countBusy(view, specialistId, (day) => periodOfDay[day] === period);
    const firstDay = periodOfDay.indexOf(period);
    return days > guideline ? [{ specialistId, period, firstDay, days, guideline }] : [];
  });
}
