import { monthsAbove } from './guideline.js';
import type { SoftRule } from './rule.js';
import { named, value } from './words.js';

/** Days per month stay within the guideline; going above it warns and never blocks. */
export const monthlyGuideline: SoftRule = {
  id: 'monthly-guideline',
  level: 'soft',
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
    return monthsAbove(view).map(({ specialistId, period: month, days, guideline: monthlyDays }) => ({
      facts: { specialistId, month, days, monthlyDays },
      cost: view.weights.dayAboveMonthly * (days - monthlyDays),
    }));
  },
};
