import { NOWHERE, type Job, type Unit } from './ground.js';
import { NIGHT } from './night.js';
import { PlanBooks } from './plan-books.js';
import { MOST_STOPS } from './plan-tables.js';
import { PART } from './prices.js';
import { unitPoints } from './unit-points.js';

export { MOST_STOPS, must } from './plan-tables.js';

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
export class PlanState extends PlanBooks {
  place(unit: number, spot: Spot): void {
    const { cell, option, at, night } = spot;
    this.journal.touchUnit(unit);
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
    if (spot.companion >= 0) this.accompany(unit);
    this.placed += 1;
    this.towns.charge(this.job(unit).town, 1);
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
    this.journal.touchUnit(unit);
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

  /** Takes one visit out of the arrays; the caller settles the day. */
  private detach(unit: number, cell: number): void {
    this.journal.touchUnit(unit);
    if ((this.companionOf[unit] ?? -1) >= 0) this.companions.drop(this.companionOf[unit] ?? 0, unit);
    this.cellOf[unit] = -1;
    this.placed -= 1;
    this.removed.push(unit);
    unitPoints(this, unit, this.optionOf[unit] ?? 0, cell % this.ground.days, -1);
    this.starts.clear(unit);
    this.towns.charge(this.job(unit).town, -1);
    this.journal.touchCell(cell);
    const first = cell * MOST_STOPS;
    const count = this.count[cell] ?? 0;
    let kept = 0;
    for (let i = 0; i < count; i += 1) {
      const stop = this.stops[first + i] ?? 0;
      if (stop === unit) continue;
      this.stops[first + kept] = stop;
      kept += 1;
    }
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
    for (const touched of [evening, evening + 1]) this.journal.touchCell(touched);
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

  /** The place of one visit goes to another of the same request. */
  private hand(giver: number, taker: number): void {
    const cell = this.cellOf[giver] ?? 0;
    const option = this.optionOf[giver] ?? 0;
    const day = cell % this.ground.days;
    const first = cell * MOST_STOPS;
    const night = this.nightOf[giver] ?? 0;
    this.journal.touchUnit(giver);
    this.journal.touchUnit(taker);
    this.journal.touchCell(cell);
    const companion = this.companionOf[giver] ?? -1;
    if (companion >= 0) this.companions.drop(companion, giver);
    this.starts.clear(giver);
    this.cellOf[giver] = -1;
    unitPoints(this, giver, option, day, -1);
    this.optionOf[taker] = option;
    unitPoints(this, taker, option, day, 1);
    this.cellOf[taker] = cell;
    this.wishedOnly[taker] = this.wishedOnly[giver] ?? 0;
    this.lockOf[taker] = this.lockOf[giver] ?? -1;
    this.companionOf[taker] = companion;
    this.nightOf[taker] = night;
    this.startOf[taker] = this.startOf[giver] ?? 0;
    if (companion >= 0) this.accompany(taker);
    for (let i = 0; i < (this.count[cell] ?? 0); i += 1) {
      if (this.stops[first + i] === giver) this.stops[first + i] = taker;
    }
    if (night !== NIGHT.none) {
      const evening = night === NIGHT.before ? cell - 1 : cell;
      this.journal.touchCell(evening);
      this.nightBy[evening] = taker;
    }
    this.setStart(taker, this.startOf[giver] ?? 0);
  }
}
