import { RESPECTED, type HardRule } from './rule.js';

/** A visit that is pinned, confirmed or published is not placed again. */
export const fixedUntouched: HardRule = {
  id: 'fixed-untouched',
  level: 'hard',
  scope: 'frame',
  sentence: {
    ja: (facts) => `第${facts['visitNo'] ?? '?'}回は確定済みで動かせません`,
    en: (facts) => `Visit ${facts['visitNo'] ?? '?'} is fixed and cannot be moved`,
  },
  summary: {
    ja: () => '確定済みの回です',
    en: () => 'The visit is fixed',
  },
  violations(view, visit) {
    const fixed = view
      .siblings(visit.requestId)
      .some((other) => other.visit === null && other.visitNo === visit.visitNo);
    return fixed ? [{ visitNo: visit.visitNo }] : RESPECTED;
  },
};
