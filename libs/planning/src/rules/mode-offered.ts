import { modesWished } from '../problem.js';
import type { Forbids } from './candidate.js';
import { RESPECTED, type HardRule } from './rule.js';
import { extent, modeIn, named } from './words.js';

const candidate: Forbids = ({ request, specialist, mode }) => {
  const forbidden = !modesWished(request).includes(mode) || !specialist.modes.includes(mode);
  return () => forbidden;
};

/** The visit takes place in a mode that the town wishes and the specialist offers. */
export const modeOffered: HardRule = {
  id: 'mode-offered',
  level: 'hard',
  scope: 'pair',
  sentence: {
    ja: (facts, names) =>
      facts['by'] === 'request'
        ? `この申請は${modeIn('ja', facts)}を希望していません`
        : `${named(facts, 'specialistId', names)}さんは${modeIn('ja', facts)}に対応していません`,
    en: (facts, names) =>
      facts['by'] === 'request'
        ? `The request does not wish a visit ${modeIn('en', facts)}`
        : `${named(facts, 'specialistId', names)} does not offer visits ${modeIn('en', facts)}`,
  },
  summary: {
    ja: (facts) => `希望する実施方法に対応していません${extent('ja', facts)}`,
    en: (facts) => `The wished mode is not offered${extent('en', facts)}`,
  },
  candidate,
  violations(view, visit) {
    const request = view.request(visit.requestId);
    const specialist = view.specialist(visit.specialistId);
    if (!request || !specialist) return RESPECTED;
    if (!modesWished(request).includes(visit.mode)) return [{ by: 'request', mode: visit.mode }];
    return specialist.modes.includes(visit.mode) ? RESPECTED : [{ by: 'specialist', mode: visit.mode }];
  },
};
