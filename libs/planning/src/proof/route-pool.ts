import type { Cell } from './ground.js';

/** Visits of one day that one specialist can hold, in no order, and what they cost without what they earn. */
export interface Route {
  readonly tasks: Int32Array;
  readonly cost: number;
}

/** Every day's routes found so far: at new prices the best of them is a good beginning. */
export class RoutePool {
  private readonly routes: Route[][];
  private readonly known: Set<string>[];

  constructor(cells: number) {
    this.routes = Array.from({ length: cells }, () => []);
    this.known = Array.from({ length: cells }, () => new Set());
  }

  of(cell: number): readonly Route[] {
    return this.routes[cell] ?? [];
  }

  /** Whether it is new. */
  add(cell: number, chosen: Int32Array, cost: number): boolean {
    const tasks = chosen.toSorted();
    const key = tasks.join(' ');
    const known = this.known[cell];
    if (!known || known.has(key)) return false;
    known.add(key);
    this.routes[cell]?.push({ tasks, cost });
    return true;
  }

  /** The route that is cheapest at these prices by link, and its price; null = none is known. */
  best(
    index: number,
    cell: Cell,
    prices: Float64Array,
  ): { readonly route: Route; readonly price: number } | null {
    let least = Infinity;
    let found: Route | null = null;
    for (const route of this.routes[index] ?? []) {
      let price = route.cost;
      for (const task of route.tasks) price -= prices[cell.link[task] ?? 0] ?? 0;
      if (price < least) {
        least = price;
        found = route;
      }
    }
    return found && { route: found, price: least };
  }
}
