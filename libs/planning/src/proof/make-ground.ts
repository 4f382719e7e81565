import { PlanView } from '../plan-view.js';
import { modesWished, type PlanningRequest, type Problem } from '../problem.js';
import { HARD_RULES, SOFT_RULES } from '../rules/index.js';
import { scoreOf } from '../score.js';
import { CellMaker } from './cell-ground.js';
import { worthOfRule } from './exchange.js';
import { MILLI, type Doer, type Ground } from './ground.js';
import { jobOf, type Worth } from './job-ground.js';
import { clockOf } from './parts-of-day.js';
import { staffOf } from './staff-ground.js';
import { townPrices } from './town-ground.js';
import { turnsOf } from './turn-ground.js';

/**
 * Takes a problem apart. Rates: worth of one point of each tier; 0 leaves a tier out. `kept`: by link, whether
 * it is of any use; the numbers of the links are the same at all rates and whatever is kept.
 */
export function makeGround(problem: Problem, rates: readonly number[], kept: Kept = null): Ground {
  const view = new PlanView(problem, []);
  const plain = worthOfRule(problem, rates);
  const worth: Worth = (id) => plain(id) * MILLI;
  const maker = new CellMaker(view, clockOf(problem), worth);
  const specialistIndex = new Map(problem.specialists.map(({ id }, index) => [id, index]));
  const towns = townPrices(view, worth);
  const links = new LinkList(kept);
  const charge = chargesOf(view, worth);
  const jobs = problem.requests.map((request, index) =>
    jobOf(request, {
      view,
      worth,
      index,
      doers: view.numbersOf(request.id).length === 0 ? [] : doersOf(request, index, maker, links, charge),
      nothingCost: towns.priceOf(request),
      specialistIndex,
    }),
  );
  const { cells, staff } = staffOf(maker);
  const turns = turnsOf(view, worth, links.days.length);
  const lonely = towns.settle(jobs);
  return {
    view,
    clock: maker.clock,
    days: problem.days,
    placeCount: problem.places.length,
    travel: maker.travel,
    minuteCost: worth('travel-minutes') * view.weights.travelMinute,
    jobs: lonely.jobs,
    cells,
    staff,
    turns,
    linkCount: links.days.length,
    linkDay: Int16Array.from(links.days),
    linkCost: Float64Array.from(links.costs),
    multiplierCount: links.days.length + turns.length * 2 * (problem.days + 1),
    constant:
      lonely.constant + (scoreOf(problem, []).parts['emergency-reserve'] ?? 0) * worth('emergency-reserve'),
  };
}

/** By link, 1 = of use; null = all are. */
export type Kept = Uint8Array | null;

/** Links: one for each way in which a request and a specialist's day may meet. */
class LinkList {
  readonly days: number[] = [];
  readonly costs: number[] = [];

  constructor(private readonly kept: Kept) {}

  isKept(link: number): boolean {
    return this.kept === null || this.kept[link] === 1;
  }

  add(day: number, cost: number): number {
    this.days.push(day);
    this.costs.push(cost);
    return this.days.length - 1;
  }
}

type Charge = (request: PlanningRequest, specialist: number, mode: 'ON_SITE' | 'ONLINE') => Charged | null;

/** What the candidate rules say of a pair: forbidden days and prices. */
interface Charged {
  forbids(day: number): boolean;
  cost(day: number): number;
}

function chargesOf(view: PlanView, worth: Worth): Charge {
  const { problem, weights } = view;
  const forbidding = HARD_RULES.flatMap(({ candidate }) => (candidate ? [candidate] : []));
  const pricing = SOFT_RULES.flatMap(({ id, candidate }) =>
    candidate && worth(id) > 0 ? [{ worth: worth(id), candidate }] : [],
  );
  return (request, index, mode) => {
    const specialist = problem.specialists[index];
    if (!specialist) return null;
    const pair = { problem, weights, request, specialist, mode };
    const tests = forbidding.map((candidate) => candidate(pair));
    if (tests.some((test) => test.length === 0 && test(0))) return null;
    const prices = pricing.map((rule) => ({ worth: rule.worth, of: rule.candidate(pair) }));
    return {
      forbids: (day) => tests.some((test) => test(day)),
      cost: (day) => prices.reduce((sum, price) => sum + price.worth * price.of(day), 0),
    };
  };
}

function doersOf(
  request: PlanningRequest,
  owner: number,
  maker: CellMaker,
  links: LinkList,
  charge: Charge,
): readonly Doer[] {
  const { view } = maker;
  const { specialists, days } = view.problem;
  const known = new Set(view.siblings(request.id).map(({ specialistId }) => specialistId));
  if (request.previousSpecialistId !== null) known.add(request.previousSpecialistId);
  const doers: Doer[] = [];
  specialists.forEach(({ id }, specialist) => {
    const found: number[] = [];
    for (const mode of modesWished(request)) {
      const charged = charge(request, specialist, mode);
      if (!charged) continue;
      for (let day = 0; day < days; day += 1) {
        if (charged.forbids(day)) continue;
        const task = maker.taskOf(request, specialist, day, mode);
        if (!task) continue;
        const link = links.add(day, charged.cost(day));
        if (!links.isKept(link)) continue;
        found.push(link);
        maker.add(specialist, day, { ...task, owner, link });
      }
    }
    if (found.length > 0) doers.push({ specialist, links: Int32Array.from(found), fresh: !known.has(id) });
  });
  return doers;
}
