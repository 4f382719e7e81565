import type { Job } from './ground.js';

/** Nothing was placed before. */
const NOTHING = -1;

/**
 * The cheapest way to hold the visits of one request in their order, with their gaps, each on a day at a price
 * or left out. Prices are whole numbers, so that sums are exact.
 */
export class VisitChain {
  /** In: price of each visit on each day (unit × days + day), Infinity = not allowed; and if it is left out. */
  readonly price: Float64Array;
  readonly omitted: Float64Array;
  /** Out of `cheapest`: the day of each visit; `days` = left out. */
  readonly dayOf: Int32Array;
  /** Least price of all visits so far if this is the last one held, on that day, and the one held before it. */
  private readonly held: Float64Array;
  private readonly heldBefore: Int32Array;
  /** The least of `held` up to a visit and a day, those left out since then paid, and where it is. */
  private readonly upTo: Float64Array;
  private readonly upToAt: Int32Array;
  /** Least price of all visits after one held on that day; of all from a visit on that are held from a day on. */
  private readonly after: Float64Array;
  private readonly onward: Float64Array;

  constructor(
    private readonly days: number,
    units: number,
  ) {
    this.price = new Float64Array(units * days);
    this.omitted = new Float64Array(units);
    this.dayOf = new Int32Array(units);
    this.held = new Float64Array(units * days);
    this.heldBefore = new Int32Array(units * days);
    this.upTo = new Float64Array(units * days);
    this.upToAt = new Int32Array(units * days);
    this.after = new Float64Array(units * days);
    this.onward = new Float64Array((units + 1) * days);
  }

  /** The least price of all visits together. */
  cheapest({ units, minGap, maxGap, nothingCost }: Job): number {
    const { days, price, held, heldBefore, upTo, upToAt } = this;
    let none = 0;
    for (let unit = 0; unit < units; unit += 1) {
      const own = unit * days;
      const omit = this.omitted[unit] ?? 0;
      let least = Infinity;
      let leastAt = NOTHING;
      for (let day = 0; day < days; day += 1) {
        const alone = price[own + day] ?? Infinity;
        held[own + day] = alone;
        if (alone < Infinity) {
          let before = none;
          let beforeAt = NOTHING;
          const latest = day - minGap;
          if (unit > 0 && latest >= 0) {
            const at = this.lastBefore(unit, day, latest, maxGap[unit] ?? Infinity);
            if (this.found < before) {
              before = this.found;
              beforeAt = at;
            }
          }
          held[own + day] = alone + before;
          heldBefore[own + day] = beforeAt;
          if (alone + before < least) {
            least = alone + before;
            leastAt = own + day;
          }
        }
        const without = unit > 0 ? (upTo[own - days + day] ?? Infinity) + omit : Infinity;
        upTo[own + day] = Math.min(least, without);
        upToAt[own + day] = without < least ? (upToAt[own - days + day] ?? NOTHING) : leastAt;
      }
      none += omit;
    }
    const last = (units - 1) * days + days - 1;
    const some = upTo[last] ?? Infinity;
    this.goBack(units, none + nothingCost <= some ? NOTHING : (upToAt[last] ?? NOTHING));
    return Math.min(some, none + nothingCost);
  }

  private found = Infinity;

  /** The cheapest visit before; its price is `found`. The greatest gap holds only to the very visit before. */
  private lastBefore(unit: number, day: number, latest: number, maxGap: number): number {
    const { days, held, upTo, upToAt } = this;
    const before = (unit - 1) * days;
    if (maxGap === Infinity) {
      this.found = upTo[before + latest] ?? Infinity;
      return upToAt[before + latest] ?? NOTHING;
    }
    this.found = Infinity;
    let at = NOTHING;
    if (unit > 1) {
      this.found = (upTo[before - days + latest] ?? Infinity) + (this.omitted[unit - 1] ?? 0);
      at = upToAt[before - days + latest] ?? NOTHING;
    }
    for (let other = Math.max(0, day - maxGap); other <= latest; other += 1) {
      const price = held[before + other] ?? Infinity;
      if (price < this.found) {
        this.found = price;
        at = before + other;
      }
    }
    return at;
  }

  private goBack(units: number, last: number): void {
    this.dayOf.fill(this.days, 0, units);
    for (let at = last; at >= 0; at = this.heldBefore[at] ?? NOTHING) {
      this.dayOf[Math.floor(at / this.days)] = at % this.days;
    }
  }

  /** After `cheapest` and `lookOnward`: the least price of all visits if this one is held on that day. */
  through(unit: number, day: number): number {
    const at = unit * this.days + day;
    return (this.held[at] ?? Infinity) + (this.after[at] ?? Infinity);
  }

  /** Prepares `through`: what comes after a visit costs at least. */
  lookOnward({ units, minGap, maxGap }: Job): void {
    const { days, price, after, onward, omitted } = this;
    onward.fill(0, units * days, (units + 1) * days);
    let omittedAfter = 0;
    for (let unit = units - 1; unit >= 0; unit -= 1) {
      const own = unit * days;
      const next = own + days;
      const gap = maxGap[unit + 1] ?? Infinity;
      let least = Infinity;
      for (let day = days - 1; day >= 0; day -= 1) {
        let sum = omittedAfter;
        const soonest = day + minGap;
        if (unit + 1 < units && soonest < days) {
          if (gap === Infinity) sum = Math.min(sum, onward[next + soonest] ?? Infinity);
          else {
            const skipped = (omitted[unit + 1] ?? 0) + (onward[next + days + soonest] ?? Infinity);
            if (unit + 2 < units) sum = Math.min(sum, skipped);
            for (let other = soonest; other < days && other <= day + gap; other += 1) {
              sum = Math.min(sum, (price[next + other] ?? Infinity) + (after[next + other] ?? Infinity));
            }
          }
        }
        after[own + day] = sum;
        least = Math.min(least, (price[own + day] ?? Infinity) + sum);
        const without = (omitted[unit] ?? 0) + (unit + 1 < units ? (onward[next + day] ?? Infinity) : 0);
        onward[own + day] = Math.min(least, without);
      }
      omittedAfter += omitted[unit] ?? 0;
    }
  }
}
