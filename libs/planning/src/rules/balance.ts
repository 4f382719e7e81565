import type { PlanView } from '../plan-view.js';
import type { PlanningSpecialist } from '../problem.js';
import { BALANCE } from '../weights.js';
import type { SoftRule } from './rule.js';
import { named, value } from './words.js';

/** Days are spread over the specialists in proportion to what each can give. */
export const balance: SoftRule = {
  id: 'balance',
  level: 'soft',
  tier: 'rest',
  shown: false,
  sentence: {
    ja: (facts, names) =>
      `${named(facts, 'specialistId', names)}さんの稼働は${value(facts, 'days')}日（容量${value(facts, 'capacity')}日）です`,
    en: (facts, names) =>
      `${named(facts, 'specialistId', names)} works ${value(facts, 'days')} of ${value(facts, 'capacity')} days`,
  },
  violations(view) {
    const months = [...new Set(view.problem.monthOfDay)];
    return view.problem.specialists.flatMap((specialist) => {
      const used = months.reduce((sum, month) => sum + (specialist.usedDaysByMonth[month] ?? 0), 0);
      const days = used + view.busyDays(specialist.id).length;
      const capacity = capacityOf(view, specialist, months.length);
      const cost = Math.floor((BALANCE * days * days) / capacity);
      return cost > 0 ? [{ facts: { specialistId: specialist.id, days, capacity }, cost }] : [];
    });
  },
};

function capacityOf(view: PlanView, specialist: PlanningSpecialist, months: number): number {
  const { monthlyDays } = specialist;
  return Math.max(1, monthlyDays === null ? view.workingDays(specialist.id).length : monthlyDays * months);
}
