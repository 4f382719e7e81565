import { countBusy, daysOpened } from './busy-days.js';
import { RESPECTED, type HardRule } from './rule.js';
import { extent, named, value } from './words.js';

/** A specialist works no more days of a month than agreed, days outside this plan included. */
export const monthlyCap: HardRule = {
  id: 'monthly-cap',
  level: 'hard',
  scope: 'slot',
  sentence: {
    ja: (facts, names) =>
      `${named(facts, 'specialistId', names)}さんのこの月の稼働が${value(facts, 'days')}日となり、` +
      `上限の${value(facts, 'monthlyCap')}日を超えます`,
    en: (facts, names) =>
      `${named(facts, 'specialistId', names)} would work ${value(facts, 'days')} days in the month; at most ` +
      `${value(facts, 'monthlyCap')} are agreed`,
  },
  summary: {
    ja: (facts) => `専門人材の月の稼働日数が上限に達しています${extent('ja', facts)}`,
    en: (facts) => `The specialists have reached their days per month${extent('en', facts)}`,
  },
  violations(view, visit) {
    const { specialistId } = visit;
    const specialist = view.specialist(specialistId);
    const cap = specialist?.monthlyCap ?? null;
    if (!specialist || cap === null) return RESPECTED;
    const { monthOfDay } = view.problem;
    const opened = daysOpened(view, visit);
    return [...new Set(opened.map((day) => monthOfDay[day] ?? 0))]
      .map((month) => ({
        monthlyCap: cap,
        month,
        days:
          (specialist.usedDaysByMonth[month] ?? 0) +
          countBusy(view, specialistId, (day) => monthOfDay[day] === month, opened),
      }))
      .filter(({ days }) => days > cap);
  },
};
