import type { PlanView } from '../plan-view.js';
import type { PlanningSpecialist } from '../problem.js';
import type { SoftRule } from './rule.js';
import { named, value } from './words.js';

/** Days are spread over the specialists in proportion to what each can give. */
export const balance: SoftRule = {
  id: 'balance',
  level: 'soft',
  shown: false,
  sentence: {
    ja: (facts, names) =>
      `${named(facts, 'specialistId', names)}さんの稼働は${value(facts, 'days')}日（容量${value(facts, 'capacity')}日）です`,
    en: (facts, names) =>
      `${named(facts, 'specialistId', names)} works ${value(facts, 'days')} of ${value(facts, 'capacity')} days`,
  },
  violations(view) {
    return view.problem.specialists.flatMap((specialist) => {
      const { days, capacity } = loadOf(view, specialist);
      const cost = Math.floor((view.weights.balance * days * days) / capacity);
      return cost > 0 ? [{ facts: { specialistId: specialist.id, days, capacity }, cost }] : [];
    });
  },
};

/** Days that a specialist works in the months of the horizon, and the days that can be asked for (at least 1). */
export function loadOf(
  view: PlanView,
  specialist: PlanningSpecialist,
): { readonly days: number; readonly capacity: number } {
  const months = [...new Set(view.problem.monthOfDay)];
  const used = months.reduce((sum, month) => sum + (specialist.usedDaysByMonth[month] ?? 0), 0);
  const { monthlyDays } = specialist;
  const offered = monthlyDays === null ? view.workingDays(specialist.id).length : monthlyDays * months.length;
  return { days: used + view.busyDays(specialist.id).length, capacity: Math.max(1, offered) };
}
