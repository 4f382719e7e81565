import { dayOf } from '../problem.js';
import { RESPECTED, type HardRule } from './rule.js';
import { extent, moment, named } from './words.js';

/** The visit lies inside one window in which the specialist works; what is blocked has its own rule. */
export const withinAvailability: HardRule = {
  id: 'within-availability',
  level: 'hard',
  scope: 'slot',
  sentence: {
    ja: (facts, names) =>
      `${named(facts, 'specialistId', names)}さんは${moment('ja', facts, 'start', names)}からの枠に稼働できません`,
    en: (facts, names) =>
      `${named(facts, 'specialistId', names)} is not available from ${moment('en', facts, 'start', names)}`,
  },
  summary: {
    ja: (facts) => `専門人材の稼働時間の外になります${extent('ja', facts)}`,
    en: (facts) => `Outside the specialists' working windows${extent('en', facts)}`,
  },
  violations(view, visit) {
    const windows = view.available(visit.specialistId, dayOf(visit.start));
    const inside = windows.some((span) => span.start <= visit.start && visit.end <= span.end);
    return inside ? RESPECTED : [{ start: visit.start, end: visit.end }];
  },
};
