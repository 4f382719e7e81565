import { RESPECTED, type HardRule } from './rule.js';
import { moment } from './words.js';

/** Every visit ends at or before the deadline. */
export const deadlineKept: HardRule = {
  id: 'deadline',
  level: 'hard',
  scope: 'frame',
  sentence: {
    ja: (facts, names) => `期限（${moment('ja', facts, 'deadline', names)}）を過ぎます`,
    en: (facts, names) => `After the deadline (${moment('en', facts, 'deadline', names)})`,
  },
  summary: {
    ja: (facts, names) => `期限（${moment('ja', facts, 'deadline', names)}）までに入る枠がありません`,
    en: (facts, names) => `No slot fits before the deadline (${moment('en', facts, 'deadline', names)})`,
  },
  violations(view, visit) {
    const deadline = view.request(visit.requestId)?.deadline ?? null;
    return deadline !== null && visit.end > deadline ? [{ deadline }] : RESPECTED;
  },
};
