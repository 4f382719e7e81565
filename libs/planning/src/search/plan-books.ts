import { CompanionBook } from './companion-book.js';
import { DayClock } from './day-clock.js';
import { NOWHERE, type Ground } from './ground.js';
import { Journal } from './journal.js';
import type { Layer } from './layer.js';
import { LoadBook } from './load-book.js';
import { MOST_STOPS, PlanTables } from './plan-tables.js';
import { PART } from './prices.js';
import { StartPoints } from './start-points.js';
import { TownBook } from './town-book.js';

/**
 * A plan with the books kept beside it: loads of specialists, companions, towns, starts, and a journal by
 * which a change is taken back.
 */
export class PlanBooks extends PlanTables {
  readonly load: LoadBook;
  readonly companions: CompanionBook;
  readonly clock: DayClock;
  /** Units taken out since `begin`, in order. */
  readonly removed: number[] = [];
  protected readonly journal: Journal;
  protected readonly towns: TownBook;
  protected readonly starts: StartPoints;

  constructor(ground: Ground) {
    super(ground);
    this.journal = new Journal(this);
    this.towns = new TownBook(this);
    this.load = new LoadBook(ground, this.parts);
    this.companions = new CompanionBook(ground);
    this.clock = new DayClock(ground, this);
    this.starts = new StartPoints(this, this.clock);
    this.layFixedVisits();
    this.load.openInitially((cell) => this.isBusy(cell));
    this.chargeAbsent();
  }

  /** Starts a change that can be taken back. */
  begin(): void {
    this.journal.change.begin();
    this.removed.length = 0;
  }

  /** The plan as it is now can be brought back later. */
  mark(): void {
    this.journal.sinceMark.begin();
  }

  /** Brings back the plan as it was at the mark. */
  backToMark(): void {
    this.restore(this.journal.sinceMark);
    this.mark();
  }

  /** Takes back everything since `begin`. */
  rollback(): void {
    this.restore(this.journal.change);
  }

  /** Brings back the visits, then the books; what it all cost is remembered with them. */
  private restore(layer: Layer): void {
    layer.eachUnit((unit) => this.enter(unit, -1));
    layer.restoreCells((cell, by) => this.load.recount(cell, by));
    layer.restoreUnits();
    layer.eachUnit((unit) => this.enter(unit, 1));
  }

  /** A placed visit enters (1) or leaves (-1) the books, without being priced. */
  private enter(unit: number, by: number): void {
    if (!this.isPlaced(unit)) return;
    const companion = this.companionOf[unit] ?? -1;
    if (companion >= 0 && by < 0) this.companions.drop(companion, unit);
    if (companion >= 0 && by > 0) this.accompany(unit);
    this.towns.count(this.job(unit).town, by);
    this.placed += by;
  }

  /** The companion of a visit is taken at its time. */
  protected accompany(unit: number): void {
    const cell = this.cellOf[unit] ?? 0;
    const start = this.startOf[unit] ?? 0;
    this.companions.add(this.companionOf[unit] ?? 0, unit, cell, start, this.option(unit).place);
  }

  /** Writes the order and times that the clock has just found. */
  protected write(cell: number, n: number, travel: number): void {
    this.journal.touchCell(cell);
    const was = this.isBusy(cell);
    const first = cell * MOST_STOPS;
    for (let i = 0; i < n; i += 1) {
      this.stops[first + i] = this.clock.order[i] ?? 0;
      this.times[first + i] = this.clock.found[i] ?? 0;
    }
    this.count[cell] = n;
    const more = travel - (this.travelOf[cell] ?? 0);
    this.add(PART.travel, more * this.ground.prices.weights.travelMinute);
    this.travelMinutes += more;
    this.travelOf[cell] = travel;
    for (let i = 0; i < n; i += 1) {
      const stop = this.stops[first + i] ?? 0;
      if (stop >= 0) this.setStart(stop, this.times[first + i] ?? 0);
    }
    if (this.load.isReady) this.turn(cell, was);
  }

  protected setStart(unit: number, start: number): void {
    this.journal.touchUnit(unit);
    this.starts.set(unit, start);
  }

  /** Prices a day that has become busy or free. */
  protected turn(cell: number, was: boolean): void {
    const is = this.isBusy(cell);
    if (is && !was) this.load.open(cell);
    if (!is && was) this.load.close(cell);
  }

  private layFixedVisits(): void {
    const { jobs, fixed, placeIndex, prices, heldNights } = this.ground;
    this.add(PART.night, heldNights * prices.weights.nightAway);
    for (const job of jobs) this.towns.count(job.town, job.fixed.length);
    for (const visit of fixed) {
      if (visit.place !== null) this.towns.count(placeIndex.get(visit.place) ?? NOWHERE, 1);
      this.companions.addFixed(visit);
    }
    this.clock.fixed.byCell.forEach((stops, cell) => this.layFixed(cell, stops));
    for (let cell = 0; cell < this.travelOf.length; cell += 1) {
      // Nothing but the way to or from a night.
      if (this.isBusy(cell) && this.count[cell] === 0) this.layFixed(cell, []);
    }
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
    const { units, prices } = this.ground;
    const { visitLeftOut, movedSpecialist } = prices.weights;
    for (const unit of units) {
      this.add(PART.visitLeftOut, visitLeftOut * this.job(unit.index).weight);
      if (unit.standing) this.add(PART.disturbance, movedSpecialist);
    }
    this.towns.chargeLeftOut(new Set(units.map(({ index }) => this.job(index).town)));
  }
}
