import { RESPECTED, type HardRule } from './rule.js';
import { moment } from './words.js';

/** No visit starts before the request may begin. */
export const notBeforeEarliest: HardRule = {
  id: 'not-before-earliest',
  level: 'hard',
  scope: 'frame',
  sentence: {
    ja: (facts, names) => `支援を始められる${moment('ja', facts, 'earliest', names)}より前です`,
    en: (facts, names) => `Before ${moment('en', facts, 'earliest', names)}, when the support may begin`,
  },
  summary: {
    ja: (facts, names) => `${moment('ja', facts, 'earliest', names)}以降に入る枠がありません`,
    en: (facts, names) => `No slot fits from ${moment('en', facts, 'earliest', names)} on`,
  },
  violations(view, visit) {
    const earliest = view.request(visit.requestId)?.earliest ?? visit.start;
    return visit.start < earliest ? [{ earliest }] : RESPECTED;
  },
};
