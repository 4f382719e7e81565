import { CompanionBook } from './companion-book.js';
import { DayClock, type Timing } from './day-clock.js';
import { NOWHERE, type Ground, type Job, type Option, type Unit } from './ground.js';
import { LoadBook } from './load-book.js';
import { NIGHT } from './night.js';
import { PART } from './prices.js';
import { unitPoints } from './unit-points.js';

/** Most stops of one specialist on one day that the search handles. */
export const MOST_STOPS = 12;

/** Where a visit goes: enough to place it. */
export interface Spot {
  readonly option: number;
  readonly cell: number;
  /** Position among the stops of the cell. */
  readonly at: number;
  /** True: only at wished starts. */
  readonly wished: boolean;
  /** Minute of the day; -1 = as the day falls. */
  readonly lock: number;
  readonly companion: number;
  readonly night: number;
}

/**
 * A plan under construction. Each cell (specialist × day) holds its stops in order; times follow from the
 * order, each as early as possible. `parts` holds the exact cost of the plan by soft rule.
 */
export class PlanState implements Timing {
  readonly parts: Float64Array;
  readonly load: LoadBook;
  readonly companions: CompanionBook;
  readonly clock: DayClock;
  /** By unit; cell -1 = not placed. */
  readonly cellOf: Int32Array;
  readonly optionOf: Int32Array;
  readonly startOf: Int32Array;
  readonly wishedOnly: Uint8Array;
  readonly lockOf: Int32Array;
  readonly companionOf: Int32Array;
  readonly nightOf: Uint8Array;
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
  /** Visits by town, fixed ones included. */
  readonly served: Int32Array;
  /** Units taken out since `begin`, in order. */
  readonly removed: number[] = [];
  placed = 0;
  /** Of all specialists, fixed visits included. */
  travelMinutes = 0;

  private readonly wishMissed: Uint8Array;
  private readonly timeMoved: Float64Array;
  private readonly savedParts: Float64Array;
  private stamp = 0;
  private changes = 1;
  private readonly cellStamp: Int32Array;
  private readonly unitStamp: Int32Array;
  private readonly touchedCells: SavedCell[] = [];
  private readonly touchedUnits: SavedUnit[] = [];

  constructor(readonly ground: Ground) {
    const { units, base, days, fixed, problem, placeIndex, prices } = ground;
    const cells = base.length * days;
    this.parts = new Float64Array(prices.worth.length);
    this.savedParts = new Float64Array(prices.worth.length);
    this.cellOf = new Int32Array(units.length).fill(-1);
    this.optionOf = new Int32Array(units.length);
    this.startOf = new Int32Array(units.length);
    this.wishedOnly = new Uint8Array(units.length);
    this.lockOf = new Int32Array(units.length).fill(-1);
    this.companionOf = new Int32Array(units.length).fill(-1);
    this.nightOf = new Uint8Array(units.length);
    this.wishMissed = new Uint8Array(units.length);
    this.timeMoved = new Float64Array(units.length);
    this.count = new Uint8Array(cells);
    this.stops = new Int32Array(cells * MOST_STOPS);
    this.times = new Int32Array(cells * MOST_STOPS);
    this.from = new Int32Array(cells);
    this.to = new Int32Array(cells);
    this.nightBy = new Int32Array(cells).fill(-1);
    this.travelOf = new Int32Array(cells);
    this.version = new Float64Array(cells).fill(1);
    this.cellStamp = new Int32Array(cells);
    this.unitStamp = new Int32Array(units.length);
    this.served = new Int32Array(problem.places.length);
    this.from.set(ground.dayFrom);
    this.to.set(ground.dayTo);
    this.add(PART.night, ground.heldNights * prices.weights.nightAway);
    this.load = new LoadBook(ground, this.parts);
    this.companions = new CompanionBook(ground);
    this.clock = new DayClock(ground, this);
    for (const job of ground.jobs) this.serve(job.town, job.fixed.length);
    for (const visit of fixed) {
      if (visit.place !== null) this.serve(placeIndex.get(visit.place) ?? NOWHERE, 1);
      this.companions.addFixed(visit);
    }
    this.clock.fixedByCell.forEach((stops, cell) => this.layFixed(cell, stops));
    for (let cell = 0; cell < cells; cell += 1) {
      // Nothing but the way to or from a night.
      if (this.isBusy(cell) && this.count[cell] === 0) this.layFixed(cell, []);
    }
    this.load.openInitially((cell) => this.isBusy(cell));
    this.chargeAbsent();
  }

  private layFixed(cell: number, stops: readonly number[]): void {
    let n = 0;
    for (const stop of stops.slice(0, MOST_STOPS)) {
      this.clock.order[n] = stop;
      n += 1;
    }
    const travel = this.clock.run(cell, n, this.from[cell] ?? 0, this.to[cell] ?? 0);
    this.write(cell, n, Math.max(0, travel));
  }

  /** What an empty plan costs: everything left out. */
  private chargeAbsent(): void {
    const { units, prices, problem } = this.ground;
    const { weights } = prices;
    const towns = new Set<number>();
    for (const unit of units) {
      const job = this.job(unit.index);
      this.add(PART.visitLeftOut, weights.visitLeftOut * job.weight);
      if (unit.standing) this.add(PART.disturbance, weights.movedSpecialist);
      towns.add(job.town);
    }
    for (const town of towns) {
      const id = problem.places[town] ?? '';
      if (this.served[town] === 0) this.add(PART.townLeftOut, this.townPoints(id));
    }
  }

  private townPoints(townId: string): number {
    const { townLeftOut, oneItPersonTown } = this.ground.prices.weights;
    return townLeftOut + (this.ground.problem.towns?.[townId]?.oneItPerson === true ? oneItPersonTown : 0);
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

  /** What the plan costs, in points of the last tier. */
  worth(): number {
    const { worth } = this.ground.prices;
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

  place(unit: number, spot: Spot): void {
    const { cell, option, at, night } = spot;
    this.touchUnit(unit);
    this.optionOf[unit] = option;
    unitPoints(this, unit, option, cell % this.ground.days, 1);
    this.cellOf[unit] = cell;
    this.wishedOnly[unit] = spot.wished ? 1 : 0;
    this.lockOf[unit] = spot.lock;
    this.companionOf[unit] = spot.companion;
    this.nightOf[unit] = night;
    if (night !== NIGHT.none) this.setNight(unit, cell, night, this.option(unit).place);
    const { order } = this.clock;
    const count = this.count[cell] ?? 0;
    const first = cell * MOST_STOPS;
    for (let i = 0; i < at; i += 1) order[i] = this.stops[first + i] ?? 0;
    order[at] = unit;
    for (let i = at; i < count; i += 1) order[i + 1] = this.stops[first + i] ?? 0;
    const travel = this.clock.run(cell, count + 1, this.from[cell] ?? 0, this.to[cell] ?? 0);
    if (travel < 0) throw new Error('planning search: a visit was placed where it does not fit');
    this.write(cell, count + 1, travel);
    if (spot.companion >= 0) {
      this.companions.add(spot.companion, unit, cell, this.startOf[unit] ?? 0, this.option(unit).place);
    }
    this.placed += 1;
    this.countTown(unit, 1);
  }

  /** Takes a visit out, and with it whatever no longer works on its days. */
  unplace(unit: number): void {
    const cell = this.cellOf[unit] ?? -1;
    if (cell < 0) return;
    const night = this.nightOf[unit] ?? 0;
    this.detach(unit, cell);
    if (night !== NIGHT.none) this.setNight(unit, cell, night, -1);
    this.settle(cell);
    if (night === NIGHT.before) this.settle(cell - 1);
    if (night === NIGHT.after) this.settle(cell + 1);
  }

  /** A visit that had to start at one minute starts as its day falls from now on. */
  unlock(unit: number): void {
    const cell = this.cellOf[unit] ?? -1;
    if (cell < 0) return;
    this.touchUnit(unit);
    this.lockOf[unit] = -1;
    const wants = this.clock.wantsWish(this.unit(unit).job);
    this.wishedOnly[unit] = wants && this.wishMissed[unit] === 0 ? 1 : 0;
    this.settle(cell);
  }

  /** The visits of one request take the lowest numbers: what is left out is always its last visits. */
  closeRanks(job: Job): void {
    for (const unit of job.units) {
      if (this.isPlaced(unit.index)) continue;
      const next = job.units.find(
        (other) => other.index > unit.index && other.group === unit.group && this.isPlaced(other.index),
      );
      if (!next) continue;
      if (this.follows(job, unit, this.dayOf(next.index))) this.hand(next.index, unit.index);
      else this.unplace(next.index);
    }
  }

  /** Whether a visit on that day comes soon enough after the one before. */
  private follows(job: Job, unit: Unit, day: number): boolean {
    const before = job.units.find(({ visitNo }) => visitNo === unit.visitNo - 1);
    const fixed = job.fixed.find(({ visitNo }) => visitNo === unit.visitNo - 1);
    const last = before && this.isPlaced(before.index) ? this.dayOf(before.index) : fixed?.day;
    return last === undefined || day - last <= job.maxGap;
  }

  /** Starts a change that can be taken back. */
  begin(): void {
    this.stamp += 1;
    this.savedParts.set(this.parts);
    this.touchedCells.length = 0;
    this.touchedUnits.length = 0;
    this.removed.length = 0;
  }

  /** Takes back everything since `begin`. */
  rollback(): void {
    for (const { unit } of this.touchedUnits) {
      if (!this.isPlaced(unit)) continue;
      if ((this.companionOf[unit] ?? -1) >= 0) this.companions.drop(this.companionOf[unit] ?? 0, unit);
      this.countServed(unit, -1);
    }
    for (const saved of this.touchedCells) {
      const { cell } = saved;
      const was = this.isBusy(cell);
      this.count[cell] = saved.count;
      this.stops.set(saved.stops, cell * MOST_STOPS);
      this.times.set(saved.times, cell * MOST_STOPS);
      this.from[cell] = saved.from;
      this.to[cell] = saved.to;
      this.nightBy[cell] = saved.nightBy;
      this.travelMinutes += saved.travel - (this.travelOf[cell] ?? 0);
      this.travelOf[cell] = saved.travel;
      this.version[cell] = saved.version;
      const is = this.isBusy(cell);
      if (was !== is) this.load.recount(cell, is ? 1 : -1);
    }
    for (const saved of this.touchedUnits) {
      const { unit } = saved;
      this.cellOf[unit] = saved.cell;
      this.optionOf[unit] = saved.option;
      this.startOf[unit] = saved.start;
      this.wishedOnly[unit] = saved.wishedOnly;
      this.lockOf[unit] = saved.lock;
      this.companionOf[unit] = saved.companion;
      this.nightOf[unit] = saved.night;
      this.wishMissed[unit] = saved.wishMissed;
      this.timeMoved[unit] = saved.timeMoved;
      if (saved.cell < 0) continue;
      if (saved.companion >= 0) {
        this.companions.add(saved.companion, unit, saved.cell, saved.start, this.option(unit).place);
      }
      this.countServed(unit, 1);
    }
    this.parts.set(this.savedParts);
  }

  /** Takes one visit out of the arrays; the caller settles the day. */
  private detach(unit: number, cell: number): void {
    this.touchUnit(unit);
    if ((this.companionOf[unit] ?? -1) >= 0) this.companions.drop(this.companionOf[unit] ?? 0, unit);
    this.cellOf[unit] = -1;
    this.placed -= 1;
    this.removed.push(unit);
    unitPoints(this, unit, this.optionOf[unit] ?? 0, cell % this.ground.days, -1);
    this.setMissed(unit, 0);
    this.setTimeMoved(unit, 0);
    this.countTown(unit, -1);
    this.touchCell(cell);
    const first = cell * MOST_STOPS;
    const count = this.count[cell] ?? 0;
    let kept = 0;
    for (let i = 0; i < count; i += 1) {
      const stop = this.stops[first + i] ?? 0;
      if (stop === unit) continue;
      this.clock.order[kept] = stop;
      kept += 1;
    }
    for (let i = 0; i < kept; i += 1) this.stops[first + i] = this.clock.order[i] ?? 0;
    const was = this.isBusy(cell);
    this.count[cell] = kept;
    if (was && !this.isBusy(cell)) this.load.close(cell);
  }

  /** Times a day anew; if it no longer works, its planned visits go, and then the nights around it. */
  private settle(cell: number): void {
    const first = cell * MOST_STOPS;
    const count = this.count[cell] ?? 0;
    for (let i = 0; i < count; i += 1) this.clock.order[i] = this.stops[first + i] ?? 0;
    const travel = this.clock.run(cell, count, this.from[cell] ?? 0, this.to[cell] ?? 0);
    if (travel >= 0) {
      this.write(cell, count, travel);
      return;
    }
    for (let i = 0; i < count; i += 1) {
      const stop = this.stops[first + i] ?? 0;
      if (stop >= 0) {
        this.unplace(stop);
        return;
      }
    }
    const carrier = Math.max(this.nightBy[cell] ?? -1, this.nightBy[cell - 1] ?? -1);
    if (carrier >= 0) this.unplace(carrier);
    else this.write(cell, count, 0);
  }

  /** `place` -1 ends the night. */
  private setNight(unit: number, cell: number, night: number, place: number): void {
    const evening = night === NIGHT.before ? cell - 1 : cell;
    const home = this.ground.base[Math.floor(cell / this.ground.days)] ?? NOWHERE;
    const { nightAway } = this.ground.prices.weights;
    for (const touched of [evening, evening + 1]) this.touchCell(touched);
    const wasEvening = this.isBusy(evening);
    const wasMorning = this.isBusy(evening + 1);
    this.to[evening] = place < 0 ? home : place;
    this.from[evening + 1] = place < 0 ? home : place;
    this.nightBy[evening] = place < 0 ? -1 : unit;
    this.add(PART.night, place < 0 ? -nightAway : nightAway);
    this.turn(evening, wasEvening);
    this.turn(evening + 1, wasMorning);
    // The other day is timed at once; the visit's own day when its stops are written.
    if (place >= 0) this.settle(night === NIGHT.before ? cell - 1 : cell + 1);
  }

  private turn(cell: number, was: boolean): void {
    const is = this.isBusy(cell);
    if (is && !was) this.load.open(cell);
    if (!is && was) this.load.close(cell);
  }

  /** Writes the order and times that the clock has just found. */
  private write(cell: number, n: number, travel: number): void {
    this.touchCell(cell);
    const was = this.isBusy(cell);
    const first = cell * MOST_STOPS;
    for (let i = 0; i < n; i += 1) {
      const stop = this.clock.order[i] ?? 0;
      this.stops[first + i] = stop;
      this.times[first + i] = this.clock.found[i] ?? 0;
    }
    this.count[cell] = n;
    this.add(PART.travel, (travel - (this.travelOf[cell] ?? 0)) * this.ground.prices.weights.travelMinute);
    this.travelMinutes += travel - (this.travelOf[cell] ?? 0);
    this.travelOf[cell] = travel;
    for (let i = 0; i < n; i += 1) {
      const stop = this.stops[first + i] ?? 0;
      if (stop >= 0) this.setStart(stop, this.times[first + i] ?? 0);
    }
    if (this.load.isReady) this.turn(cell, was);
  }

  private setStart(unit: number, start: number): void {
    this.touchUnit(unit);
    this.startOf[unit] = start;
    const day = this.dayOf(unit);
    this.setMissed(unit, this.clock.missesWish(unit, day, start) ? 1 : 0);
    const standing = this.unit(unit).standing;
    if (!standing) return;
    const stays =
      standing.specialist === this.specialistOf(unit) &&
      standing.day === day &&
      (standing.start !== start ||
        standing.online !== this.option(unit).online ||
        standing.night !== this.nightOf[unit]);
    this.setTimeMoved(unit, stays ? this.ground.prices.weights.movedTime : 0);
  }

  private setMissed(unit: number, missed: number): void {
    const before = this.wishMissed[unit] ?? 0;
    if (before === missed) return;
    this.wishMissed[unit] = missed;
    this.add(PART.wish, (missed - before) * this.ground.prices.weights.wishMissed);
  }

  private setTimeMoved(unit: number, points: number): void {
    const before = this.timeMoved[unit] ?? 0;
    if (before === points) return;
    this.timeMoved[unit] = points;
    this.add(PART.disturbance, points - before);
  }

  /** The place of one visit goes to another of the same request. */
  private hand(giver: number, taker: number): void {
    const cell = this.cellOf[giver] ?? 0;
    const option = this.optionOf[giver] ?? 0;
    const day = cell % this.ground.days;
    const first = cell * MOST_STOPS;
    this.touchUnit(giver);
    this.touchUnit(taker);
    this.touchCell(cell);
    const start = this.startOf[giver] ?? 0;
    const companion = this.companionOf[giver] ?? -1;
    const night = this.nightOf[giver] ?? 0;
    if (companion >= 0) this.companions.drop(companion, giver);
    this.setMissed(giver, 0);
    this.setTimeMoved(giver, 0);
    this.cellOf[giver] = -1;
    unitPoints(this, giver, option, day, -1);
    this.optionOf[taker] = option;
    unitPoints(this, taker, option, day, 1);
    this.cellOf[taker] = cell;
    this.wishedOnly[taker] = this.wishedOnly[giver] ?? 0;
    this.lockOf[taker] = this.lockOf[giver] ?? -1;
    this.companionOf[taker] = companion;
    this.nightOf[taker] = night;
    if (companion >= 0) this.companions.add(companion, taker, cell, start, this.option(taker).place);
    for (let i = 0; i < (this.count[cell] ?? 0); i += 1) {
      if (this.stops[first + i] === giver) this.stops[first + i] = taker;
    }
    if (night !== NIGHT.none) {
      const evening = night === NIGHT.before ? cell - 1 : cell;
      this.touchCell(evening);
      this.nightBy[evening] = taker;
    }
    this.setStart(taker, start);
  }

  private countTown(unit: number, by: number): void {
    const { town } = this.job(unit);
    const before = this.served[town] ?? 0;
    this.served[town] = before + by;
    const points = this.townPoints(this.ground.problem.places[town] ?? '');
    if (before === 0 && by > 0) this.add(PART.townLeftOut, -points);
    if (before + by === 0) this.add(PART.townLeftOut, points);
  }

  private serve(town: number, by: number): void {
    if (town !== NOWHERE) this.served[town] = (this.served[town] ?? 0) + by;
  }

  private countServed(unit: number, by: number): void {
    const { town } = this.job(unit);
    this.serve(town, by);
    this.placed += by;
  }

  add(part: number, points: number): void {
    this.parts[part] = (this.parts[part] ?? 0) + points;
  }

  /** Before a cell changes. */
  private touchCell(cell: number): void {
    this.saveCell(cell);
    this.changes += 1;
    this.version[cell] = this.changes;
  }

  private saveCell(cell: number): void {
    if (this.cellStamp[cell] === this.stamp || this.stamp === 0) return;
    this.cellStamp[cell] = this.stamp;
    const first = cell * MOST_STOPS;
    this.touchedCells.push({
      cell,
      count: this.count[cell] ?? 0,
      stops: this.stops.slice(first, first + MOST_STOPS),
      times: this.times.slice(first, first + MOST_STOPS),
      from: this.from[cell] ?? 0,
      to: this.to[cell] ?? 0,
      nightBy: this.nightBy[cell] ?? -1,
      travel: this.travelOf[cell] ?? 0,
      version: this.version[cell] ?? 0,
    });
  }

  private touchUnit(unit: number): void {
    if (this.unitStamp[unit] === this.stamp || this.stamp === 0) return;
    this.unitStamp[unit] = this.stamp;
    this.touchedUnits.push({
      unit,
      cell: this.cellOf[unit] ?? -1,
      option: this.optionOf[unit] ?? 0,
      start: this.startOf[unit] ?? 0,
      wishedOnly: this.wishedOnly[unit] ?? 0,
      lock: this.lockOf[unit] ?? -1,
      companion: this.companionOf[unit] ?? -1,
      night: this.nightOf[unit] ?? 0,
      wishMissed: this.wishMissed[unit] ?? 0,
      timeMoved: this.timeMoved[unit] ?? 0,
    });
  }
}

interface SavedCell {
  readonly cell: number;
  readonly count: number;
  readonly stops: Int32Array;
  readonly times: Int32Array;
  readonly from: number;
  readonly to: number;
  readonly nightBy: number;
  readonly travel: number;
  readonly version: number;
}

interface SavedUnit {
  readonly unit: number;
  readonly cell: number;
  readonly option: number;
  readonly start: number;
  readonly wishedOnly: number;
  readonly lock: number;
  readonly companion: number;
  readonly night: number;
  readonly wishMissed: number;
  readonly timeMoved: number;
}

/** Turns an index that is sound by construction into a value. */
export function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('planning search: index out of range');
  return value;
}
