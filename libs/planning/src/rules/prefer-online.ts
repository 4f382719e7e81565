import { SHORT_VISIT_MINUTES, SHORT_VISIT_ON_SITE } from '../weights.js';
import type { SoftRule } from './rule.js';
import { value } from './words.js';

/** A short visit that may be either is better online. */
export const preferOnline: SoftRule = {
  id: 'prefer-online',
  level: 'soft',
  tier: 'rest',
  shown: true,
  sentence: {
    ja: (facts) =>
      `第${value(facts, 'visitNo')}回は${value(facts, 'minutes')}分なのでオンラインが向いています`,
    en: (facts) =>
      `Visit ${value(facts, 'visitNo')} takes ${value(facts, 'minutes')} minutes and suits online`,
  },
  violations(view) {
    return view.assignments.flatMap(({ requestId, visitNo, mode }) => {
      const request = view.request(requestId);
      if (!request || request.mode !== 'EITHER' || mode !== 'ON_SITE') return [];
      if (request.minutes > SHORT_VISIT_MINUTES) return [];
      return [{ facts: { requestId, visitNo, minutes: request.minutes }, cost: SHORT_VISIT_ON_SITE }];
    });
  },
};
