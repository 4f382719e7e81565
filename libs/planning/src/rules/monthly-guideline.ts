import { DAY_ABOVE_GUIDELINE } from '../weights.js';
import type { SoftRule } from './rule.js';
import { named, value } from './words.js';

/** Days per month stay within the guideline; going above it warns and never blocks. */
export const monthlyGuideline: SoftRule = {
  id: 'monthly-guideline',
  level: 'soft',
  tier: 'rest',
  shown: true,
  sentence: {
    ja: (facts, names) =>
      `${named(facts, 'specialistId', names)}さんの月の稼働が${value(facts, 'days')}日となり、` +
      `目安の${value(facts, 'monthlyDays')}日を超えます`,
    en: (facts, names) =>
      `${named(facts, 'specialistId', names)} works ${value(facts, 'days')} days in the month, above the ` +
      `guideline of ${value(facts, 'monthlyDays')}`,
  },
  violations(view) {
    const { monthOfDay, specialists } = view.problem;
    const months = [...new Set(monthOfDay)];
    return specialists.flatMap(({ id: specialistId, monthlyDays, usedDaysByMonth }) => {
      if (monthlyDays === null) return [];
      const busy = view.busyDays(specialistId);
      return months.flatMap((month) => {
        const days = (usedDaysByMonth[month] ?? 0) + busy.filter((day) => monthOfDay[day] === month).length;
        const cost = DAY_ABOVE_GUIDELINE * (days - monthlyDays);
        return cost > 0 ? [{ facts: { specialistId, month, days, monthlyDays }, cost }] : [];
      });
    });
  },
};
