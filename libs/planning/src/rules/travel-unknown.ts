import { legsThrough } from './legs.js';
import type { HardRule } from './rule.js';
import { extent, named } from './words.js';

/** No visit, and no night away, relies on a travel time that nobody has entered. */
export const travelUnknown: HardRule = {
  id: 'travel-unknown',
  level: 'hard',
  scope: 'slot',
  sentence: {
    ja: (facts, names) =>
      `${named(facts, 'from', names)}から${named(facts, 'to', names)}までの移動時間が登録されていません`,
    en: (facts, names) =>
      `The travel time from ${named(facts, 'from', names)} to ${named(facts, 'to', names)} is not entered`,
  },
  summary: {
    ja: (facts, names) =>
      facts['from'] === undefined || facts['to'] === undefined
        ? `移動時間が登録されていない区間があります${extent('ja', facts)}`
        : `${named(facts, 'from', names)}から${named(facts, 'to', names)}までの移動時間が登録されていません${extent('ja', facts)}`,
    en: (facts, names) =>
      facts['from'] === undefined || facts['to'] === undefined
        ? `Some travel times are not entered${extent('en', facts)}`
        : `The travel time from ${named(facts, 'from', names)} to ${named(facts, 'to', names)} is not entered${extent('en', facts)}`,
  },
  violations(view, visit) {
    return legsThrough(view, visit)
      .filter((leg) => leg.need === null)
      .map(({ from, to }) => ({ from, to }));
  },
};
