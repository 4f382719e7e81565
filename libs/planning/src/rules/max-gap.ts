import { dayOf } from '../problem.js';
import { RESPECTED, type HardRule } from './rule.js';
import { value } from './words.js';

/** One visit of a request follows the other within `maxGapDays` days. */
export const maxGap: HardRule = {
  id: 'max-gap',
  level: 'hard',
  scope: 'frame',
  sentence: {
    ja: (facts) =>
      `第${value(facts, 'otherVisitNo')}回との間隔が${value(facts, 'gapDays')}日となり、` +
      `上限の${value(facts, 'maxGapDays')}日を超えます`,
    en: (facts) =>
      `${value(facts, 'gapDays')} days to visit ${value(facts, 'otherVisitNo')}; at most ${value(facts, 'maxGapDays')} are allowed`,
  },
  summary: {
    ja: (facts) => `前後の回から${value(facts, 'maxGapDays')}日以内に入る枠がありません`,
    en: (facts) => `No slot lies within ${value(facts, 'maxGapDays')} days of the visits before and after`,
  },
  violations(view, visit) {
    const maxGapDays = view.request(visit.requestId)?.maxGapDays ?? null;
    if (maxGapDays === null) return RESPECTED;
    const day = dayOf(visit.start);
    return view.siblings(visit.requestId).flatMap((other) => {
      if (other.visit === visit || other.visitNo === null) return [];
      const gapDays = Math.abs(dayOf(other.start) - day);
      const isNext = Math.abs(other.visitNo - visit.visitNo) === 1;
      return isNext && gapDays > maxGapDays ? [{ maxGapDays, gapDays, otherVisitNo: other.visitNo }] : [];
    });
  },
};
