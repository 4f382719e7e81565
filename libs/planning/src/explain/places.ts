import type { Assignment } from '../plan.js';
import type { PlanView } from '../plan-view.js';
import { compareTiers, type PricePart, type Pricing } from './pricing.js';
import { officeStarts, openDays } from './slots.js';
import { frameObstacles, trialsOf, type Tried } from './trials.js';

/** A place for a visit and what it costs more than the plan as it is. */
export interface Place {
  readonly visit: Assignment;
  readonly difference: readonly number[];
  readonly parts: readonly PricePart[];
}

/**
 * Every place that the rules allow a visit while all others stay, cheapest first. `rest` is the plan
 * without the visit; `visit` is where it lies now and is not named again.
 */
export function placesFor(rest: PlanView, tried: Tried, visit: Assignment | null, pricing: Pricing): Place[] {
  const starts = officeStarts(rest, tried.request, openDays(rest, tried.request)).filter(
    (start) => frameObstacles(rest, tried, start, 1).length === 0,
  );
  const places: Place[] = [];
  for (const { id } of rest.problem.specialists) {
    // Companions have no price: of places that differ in them alone, one will do.
    const seen = new Set<string>();
    for (const trial of trialsOf(rest, tried, id, 0)) {
      const { mode, nightBefore, nightAfter } = trial.way;
      for (const start of trial.who ? [] : starts) {
        const key = `${start} ${mode} ${nightBefore === true} ${nightAfter === true}`;
        if (seen.has(key) || trial.first(start)) continue;
        seen.add(key);
        const place = trial.at(start);
        if (visit && isSamePlace(place, visit)) continue;
        const parts = pricing.difference(place);
        places.push({ visit: place, parts, difference: pricing.tiers(parts) });
      }
    }
  }
  return places.sort((a, b) => compareTiers(a.difference, b.difference) || a.visit.start - b.visit.start);
}

function isSamePlace(a: Assignment, b: Assignment): boolean {
  return (
    a.specialistId === b.specialistId &&
    a.start === b.start &&
    a.mode === b.mode &&
    (a.nightBefore ?? false) === (b.nightBefore ?? false) &&
    (a.nightAfter ?? false) === (b.nightAfter ?? false)
  );
}
