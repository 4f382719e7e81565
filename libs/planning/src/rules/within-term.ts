import { dayOf } from '../problem.js';
import type { Forbids } from './candidate.js';
import { pairOf, RESPECTED, type HardRule } from './rule.js';
import { dayIn, extent, named } from './words.js';

const candidate: Forbids = ({ specialist: { term } }) => {
  if (!term) return () => false;
  return (day) => day < term.firstDay || day > term.lastDay;
};

/** A specialist is sent only on days that the agreement covers. */
export const withinTerm: HardRule = {
  id: 'within-term',
  level: 'hard',
  scope: 'slot',
  sentence: {
    ja: (facts, names) =>
      `${named(facts, 'specialistId', names)}さんの委嘱期間（${dayIn('ja', facts, 'firstDay', names)}から` +
      `${dayIn('ja', facts, 'lastDay', names)}まで）の外です`,
    en: (facts, names) =>
      `Outside the agreement of ${named(facts, 'specialistId', names)} (${dayIn('en', facts, 'firstDay', names)} ` +
      `to ${dayIn('en', facts, 'lastDay', names)})`,
  },
  summary: {
    ja: (facts) => `専門人材の委嘱期間の外になります${extent('ja', facts)}`,
    en: (facts) => `Outside the specialists' agreements${extent('en', facts)}`,
  },
  candidate,
  violations(view, visit) {
    const pair = pairOf(view, visit);
    const term = pair?.specialist.term;
    if (!pair || !term || !candidate(pair)(dayOf(visit.start))) return RESPECTED;
    return [{ firstDay: term.firstDay, lastDay: term.lastDay }];
  },
};
