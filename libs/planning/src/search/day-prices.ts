/** A pair that is forbidden on a day. */
export const FORBIDDEN = Infinity;

/** Whether a pair may not meet on a day. */
export type DayTest = (day: number) => boolean;

/** Points that a pair costs on a day, in one tier. */
export interface Charge {
  readonly tier: number;
  readonly of: (day: number) => number;
}

/** What the candidate rules say of one pair on single days. */
interface Daily {
  readonly days: number;
  readonly tests: readonly DayTest[];
  readonly charges: readonly Charge[];
  readonly tierWorth: Float64Array;
}

/** Prices of a pair that depend on the day. */
export interface DayPrices {
  /** FORBIDDEN where the pair may not meet. */
  readonly worth: Float64Array;
  /** Points by day × tier. */
  readonly price: Float64Array;
}

/** What a pair costs by itself, whoever else costs just the same. */
export class PairPrices {
  /** Worth of `price`. */
  readonly worth: number;
  private found: DayPrices | null | undefined;

  constructor(
    /** Points by tier on any day; `byDay` replaces it where the day matters. */
    readonly price: Float64Array,
    private readonly daily: Daily,
  ) {
    this.worth = worthOf(price, 0, daily.tierWorth);
  }

  /** Null if every day is like any other. Worked out when first asked: most never are. */
  get byDay(): DayPrices | null {
    if (this.found === undefined) this.found = dayPrices(this.price, this.daily);
    return this.found;
  }

  /** Whether another pair has the same price and is judged by the very same functions. */
  equals(price: Float64Array, tests: readonly DayTest[], charges: readonly Charge[]): boolean {
    const { daily } = this;
    return (
      this.price.every((points, tier) => points === price[tier]) &&
      daily.tests.length === tests.length &&
      daily.charges.length === charges.length &&
      daily.tests.every((test, index) => test === tests[index]) &&
      daily.charges.every(({ tier, of }, index) => tier === charges[index]?.tier && of === charges[index]?.of)
    );
  }
}

/** Null if, looked at day by day, every day is like any other. */
function dayPrices(price: Float64Array, { days, tests, charges, tierWorth }: Daily): DayPrices | null {
  if (tests.length + charges.length === 0) return null;
  const tiers = price.length;
  const worth = new Float64Array(days);
  const table = new Float64Array(days * tiers);
  const usual = worthOf(price, 0, tierWorth);
  let plain = true;
  for (let day = 0; day < days; day += 1) {
    table.set(price, day * tiers);
    for (const { tier, of } of charges) {
      const at = day * tiers + tier;
      table[at] = (table[at] ?? 0) + of(day);
    }
    worth[day] = tests.some((test) => test(day)) ? FORBIDDEN : worthOf(table, day * tiers, tierWorth);
    if (worth[day] !== usual) plain = false;
  }
  return plain ? null : { worth, price: table };
}

/** Points by tier, from a place of a table on, in points of the last tier. */
function worthOf(points: Float64Array, from: number, tierWorth: Float64Array): number {
  let sum = 0;
  for (let tier = 0; tier < tierWorth.length; tier += 1) {
    sum += (points[from + tier] ?? 0) * (tierWorth[tier] ?? 0);
  }
  return sum;
}
