import type { Timing } from './day-clock.js';
import { type Ground, type Job, type Option, type Unit } from './ground.js';

/** Most stops of one specialist on one day that the search handles. */
export const MOST_STOPS = 12;

/**
 * What a plan is made of, as plain arrays by unit and by cell (specialist × day), and what it costs by soft
 * rule. It is changed by PlanState alone.
 */
export class PlanTables implements Timing {
  /** The exact cost of the plan by soft rule. */
  readonly parts: Float64Array;
  /** By unit; cell -1 = not placed. */
  readonly cellOf: Int32Array;
  readonly optionOf: Int32Array;
  readonly startOf: Int32Array;
  readonly wishedOnly: Uint8Array;
  readonly lockOf: Int32Array;
  readonly companionOf: Int32Array;
  readonly nightOf: Uint8Array;
  /** 1 = starts outside the wished half-days. */
  readonly wishMissed: Uint8Array;
  /** Points for a standing visit at another time of its day. */
  readonly timeMoved: Float64Array;
  /** By cell. */
  readonly count: Uint8Array;
  readonly stops: Int32Array;
  readonly times: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly nightBy: Int32Array;
  readonly travelOf: Int32Array;
  /** By cell: a number above 0 that no other content of the cell ever has. */
  readonly version: Float64Array;
  placed = 0;
  /** Of all specialists, fixed visits included. */
  travelMinutes = 0;

  constructor(readonly ground: Ground) {
    const visits = ground.units.length;
    const cells = ground.base.length * ground.days;
    this.parts = new Float64Array(ground.prices.worth.length);
    this.cellOf = new Int32Array(visits).fill(-1);
    this.optionOf = new Int32Array(visits);
    this.startOf = new Int32Array(visits);
    this.wishedOnly = new Uint8Array(visits);
    this.lockOf = new Int32Array(visits).fill(-1);
    this.companionOf = new Int32Array(visits).fill(-1);
    this.nightOf = new Uint8Array(visits);
    this.wishMissed = new Uint8Array(visits);
    this.timeMoved = new Float64Array(visits);
    this.count = new Uint8Array(cells);
    this.stops = new Int32Array(cells * MOST_STOPS);
    this.times = new Int32Array(cells * MOST_STOPS);
    this.from = ground.dayFrom.slice();
    this.to = ground.dayTo.slice();
    this.nightBy = new Int32Array(cells).fill(-1);
    this.travelOf = new Int32Array(cells);
    this.version = new Float64Array(cells).fill(1);
  }

  unit(index: number): Unit {
    return must(this.ground.units[index]);
  }

  job(unit: number): Job {
    return must(this.ground.jobs[this.unit(unit).job]);
  }

  option(unit: number): Option {
    return must(this.job(unit).options[this.optionOf[unit] ?? 0]);
  }

  isPlaced(unit: number): boolean {
    return (this.cellOf[unit] ?? -1) >= 0;
  }

  dayOf(unit: number): number {
    return (this.cellOf[unit] ?? 0) % this.ground.days;
  }

  specialistOf(unit: number): number {
    return Math.floor((this.cellOf[unit] ?? 0) / this.ground.days);
  }

  /** A day with stops, or with nothing but travel because of a night away. */
  isBusy(cell: number): boolean {
    const home = this.ground.base[Math.floor(cell / this.ground.days)];
    return (this.count[cell] ?? 0) > 0 || this.from[cell] !== home || this.to[cell] !== home;
  }

  /** What the plan costs, in points of the last tier; `isFirm`: with the ranks held firmer. */
  worth(isFirm = false): number {
    const { prices } = this.ground;
    const worth = isFirm ? prices.firmWorth : prices.worth;
    let sum = 0;
    for (let part = 0; part < worth.length; part += 1) sum += (worth[part] ?? 0) * (this.parts[part] ?? 0);
    return sum;
  }

  /** Cost by tier, exact. */
  tiers(): number[] {
    const { tierOfPart, tierCount } = this.ground.prices;
    const tiers = Array.from({ length: tierCount }, () => 0);
    this.parts.forEach((points, part) => {
      const tier = tierOfPart[part] ?? -1;
      if (tier >= 0) tiers[tier] = (tiers[tier] ?? 0) + points;
    });
    return tiers;
  }

  add(part: number, points: number): void {
    this.parts[part] = (this.parts[part] ?? 0) + points;
  }
}

/** Turns an index that is sound by construction into a value. */
export function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('planning search: index out of range');
  return value;
}
