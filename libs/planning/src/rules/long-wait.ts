import { urgencyOf, WAITING_UNIT_DAYS } from '../weights.js';
import { daysLate } from './due.js';
import type { SoftRule } from './rule.js';
import { value } from './words.js';

/** Urgent and long-filed requests wait the fewest weeks. */
export const longWait: SoftRule = {
  id: 'long-wait',
  level: 'soft',
  tier: 'waiting',
  shown: true,
  sentence: {
    ja: (facts) =>
      `第${value(facts, 'visitNo')}回は支援を始められる日から${value(facts, 'weeks')}週間後になります`,
    en: (facts) =>
      `Visit ${value(facts, 'visitNo')} comes ${value(facts, 'weeks')} weeks after it could begin`,
  },
  violations(view) {
    return view.assignments.flatMap((visit) => {
      const request = view.request(visit.requestId);
      const weeks = Math.floor(daysLate(view, visit) / WAITING_UNIT_DAYS);
      if (!request || weeks === 0) return [];
      const facts = { requestId: visit.requestId, visitNo: visit.visitNo, weeks };
      return [{ facts, cost: weeks * urgencyOf(request) }];
    });
  },
};
