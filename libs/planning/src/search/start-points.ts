import type { DayClock } from './day-clock.js';
import type { PlanTables } from './plan-tables.js';
import { PART } from './prices.js';

/** Prices the very start of each visit: whether it is as wished, and where a standing visit stood. */
export class StartPoints {
  constructor(
    private readonly tables: PlanTables,
    private readonly clock: DayClock,
  ) {}

  /** The visit starts at that minute of its day. */
  set(unit: number, start: number): void {
    const { tables } = this;
    tables.startOf[unit] = start;
    const day = tables.dayOf(unit);
    this.setMissed(unit, this.clock.missesWish(unit, day, start) ? 1 : 0);
    const { standing } = tables.unit(unit);
    if (!standing) return;
    const stays =
      standing.specialist === tables.specialistOf(unit) &&
      standing.day === day &&
      (standing.start !== start ||
        standing.online !== tables.option(unit).online ||
        standing.night !== tables.nightOf[unit]);
    this.setMoved(unit, stays ? tables.ground.prices.weights.movedTime : 0);
  }

  /** The visit has no start. */
  clear(unit: number): void {
    this.setMissed(unit, 0);
    this.setMoved(unit, 0);
  }

  private setMissed(unit: number, missed: number): void {
    const { wishMissed, ground } = this.tables;
    const before = wishMissed[unit] ?? 0;
    if (before === missed) return;
    wishMissed[unit] = missed;
    this.tables.add(PART.wish, (missed - before) * ground.prices.weights.wishMissed);
  }

  private setMoved(unit: number, points: number): void {
    const { timeMoved } = this.tables;
    const before = timeMoved[unit] ?? 0;
    if (before === points) return;
    timeMoved[unit] = points;
    this.tables.add(PART.disturbance, points - before);
  }
}
