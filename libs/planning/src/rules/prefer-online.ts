import { dayOf } from '../problem.js';
import { SHORT_VISIT_MINUTES } from '../weights.js';
import type { Prices } from './candidate.js';
import { pairOf, type SoftRule } from './rule.js';
import { value } from './words.js';

const candidate: Prices = ({ request, mode, weights }) => {
  const couldBeOnline =
    request.mode === 'EITHER' && mode === 'ON_SITE' && request.minutes <= SHORT_VISIT_MINUTES;
  const cost = couldBeOnline ? weights.shortVisitOnSite : 0;
  return () => cost;
};

/** A short visit that may be either is better online. */
export const preferOnline: SoftRule = {
  id: 'prefer-online',
  level: 'soft',
  shown: true,
  sentence: {
    ja: (facts) =>
      `第${value(facts, 'visitNo')}回は${value(facts, 'minutes')}分なのでオンラインが向いています`,
    en: (facts) =>
      `Visit ${value(facts, 'visitNo')} takes ${value(facts, 'minutes')} minutes and suits online`,
  },
  candidate,
  violations(view) {
    return view.assignments.flatMap((visit) => {
      const pair = pairOf(view, visit);
      const cost = pair ? candidate(pair)(dayOf(visit.start)) : 0;
      if (!pair || cost === 0) return [];
      const { requestId, visitNo } = visit;
      return [{ facts: { requestId, visitNo, minutes: pair.request.minutes }, cost }];
    });
  },
};
