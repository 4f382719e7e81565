import type { PlanningRequest, PlanningSpecialist } from '../problem.js';
import type { Forbids } from './candidate.js';
import { pairOf, RESPECTED, type HardRule } from './rule.js';
import { extent, named } from './words.js';

const candidate: Forbids = ({ request, specialist }) => {
  const forbidden = firmsInCommon(request, specialist).length > 0;
  return () => forbidden;
};

/** Nobody judges the work of a firm that they are tied to, now or of late. */
export const conflictOfInterest: HardRule = {
  id: 'conflict-of-interest',
  level: 'hard',
  scope: 'pair',
  sentence: {
    ja: (facts, names) =>
      `${named(facts, 'specialistId', names)}さんと関わりのある「${named(facts, 'vendorId', names)}」がこの申請の関係事業者のため、利益相反になります`,
    en: (facts, names) =>
      `${named(facts, 'vendorId', names)}, a firm tied to ${named(facts, 'specialistId', names)}, is a vendor ` +
      'of this request: a conflict of interest',
  },
  summary: {
    ja: (facts) =>
      `専門人材と関わりのある事業者が申請の関係事業者で、利益相反になります${extent('ja', facts)}`,
    en: (facts) => `Firms tied to the specialists are vendors of the request${extent('en', facts)}`,
  },
  candidate,
  violations(view, visit) {
    const pair = pairOf(view, visit);
    if (!pair) return RESPECTED;
    return firmsInCommon(pair.request, pair.specialist).map((vendorId) => ({ vendorId }));
  },
};

function firmsInCommon({ vendors = [] }: PlanningRequest, { employers = [] }: PlanningSpecialist) {
  if (vendors.length === 0 || employers.length === 0) return [];
  return vendors.filter((id) => employers.includes(id));
}
