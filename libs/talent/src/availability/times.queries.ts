import { closuresBetween } from '@banso/directory';
import { type DayPart, datesBetween, groupBy, type LocalDate, type WeeklyHalf } from '@banso/kernel';
import type { Tx } from '@banso/platform';
import { Between, In } from 'typeorm';
import { DayOff } from '../day-off.entity.js';
import type { Specialist } from '../specialist.entity.js';
import {
  type Exceptions,
  type HalfDay,
  halfDays,
  type PartOfDay,
  type PatternVersion,
  patternOn,
} from '../working-halves.js';
import { AvailableDay } from './available-day.entity.js';
import { occurrencesOf } from './repeat-rule.js';
import { UnavailabilityRule } from './unavailability-rule.entity.js';
import { FROM_THE_BEGINNING, WeeklyPattern } from './weekly-pattern.entity.js';

/** Whose times are asked for. */
export type TimedPerson = Pick<Specialist, 'id' | 'weekly'>;

/** Days, both included. */
interface Stretch {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** A day off or a day of a repeat rule, with its reason. */
export interface ReasonedDay extends PartOfDay {
  readonly reason: string | null;
  /** Of the repeat rule; null for a single day. */
  readonly ruleId: string | null;
}

/** What was said about single days of one person; reasons are for the hub and the person only. */
export interface PersonExceptions extends Exceptions {
  readonly daysOff: readonly ReasonedDay[];
  readonly blocked: readonly ReasonedDay[];
  readonly opened: readonly PartOfDay[];
}

/** Everything that says when a person works. */
export interface PersonTimes extends PersonExceptions {
  readonly patterns: readonly PatternVersion[];
}

const NONE: PersonExceptions = { daysOff: [], blocked: [], opened: [] };

/**
 * Days off, repeat rules and days that are possible after all, by person. Whom the actor may see is for the caller to
 * know; three statements for however many people.
 */
export async function exceptionsOf(
  tx: Tx,
  specialistIds: readonly string[],
  { from, to }: Stretch,
): Promise<(specialistId: string) => PersonExceptions> {
  const whose = { specialistId: In([...specialistIds]) };
  const days = { ...whose, date: Between(from, to) };
  const daysOff = groupBy(
    await tx.find(DayOff, { where: days, order: { date: 'ASC', part: 'ASC' } }),
    personOf,
  );
  const opened = groupBy(
    await tx.find(AvailableDay, { where: days, order: { date: 'ASC', part: 'ASC' } }),
    personOf,
  );
  const rules = await tx
    .createQueryBuilder(UnavailabilityRule, 'rule')
    .where(whose)
    .andWhere('rule.startsOn <= :to AND (rule.endedOn IS NULL OR rule.endedOn >= :from)', { from, to })
    .orderBy('rule.startsOn')
    .addOrderBy('rule.id')
    .getMany();
  const blocked = groupBy(rules, personOf);
  return (specialistId) => ({
    daysOff: (daysOff.get(specialistId) ?? []).map(({ date, part, reason }) => ({
      date,
      part,
      reason,
      ruleId: null,
    })),
    opened: (opened.get(specialistId) ?? []).map(({ date, part }) => ({ date, part })),
    blocked: (blocked.get(specialistId) ?? []).flatMap((rule) =>
      occurrencesOf(rule, from, to).map((date) => ({
        date,
        part: rule.part,
        reason: rule.reason,
        ruleId: rule.id,
      })),
    ),
  });
}

const personOf = ({ specialistId }: { readonly specialistId: string }): string => specialistId;

/** The weekly patterns of people, in the order of their days. */
export async function patternsOf(
  tx: Tx,
  people: readonly TimedPerson[],
): Promise<(person: TimedPerson) => readonly PatternVersion[]> {
  const rows = await tx.find(WeeklyPattern, {
    where: { specialistId: In(people.map(({ id }) => id)) },
    order: { validFrom: 'ASC' },
  });
  const versions = groupBy(rows, personOf);
  return ({ id, weekly }) => versions.get(id) ?? [{ validFrom: FROM_THE_BEGINNING, weekly }];
}

/** The weekly pattern of each on one day. */
export async function patternsOn(
  tx: Tx,
  people: readonly TimedPerson[],
  date: LocalDate,
): Promise<(person: TimedPerson) => readonly WeeklyHalf[]> {
  const patterns = await patternsOf(tx, people);
  return (person) => patternOn(patterns(person), date);
}

/** When people work: the one answer that the planner, placements, repairs and the screens go by. */
export async function timesOfPeople(
  tx: Tx,
  people: readonly TimedPerson[],
  days: Stretch,
): Promise<(person: TimedPerson) => PersonTimes> {
  const patterns = await patternsOf(tx, people);
  const exceptions =
    people.length > 0
      ? await exceptionsOf(
          tx,
          people.map(({ id }) => id),
          days,
        )
      : () => NONE;
  return (person) => ({ patterns: patterns(person), ...exceptions(person.id) });
}

/** How each half-day of some days stands for somebody. */
export const halfDaysBetween = (times: PersonTimes, { from, to }: Stretch): HalfDay[] =>
  halfDays({ ...times, dates: datesBetween(from, to), closures: closuresBetween(from, to) });

/** The part of a day that its halves make. */
export const partOf = (halves: readonly ('AM' | 'PM')[]): DayPart =>
  halves.length === 2 ? 'DAY' : (halves[0] ?? 'DAY');
