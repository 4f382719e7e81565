import type { PlanView } from '../plan-view.js';
import type { SoftRule } from './rule.js';
import { named, value } from './words.js';

/** Specialists travel as little as possible, fixed visits included. */
export const travelMinutes: SoftRule = {
  id: 'travel-minutes',
  level: 'soft',
  shown: false,
  sentence: {
    ja: (facts, names) =>
      `${named(facts, 'specialistId', names)}さんの移動は${value(facts, 'minutes')}分です`,
    en: (facts, names) => `${named(facts, 'specialistId', names)} travels ${value(facts, 'minutes')} minutes`,
  },
  violations(view) {
    return view.problem.specialists.flatMap(({ id: specialistId }) => {
      const minutes = minutesOf(view, specialistId);
      if (minutes === 0) return [];
      return [{ facts: { specialistId, minutes }, cost: view.weights.travelMinute * minutes }];
    });
  },
};

/** Minutes that a specialist travels in the horizon, buffer included. */
export function minutesOf(view: PlanView, specialistId: string): number {
  return view.busyDays(specialistId).reduce((sum, day) => sum + minutesOfDay(view, specialistId, day), 0);
}

/** A leg that nobody entered counts nothing here: it can only lie between fixed visits. */
function minutesOfDay(view: PlanView, specialistId: string, day: number): number {
  let place = view.dayStart(specialistId, day) ?? '';
  let minutes = 0;
  for (const stop of view.stops(specialistId, day)) {
    if (stop.place === null) continue;
    minutes += view.travel(place, stop.place) ?? 0;
    place = stop.place;
  }
  return minutes + (view.travel(place, view.dayEnd(specialistId, day) ?? '') ?? 0);
}
