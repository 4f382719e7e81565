import { RESPECTED, type HardRule } from './rule.js';
import { extent, named, value } from './words.js';

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
  violations(view, visit) {
    const request = view.request(visit.requestId);
    const skills = view.specialist(visit.specialistId)?.skills;
    if (!request || !skills) return RESPECTED;
    return request.needs
      .filter((need) => need.essential && (skills[need.skillId] ?? 0) < need.level)
      .map(({ skillId, level }) => ({ skillId, level, has: skills[skillId] ?? 0 }));
  },
};
