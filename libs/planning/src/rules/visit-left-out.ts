import { PRIORITY_WEIGHT } from '../weights.js';
import type { SoftRule } from './rule.js';
import { value } from './words.js';

/** Every visit finds a place; urgent ones weigh more. */
export const visitLeftOut: SoftRule = {
  id: 'visit-left-out',
  level: 'soft',
  shown: false,
  sentence: {
    ja: (facts) => `第${value(facts, 'visitNo')}回の日程が決まっていません`,
    en: (facts) => `Visit ${value(facts, 'visitNo')} has no date`,
  },
  violations(view) {
    return view.problem.requests.flatMap((request) => {
      const placed = new Set(view.siblings(request.id).map((sibling) => sibling.visitNo));
      const cost = view.weights.visitLeftOut * (PRIORITY_WEIGHT[request.priority] ?? 0);
      return view
        .numbersOf(request.id)
        .filter((visitNo) => !placed.has(visitNo))
        .map((visitNo) => ({ facts: { requestId: request.id, visitNo }, cost }));
    });
  },
};
