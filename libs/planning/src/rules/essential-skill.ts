import type { PlanningRequest, PlanningSpecialist, SkillNeed } from '../problem.js';
import type { Forbids } from './candidate.js';
import { RESPECTED, type HardRule } from './rule.js';
import { extent, named, value } from './words.js';

const candidate: Forbids = ({ request, specialist }) => {
  const forbidden = missing(request, specialist).length > 0;
  return () => forbidden;
};

/** The specialist has every essential skill at the level asked for. */
export const essentialSkill: HardRule = {
  id: 'essential-skill',
  level: 'hard',
  scope: 'pair',
  sentence: {
    ja: (facts, names) =>
      `${named(facts, 'specialistId', names)}さんの「${named(facts, 'skillId', names)}」は水準${value(facts, 'has')}で、` +
      `必要な水準${value(facts, 'level')}に届きません`,
    en: (facts, names) =>
      `${named(facts, 'specialistId', names)} has “${named(facts, 'skillId', names)}” at level ` +
      `${value(facts, 'has')}, below the required level ${value(facts, 'level')}`,
  },
  summary: {
    ja: (facts, names) =>
      facts['skillId'] === undefined
        ? `必須スキルの水準に届きません${extent('ja', facts)}`
        : `必須スキル「${named(facts, 'skillId', names)}」水準${value(facts, 'level')}に届きません${extent('ja', facts)}`,
    en: (facts, names) =>
      facts['skillId'] === undefined
        ? `An essential skill is below the required level${extent('en', facts)}`
        : `The essential skill “${named(facts, 'skillId', names)}” is below level ${value(facts, 'level')}${extent('en', facts)}`,
  },
  candidate,
  violations(view, visit) {
    const request = view.request(visit.requestId);
    const specialist = view.specialist(visit.specialistId);
    if (!request || !specialist) return RESPECTED;
    return missing(request, specialist).map(({ skillId, level }) => ({
      skillId,
      level,
      has: specialist.skills[skillId] ?? 0,
    }));
  },
};

function missing({ needs }: PlanningRequest, { skills }: PlanningSpecialist): readonly SkillNeed[] {
  return needs.filter((need) => need.essential && (skills[need.skillId] ?? 0) < need.level);
}
