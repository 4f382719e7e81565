import type { PlanningRequest, PlanningSpecialist } from '../problem.js';
import type { Prices } from './candidate.js';
import { pairOf, type SoftRule } from './rule.js';
import { named, value } from './words.js';

const candidate: Prices = ({ request, specialist, weights }) => {
  const missing = shortfalls(request, specialist).reduce((sum, { level, has }) => sum + level - has, 0);
  const cost = weights.shortfallPerLevel * missing;
  return () => cost;
};

/** Skills that are not essential are missed by as few levels as possible. */
export const skillShortfall: SoftRule = {
  id: 'skill-shortfall',
  level: 'soft',
  shown: true,
  sentence: {
    ja: (facts, names) =>
      `${named(facts, 'specialistId', names)}さんの「${named(facts, 'skillId', names)}」は水準${value(facts, 'has')}で、` +
      `希望の水準${value(facts, 'level')}に足りません`,
    en: (facts, names) =>
      `${named(facts, 'specialistId', names)} has “${named(facts, 'skillId', names)}” at level ` +
      `${value(facts, 'has')}, below the wished level ${value(facts, 'level')}`,
  },
  candidate,
  violations(view) {
    return view.assignments.flatMap((visit) => {
      const pair = pairOf(view, visit);
      if (!pair) return [];
      const { requestId, visitNo, specialistId } = visit;
      return shortfalls(pair.request, pair.specialist).map(({ skillId, level, has }) => ({
        facts: { requestId, visitNo, specialistId, skillId, level, has },
        cost: view.weights.shortfallPerLevel * (level - has),
      }));
    });
  },
};

function shortfalls({ needs }: PlanningRequest, { skills }: PlanningSpecialist) {
  return needs
    .map(({ skillId, level, essential }) => ({ skillId, level, essential, has: skills[skillId] ?? 0 }))
    .filter(({ essential, level, has }) => !essential && has < level);
}
