import {
  dayOf,
  fixedOf,
  MINUTES_PER_DAY,
  modesWished,
  movableOf,
  numbersToPlace,
  weekOf,
  windowsOf,
  type FixedVisit,
  type PlanningRequest,
  type Problem,
  type StandingVisit,
} from '../problem.js';
import { HARD_RULES, SOFT_RULES } from '../rules/index.js';
import { PRIORITY_WEIGHT, urgencyOf } from '../weights.js';
import { BandStore, bandsOf, type Band, type DayBands } from './bands.js';
import { pricesOf, type Prices } from './prices.js';

/** No place: online or no travel. */
export const NOWHERE = -1;
/** Travel that nobody has entered. */
export const UNKNOWN = -1;
/** A pair that is forbidden on a day. */
export const FORBIDDEN = Infinity;

/** One specialist and mode in which a request can be served. */
export interface Option {
  readonly specialist: number;
  readonly online: boolean;
  /** Index of the town; NOWHERE online. */
  readonly place: number;
  /** Points by tier on any day; `byDay` replaces it where the day matters. */
  readonly price: Float64Array;
  /** Worth of `price`. */
  readonly worth: number;
  readonly byDay: DayPrices | null;
}

/** Prices of one option that depend on the day. */
export interface DayPrices {
  /** FORBIDDEN where the pair may not meet. */
  readonly worth: Float64Array;
  /** Points by day × tier. */
  readonly price: Float64Array;
}

/** One visit to place. */
export interface Unit {
  readonly index: number;
  readonly job: number;
  readonly visitNo: number;
  /** Units with the same group have no fixed visit between them. */
  readonly group: number;
  /** Day from which waiting counts. */
  readonly dueDay: number;
  /** Where it stands now, if it has been published. */
  readonly standing: StandingPlace | null;
}

export interface StandingPlace {
  readonly specialist: number;
  readonly day: number;
  /** Minute of the day. */
  readonly start: number;
  readonly online: boolean;
}

/** A fixed visit of a request: it counts for gaps. */
export interface Sibling {
  readonly visitNo: number | null;
  readonly day: number;
}

/** A request as the search sees it. */
export interface Job {
  readonly index: number;
  readonly request: PlanningRequest;
  readonly town: number;
  readonly minutes: number;
  readonly weight: number;
  readonly urgency: number;
  readonly options: readonly Option[];
  readonly units: readonly Unit[];
  readonly fixed: readonly Sibling[];
  /** Specialists whose coming is no change; -1 = someone who has left the pool. */
  readonly familiar: readonly number[];
  readonly bands: DayBands;
  readonly firstDay: number;
  readonly lastDay: number;
  readonly minGap: number;
  /** Infinity = any. */
  readonly maxGap: number;
  readonly companion: boolean;
  /** Other requests of the same campaign. */
  readonly campaign: readonly number[];
}

/** Everything the search works out once. Cells are specialist × day: `specialist * days + day`. */
export interface Ground {
  readonly problem: Problem;
  readonly prices: Prices;
  readonly days: number;
  readonly placeCount: number;
  readonly jobs: readonly Job[];
  readonly units: readonly Unit[];
  readonly bands: readonly Band[];
  /** Buffered minutes by from * placeCount + to, or UNKNOWN. */
  readonly travel: Int32Array;
  readonly base: Int32Array;
  /** Windows of a cell are windowAt[cell] .. windowAt[cell + 1], as minutes of the day. */
  readonly windowAt: Int32Array;
  readonly windowStart: Int32Array;
  readonly windowEnd: Int32Array;
  readonly monthOfDay: Int32Array;
  readonly weekOfDay: Int32Array;
  readonly monthCount: number;
  readonly weekCount: number;
  readonly closed: ReadonlySet<number>;
  readonly fixed: readonly FixedVisit[];
  readonly placeIndex: ReadonlyMap<string, number>;
  readonly specialistIndex: ReadonlyMap<string, number>;
}

/** Prepares a problem for the search. */
export function groundOf(problem: Problem): Ground {
  const placeIndex = new Map(problem.places.map((place, index) => [place, index]));
  const specialistIndex = new Map(problem.specialists.map(({ id }, index) => [id, index]));
  const closed = new Set(problem.closedDays);
  const prices = pricesOf(problem);
  const store = new BandStore();
  const fixed = fixedOf(problem);
  const jobs: Job[] = [];
  const units: Unit[] = [];
  const makeOptions = optionMaker(problem, prices);
  const siblings = byRequest(fixed);
  const standing = byRequest(movableOf(problem));
  const campaigns = campaignsOf(problem);
  problem.requests.forEach((request, index) => {
    const town = placeIndex.get(request.town) ?? NOWHERE;
    const own = siblings.get(request.id) ?? [];
    const made = unitsOf(problem, request, {
      job: index,
      first: units.length,
      fixed: own,
      standing: standing.get(request.id) ?? [],
      specialistIndex,
    });
    const bands = bandsOf(problem, request, closed, store);
    jobs.push({
      index,
      request,
      town,
      minutes: request.minutes,
      weight: PRIORITY_WEIGHT[request.priority] ?? 0,
      urgency: urgencyOf(problem, request),
      options: made.length > 0 ? makeOptions(request, town) : [],
      units: made,
      fixed: own.map(({ visitNo, start }) => ({ visitNo, day: dayOf(start) })),
      familiar: familiarOf(request, own, specialistIndex),
      bands,
      firstDay: bands.allowed.findIndex((band) => band >= 0),
      lastDay: bands.allowed.findLastIndex((band) => band >= 0),
      // Two visits of one request on one day are left to the last look over what has no place.
      minGap: Math.max(1, request.minGapDays),
      maxGap: request.maxGapDays ?? Infinity,
      companion: request.companion === true,
      campaign: (campaigns.get(request.campaignId ?? '') ?? []).filter((other) => other !== index),
    });
    units.push(...made);
  });
  const weekOfDay = Int32Array.from({ length: problem.days }, (_, day) => weekOf(problem, day));
  return {
    problem,
    prices,
    days: problem.days,
    placeCount: problem.places.length,
    jobs,
    units,
    bands: store.bands,
    travel: travelTable(problem),
    base: Int32Array.from(problem.specialists, ({ base }) => placeIndex.get(base) ?? NOWHERE),
    ...windowTables(problem),
    monthOfDay: Int32Array.from(problem.monthOfDay),
    weekOfDay,
    monthCount: problem.monthOfDay.reduce((most, month) => Math.max(most, month), 0) + 1,
    weekCount: weekOfDay.reduce((most, week) => Math.max(most, week), 0) + 1,
    closed,
    fixed,
    placeIndex,
    specialistIndex,
  };
}

function byRequest<T extends { readonly requestId: string | null }>(visits: readonly T[]): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const visit of visits) {
    if (visit.requestId === null) continue;
    const known = found.get(visit.requestId);
    if (known) known.push(visit);
    else found.set(visit.requestId, [visit]);
  }
  return found;
}

function campaignsOf(problem: Problem): ReadonlyMap<string, readonly number[]> {
  const campaigns = new Map<string, number[]>();
  problem.requests.forEach(({ campaignId }, index) => {
    if (campaignId === undefined || campaignId === null) return;
    campaigns.set(campaignId, [...(campaigns.get(campaignId) ?? []), index]);
  });
  return campaigns;
}

function familiarOf(
  request: PlanningRequest,
  fixed: readonly FixedVisit[],
  specialistIndex: ReadonlyMap<string, number>,
): number[] {
  const names = fixed.map(({ specialistId }) => specialistId);
  if (request.previousSpecialistId !== null) names.push(request.previousSpecialistId);
  return [...new Set(names.map((id) => specialistIndex.get(id) ?? -1))];
}

interface UnitFrame {
  readonly job: number;
  readonly first: number;
  readonly fixed: readonly FixedVisit[];
  readonly standing: readonly StandingVisit[];
  readonly specialistIndex: ReadonlyMap<string, number>;
}

function unitsOf(problem: Problem, request: PlanningRequest, frame: UnitFrame): Unit[] {
  const wished = request.wished.map((span) => span.start);
  const begin = wished.length === 0 ? request.earliest : Math.max(request.earliest, Math.min(...wished));
  const numbered = frame.fixed.filter(({ visitNo }) => visitNo !== null);
  return numbersToPlace(problem, request).map((visitNo, turn) => ({
    index: frame.first + turn,
    job: frame.job,
    visitNo,
    group: numbered.filter((visit) => (visit.visitNo ?? 0) < visitNo).length,
    dueDay: dayOf(begin) + turn * request.minGapDays,
    standing: placeOf(
      frame.standing.find((visit) => visit.visitNo === visitNo),
      frame.specialistIndex,
    ),
  }));
}

function placeOf(
  visit: StandingVisit | undefined,
  specialistIndex: ReadonlyMap<string, number>,
): StandingPlace | null {
  if (!visit) return null;
  const day = dayOf(visit.start);
  return {
    specialist: specialistIndex.get(visit.specialistId) ?? -1,
    day,
    start: visit.start - day * MINUTES_PER_DAY,
    online: visit.mode === 'ONLINE',
  };
}

/** Options from the candidate rules; a rule's function that takes no day is asked once. */
function optionMaker(problem: Problem, prices: Prices): (request: PlanningRequest, town: number) => Option[] {
  const forbids = HARD_RULES.flatMap(({ candidate }) => (candidate ? [candidate] : []));
  const charges = SOFT_RULES.flatMap(({ id, candidate }) => {
    const tier = prices.tierOf(id);
    return candidate && tier >= 0 ? [{ tier, candidate }] : [];
  });
  const { weights, tierWorth, tierCount } = prices;
  const table = travelTable(problem);
  const size = problem.places.length;
  const placeIndex = new Map(problem.places.map((place, index) => [place, index]));
  const bases = problem.specialists.map(({ base }) => placeIndex.get(base) ?? 0);
  /** Worth and the way there: what an option costs on an empty day. */
  const nearness = ({ specialist, online, place, worth }: Option): number =>
    worth + (online ? 0 : 2 * Math.max(0, table[(bases[specialist] ?? 0) * size + place] ?? 0));
  return (request, town) => {
    const options = problem.specialists.flatMap((specialist, index) =>
      modesWished(request).flatMap((mode): Option[] => {
        const pair = { problem, weights, request, specialist, mode };
        const tests: ((day: number) => boolean)[] = [];
        for (const forbid of forbids) {
          const test = forbid(pair);
          if (test.length > 0) tests.push(test);
          else if (test(0)) return [];
        }
        const price = new Float64Array(tierCount);
        const daily: { readonly tier: number; readonly of: (day: number) => number }[] = [];
        for (const { tier, candidate } of charges) {
          const of = candidate(pair);
          if (of.length > 0) daily.push({ tier, of });
          else price[tier] = (price[tier] ?? 0) + of(0);
        }
        const worth = worthOf(price, tierWorth);
        const byDay =
          tests.length + daily.length === 0
            ? null
            : dayPrices(problem.days, { tests, daily, price, tierWorth });
        const online = mode === 'ONLINE';
        return [{ specialist: index, online, place: online ? NOWHERE : town, price, worth, byDay }];
      }),
    );
    return options.sort((a, b) => nearness(a) - nearness(b) || a.specialist - b.specialist);
  };
}

interface Daily {
  readonly tests: readonly ((day: number) => boolean)[];
  readonly daily: readonly { readonly tier: number; readonly of: (day: number) => number }[];
  readonly price: Float64Array;
  readonly tierWorth: Float64Array;
}

/** Null if, looked at day by day, every day is like any other. */
function dayPrices(days: number, { tests, daily, price, tierWorth }: Daily): DayPrices | null {
  const tiers = price.length;
  const worth = new Float64Array(days);
  const table = new Float64Array(days * tiers);
  let plain = true;
  const usual = worthOf(price, tierWorth);
  for (let day = 0; day < days; day += 1) {
    for (let tier = 0; tier < tiers; tier += 1) table[day * tiers + tier] = price[tier] ?? 0;
    for (const { tier, of } of daily) {
      const at = day * tiers + tier;
      table[at] = (table[at] ?? 0) + of(day);
    }
    const row = table.subarray(day * tiers, (day + 1) * tiers);
    worth[day] = tests.some((test) => test(day)) ? FORBIDDEN : worthOf(row, tierWorth);
    if (worth[day] !== usual) plain = false;
  }
  return plain ? null : { worth, price: table };
}

function worthOf(points: Float64Array, tierWorth: Float64Array): number {
  return points.reduce((sum, value, tier) => sum + value * (tierWorth[tier] ?? 0), 0);
}

function travelTable(problem: Problem): Int32Array {
  const size = problem.places.length;
  const { percent, minMinutes } = problem.travelBuffer;
  const table = new Int32Array(size * size).fill(UNKNOWN);
  problem.travel.forEach((row, from) => {
    row.forEach((minutes, to) => {
      if (minutes === null) return;
      const longer = Math.max(minutes * (100 + percent), (minutes + minMinutes) * 100);
      table[from * size + to] = Math.ceil(longer / 500) * 5;
    });
  });
  for (let place = 0; place < size; place += 1) table[place * size + place] = 0;
  return table;
}

type WindowTables = Pick<Ground, 'windowAt' | 'windowStart' | 'windowEnd'>;

function windowTables(problem: Problem): WindowTables {
  const { days, specialists } = problem;
  const windowAt = new Int32Array(specialists.length * days + 1);
  const starts: number[] = [];
  const ends: number[] = [];
  specialists.forEach((specialist, index) => {
    const windows = windowsOf(specialist);
    let next = 0;
    for (let day = 0; day < days; day += 1) {
      windowAt[index * days + day] = starts.length;
      while (next < windows.length && dayOf(windows[next]?.start ?? 0) < day) next += 1;
      for (; next < windows.length && dayOf(windows[next]?.start ?? 0) === day; next += 1) {
        starts.push((windows[next]?.start ?? 0) - day * MINUTES_PER_DAY);
        ends.push((windows[next]?.end ?? 0) - day * MINUTES_PER_DAY);
      }
    }
  });
  windowAt[specialists.length * days] = starts.length;
  return { windowAt, windowStart: Int32Array.from(starts), windowEnd: Int32Array.from(ends) };
}
