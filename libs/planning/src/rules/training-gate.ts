import type { Facts } from '../plan.js';
import { dayOf, type Gate, type PlanningRequest, type PlanningSpecialist } from '../problem.js';
import type { Forbids } from './candidate.js';
import { pairOf, RESPECTED, type HardRule } from './rule.js';
import { dayIn, extent, named } from './words.js';

const candidate: Forbids = ({ request, specialist }) => {
  const gates = gatesBefore(request, specialist);
  if (gates.length === 0) return () => false;
  if (gates.some(({ fromDay }) => fromDay === null)) return () => true;
  const opens = Math.max(...gates.map(({ fromDay }) => fromDay ?? 0));
  return (day) => day < opens;
};

/** Training comes before the first visit, in any mode. */
export const trainingGate: HardRule = {
  id: 'training-gate',
  level: 'hard',
  scope: 'slot',
  sentence: {
    ja: (facts, names) =>
      facts['fromDay'] === undefined
        ? `${named(facts, 'specialistId', names)}さんは事前研修を終えておらず、この期間には派遣できません`
        : `${named(facts, 'specialistId', names)}さんは事前研修を終える${dayIn('ja', facts, 'fromDay', names)}まで派遣できません`,
    en: (facts, names) =>
      facts['fromDay'] === undefined
        ? `${named(facts, 'specialistId', names)} has training to do first and cannot be sent in this period`
        : `${named(facts, 'specialistId', names)} has training to do first and cannot be sent before ` +
          dayIn('en', facts, 'fromDay', names),
  },
  summary: {
    ja: (facts) => `専門人材の事前研修が済んでいません${extent('ja', facts)}`,
    en: (facts) => `The specialists have training to do first${extent('en', facts)}`,
  },
  candidate,
  violations(view, visit) {
    const pair = pairOf(view, visit);
    if (!pair) return RESPECTED;
    const day = dayOf(visit.start);
    return gatesBefore(pair.request, pair.specialist)
      .filter(({ fromDay }) => fromDay === null || day < fromDay)
      .map(({ fromDay }): Facts => {
        const { town } = pair.request;
        return fromDay === null ? { town } : { town, fromDay };
      });
  },
};

function gatesBefore({ town }: PlanningRequest, { gates }: PlanningSpecialist): readonly Gate[] {
  return gates?.filter((gate) => gate.town === null || gate.town === town) ?? [];
}
