import type { DayTasks } from './day-tasks.js';
import { NO_CELL, NOWHERE, type Cell } from './ground.js';

/** Where the next stop of a day may be, home included. */
export class DayGoals {
  readonly places: Int32Array;
  count = 0;
  private cell: Cell = NO_CELL;

  constructor(placeCount: number) {
    this.places = new Int32Array(placeCount);
  }

  look(cell: Cell, tasks: DayTasks): void {
    this.cell = cell;
    const seen = new Set<number>([cell.base]);
    for (let i = 0; i < tasks.count; i += 1) seen.add(cell.place[tasks.task[i] ?? 0] ?? NOWHERE);
    for (const { place } of cell.anchors) seen.add(place);
    seen.delete(NOWHERE);
    this.count = 0;
    for (const place of seen) this.places[this.count++] = place;
  }

  /** Where the day could begin after a night away. */
  away(): readonly number[] {
    const { base, halfNight } = this.cell;
    if (halfNight === Infinity) return [];
    return [...this.places.subarray(0, this.count)].filter((place) => place !== base);
  }
}
