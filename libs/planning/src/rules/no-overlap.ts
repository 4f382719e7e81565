import { dayOf } from '../problem.js';
import type { HardRule } from './rule.js';
import { extent, moment, named } from './words.js';

/** A specialist is in one place at a time. */
export const noOverlap: HardRule = {
  id: 'no-overlap',
  level: 'hard',
  scope: 'slot',
  sentence: {
    ja: (facts, names) =>
      `${named(facts, 'specialistId', names)}さんは${moment('ja', facts, 'otherStart', names)}から別の予定があります`,
    en: (facts, names) =>
      `${named(facts, 'specialistId', names)} has another visit from ${moment('en', facts, 'otherStart', names)}`,
  },
  summary: {
    ja: (facts) => `専門人材にすでに別の予定があります${extent('ja', facts)}`,
    en: (facts) => `The specialists already have other visits${extent('en', facts)}`,
  },
  violations(view, visit) {
    return view
      .stops(visit.specialistId, dayOf(visit.start))
      .filter((stop) => stop.visit !== visit && stop.start < visit.end && visit.start < stop.end)
      .map((stop) => ({ otherStart: stop.start, otherEnd: stop.end }));
  },
};
