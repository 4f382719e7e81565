import { type Closure, closureOf, parseDateRange } from '@banso/directory';
import {
  type Actor,
  addDays,
  badInput,
  coversHalf,
  groupBy,
  type Half,
  instantAt,
  type LocalDate,
  localDateOf,
} from '@banso/kernel';
import type { Tx } from '@banso/platform';
import {
  activeSpecialists,
  getSpecialist,
  type HalfDay,
  halfDaysBetween,
  type HalfState,
  type PersonTimes,
  seesReasons,
  timesOfPeople,
} from '@banso/talent';
import { Visit } from '../visit.entity.js';
import { visibleTo } from '../visit.policy.js';
import { isAhead } from '../visit-status.js';
import { halvesTaken } from './hit-visits.js';

/** So many days of everybody, or of one person, fit on a screen. */
const MOST_DAYS = { everybody: 62, one: 400 } as const;

/** How one half of a day stands. Why is for the hub and the person: a town reads that somebody is away. */
export interface HalfView {
  readonly state: HalfState;
  readonly reason: string | null;
  /** The repeat rule that takes it. */
  readonly ruleId: string | null;
}

export interface CalendarDay {
  readonly date: LocalDate;
  /** Why the offices are closed; null when they are open. */
  readonly closure: Closure | null;
  readonly am: HalfView;
  readonly pm: HalfView;
  /** Those of the day that the actor may see. */
  readonly visits: readonly Visit[];
  /** A coming visit stands in a half-day that is not worked: the hub has to decide. */
  readonly clash: boolean;
}

/** The days of one specialist. */
export interface AvailabilityCalendar {
  readonly specialistId: string;
  readonly days: readonly CalendarDay[];
}

/** When specialists can be planned, day by day: one of them, or everyone that the actor sees. */
export async function availabilityCalendars(
  tx: Tx,
  actor: Actor,
  days: { readonly from: LocalDate; readonly to: LocalDate },
  specialistId?: string | null,
): Promise<AvailabilityCalendar[]> {
  const period = parseDateRange(days);
  const last = addDays(period.from, (specialistId ? MOST_DAYS.one : MOST_DAYS.everybody) - 1);
  if (period.to > last) throw badInput({ path: 'to', rule: 'too-far', facts: { last } });
  const people = specialistId
    ? [await getSpecialist(tx, actor, specialistId)]
    : await activeSpecialists(tx, actor);
  const timesOf = await timesOfPeople(tx, people, period);
  const visits = groupBy(
    await standingVisits(tx, actor, { ...period, people: people.map(({ id }) => id) }),
    (visit) => `${visit.specialistId} ${localDateOf(visit.startsAt)}`,
  );
  const reasons = seesReasons(actor);
  return people.map((person) => {
    const times = timesOf(person);
    const halves = groupBy(halfDaysBetween(times, period), ({ date }) => date);
    return {
      specialistId: person.id,
      days: [...halves].map(([date, both]) =>
        dayOf(both, { date, times, reasons, visits: visits.get(`${person.id} ${date}`) ?? [] }),
      ),
    };
  });
}

function standingVisits(
  tx: Tx,
  actor: Actor,
  { from, to, people }: { from: LocalDate; to: LocalDate; people: readonly string[] },
): Promise<Visit[]> {
  const { where, parameters } = visibleTo(actor);
  return tx
    .createQueryBuilder(Visit, 'visit')
    .where(`(${where})`, parameters)
    .andWhere('visit.specialistId = ANY(:people)', { people })
    .andWhere('visit.startsAt >= :first AND visit.startsAt < :end', {
      first: instantAt(from, 0),
      end: instantAt(addDays(to, 1), 0),
    })
    .andWhere(`visit.status <> 'CANCELLED'`)
    .orderBy('visit.startsAt')
    .addOrderBy('visit.id')
    .getMany();
}

interface DayFacts {
  readonly date: LocalDate;
  readonly times: PersonTimes;
  readonly reasons: boolean;
  readonly visits: readonly Visit[];
}

function dayOf(halves: readonly HalfDay[], { date, times, reasons, visits }: DayFacts): CalendarDay {
  const stateOf = (half: Half): HalfState => halves.find((one) => one.half === half)?.state ?? 'CLOSED';
  const viewOf = (half: Half): HalfView => {
    const state = stateOf(half);
    // A town need not know by which rule somebody is away.
    if (!reasons) return { state: state === 'RULE' ? 'DAY_OFF' : state, reason: null, ruleId: null };
    const taking = state === 'DAY_OFF' ? times.daysOff : state === 'RULE' ? times.blocked : [];
    const day = taking.find((one) => one.date === date && coversHalf(one.part, half));
    return { state, reason: day?.reason ?? null, ruleId: day?.ruleId ?? null };
  };
  return {
    date,
    closure: closureOf(date),
    am: viewOf('AM'),
    pm: viewOf('PM'),
    visits,
    clash: visits.some(
      (visit) => isAhead(visit.status) && halvesTaken(visit).some(({ half }) => stateOf(half) !== 'WORKS'),
    ),
  };
}
