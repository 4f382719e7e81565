import type { Assignment } from './plan.js';
import { PlanView } from './plan-view.js';
import { dayOf, type PlanningRequest, type Problem } from './problem.js';
import { groupBy } from './problem-index.js';
import { loadOf } from './rules/balance.js';
import { changesOf } from './rules/continuity.js';
import { movedStanding } from './rules/disturbance.js';
import { daysLate, dueDay } from './rules/due.js';
import { monthsAbove, weeksAbove } from './rules/guideline.js';
import { roundsOf } from './rules/round-order.js';
import { townsServed } from './rules/town-left-out.js';
import { minutesOf } from './rules/travel-minutes.js';
import { PRIORITY_WEIGHT } from './weights.js';

/** What one town asks for and gets, in visits to place. */
export interface TownFigures {
  readonly town: string;
  readonly asked: number;
  readonly placed: number;
  readonly oneItPerson: boolean;
}

/** How far one round of a campaign has come, in requests; fixed visits count as held. */
export interface RoundFigures {
  readonly campaignId: string;
  /** Visit number. */
  readonly round: number;
  readonly asked: number;
  readonly placed: number;
}

/** Days that a specialist works in the months of the horizon, of those that can be asked for (at least 1). */
export interface LoadFigures {
  readonly specialistId: string;
  readonly days: number;
  readonly capacity: number;
}

/** What a plan comes to in figures that people compare. Integers only; no price of the policy is in them. */
export interface Figures {
  /** Visits placed and left out; fixed visits are in neither. */
  readonly placed: number;
  readonly unplaced: number;
  /** Sum of the priority weights (1, 2, 4, 8) of the visits placed, and of all visits to place. */
  readonly servedPriority: { readonly placed: number; readonly asked: number };
  /** Most days from the day a visit was due to its day; to the end of the horizon for a visit left out. */
  readonly longestWaitDays: number;
  /** Days from the day each placed visit was due to its day, all together: by their number, the mean wait. */
  readonly waitDays: number;
  /** Minutes of travel of all specialists, buffer and fixed visits included. */
  readonly travelMinutes: number;
  /** Specialists on requests beyond the one needed, or beyond those whom the town knows. */
  readonly specialistChanges: number;
  /** Standing visits that do not stay as they are, those left out included. */
  readonly movedStanding: number;
  /** Days above the monthly and weekly guidelines. */
  readonly guidelineDaysAbove: number;
  /** Nights away from home, by specialist and night. */
  readonly nights: number;
  /** Towns that ask for visits, by id. */
  readonly towns: readonly TownFigures[];
  /** Of the asking towns with one IT person at most: how many get at least one visit, planned or fixed. */
  readonly oneItPersonTowns: { readonly served: number; readonly asked: number };
  /** By campaign, then round. */
  readonly rounds: readonly RoundFigures[];
  /** In the order of the problem. */
  readonly load: readonly LoadFigures[];
  /** Most minus least load, in thousandths of the capacity; 0 without specialists. */
  readonly loadSpread: number;
}

/** Measures a plan. Visits that are not to place (unknown, or a number too many) count nowhere but in travel and load. */
export function measure(problem: Problem, assignments: readonly Assignment[]): Figures {
  const view = new PlanView(problem, assignments);
  const towns = townsOf(view);
  const alone = towns.filter(({ oneItPerson }) => oneItPerson);
  const served = townsServed(view);
  const load = problem.specialists.map((one) => ({ specialistId: one.id, ...loadOf(view, one) }));
  const shares = load.map(({ days, capacity }) => Math.floor((1000 * days) / capacity));
  return {
    ...servedOf(view),
    travelMinutes: sum(problem.specialists, ({ id }) => minutesOf(view, id)),
    specialistChanges: sum(problem.requests, (request) => changesOf(view, request)),
    movedStanding: movedStanding(view).length,
    guidelineDaysAbove: sum(
      [...monthsAbove(view), ...weeksAbove(view)],
      ({ days, guideline }) => days - guideline,
    ),
    nights: sum(problem.specialists, ({ id }) => view.nightsAway(id).length),
    towns,
    oneItPersonTowns: { served: alone.filter(({ town }) => served.has(town)).length, asked: alone.length },
    rounds: roundFigures(view),
    load,
    loadSpread: shares.length === 0 ? 0 : most(shares) + most(shares.map((share) => -share)),
  };
}

/** Numbers to place that have a place. */
function placedNumbers(view: PlanView, request: PlanningRequest): ReadonlyMap<number, Assignment> {
  const numbers = view.numbersOf(request.id);
  const placed = new Map<number, Assignment>();
  for (const { visit } of view.siblings(request.id)) {
    if (visit && numbers.includes(visit.visitNo)) placed.set(visit.visitNo, visit);
  }
  return placed;
}

function servedOf(
  view: PlanView,
): Pick<Figures, 'placed' | 'unplaced' | 'servedPriority' | 'longestWaitDays' | 'waitDays'> {
  let placed = 0;
  let asked = 0;
  let placedPriority = 0;
  let askedPriority = 0;
  let longestWaitDays = 0;
  let waitDays = 0;
  for (const request of view.problem.requests) {
    const weight = PRIORITY_WEIGHT[request.priority] ?? 0;
    const visits = placedNumbers(view, request);
    for (const visitNo of view.numbersOf(request.id)) {
      const visit = visits.get(visitNo);
      const day = visit ? dayOf(visit.start) : view.problem.days;
      longestWaitDays = Math.max(longestWaitDays, day - dueDay(view, request, visitNo));
      waitDays += visit ? daysLate(view, visit) : 0;
      asked += 1;
      askedPriority += weight;
      placed += visit ? 1 : 0;
      placedPriority += visit ? weight : 0;
    }
  }
  const servedPriority = { placed: placedPriority, asked: askedPriority };
  return { placed, unplaced: asked - placed, servedPriority, longestWaitDays, waitDays };
}

function townsOf(view: PlanView): TownFigures[] {
  const byTown = groupBy(view.problem.requests, (request) =>
    view.numbersOf(request.id).length > 0 ? request.town : null,
  );
  return [...byTown]
    .map(([town, requests]) => ({
      town,
      asked: sum(requests, ({ id }) => view.numbersOf(id).length),
      placed: sum(requests, (request) => placedNumbers(view, request).size),
      oneItPerson: view.problem.towns?.[town]?.oneItPerson === true,
    }))
    .toSorted((a, b) => (a.town < b.town ? -1 : 1));
}

function roundFigures(view: PlanView): RoundFigures[] {
  const campaigns = [...view.campaigns].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return campaigns.flatMap(([campaignId, requests]) => {
    const visits = requests.flatMap(({ id }) => [...roundsOf(view, id)]);
    return [...groupBy(visits, ([round]) => round)]
      .toSorted(([a], [b]) => a - b)
      .map(([round, held]) => ({
        campaignId,
        round,
        asked: held.length,
        placed: held.filter(([, day]) => day < Infinity).length,
      }));
  });
}

function sum<T>(things: readonly T[], value: (thing: T) => number): number {
  return things.reduce((total, thing) => total + value(thing), 0);
}

function most(values: readonly number[]): number {
  return values.reduce((largest, value) => Math.max(largest, value), -Infinity);
}
