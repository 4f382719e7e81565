import { NOWHERE, UNKNOWN, type Ground, type Job, type Option, type Unit, type Worker } from './ground.js';
import { dayOf } from './problem.js';
import {
  BALANCE,
  CHANGE_OF_SPECIALIST,
  DAY_ABOVE_GUIDELINE,
  LEFT_OUT_TOWN,
  LEFT_OUT_VISIT,
  TRAVEL_PER_MINUTE,
  WAITING_UNIT_DAYS,
  WISH_MISSED,
} from './weights.js';

/** One taken stretch of a specialist's day; unit -1 = fixed. */
export interface SearchStop {
  readonly start: number;
  readonly end: number;
  readonly place: number;
  readonly unit: number;
}

/** Where a unit sits. */
export interface Placement {
  readonly option: Option;
  readonly start: number;
}

/** Price by tier; for a placement, what it adds to the plan. */
export interface Price {
  unserved: number;
  waiting: number;
  rest: number;
}

/** Negative when `a` is better. */
export function comparePrices(a: Price, b: Price): number {
  return a.unserved - b.unserved || a.waiting - b.waiting || a.rest - b.rest;
}

/** A plan under construction, with its price kept up to date: what it adds to the fixed visits. */
export class SearchState {
  readonly placements: (Placement | null)[];
  readonly price: Price = { unserved: 0, waiting: 0, rest: 0 };
  private readonly stops: SearchStop[][];
  private readonly busyDays: Int32Array;
  private readonly busyByMonth: Int32Array;
  private readonly served: Int32Array;
  private readonly days: number;

  constructor(readonly ground: Ground) {
    const { problem, units, workers, monthCount } = ground;
    this.days = problem.days;
    this.placements = units.map(() => null);
    this.stops = Array.from({ length: workers.length * this.days }, () => []);
    this.busyDays = new Int32Array(workers.length);
    this.busyByMonth = new Int32Array(workers.length * monthCount);
    this.served = new Int32Array(problem.places.length);
    this.addFixed();
    for (const unit of units) this.price.unserved += LEFT_OUT_VISIT * this.job(unit).weight;
    const towns = new Set(units.map((unit) => this.job(unit).town));
    for (const town of towns) if (this.served[town] === 0) this.price.unserved += LEFT_OUT_TOWN;
  }

  job(unit: Unit): Job {
    return must(this.ground.jobs[unit.job]);
  }

  unit(index: number): Unit {
    return must(this.ground.units[index]);
  }

  worker(specialist: number): Worker {
    return must(this.ground.workers[specialist]);
  }

  stopsOn(specialist: number, day: number): readonly SearchStop[] {
    return must(this.stops[specialist * this.days + day]);
  }

  worksOn(specialist: number, day: number): boolean {
    return (this.worker(specialist).windows[day]?.length ?? 0) > 0;
  }

  placement(unit: Unit): Placement | null {
    return this.placements[unit.index] ?? null;
  }

  place(unit: Unit, placement: Placement): void {
    const added = this.priceOf(unit, placement);
    const { option, start } = placement;
    this.addStop(option.specialist, {
      start,
      end: start + this.job(unit).request.minutes,
      place: option.place,
      unit: unit.index,
    });
    this.placements[unit.index] = placement;
    this.count(this.job(unit).town, 1);
    this.price.unserved += added.unserved;
    this.price.waiting += added.waiting;
    this.price.rest += added.rest;
  }

  remove(unit: Unit): void {
    const placement = this.placement(unit);
    if (!placement) return;
    this.placements[unit.index] = null;
    this.dropStop(placement, unit.index);
    this.count(this.job(unit).town, -1);
    const gone = this.priceOf(unit, placement);
    this.price.unserved -= gone.unserved;
    this.price.waiting -= gone.waiting;
    this.price.rest -= gone.rest;
  }

  /** What placing the unit there would add, travel included; the unit must not be placed. */
  priceOf(unit: Unit, placement: Placement): Price {
    const { option, start } = placement;
    const day = dayOf(start);
    const price = this.priceOfDay(unit, option, day);
    price.rest += this.wishPrice(this.job(unit), start) + this.travelPrice(option, day, start);
    return price;
  }

  /** The part of the price that is the same for every start on a day. */
  priceOfDay(unit: Unit, option: Option, day: number): Price {
    const job = this.job(unit);
    const late = Math.max(0, day - unit.dueDay);
    const town = this.served[job.town] === 0 ? LEFT_OUT_TOWN : 0;
    const rest =
      option.cost +
      job.weight * late +
      this.changePrice(job, option.specialist) +
      this.loadPrice(option.specialist, day);
    return {
      unserved: -LEFT_OUT_VISIT * job.weight - town,
      waiting: Math.floor(late / WAITING_UNIT_DAYS) * job.urgency,
      rest,
    };
  }

  wishPrice(job: Job, start: number): number {
    const { wished, minutes, onlyWished } = job.request;
    if (onlyWished || wished.length === 0) return 0;
    return wished.some((span) => span.start <= start && start + minutes <= span.end) ? 0 : WISH_MISSED;
  }

  /** Travel minutes that a stop adds to its day; a leg that nobody entered counts nothing. */
  travelPrice(option: Option, day: number, start: number): number {
    if (option.place === NOWHERE) return 0;
    const { ground } = this;
    let before = this.worker(option.specialist).base;
    let after = before;
    for (const stop of this.stopsOn(option.specialist, day)) {
      if (stop.place === NOWHERE) continue;
      if (stop.start < start) before = stop.place;
      else {
        after = stop.place;
        break;
      }
    }
    const detour = counted(ground.travel(before, option.place)) + counted(ground.travel(option.place, after));
    return TRAVEL_PER_MINUTE * (detour - counted(ground.travel(before, after)));
  }

  /** Travel minutes of all specialists, fixed visits included. */
  travelMinutes(): number {
    let minutes = 0;
    this.stops.forEach((stops, index) => {
      const base = this.worker(Math.floor(index / this.days)).base;
      let place = base;
      for (const stop of stops) {
        if (stop.place === NOWHERE) continue;
        minutes += counted(this.ground.travel(place, stop.place));
        place = stop.place;
      }
      minutes += counted(this.ground.travel(place, base));
    });
    return minutes;
  }

  private changePrice(job: Job, specialist: number): number {
    if (job.familiar.has(specialist)) return 0;
    let others = job.familiar.size > 0;
    for (const sibling of job.units) {
      const placed = this.placements[sibling.index];
      if (!placed) continue;
      if (placed.option.specialist === specialist) return 0;
      others = true;
    }
    return others ? CHANGE_OF_SPECIALIST : 0;
  }

  /** Guideline and balance: only a day that was free so far costs anything. */
  private loadPrice(specialist: number, day: number): number {
    if (this.stopsOn(specialist, day).length > 0) return 0;
    const { monthlyDays, used, usedInHorizon, capacity } = this.worker(specialist);
    const month = this.ground.problem.monthOfDay[day] ?? 0;
    const inMonth = (used[month] ?? 0) + (this.busyByMonth[specialist * this.ground.monthCount + month] ?? 0);
    const above = monthlyDays !== null && inMonth >= monthlyDays ? DAY_ABOVE_GUIDELINE : 0;
    const load = usedInHorizon + (this.busyDays[specialist] ?? 0);
    const now = Math.floor((BALANCE * load * load) / capacity);
    return above + Math.floor((BALANCE * (load + 1) * (load + 1)) / capacity) - now;
  }

  private addFixed(): void {
    const { problem, specialistIndex, placeIndex, jobs } = this.ground;
    for (const visit of problem.fixed) {
      const place = visit.place === null ? NOWHERE : (placeIndex.get(visit.place) ?? NOWHERE);
      if (place !== NOWHERE) this.count(place, 1);
      const day = dayOf(visit.start);
      const specialist = specialistIndex.get(visit.specialistId);
      if (specialist === undefined || day < 0 || day >= this.days) continue;
      this.addStop(specialist, { start: visit.start, end: visit.end, place, unit: -1 });
    }
    for (const job of jobs) this.count(job.town, job.fixed.length);
  }

  private count(town: number, by: number): void {
    this.served[town] = (this.served[town] ?? 0) + by;
  }

  private addStop(specialist: number, stop: SearchStop): void {
    const stops = must(this.stops[specialist * this.days + dayOf(stop.start)]);
    if (stops.length === 0) this.countDay(specialist, dayOf(stop.start), 1);
    let at = stops.length;
    while (at > 0 && isAfter(must(stops[at - 1]), stop)) at -= 1;
    stops.splice(at, 0, stop);
  }

  private dropStop(placement: Placement, unit: number): void {
    const specialist = placement.option.specialist;
    const day = dayOf(placement.start);
    const stops = must(this.stops[specialist * this.days + day]);
    stops.splice(
      stops.findIndex((stop) => stop.unit === unit),
      1,
    );
    if (stops.length === 0) this.countDay(specialist, day, -1);
  }

  private countDay(specialist: number, day: number, by: number): void {
    const month = specialist * this.ground.monthCount + (this.ground.problem.monthOfDay[day] ?? 0);
    this.busyDays[specialist] = (this.busyDays[specialist] ?? 0) + by;
    this.busyByMonth[month] = (this.busyByMonth[month] ?? 0) + by;
  }
}

function isAfter(stop: SearchStop, other: SearchStop): boolean {
  return stop.start > other.start || (stop.start === other.start && stop.end > other.end);
}

function counted(minutes: number): number {
  return minutes === UNKNOWN ? 0 : minutes;
}

/** Turns an index that is sound by construction into a value. */
function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('planning search: index out of range');
  return value;
}
