import { weeksAbove } from './guideline.js';
import type { SoftRule } from './rule.js';
import { dayIn, named, value } from './words.js';

/** Days per week stay within the guideline; going above it warns and never blocks. */
export const weeklyGuideline: SoftRule = {
  id: 'weekly-guideline',
  level: 'soft',
  shown: true,
  sentence: {
    ja: (facts, names) =>
      `${named(facts, 'specialistId', names)}さんの${dayIn('ja', facts, 'firstDay', names)}からの週の稼働が` +
      `${value(facts, 'days')}日となり、目安の${value(facts, 'weeklyDays')}日を超えます`,
    en: (facts, names) =>
      `${named(facts, 'specialistId', names)} works ${value(facts, 'days')} days in the week from ` +
      `${dayIn('en', facts, 'firstDay', names)}, above the guideline of ${value(facts, 'weeklyDays')}`,
  },
  violations(view) {
    return weeksAbove(view).map(({ specialistId, period: week, firstDay, days, guideline: weeklyDays }) => ({
      facts: { specialistId, week, firstDay, days, weeklyDays },
      cost: view.weights.dayAboveWeekly * (days - weeklyDays),
    }));
  },
};
