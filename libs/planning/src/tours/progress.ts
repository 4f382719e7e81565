import type { SearchMoment } from '../stop.js';
import { NONE, type Ground } from './ground.js';
import type { Tour, TourPlan } from './tour-problem.js';
import type { TourState } from './tour-state.js';
import { TourTables } from './tour-tables.js';

/** Told of every better plan; the plan is only written out when asked for. */
export type OnBetter = (cost: number, iterations: number, plan: () => TourPlan) => void;

/** Where a search stands: what it goes on from, and the best so far. */
export class Progress {
  /** Cost of what the search goes on from. */
  cost = Infinity;
  iterations = 0;
  private readonly accepted: TourTables;
  private readonly best: TourTables;
  private bestCost = Infinity;
  private betterAt = 0;

  constructor(
    ground: Ground,
    private readonly onBetter: OnBetter | undefined,
  ) {
    this.accepted = new TourTables(ground);
    this.best = new TourTables(ground);
  }

  moment(): SearchMoment {
    return { iterations: this.iterations, sinceImprovement: this.iterations - this.betterAt };
  }

  /** The search goes on from here. */
  accept(state: TourState): void {
    this.accepted.copy(state);
    this.cost = state.cost();
    if (this.cost >= this.bestCost) return;
    this.best.copy(state);
    this.bestCost = this.cost;
    this.betterAt = this.iterations;
    this.onBetter?.(this.bestCost, this.iterations, () => this.plan());
  }

  /** Takes back what was not accepted. */
  reject(state: TourState): void {
    state.copy(this.accepted);
  }

  /** Writes the best tours out, in an order that depends on nothing but what they are. */
  plan(): TourPlan {
    const { best } = this;
    const tours: Tour[] = [];
    for (const tour of best.open.subarray(0, best.openCount)) {
      const stops: number[] = [];
      for (let stop = best.first[tour] ?? NONE; stop !== NONE; stop = best.next[stop] ?? NONE)
        stops.push(stop);
      tours.push({ kind: best.kind[tour] ?? 0, stops });
    }
    tours.sort((one, two) => one.kind - two.kind || (one.stops[0] ?? 0) - (two.stops[0] ?? 0));
    const leftOut = [...best.absent.subarray(0, best.absentCount)].sort((one, two) => one - two);
    return { tours, leftOut, cost: this.bestCost, iterations: this.iterations };
  }
}
