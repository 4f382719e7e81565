import { legsThrough } from './legs.js';
import type { HardRule } from './rule.js';
import { extent, named, value } from './words.js';

/** The way out from the base and back home fit the specialist's working day. */
export const homeWithinDay: HardRule = {
  id: 'home-within-day',
  level: 'hard',
  scope: 'slot',
  sentence: {
    ja: (facts, names) =>
      `${named(facts, 'specialistId', names)}さんの勤務時間内に${named(facts, 'from', names)}から` +
      `${named(facts, 'to', names)}への移動（${value(facts, 'need')}分）が収まりません`,
    en: (facts, names) =>
      `The way from ${named(facts, 'from', names)} to ${named(facts, 'to', names)} ` +
      `(${value(facts, 'need')} minutes) does not fit the working day of ${named(facts, 'specialistId', names)}`,
  },
  summary: {
    ja: (facts) => `専門人材の勤務時間内に往復できません${extent('ja', facts)}`,
    en: (facts) => `The way out and home does not fit the specialists' working day${extent('en', facts)}`,
  },
  violations(view, visit) {
    return legsThrough(view, visit)
      .filter((leg) => leg.kind !== 'BETWEEN' && leg.need !== null && leg.need > leg.room)
      .map(({ from, to, need, room }) => ({ from, to, need: need ?? 0, room }));
  },
};
