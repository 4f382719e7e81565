import { RESPECTED, type HardRule } from './rule.js';

/** Each visit number of a request takes place once. */
export const visitOnce: HardRule = {
  id: 'visit-once',
  level: 'hard',
  scope: 'frame',
  sentence: {
    ja: (facts) => `第${facts['visitNo'] ?? '?'}回がすでに別の日時に入っています`,
    en: (facts) => `Visit ${facts['visitNo'] ?? '?'} is already placed at another time`,
  },
  summary: {
    ja: () => '同じ回がすでに入っています',
    en: () => 'The same visit is already placed',
  },
  violations(view, visit) {
    const twin = view
      .siblings(visit.requestId)
      .find((other) => other.visit !== null && other.visit !== visit && other.visitNo === visit.visitNo);
    return twin ? [{ visitNo: visit.visitNo, otherStart: twin.start }] : RESPECTED;
  },
};
