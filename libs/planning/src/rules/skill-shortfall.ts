import { SHORTFALL_PER_LEVEL } from '../weights.js';
import type { SoftRule } from './rule.js';
import { named, value } from './words.js';

/** Skills that are not essential are missed by as few levels as possible. */
export const skillShortfall: SoftRule = {
  id: 'skill-shortfall',
  level: 'soft',
  tier: 'rest',
  shown: true,
  sentence: {
    ja: (facts, names) =>
      `${named(facts, 'specialistId', names)}さんの「${named(facts, 'skillId', names)}」は水準${value(facts, 'has')}で、` +
      `希望の水準${value(facts, 'level')}に足りません`,
    en: (facts, names) =>
      `${named(facts, 'specialistId', names)} has “${named(facts, 'skillId', names)}” at level ` +
      `${value(facts, 'has')}, below the wished level ${value(facts, 'level')}`,
  },
  violations(view) {
    return view.assignments.flatMap(({ requestId, visitNo, specialistId }) => {
      const skills = view.specialist(specialistId)?.skills ?? {};
      const needs = view.request(requestId)?.needs ?? [];
      return needs
        .map(({ skillId, level, essential }) => ({ skillId, level, essential, has: skills[skillId] ?? 0 }))
        .filter(({ essential, level, has }) => !essential && has < level)
        .map(({ skillId, level, has }) => ({
          facts: { requestId, visitNo, specialistId, skillId, level, has },
          cost: SHORTFALL_PER_LEVEL * (level - has),
        }));
    });
  },
};
