import type { Forbids } from './candidate.js';
import { pairOf, RESPECTED, type HardRule } from './rule.js';
import { extent, named } from './words.js';

const candidate: Forbids = ({ request, specialist }) => {
  const forbidden = specialist.excludedTowns?.includes(request.town) === true;
  return () => forbidden;
};

/** A specialist is not sent to a town in which he or she holds office, in any mode. */
export const excludedTown: HardRule = {
  id: 'excluded-town',
  level: 'hard',
  scope: 'pair',
  sentence: {
    ja: (facts, names) =>
      `${named(facts, 'specialistId', names)}さんは${named(facts, 'town', names)}の役職に就いているなどの理由で、派遣の対象外です`,
    en: (facts, names) =>
      `${named(facts, 'specialistId', names)} is not sent to ${named(facts, 'town', names)} (office held there or the like)`,
  },
  summary: {
    ja: (facts) => `専門人材がこの市町村への派遣対象外です${extent('ja', facts)}`,
    en: (facts) => `The specialists are not sent to this town${extent('en', facts)}`,
  },
  candidate,
  violations(view, visit) {
    const pair = pairOf(view, visit);
    return pair && candidate(pair)(0) ? [{ town: pair.request.town }] : RESPECTED;
  },
};
