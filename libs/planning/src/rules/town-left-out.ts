import type { PlanView } from '../plan-view.js';
import type { SoftRule } from './rule.js';
import { named } from './words.js';

/** Fairness: every town gets something before any gets a second request served, a town with one IT person first. */
export const townLeftOut: SoftRule = {
  id: 'town-left-out',
  level: 'soft',
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
      .map((town) => ({ facts: { town }, cost: priceOf(view, town) }));
  },
};

function priceOf(view: PlanView, town: string): number {
  const { weights } = view;
  return (
    weights.townLeftOut + (view.problem.towns?.[town]?.oneItPerson === true ? weights.oneItPersonTown : 0)
  );
}

/** Towns with a visit, planned or fixed. */
export function townsServed(view: PlanView): ReadonlySet<string> {
  const served = new Set<string>();
  for (const fixed of view.fixed) {
    if (fixed.place !== null) served.add(fixed.place);
  }
  for (const request of view.problem.requests) {
    if (view.siblings(request.id).length > 0) served.add(request.town);
  }
  return served;
}
