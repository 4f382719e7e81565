import {
  coversHalf,
  type DayPart,
  type Half,
  type LocalDate,
  WEEKDAYS,
  type WeeklyHalf,
  weekdayOf,
} from '@banso/kernel';

/** A half-day on which somebody works. */
export interface WorkingHalf {
  readonly date: LocalDate;
  readonly half: Half;
}

/** A day, or half of it. */
export interface PartOfDay {
  readonly date: LocalDate;
  readonly part: DayPart;
}

/** A weekly pattern, and the day from which it holds until the next one. */
export interface PatternVersion {
  readonly validFrom: LocalDate;
  readonly weekly: readonly WeeklyHalf[];
}

/** What was said about single days. */
export interface Exceptions {
  /** Not there, whatever else is said. */
  readonly daysOff: readonly PartOfDay[];
  /** Taken by repeat rules. */
  readonly blocked: readonly PartOfDay[];
  /** Possible after all: against a repeat rule, and beyond the weekly pattern. */
  readonly opened: readonly PartOfDay[];
}

export interface WorkingTimes extends Exceptions {
  /** In the order of their days; before the first one, nobody works. */
  readonly patterns: readonly PatternVersion[];
  readonly dates: readonly LocalDate[];
  /** Days on which the offices are closed. */
  readonly closures: readonly { readonly date: LocalDate }[];
}

/** Why somebody does not work in a half-day, or that they do. */
export const HALF_STATES = ['WORKS', 'CLOSED', 'DAY_OFF', 'OUTSIDE_PATTERN', 'RULE'] as const;
export type HalfState = (typeof HALF_STATES)[number];

export interface HalfDay extends WorkingHalf {
  readonly state: HalfState;
}

export const HALVES_IN_ORDER = ['AM', 'PM'] as const satisfies readonly Half[];

/** One pattern for all time, such as that of a placement. */
export const always = (weekly: readonly WeeklyHalf[]): PatternVersion[] => [
  { validFrom: '0001-01-01', weekly },
];

/** What keeps somebody from a work of its own pattern: a day that is possible after all adds nothing to it. */
export const absencesOf = ({ daysOff, blocked, opened }: Exceptions): Exceptions => ({
  daysOff,
  blocked: halvesOf(blocked)
    .filter(({ date, half }) => !covers(opened, date, half))
    .map(({ date, half }) => ({ date, part: half })),
  opened: [],
});

const halvesOf = (parts: readonly PartOfDay[]): WorkingHalf[] =>
  parts.flatMap(({ date, part }) =>
    HALVES_IN_ORDER.filter((half) => coversHalf(part, half)).map((half) => ({ date, half })),
  );

const covers = (parts: readonly PartOfDay[], date: LocalDate, half: Half): boolean =>
  parts.some((one) => one.date === date && coversHalf(one.part, half));

const nameOf = ({ date, half }: WorkingHalf): string => `${date} ${half}`;
const namesOf = (parts: readonly PartOfDay[]): ReadonlySet<string> => new Set(halvesOf(parts).map(nameOf));

/**
 * How each half of the dates given stands. The first that says something decides: the offices' calendar, a day off, a
 * day that is possible after all, the weekly pattern of that day, a repeat rule.
 */
export function halfDays({ patterns, dates, closures, ...exceptions }: WorkingTimes): HalfDay[] {
  const closed = new Set(closures.map((day) => day.date));
  const away = namesOf(exceptions.daysOff);
  const blocked = namesOf(exceptions.blocked);
  const opened = namesOf(exceptions.opened);
  return dates.flatMap((date) => {
    const weekly = new Set(patternOn(patterns, date));
    const weekday = WEEKDAYS[weekdayOf(date)];
    return HALVES_IN_ORDER.map((half): HalfDay => {
      const name = nameOf({ date, half });
      const state = (): HalfState => {
        if (closed.has(date)) return 'CLOSED';
        if (away.has(name)) return 'DAY_OFF';
        if (opened.has(name)) return 'WORKS';
        if (weekday === undefined || !weekly.has(`${weekday}_${half}`)) return 'OUTSIDE_PATTERN';
        return blocked.has(name) ? 'RULE' : 'WORKS';
      };
      return { date, half, state: state() };
    });
  });
}

/** The weekly pattern that holds on a day. */
export const patternOn = (patterns: readonly PatternVersion[], date: LocalDate): readonly WeeklyHalf[] =>
  patterns.findLast(({ validFrom }) => validFrom <= date)?.weekly ?? [];

/** When somebody works on the dates given. */
export const workingHalves = (times: WorkingTimes): WorkingHalf[] =>
  halfDays(times)
    .filter(({ state }) => state === 'WORKS')
    .map(({ date, half }) => ({ date, half }));
