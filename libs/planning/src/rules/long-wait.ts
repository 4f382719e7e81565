import { urgencyOf, WAITING_UNIT_DAYS } from '../weights.js';
import { daysLate } from './due.js';
import type { SoftRule } from './rule.js';
import { value } from './words.js';

/** Urgent and long-filed requests wait the fewest weeks, and one long wait costs more than many short ones. */
export const longWait: SoftRule = {
  id: 'long-wait',
  level: 'soft',
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
      const steps = (weeks * (weeks + 1)) / 2;
      return [{ facts, cost: view.weights.waitingWeek * urgencyOf(view.problem, request) * steps }];
    });
  },
};
