import type { PlanView } from '../plan-view.js';
import type { PlanningRequest } from '../problem.js';
import type { SoftRule } from './rule.js';
import { value } from './words.js';

/** One specialist for all visits of a request, the earlier one if there was one. */
export const continuity: SoftRule = {
  id: 'continuity',
  level: 'soft',
  shown: true,
  sentence: {
    ja: (facts) => `同じ申請の担当が${value(facts, 'changes')}名増えます`,
    en: (facts) => `The request gets ${value(facts, 'changes')} more specialists than needed`,
  },
  violations(view) {
    return view.problem.requests.flatMap((request) => {
      const changes = changesOf(view, request);
      if (changes === 0) return [];
      return [{ facts: { requestId: request.id, changes }, cost: view.weights.changeOfSpecialist * changes }];
    });
  },
};

/** Specialists of a request beyond the one who is needed, or beyond those whom the town knows. */
export function changesOf(view: PlanView, request: PlanningRequest): number {
  const siblings = view.siblings(request.id);
  const known = new Set(siblings.filter(({ visit }) => visit === null).map((s) => s.specialistId));
  if (request.previousSpecialistId !== null) known.add(request.previousSpecialistId);
  const placed = siblings.filter(({ visit }) => visit !== null).map((s) => s.specialistId);
  const fresh = new Set(placed.filter((id) => !known.has(id))).size;
  return known.size > 0 ? fresh : Math.max(0, fresh - 1);
}
