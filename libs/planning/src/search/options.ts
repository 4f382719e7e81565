import { modesWished, type PlanningRequest, type Problem } from '../problem.js';
import type { Pair } from '../rules/candidate.js';
import { HARD_RULES, SOFT_RULES } from '../rules/index.js';
import { PairPrices, type Charge, type DayPrices, type DayTest } from './day-prices.js';
import type { Prices } from './prices.js';
import { travelTable } from './travel-table.js';

export { FORBIDDEN, type DayPrices } from './day-prices.js';

/** No place: online or no travel. */
export const NOWHERE = -1;
/** One specialist and mode in which a request can be served. */
export class Option {
  /** What the option costs on any day; `byDay` replaces it where the day matters. */
  readonly worth: number;

  constructor(
    readonly specialist: number,
    readonly online: boolean,
    /** Index of the town; NOWHERE online. */
    readonly place: number,
    private readonly prices: PairPrices,
  ) {
    this.worth = prices.worth;
  }

  /** Points by tier on any day. */
  get price(): Float64Array {
    return this.prices.price;
  }

  /** Null if every day is like any other. */
  get byDay(): DayPrices | null {
    return this.prices.byDay;
  }
}

/** What options were made from: the same things make the same options. */
interface Made {
  readonly specialists: Problem['specialists'];
  readonly policy: Problem['policy'];
  readonly towns: Problem['towns'];
  readonly travel: Problem['travel'];
  readonly days: number;
  readonly options: readonly Option[];
}

const known = new WeakMap<PlanningRequest, Made>();

/** Makes options from the candidate rules; a rule's function that takes no day is asked once. */
export function optionMaker(
  problem: Problem,
  prices: Prices,
): (request: PlanningRequest, town: number) => readonly Option[] {
  const make = maker(problem, prices);
  const { specialists, policy, towns, travel, days } = problem;
  return (request, town) => {
    const made = known.get(request);
    if (
      made?.specialists === specialists &&
      made.policy === policy &&
      made.towns === towns &&
      made.travel === travel &&
      made.days === days
    ) {
      return made.options;
    }
    const options = make(request, town);
    known.set(request, { specialists, policy, towns, travel, days, options });
    return options;
  };
}

function maker(problem: Problem, prices: Prices): (request: PlanningRequest, town: number) => Option[] {
  const forbids = HARD_RULES.flatMap(({ candidate }) => (candidate ? [candidate] : []));
  const charged = SOFT_RULES.flatMap(({ id, candidate }) => {
    const tier = prices.tierOf(id);
    return candidate && tier >= 0 ? [{ tier, candidate }] : [];
  });
  const { weights, tierWorth, tierCount } = prices;
  const { days, specialists } = problem;
  const table = travelTable(problem);
  const size = problem.places.length;
  const placeIndex = new Map(problem.places.map((place, index) => [place, index]));
  const bases = specialists.map(({ base }) => placeIndex.get(base) ?? 0);
  /** Worth and the way there: what an option costs on an empty day. */
  const nearness = ({ specialist, place, worth }: Option): number =>
    worth + (place === NOWHERE ? 0 : 2 * Math.max(0, table[(bases[specialist] ?? 0) * size + place] ?? 0));
  /** Null if the two may never meet. `shared`: prices of this request's pairs so far. */
  const pricesFor = (pair: Pair, shared: PairPrices[]): PairPrices | null => {
    const tests: DayTest[] = [];
    for (const forbid of forbids) {
      const test = forbid(pair);
      if (test.length > 0) tests.push(test);
      else if (test(0)) return null;
    }
    const price = new Float64Array(tierCount);
    const charges: Charge[] = [];
    for (const { tier, candidate } of charged) {
      const of = candidate(pair);
      if (of.length > 0) charges.push({ tier, of });
      else price[tier] = (price[tier] ?? 0) + of(0);
    }
    const alike = shared.find((one) => one.equals(price, tests, charges));
    if (alike) return alike;
    const made = new PairPrices(price, { days, tests, charges, tierWorth });
    shared.push(made);
    return made;
  };
  return (request, town) => {
    const modes = modesWished(request);
    // Most specialists cost the same in all respects but the way, which is not priced here.
    const shared: PairPrices[] = [];
    const found: { readonly option: Option; readonly near: number }[] = [];
    specialists.forEach((specialist, index) => {
      for (const mode of modes) {
        const made = pricesFor({ problem, weights, request, specialist, mode }, shared);
        if (!made) continue;
        const online = mode === 'ONLINE';
        const option = new Option(index, online, online ? NOWHERE : town, made);
        found.push({ option, near: nearness(option) });
      }
    });
    found.sort((a, b) => a.near - b.near || a.option.specialist - b.option.specialist);
    return found.map(({ option }) => option);
  };
}
