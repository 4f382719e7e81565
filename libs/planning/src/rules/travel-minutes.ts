import type { PlanView } from '../plan-view.js';
import { TRAVEL_PER_MINUTE } from '../weights.js';
import type { SoftRule } from './rule.js';
import { named, value } from './words.js';

/** Specialists travel as little as possible, fixed visits included. */
export const travelMinutes: SoftRule = {
  id: 'travel-minutes',
  level: 'soft',
  tier: 'rest',
  shown: false,
  sentence: {
    ja: (facts, names) =>
      `${named(facts, 'specialistId', names)}さんの移動は${value(facts, 'minutes')}分です`,
    en: (facts, names) => `${named(facts, 'specialistId', names)} travels ${value(facts, 'minutes')} minutes`,
  },
  violations(view) {
    return view.problem.specialists.flatMap(({ id: specialistId, base }) => {
      const days = view.busyDays(specialistId);
      const minutes = days.reduce((sum, day) => sum + minutesOfDay(view, specialistId, base, day), 0);
      if (minutes === 0) return [];
      return [{ facts: { specialistId, minutes }, cost: TRAVEL_PER_MINUTE * minutes }];
    });
  },
};

/** A leg that nobody entered counts nothing here: it can only lie between fixed visits. */
function minutesOfDay(view: PlanView, specialistId: string, base: string, day: number): number {
  let place = base;
  let minutes = 0;
  for (const stop of view.stops(specialistId, day)) {
    if (stop.place === null) continue;
    minutes += view.travel(place, stop.place) ?? 0;
    place = stop.place;
  }
  return minutes + (view.travel(place, base) ?? 0);
}
