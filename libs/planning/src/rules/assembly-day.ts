import { dayOf } from '../problem.js';
import type { Prices } from './candidate.js';
import { pairOf, type SoftRule } from './rule.js';
import { dayIn, named, value } from './words.js';

/** The same town and price make the same function, so that whoever asks keeps one answer for all pairs. */
const known = new WeakMap<readonly number[], Map<number, (day: number) => number>>();

const candidate: Prices = ({ problem, request, weights: { assemblyDay: price } }) => {
  const busyDays = problem.towns?.[request.town]?.busyDays ?? [];
  if (busyDays.length === 0) return () => 0;
  const byPrice = known.get(busyDays) ?? new Map<number, (day: number) => number>();
  known.set(busyDays, byPrice);
  const found = byPrice.get(price) ?? chargeOn(new Set(busyDays), price);
  byPrice.set(price, found);
  return found;
};

function chargeOn(busy: ReadonlySet<number>, price: number): (day: number) => number {
  return (day) => (busy.has(day) ? price : 0);
}

/** Towns are left in peace while their assembly sits and on other days they ask to be spared. */
export const assemblyDay: SoftRule = {
  id: 'assembly-day',
  level: 'soft',
  shown: true,
  sentence: {
    ja: (facts, names) =>
      `第${value(facts, 'visitNo')}回の${dayIn('ja', facts, 'day', names)}は、議会などで${named(facts, 'town', names)}が訪問を避けたい日です`,
    en: (facts, names) =>
      `Visit ${value(facts, 'visitNo')} falls on ${dayIn('en', facts, 'day', names)}, when ` +
      `${named(facts, 'town', names)} would rather have none (assembly or the like)`,
  },
  candidate,
  violations(view) {
    return view.assignments.flatMap((visit) => {
      const pair = pairOf(view, visit);
      const day = dayOf(visit.start);
      const cost = pair ? candidate(pair)(day) : 0;
      if (!pair || cost === 0) return [];
      const { requestId, visitNo } = visit;
      return [{ facts: { requestId, visitNo, town: pair.request.town, day }, cost }];
    });
  },
};
