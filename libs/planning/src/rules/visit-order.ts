import type { HardRule } from './rule.js';
import { value } from './words.js';

/** Visits of a request follow each other in the order of their numbers. */
export const visitOrder: HardRule = {
  id: 'visit-order',
  level: 'hard',
  scope: 'frame',
  sentence: {
    ja: (facts) => `第${value(facts, 'otherVisitNo')}回との順序が逆になります`,
    en: (facts) => `The order with visit ${value(facts, 'otherVisitNo')} would be reversed`,
  },
  summary: {
    ja: () => '他の回との順序を守れる枠がありません',
    en: () => 'No slot keeps the order of the visits',
  },
  violations(view, visit) {
    return view
      .siblings(visit.requestId)
      .filter((other) => other.visit !== visit)
      .flatMap((other) => {
        if (other.visitNo === null || other.visitNo === visit.visitNo) return [];
        const later = other.visitNo > visit.visitNo;
        const kept = later ? visit.end <= other.start : other.end <= visit.start;
        return kept ? [] : [{ otherVisitNo: other.visitNo, otherStart: other.start }];
      });
  },
};
