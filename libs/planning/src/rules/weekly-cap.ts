import { weekOf } from '../problem.js';
import { countBusy, daysOpened } from './busy-days.js';
import { RESPECTED, type HardRule } from './rule.js';
import { extent, named, value } from './words.js';

/** A specialist works no more days of a week than agreed. */
export const weeklyCap: HardRule = {
  id: 'weekly-cap',
  level: 'hard',
  scope: 'slot',
  sentence: {
    ja: (facts, names) =>
      `${named(facts, 'specialistId', names)}さんのこの週の稼働が${value(facts, 'days')}日となり、` +
      `上限の${value(facts, 'weeklyCap')}日を超えます`,
    en: (facts, names) =>
      `${named(facts, 'specialistId', names)} would work ${value(facts, 'days')} days in the week; at most ` +
      `${value(facts, 'weeklyCap')} are agreed`,
  },
  summary: {
    ja: (facts) => `専門人材の週の稼働日数が上限に達しています${extent('ja', facts)}`,
    en: (facts) => `The specialists have reached their days per week${extent('en', facts)}`,
  },
  violations(view, visit) {
    const { specialistId } = visit;
    const cap = view.specialist(specialistId)?.weeklyCap ?? null;
    if (cap === null) return RESPECTED;
    const { problem } = view;
    const opened = daysOpened(view, visit);
    return [...new Set(opened.map((day) => weekOf(problem, day)))]
      .map((week) => ({
        weeklyCap: cap,
        week,
        days: countBusy(view, specialistId, (day) => weekOf(problem, day) === week, opened),
      }))
      .filter(({ days }) => days > cap);
  },
};
