import type { Ground } from './ground.js';

const DAYS_OF_WEEK = 7;

/** Links that move together, by link. */
interface Group {
  readonly of: Int32Array;
  readonly size: number;
}

/**
 * A request's ways in one week, and all its ways, move together as well as alone: they stand in for one
 * another, so that what one look says of one of them goes for all.
 */
export function groupsOf({ cells, jobs, days, linkCount }: Ground): readonly Group[] {
  const weeks = Math.ceil(days / DAYS_OF_WEEK);
  const request = new Int32Array(linkCount);
  const week = new Int32Array(linkCount);
  for (const { link, owner, day } of cells) {
    for (let task = 0; task < link.length; task += 1) {
      const job = owner[task] ?? 0;
      request[link[task] ?? 0] = job;
      week[link[task] ?? 0] = job * weeks + Math.floor(day / DAYS_OF_WEEK);
    }
  }
  return [
    { of: request, size: jobs.length },
    { of: week, size: jobs.length * weeks },
  ];
}

/** By multiplier, how much the bound rises with it: few are not 0, so only those are kept. */
export class Slope {
  private readonly at: Int32Array;
  private readonly rise: Float64Array;
  private readonly sums: readonly Float64Array[];

  constructor(
    slope: Float64Array,
    private readonly groups: readonly Group[],
    private readonly linkCount: number,
  ) {
    const found: number[] = [];
    slope.forEach((rise, at) => {
      if (rise !== 0) found.push(at);
    });
    this.at = Int32Array.from(found);
    this.rise = Float64Array.from(found, (at) => slope[at] ?? 0);
    this.sums = groups.map(({ of, size }) => {
      const sums = new Float64Array(size);
      this.each((at, rise) => {
        if (at < linkCount) sums[of[at] ?? 0] = (sums[of[at] ?? 0] ?? 0) + rise;
      });
      return sums;
    });
  }

  private each(tell: (at: number, rise: number) => void): void {
    this.at.forEach((at, i) => tell(at, this.rise[i] ?? 0));
  }

  /** How much the bound rises at most along a move. */
  along(move: Float64Array): number {
    let sum = 0;
    this.each((at, rise) => (sum += rise * (move[at] ?? 0)));
    return sum;
  }

  /** Product with another, groups included. */
  times(other: Slope): number {
    let sum = 0;
    let i = 0;
    for (let j = 0; j < other.at.length; j += 1) {
      const at = other.at[j] ?? 0;
      while ((this.at[i] ?? Infinity) < at) i += 1;
      if (this.at[i] === at) sum += (this.rise[i] ?? 0) * (other.rise[j] ?? 0);
    }
    this.sums.forEach((sums, group) => {
      const others = other.sums[group];
      sums.forEach((one, k) => (sum += one * (others?.[k] ?? 0)));
    });
    return sum;
  }

  /** Adds it to a direction, what its groups say included. */
  addTo(direction: Float64Array, weight: number): void {
    this.each((at, rise) => (direction[at] = (direction[at] ?? 0) + weight * rise));
    this.groups.forEach(({ of }, group) => {
      const sums = this.sums[group];
      for (let at = 0; at < this.linkCount; at += 1) {
        direction[at] = (direction[at] ?? 0) + weight * (sums?.[of[at] ?? 0] ?? 0);
      }
    });
  }
}
