import type { PlanView } from '../plan-view.js';
import { LEFT_OUT_TOWN } from '../weights.js';
import type { SoftRule } from './rule.js';
import { named } from './words.js';

/** Fairness: every town gets something before any town gets a second request served. */
export const townLeftOut: SoftRule = {
  id: 'town-left-out',
  level: 'soft',
  tier: 'unserved',
  shown: true,
  sentence: {
    ja: (facts, names) => `${named(facts, 'town', names)}への支援が1件も入っていません`,
    en: (facts, names) => `Nothing is planned for ${named(facts, 'town', names)}`,
  },
  violations(view) {
    const asking = view.problem.requests.filter((request) => view.numbersOf(request.id).length > 0);
    const towns = [...new Set(asking.map((request) => request.town))];
    const served = townsServed(view);
    return towns
      .filter((town) => !served.has(town))
      .map((town) => ({ facts: { town }, cost: LEFT_OUT_TOWN }));
  },
};

function townsServed(view: PlanView): ReadonlySet<string> {
  const served = new Set<string>();
  for (const fixed of view.problem.fixed) {
    if (fixed.place !== null) served.add(fixed.place);
  }
  for (const request of view.problem.requests) {
    if (view.siblings(request.id).length > 0) served.add(request.town);
  }
  return served;
}
