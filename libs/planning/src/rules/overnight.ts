import type { Assignment, Facts } from '../plan.js';
import type { PlanView } from '../plan-view.js';
import { nightsOf } from '../problem.js';
import { RESPECTED, type HardRule } from './rule.js';
import { dayIn, extent, named, value } from './words.js';

/** A night away begins and ends on working days, in one town, and as many in a row as the specialist accepts. */
export const overnight: HardRule = {
  id: 'overnight',
  level: 'hard',
  scope: 'slot',
  sentence: {
    ja: (facts, names) => {
      const who = `${named(facts, 'specialistId', names)}さん`;
      const evening = dayIn('ja', facts, 'evening', names);
      if (facts['part'] === 'online') return 'オンラインの回に前泊・後泊は付けられません';
      if (facts['part'] === 'two-places') return `${who}の${evening}の宿泊地が2か所になっています`;
      if (facts['part'] === 'not-on-duty')
        return `${who}は${evening}またはその翌日が稼働日でないため、宿泊できません`;
      return `${who}の連泊が${value(facts, 'nights')}泊となり、上限の${value(facts, 'mostNights')}泊を超えます`;
    },
    en: (facts, names) => {
      const who = named(facts, 'specialistId', names);
      const evening = dayIn('en', facts, 'evening', names);
      if (facts['part'] === 'online') return 'An online visit has no night away';
      if (facts['part'] === 'two-places') return `${who} would sleep in two places after ${evening}`;
      if (facts['part'] === 'not-on-duty')
        return `${who} is not on duty on ${evening} and the day after, so no night away`;
      return `${who} would be away ${value(facts, 'nights')} nights in a row; at most ${value(facts, 'mostNights')}`;
    },
  },
  summary: {
    ja: (facts) => `専門人材が宿泊できません${extent('ja', facts)}`,
    en: (facts) => `The specialists cannot stay the night${extent('en', facts)}`,
  },
  violations(view, visit) {
    const evenings = nightsOf(visit);
    if (evenings.length === 0) return RESPECTED;
    if (visit.mode !== 'ON_SITE') return [{ part: 'online' }];
    return evenings.flatMap((evening) => {
      const fault = faultOf(view, visit, evening);
      return fault ? [fault] : [];
    });
  },
};

function faultOf(view: PlanView, visit: Assignment, evening: number): Facts | null {
  const { specialistId } = visit;
  if (view.nightPlaces(specialistId, evening, visit).length > 1) return { part: 'two-places', evening };
  const inside = evening >= 0 && evening + 1 < view.problem.days;
  const onDuty = [evening, evening + 1].every((day) => view.windows(specialistId, day).length > 0);
  if (!inside || !onDuty) return { part: 'not-on-duty', evening };
  const isAway = (day: number): boolean => view.nightPlace(specialistId, day, visit) !== null;
  let nights = 1;
  for (let day = evening - 1; isAway(day); day -= 1) nights += 1;
  for (let day = evening + 1; isAway(day); day += 1) nights += 1;
  const mostNights = view.specialist(specialistId)?.nights ?? 0;
  return nights > mostNights ? { part: 'too-many', evening, nights, mostNights } : null;
}
