import { modesWished, type PlanningRequest, type Problem } from '../problem.js';
import { HARD_RULES, SOFT_RULES } from '../rules/index.js';
import type { Prices } from './prices.js';
import { travelTable } from './travel-table.js';

/** No place: online or no travel. */
export const NOWHERE = -1;
/** A pair that is forbidden on a day. */
export const FORBIDDEN = Infinity;

/** Prices of one option that depend on the day. */
export interface DayPrices {
  /** FORBIDDEN where the pair may not meet. */
  readonly worth: Float64Array;
  /** Points by day × tier. */
  readonly price: Float64Array;
}

/** What the candidate rules say of one pair on single days. */
interface Daily {
  readonly days: number;
  readonly tests: readonly ((day: number) => boolean)[];
  readonly charges: readonly { readonly tier: number; readonly of: (day: number) => number }[];
  readonly tierWorth: Float64Array;
}

/** One specialist and mode in which a request can be served. */
export class Option {
  /** Worth of `price`. */
  readonly worth: number;
  private found: DayPrices | null | undefined;

  constructor(
    readonly specialist: number,
    readonly online: boolean,
    /** Index of the town; NOWHERE online. */
    readonly place: number,
    /** Points by tier on any day; `byDay` replaces it where the day matters. */
    readonly price: Float64Array,
    private readonly daily: Daily,
  ) {
    this.worth = worthOf(price, daily.tierWorth);
  }

  /** Null if every day is like any other. Worked out when first asked: most options never are. */
  get byDay(): DayPrices | null {
    if (this.found === undefined) this.found = dayPrices(this.price, this.daily);
    return this.found;
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
  const { days } = problem;
  const table = travelTable(problem);
  const size = problem.places.length;
  const placeIndex = new Map(problem.places.map((place, index) => [place, index]));
  const bases = problem.specialists.map(({ base }) => placeIndex.get(base) ?? 0);
  /** Worth and the way there: what an option costs on an empty day. */
  const nearness = ({ specialist, place, worth }: Option): number =>
    worth + (place === NOWHERE ? 0 : 2 * Math.max(0, table[(bases[specialist] ?? 0) * size + place] ?? 0));
  return (request, town) => {
    const modes = modesWished(request);
    const options = problem.specialists.flatMap((specialist, index) =>
      modes.flatMap((mode): Option[] => {
        const pair = { problem, weights, request, specialist, mode };
        const tests: ((day: number) => boolean)[] = [];
        for (const forbid of forbids) {
          const test = forbid(pair);
          if (test.length > 0) tests.push(test);
          else if (test(0)) return [];
        }
        const price = new Float64Array(tierCount);
        const charges: { readonly tier: number; readonly of: (day: number) => number }[] = [];
        for (const { tier, candidate } of charged) {
          const of = candidate(pair);
          if (of.length > 0) charges.push({ tier, of });
          else price[tier] = (price[tier] ?? 0) + of(0);
        }
        const online = mode === 'ONLINE';
        return [
          new Option(index, online, online ? NOWHERE : town, price, { days, tests, charges, tierWorth }),
        ];
      }),
    );
    return options.sort((a, b) => nearness(a) - nearness(b) || a.specialist - b.specialist);
  };
}

/** Null if, looked at day by day, every day is like any other. */
function dayPrices(price: Float64Array, { days, tests, charges, tierWorth }: Daily): DayPrices | null {
  if (tests.length + charges.length === 0) return null;
  const tiers = price.length;
  const worth = new Float64Array(days);
  const table = new Float64Array(days * tiers);
  let plain = true;
  const usual = worthOf(price, tierWorth);
  for (let day = 0; day < days; day += 1) {
    for (let tier = 0; tier < tiers; tier += 1) table[day * tiers + tier] = price[tier] ?? 0;
    for (const { tier, of } of charges) {
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
