import type { Companion, Interval, PlanningSpecialist, TownFacts, WeeklySession } from '../../src/problem.js';
import { onceIn, pick, shuffled, times } from '../draw.js';
import { isWorkday, on } from './calendar.js';
import { townsOf, type Setting } from './setting.js';

/** Two to four people of the prefecture who come along, at the prefectural office on workdays. */
export function companionsFor(setting: Setting): Companion[] {
  const { prefecture, specialists, days, offices, random } = setting;
  return times(Math.min(4, 2 + Math.floor(specialists / 12)), (i) => {
    const available: Interval[] = [];
    for (let day = 0; day < days; day += 1) {
      if (isWorkday(day) && !onceIn(8, random)) available.push(on(day, { start: 510, end: 1080 }));
    }
    return { id: `companion-${prefecture}-${i + 1}`, base: offices[0]?.id ?? '', available };
  });
}

/** Study sessions and office duty: one for every dozen specialists, with two or three of them each. */
export function sessionsFor(setting: Setting, specialists: readonly PlanningSpecialist[]): WeeklySession[] {
  const { prefecture, days, offices, random } = setting;
  return times(Math.ceil(specialists.length / 12), (i) => {
    const weekday = random.below(5);
    const start = pick([540, 780, 900], random);
    const here = specialists.filter(
      ({ available, monthlyCap }) =>
        monthlyCap === undefined &&
        available.some((window) => window.start <= on(weekday, { start, end: start }).start),
    );
    const from = shuffled(here, random).slice(0, 2 + random.below(2));
    return {
      id: `session-${prefecture}-${i + 1}`,
      specialistIds: from.map(({ id }) => id),
      firstDay: weekday,
      start,
      end: start + 90,
      place: onceIn(3, random) ? (offices[0]?.id ?? null) : null,
      exceptDays: times(Math.floor(days / 28), (month) => month * 28 + weekday),
    };
  });
}

/** The June assembly, days when an office is closed, shorter hours, and towns with one person for IT. */
export function townFactsFor(setting: Setting): Record<string, TownFacts> {
  const { days, random } = setting;
  const facts = townsOf(setting).map(({ id, population }): [string, TownFacts] => {
    const assembly = 21 + 7 * random.below(3) + random.below(3);
    const busyDays = times(12, (i) => assembly + i).filter((day) => day < days && isWorkday(day));
    return [
      id,
      {
        busyDays,
        ...(population < 12_000 && (population < 5000 || onceIn(2, random)) && { oneItPerson: true }),
        ...(onceIn(10, random) && { closedDays: [random.below(days)] }),
        ...(onceIn(12, random) && {
          officeHours: [
            { start: 570, end: 720 },
            { start: 780, end: 990 },
          ],
        }),
      },
    ];
  });
  return Object.fromEntries(facts);
}
