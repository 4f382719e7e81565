import { PRIORITY_WEIGHT } from '../weights.js';
import { daysLate } from './due.js';
import type { SoftRule } from './rule.js';
import { value } from './words.js';

/** Inside a week, sooner is better, the more so the more urgent the request. */
export const earliness: SoftRule = {
  id: 'earliness',
  level: 'soft',
  shown: false,
  sentence: {
    ja: (facts) => `第${value(facts, 'visitNo')}回は支援を始められる日の${value(facts, 'days')}日後です`,
    en: (facts) => `Visit ${value(facts, 'visitNo')} comes ${value(facts, 'days')} days after it could begin`,
  },
  violations(view) {
    return view.assignments.flatMap((visit) => {
      const days = daysLate(view, visit);
      const weight = PRIORITY_WEIGHT[view.request(visit.requestId)?.priority ?? 0] ?? 0;
      if (days === 0) return [];
      return [
        {
          facts: { requestId: visit.requestId, visitNo: visit.visitNo, days },
          cost: view.weights.dayLate * weight * days,
        },
      ];
    });
  },
};
