import type { SoftRule } from './rule.js';
import { moment, value } from './words.js';

/** A visit lies inside a wished half-day; hard under `only-wished`, so no price there. */
export const wishedHalfDay: SoftRule = {
  id: 'wished-half-day',
  level: 'soft',
  shown: true,
  sentence: {
    ja: (facts, names) =>
      `第${value(facts, 'visitNo')}回（${moment('ja', facts, 'start', names)}から）は希望日時の外です`,
    en: (facts, names) =>
      `Visit ${value(facts, 'visitNo')} (${moment('en', facts, 'start', names)}) is outside the wished times`,
  },
  violations(view) {
    return view.assignments.flatMap(({ requestId, visitNo, start, end }) => {
      const request = view.request(requestId);
      if (!request || request.onlyWished || request.wished.length === 0) return [];
      const inside = request.wished.some((span) => span.start <= start && end <= span.end);
      return inside ? [] : [{ facts: { requestId, visitNo, start }, cost: view.weights.wishMissed }];
    });
  },
};
