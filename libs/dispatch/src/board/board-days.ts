import type { Actor, LocalDate } from '@banso/kernel';
import { engagementFacts, type EngagementFacts } from '@banso/engagement';
import { datesBetween, type Half, WEEKDAYS, weekdayOf } from '@banso/kernel';
import type { Tx } from '@banso/platform';
import {
  halfDaysBetween,
  type HalfState,
  type PersonTimes,
  type Specialist,
  timesOfPeople,
} from '@banso/talent';
import type { Period } from '../planning-calendar.js';

/** How a half-day of somebody stands, in one letter: a board has thousands of them. */
export const DAY_LETTERS = {
  WORKS: 'W',
  CLOSED: 'C',
  OUTSIDE_PATTERN: 'N',
  DAY_OFF: 'O',
  RULE: 'R',
  PLACED: 'P',
  UNEMPLOYED: 'U',
} as const satisfies Record<HalfState | 'PLACED' | 'UNEMPLOYED', string>;

/** Why somebody is away on a day, as it was written down. */
export interface AwayReason {
  readonly date: LocalDate;
  readonly reason: string;
}

/** The days of one person. */
export interface PersonDays {
  /** Two letters for each day of the period, its morning and its afternoon. */
  readonly days: string;
  readonly reasons: readonly AwayReason[];
}

/** The days of everybody, in ten statements for however many people. */
export async function daysOfPeople(
  tx: Tx,
  actor: Actor,
  people: readonly Specialist[],
  period: Period,
): Promise<(person: Specialist) => PersonDays> {
  const timesOf = await timesOfPeople(tx, people, period);
  const factsOf = await engagementFacts(tx, actor, {
    period,
    specialistIds: people.map(({ id }) => id),
    towns: [],
  });
  return (person) => personDays(timesOf(person), factsOf(person.id), period);
}

function personDays(times: PersonTimes, facts: EngagementFacts, period: Period): PersonDays {
  const letters = halfDaysBetween(times, period).map(({ date, half, state }) =>
    state === 'WORKS' ? letterOfWork(facts, date, half) : DAY_LETTERS[state],
  );
  const away = [...times.daysOff, ...times.blocked];
  const reasons = datesBetween(period.from, period.to).flatMap((date) => {
    const words = away.flatMap((one) =>
      one.date === date && one.reason !== null && one.reason !== '' ? [one.reason] : [],
    );
    return words.length > 0 ? [{ date, reason: [...new Set(words)].join('・') }] : [];
  });
  return { days: letters.join(''), reasons };
}

/** What the calendar leaves free may belong to a town, or lie outside the term. */
function letterOfWork({ term, gaps, placed }: EngagementFacts, date: LocalDate, half: Half): string {
  const outside = term !== null && (date < term.from || date > term.to);
  if (outside || gaps.some(({ from, to }) => from <= date && date <= to)) return DAY_LETTERS.UNEMPLOYED;
  const isPlaced = placed.some(
    ({ weekly, startsOn, endsOn }) =>
      startsOn <= date &&
      date <= endsOn &&
      weekly.some((each) => each === `${WEEKDAYS[weekdayOf(date)]}_${half}`),
  );
  return isPlaced ? DAY_LETTERS.PLACED : DAY_LETTERS.WORKS;
}
