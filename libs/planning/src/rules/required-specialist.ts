import type { Forbids } from './candidate.js';
import { RESPECTED, type HardRule } from './rule.js';
import { extent, named } from './words.js';

const candidate: Forbids = ({ request, specialist }) => {
  const required = request.requiredSpecialistId;
  const forbidden = required !== null && required !== specialist.id;
  return () => forbidden;
};

/** A specialist decided by name is the only one who may come. */
export const requiredSpecialist: HardRule = {
  id: 'required-specialist',
  level: 'hard',
  scope: 'pair',
  sentence: {
    ja: (facts, names) => `${named(facts, 'requiredSpecialistId', names)}さんの派遣が決まっています`,
    en: (facts, names) => `${named(facts, 'requiredSpecialistId', names)} has been decided by name`,
  },
  summary: {
    ja: (facts, names) =>
      `派遣が決まっている${named(facts, 'requiredSpecialistId', names)}さん以外は対象外です${extent('ja', facts)}`,
    en: (facts, names) =>
      `Only ${named(facts, 'requiredSpecialistId', names)} may come, decided by name${extent('en', facts)}`,
  },
  candidate,
  violations(view, visit) {
    const required = view.request(visit.requestId)?.requiredSpecialistId ?? null;
    if (required === null || required === visit.specialistId) return RESPECTED;
    return [{ requiredSpecialistId: required }];
  },
};
