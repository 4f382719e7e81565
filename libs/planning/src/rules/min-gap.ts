import { dayOf } from '../problem.js';
import { RESPECTED, type HardRule } from './rule.js';
import { value } from './words.js';

/** Two visits of a request lie at least `minGapDays` days apart. */
export const minGap: HardRule = {
  id: 'min-gap',
  level: 'hard',
  scope: 'frame',
  sentence: {
    ja: (facts) =>
      `前後の回との間隔が${value(facts, 'gapDays')}日で、必要な${value(facts, 'minGapDays')}日に足りません`,
    en: (facts) =>
      `Only ${value(facts, 'gapDays')} days to another visit of the request; ${value(facts, 'minGapDays')} are needed`,
  },
  summary: {
    ja: (facts) => `この期間には、他の回から${value(facts, 'minGapDays')}日以上空けられる枠がありません`,
    en: (facts) => `No slot in this period is ${value(facts, 'minGapDays')} days away from the other visits`,
  },
  violations(view, visit) {
    const request = view.request(visit.requestId);
    if (!request) return RESPECTED;
    const day = dayOf(visit.start);
    const minGapDays = request.minGapDays;
    return view
      .siblings(visit.requestId)
      .filter((other) => other.visit !== visit)
      .map((other) => ({ otherStart: other.start, gapDays: Math.abs(dayOf(other.start) - day) }))
      .filter(({ gapDays }) => gapDays < minGapDays)
      .map((facts) => ({ minGapDays, ...facts }));
  },
};
