import type { PlanView } from '../plan-view.js';
import { weekOf, type PlanningSpecialist, type Reserve } from '../problem.js';
import type { SoftRule } from './rule.js';
import { dayIn, value } from './words.js';

/** Each week keeps half-days free for emergencies, among those who could take one. */
export const emergencyReserve: SoftRule = {
  id: 'emergency-reserve',
  level: 'soft',
  shown: true,
  sentence: {
    ja: (facts, names) =>
      `${dayIn('ja', facts, 'firstDay', names)}からの週は、緊急対応用の空きが${value(facts, 'free')}枠で、` +
      `必要な${value(facts, 'wanted')}枠に足りません`,
    en: (facts, names) =>
      `The week from ${dayIn('en', facts, 'firstDay', names)} keeps ${value(facts, 'free')} half-days free for ` +
      `emergencies, of ${value(facts, 'wanted')} wanted`,
  },
  violations(view) {
    const { reserve } = view.problem;
    if (!reserve) return [];
    const wanted = reserve.halfDaysPerWeek;
    return [...freeByWeek(view, reserve)]
      .filter(([, { free }]) => free < wanted)
      .map(([week, { free, firstDay }]) => ({
        facts: { week, firstDay, free, wanted },
        cost: view.weights.reserveMissing * (wanted - free),
      }));
  },
};

interface Week {
  free: number;
  readonly firstDay: number;
}

function freeByWeek(view: PlanView, reserve: Reserve): ReadonlyMap<number, Week> {
  const { problem } = view;
  const weeks = new Map<number, Week>();
  const able = problem.specialists.filter((specialist) => canHelp(specialist, reserve));
  const busy = able.map(({ id }) => new Set(view.busyDays(id)));
  for (let day = 0; day < problem.days; day += 1) {
    const week = weeks.get(weekOf(problem, day)) ?? { free: 0, firstDay: day };
    weeks.set(weekOf(problem, day), week);
    if (view.closed.has(day)) continue;
    able.forEach(({ id }, index) => {
      if (!busy[index]?.has(day)) week.free += view.windows(id, day).length;
    });
  }
  return weeks;
}

function canHelp({ skills }: PlanningSpecialist, { skillId, level }: Reserve): boolean {
  return skillId === null || (skills[skillId] ?? 0) >= level;
}
