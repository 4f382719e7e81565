import type { SoftRule } from './rule.js';
import { dayIn, named } from './words.js';

/** Specialists sleep at home if they can. */
export const nightAway: SoftRule = {
  id: 'night-away',
  level: 'soft',
  shown: true,
  sentence: {
    ja: (facts, names) =>
      `${named(facts, 'specialistId', names)}さんは${dayIn('ja', facts, 'evening', names)}に宿泊します`,
    en: (facts, names) =>
      `${named(facts, 'specialistId', names)} stays away the night of ${dayIn('en', facts, 'evening', names)}`,
  },
  violations(view) {
    const cost = view.weights.nightAway;
    return view.problem.specialists.flatMap(({ id: specialistId }) =>
      view.nightsAway(specialistId).map((evening) => ({ facts: { specialistId, evening }, cost })),
    );
  },
};
