import { CHANGE_OF_SPECIALIST } from '../weights.js';
import type { SoftRule } from './rule.js';
import { value } from './words.js';

/** One specialist for all visits of a request, the earlier one if there was one. */
export const continuity: SoftRule = {
  id: 'continuity',
  level: 'soft',
  tier: 'rest',
  shown: true,
  sentence: {
    ja: (facts) => `同じ申請の担当が${value(facts, 'changes')}名増えます`,
    en: (facts) => `The request gets ${value(facts, 'changes')} more specialists than needed`,
  },
  violations(view) {
    return view.problem.requests.flatMap((request) => {
      const siblings = view.siblings(request.id);
      const known = new Set(siblings.filter(({ visit }) => visit === null).map((s) => s.specialistId));
      if (request.previousSpecialistId !== null) known.add(request.previousSpecialistId);
      const placed = siblings.filter(({ visit }) => visit !== null).map((s) => s.specialistId);
      const fresh = new Set(placed.filter((id) => !known.has(id))).size;
      const changes = known.size > 0 ? fresh : Math.max(0, fresh - 1);
      if (changes === 0) return [];
      return [{ facts: { requestId: request.id, changes }, cost: CHANGE_OF_SPECIALIST * changes }];
    });
  },
};
