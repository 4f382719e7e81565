import { dayOf, MINUTES_PER_DAY } from '../problem.js';
import { NOWHERE, type Ground } from './ground.js';

/** Fixed visits as stops of a day: the n-th has the number -1 - n. */
export class FixedStops {
  /** Stops of each cell, by start. */
  readonly byCell: ReadonlyMap<number, readonly number[]>;
  private readonly start: Int32Array;
  private readonly end: Int32Array;
  private readonly place: Int32Array;

  constructor({ fixed, days, placeIndex, specialistIndex }: Ground) {
    this.start = Int32Array.from(fixed, ({ start }) => start - dayOf(start) * MINUTES_PER_DAY);
    this.end = Int32Array.from(fixed, ({ start, end }) => end - dayOf(start) * MINUTES_PER_DAY);
    this.place = Int32Array.from(fixed, ({ place }) =>
      place === null ? NOWHERE : (placeIndex.get(place) ?? NOWHERE),
    );
    const byCell = new Map<number, number[]>();
    fixed.forEach(({ specialistId, start }, index) => {
      const specialist = specialistIndex.get(specialistId);
      const day = dayOf(start);
      if (specialist === undefined || day < 0 || day >= days) return;
      const cell = specialist * days + day;
      byCell.set(cell, [...(byCell.get(cell) ?? []), -1 - index]);
    });
    for (const stops of byCell.values()) {
      stops.sort((a, b) => this.startOf(a) - this.startOf(b) || this.endOf(a) - this.endOf(b));
    }
    this.byCell = byCell;
  }

  /** Minute of the day. */
  startOf(stop: number): number {
    return this.start[-1 - stop] ?? 0;
  }

  /** Minute of the day on which it starts. */
  endOf(stop: number): number {
    return this.end[-1 - stop] ?? 0;
  }

  placeOf(stop: number): number {
    return this.place[-1 - stop] ?? NOWHERE;
  }
}
