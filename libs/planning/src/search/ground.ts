import {
  dayOf,
  fixedOf,
  MINUTES_PER_DAY,
  movableOf,
  numbersToPlace,
  weekOf,
  type FixedVisit,
  type PlanningRequest,
  type Problem,
  type StandingVisit,
} from '../problem.js';
import { PRIORITY_WEIGHT, urgencyOf } from '../weights.js';
import { BandStore, bandsOf, type Band, type DayBands } from './bands.js';
import { heldNightsOf, nightOf, type HeldNights } from './night.js';
import { NOWHERE, optionMaker, type Option } from './options.js';
import { pricesOf, type Prices } from './prices.js';
import { travelTable } from './travel-table.js';
import { windowTables, type WindowTables } from './window-tables.js';

export { FORBIDDEN, NOWHERE, type DayPrices, type Option } from './options.js';
export { UNKNOWN } from './travel-table.js';

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
  /** A number of `NIGHT`. */
  readonly night: number;
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
export interface Ground extends HeldNights, WindowTables {
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
  const standing = byRequest(problem.standing ?? []);
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
  const base = Int32Array.from(problem.specialists, (one) => placeIndex.get(one.base) ?? NOWHERE);
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
    base,
    ...heldNightsOf(problem, fixed, base, placeIndex),
    ...windowTables(problem, closed),
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
  const own = { ...problem, fixed: frame.fixed, standing: frame.standing };
  const movable = movableOf(own);
  return numbersToPlace(own, request).map((visitNo, turn) => ({
    index: frame.first + turn,
    job: frame.job,
    visitNo,
    group: numbered.filter((visit) => (visit.visitNo ?? 0) < visitNo).length,
    dueDay: dayOf(begin) + turn * request.minGapDays,
    standing: placeOf(
      movable.find((visit) => visit.visitNo === visitNo),
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
    night: nightOf(visit),
  };
}
