import { legsThrough } from './legs.js';
import type { HardRule } from './rule.js';
import { extent, named, value } from './words.js';

/** There is time to travel between two stops of a day, buffer included. */
export const travelTime: HardRule = {
  id: 'travel-time',
  level: 'hard',
  scope: 'slot',
  sentence: {
    ja: (facts, names) =>
      `${named(facts, 'from', names)}から${named(facts, 'to', names)}への移動に${value(facts, 'need')}分かかりますが、` +
      `${value(facts, 'room')}分しかありません`,
    en: (facts, names) =>
      `From ${named(facts, 'from', names)} to ${named(facts, 'to', names)} takes ${value(facts, 'need')} ` +
      `minutes, but there are only ${value(facts, 'room')}`,
  },
  summary: {
    ja: (facts) => `前後の予定との間に移動時間が足りません${extent('ja', facts)}`,
    en: (facts) => `Too little time to travel to or from another visit${extent('en', facts)}`,
  },
  violations(view, visit) {
    return legsThrough(view, visit)
      .filter((leg) => leg.kind === 'BETWEEN' && leg.need !== null && leg.need > leg.room)
      .map(({ from, to, need, room }) => ({ from, to, need: need ?? 0, room }));
  },
};
