import { Ahead } from './ahead.js';
import { DayOrders, MOST_HELD } from './day-orders.js';
import { DayTasks } from './day-tasks.js';
import type { Cell, Ground } from './ground.js';
import { type Route, RoutePool } from './route-pool.js';

/** Most visits of a day that is told, those held twice included. */
export const MOST_CHOSEN = 2 * MOST_HELD;

/** The best day of one specialist at given prices. */
export class DayRoute {
  /** Out: no day is cheaper than this. */
  value = 0;
  /**
   * Out: the day chosen, and its price. On a day with too many orders it may be one that holds a visit twice, so
   * that it costs what no real day can beat; or, beside fixed stops, one that is dearer than `value`.
   */
  reached = 0;
  count = 0;
  readonly chosen = new Int32Array(MOST_CHOSEN);
  readonly pool: RoutePool;
  private readonly tasks: DayTasks;
  private readonly ahead: Ahead;
  private readonly orders: DayOrders;
  /** By day, who had to be watched the last time: most likely again. */
  private readonly watched: (readonly number[])[] = [];

  constructor(private readonly ground: Ground) {
    this.tasks = new DayTasks(ground);
    this.ahead = new Ahead(ground);
    this.orders = new DayOrders(ground, this.tasks, this.ahead);
    this.pool = new RoutePool(ground.cells.length);
  }

  /** Prices by link: what the day earns for each. */
  solve(index: number, prices: Float64Array): void {
    const cell = this.ground.cells[index];
    this.value = 0;
    this.reached = 0;
    this.count = 0;
    if (!cell) return;
    const { tasks, ahead, orders, pool } = this;
    const isBusy = cell.anchors.length > 0;
    tasks.look(cell, prices);
    if (tasks.count === 0 && !isBusy) return;
    orders.begin(cell, prices);
    const known = pool.best(index, cell, prices);
    if (known) orders.reach(known.price, known.route.tasks);
    if (!isBusy) ahead.look(cell, prices, tasks.task, tasks.count, this.watched[index] ?? []);
    const first = cell.begin * this.ground.clock.step;
    if (isBusy || !this.lookAhead(cell, first)) orders.tryAll(first);
    if (!isBusy) this.watched[index] = [...ahead.watched];
    this.remember(index, cell, prices);
    if (orders.leastOpen >= orders.reached || isBusy) {
      this.take(orders.reached, orders.chosen, orders.count);
      this.value = Math.min(orders.reached, orders.leastOpen);
    } else {
      this.take(orders.leastOpen, orders.open, orders.openCount);
    }
  }

  /**
   * The days that cost no more than the limit, each set of visits once; null = too much to look at, or more
   * than so many.
   */
  below(index: number, prices: Float64Array, limit: number, most: number): readonly Route[] | null {
    const cell = this.ground.cells[index];
    if (!cell) return [];
    const { tasks, ahead, orders } = this;
    tasks.look(cell, prices, true);
    orders.begin(cell, prices);
    if (cell.anchors.length === 0) ahead.look(cell, prices, tasks.task, tasks.count, []);
    const found = new Map<string, Route>();
    const isDone = orders.tellBelow(cell.begin * this.ground.clock.step, limit + 1, (chosen, price) => {
      const sorted = chosen.toSorted();
      const key = sorted.join(' ');
      const known = found.get(key);
      const cost = sorted.reduce((sum, task) => sum + (prices[cell.link[task] ?? 0] ?? 0), price);
      if (!known || cost < known.cost) found.set(key, { tasks: sorted, cost });
    });
    return isDone && found.size <= most ? [...found.values()] : null;
  }

  private take(price: number, tasks: Int32Array, count: number): void {
    this.value = price;
    this.reached = price;
    this.count = count;
    this.chosen.set(tasks.subarray(0, count));
  }

  private remember(index: number, cell: Cell, prices: Float64Array): void {
    const { reached, chosen, count } = this.orders;
    let cost = reached;
    for (let i = 0; i < count; i += 1) cost += prices[cell.link[chosen[i] ?? 0] ?? 0] ?? 0;
    if (cost < Infinity) this.pool.add(index, chosen.subarray(0, count), cost);
  }

  /**
   * Follows the most hopeful day of all; what it holds twice is watched from then on. True when that ends with
   * a real day, or with none better than the best known.
   */
  private lookAhead(cell: Cell, first: number): boolean {
    const { ahead, tasks, orders } = this;
    for (;;) {
      let least = -ahead.best(first, cell.base, tasks.timesHeld);
      let from = cell.base;
      for (const place of orders.goals.away()) {
        const away = cell.halfNight - ahead.best(first, place, tasks.timesHeld);
        if (away >= least) continue;
        least = away;
        from = place;
      }
      if (least >= orders.reached) return true;
      ahead.follow(first, from, tasks.timesHeld);
      if (ahead.twice.size > 0) {
        if (ahead.watch(ahead.twice)) continue;
        return false;
      }
      if (!ahead.isReal || ahead.path.length > MOST_HELD) return false;
      orders.reach(least, ahead.path);
      return true;
    }
  }
}
