import { fixedNightsOf, type FixedNights } from './fixed-nights.js';
import {
  dayOf,
  fixedOf,
  movableOf,
  numbersToPlace,
  windowsOf,
  type Companion,
  type FixedVisit,
  type Interval,
  type PlanningRequest,
  type PlanningSpecialist,
  type Problem,
  type StandingVisit,
} from './problem.js';

/** Things by the day of the horizon on which they begin. */
export type ByDay<T> = ReadonlyMap<number, readonly T[]>;

/** What a problem alone tells, looked up by id; worked out once per problem. */
export interface ProblemIndex {
  readonly fixed: readonly FixedVisit[];
  readonly standing: readonly StandingVisit[];
  readonly closed: ReadonlySet<number>;
  readonly places: ReadonlyMap<string, number>;
  readonly specialists: ReadonlyMap<string, PlanningSpecialist>;
  readonly requests: ReadonlyMap<string, PlanningRequest>;
  readonly companions: ReadonlyMap<string, Companion>;
  readonly numbers: ReadonlyMap<string, readonly number[]>;
  /** By specialist: windows as given, and without what is blocked. */
  readonly available: ReadonlyMap<string, ByDay<Interval>>;
  readonly windows: ReadonlyMap<string, ByDay<Interval>>;
  readonly companionWindows: ReadonlyMap<string, ByDay<Interval>>;
  readonly fixedBySpecialist: ReadonlyMap<string, ByDay<FixedVisit>>;
  readonly fixedByRequest: ReadonlyMap<string, readonly FixedVisit[]>;
  readonly fixedByCompanion: ReadonlyMap<string, ByDay<FixedVisit>>;
  readonly fixedNights: FixedNights;
  readonly campaigns: ReadonlyMap<string, readonly PlanningRequest[]>;
  readonly townClosed: ReadonlyMap<string, ReadonlySet<number>>;
}

const known = new WeakMap<Problem, ProblemIndex>();

/** The index of a problem. A problem is immutable, so one index serves every plan of it. */
export function indexOf(problem: Problem): ProblemIndex {
  const found = known.get(problem) ?? makeIndex(problem);
  known.set(problem, found);
  return found;
}

function makeIndex(problem: Problem): ProblemIndex {
  const { specialists, requests, companions = [], towns = {} } = problem;
  const fixed = fixedOf(problem);
  const available = new Map(specialists.map((one) => [one.id, byDay(one.available)]));
  const blockless = (one: PlanningSpecialist): ByDay<Interval> =>
    (one.blocked?.length ? null : available.get(one.id)) ?? byDay(windowsOf(one));
  return {
    fixed,
    standing: movableOf(problem),
    closed: new Set(problem.closedDays),
    places: new Map(problem.places.map((place, index) => [place, index])),
    specialists: new Map(specialists.map((one) => [one.id, one])),
    requests: new Map(requests.map((one) => [one.id, one])),
    companions: new Map(companions.map((one) => [one.id, one])),
    numbers: numbersOf(problem),
    available,
    windows: new Map(specialists.map((one) => [one.id, blockless(one)])),
    companionWindows: new Map(companions.map((one) => [one.id, byDay(one.available)])),
    fixedBySpecialist: daysOf(groupBy(fixed, (visit) => visit.specialistId)),
    fixedByRequest: groupBy(fixed, (visit) => visit.requestId),
    fixedByCompanion: daysOf(groupBy(fixed, (visit) => visit.companionId ?? null)),
    fixedNights: fixedNightsOf(problem, fixed),
    campaigns: groupBy(requests, (request) => request.campaignId ?? null),
    townClosed: new Map(
      Object.entries(towns).map(([town, { closedDays = [] }]) => [town, new Set(closedDays)]),
    ),
  };
}

/** Each request is asked beside its own visits only: asking beside all of them would be quadratic. */
function numbersOf(problem: Problem): ReadonlyMap<string, readonly number[]> {
  const fixed = groupBy(problem.fixed, (visit) => visit.requestId);
  const standing = groupBy(problem.standing ?? [], (visit) => visit.requestId);
  return new Map(
    problem.requests.map((request) => {
      const own = {
        ...problem,
        fixed: fixed.get(request.id) ?? [],
        standing: standing.get(request.id) ?? [],
      };
      return [request.id, numbersToPlace(own, request)];
    }),
  );
}

/** Groups things by a key; null = in no group. */
export function groupBy<T, K>(things: readonly T[], keyOf: (thing: T) => K | null): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(thing);
    else groups.set(key, [thing]);
  }
  return groups;
}

function byDay<T extends { readonly start: number }>(things: readonly T[]): ByDay<T> {
  return groupBy(things, ({ start }) => dayOf(start));
}

function daysOf<T extends { readonly start: number }>(
  groups: ReadonlyMap<string, readonly T[]>,
): ReadonlyMap<string, ByDay<T>> {
  return new Map([...groups].map(([id, things]) => [id, byDay(things)]));
}
