import type { Random } from '../random.js';
import { BestSpot, Way } from './best-spot.js';
import { DayFit } from './day-fit.js';
import { FitBook, NEAREST } from './fit-book.js';
import { NOWHERE, type Job, type StandingPlace, type Unit } from './ground.js';
import { NIGHT } from './night.js';
import { NightSpots } from './night-spots.js';
import type { PlanState, Spot } from './plan-state.js';
import { followersOf, isAvoided, lastDayKept, roomFor, type Room } from './room.js';
import { VisitWorth } from './visit-worth.js';

/** About one option-day in this many is overlooked when there is chance in play: a little noise finds more. */
const BLINK = 60;
/** Once in this many times options beyond the nearest are looked at. */
const LOOK_FAR = 8;
/** How many of them, one after the other. */
const MOST_FAR = 48;

/** Where and how a visit stands now. */
interface At {
  readonly where: StandingPlace;
  readonly companion: number;
  readonly keepTime: boolean;
  /** Exactly that one if the time is kept, otherwise it if it is one. */
  readonly night: number;
}

/** Looks for the cheapest spot of one visit at a time; one finder serves one search. */
export class SpotFinder {
  private readonly best = new BestSpot();
  private readonly way = new Way();
  private readonly worth: VisitWorth;
  private readonly fit: DayFit;
  private readonly nights: NightSpots;
  private readonly remembers: boolean;
  private untilBlink = BLINK;

  /** Without chance it looks at everything, and remembers nothing. */
  constructor(
    private readonly state: PlanState,
    private readonly random: Random | null,
  ) {
    this.remembers = random !== null;
    this.worth = new VisitWorth(state);
    this.fit = new DayFit(state, random ? new FitBook(state.ground) : null);
    this.nights = new NightSpots(state, this.best, this.fit, this.worth);
  }

  /** The cheapest spot, or null if there is none. */
  find(unitNo: number): Spot | null {
    const { best } = this;
    const unit = this.state.unit(unitNo);
    const job = this.state.job(unitNo);
    const room = roomFor(this.state, job, unit);
    if (!room) return null;
    best.forget();
    this.worth.followers = this.random ? followersOf(this.state, job, unit) : 0;
    this.tryHome(unit, job, room);
    // First keep days free for the later visits of the request; if that fails, take what there is.
    const kept = lastDayKept(this.state, job, unit, room);
    this.search(unit, job, { ...room, lastDay: kept });
    if (best.worth === Infinity && kept < room.lastDay)
      this.search(unit, job, { ...room, firstDay: kept + 1 });
    return best.spot;
  }

  /** The spot at a given place and time if the visit fits there, whatever else it could have. */
  at(unitNo: number, where: StandingPlace, companion: number, keepTime: boolean, night: number): Spot | null {
    this.worth.followers = 0;
    const unit = this.state.unit(unitNo);
    const job = this.state.job(unitNo);
    const room = roomFor(this.state, job, unit);
    this.best.forget();
    if (room) this.tryAt(unit, job, room, { where, companion, keepTime, night });
    return this.best.spot;
  }

  /** The cheapest spot with one option on one day; null if there is none. */
  onDay(unitNo: number, option: number, day: number): Spot | null {
    this.worth.followers = 0;
    const unit = this.state.unit(unitNo);
    const job = this.state.job(unitNo);
    const room = roomFor(this.state, job, unit);
    this.best.forget();
    if (room && day >= room.firstDay && day <= room.lastDay) this.tryDay(unit, job, room, option, day);
    return this.best.spot;
  }

  /** What the last spot found adds, in points of the last tier. */
  get worthFound(): number {
    return this.best.worth;
  }

  /** A published visit first looks at where it stands. */
  private tryHome(unit: Unit, job: Job, room: Room): void {
    if (!unit.standing || job.companion) return;
    const { night } = unit.standing;
    if (night === NIGHT.both) return;
    this.tryAt(unit, job, room, { where: unit.standing, companion: -1, keepTime: true, night });
  }

  private tryAt(unit: Unit, job: Job, room: Room, { where, companion, keepTime, night }: At): void {
    const { state, way, best } = this;
    const { day, start } = where;
    if (day < room.firstDay || day > room.lastDay || isAvoided(room, day, job.minGap)) return;
    const option = job.options.findIndex(
      ({ specialist, online }) => specialist === where.specialist && online === where.online,
    );
    const chosen = job.options[option];
    if (!chosen) return;
    const band = state.clock.allowed[job.index * state.ground.days + day] ?? -1;
    const cell = where.specialist * state.ground.days + day;
    if (state.clock.nextIn(band, cell, start, job.minutes) !== start) return;
    if (job.companion) {
      const end = start + job.minutes;
      if (!state.companions.isFree(companion, day, chosen.place, start, end)) return;
    }
    const missed = state.clock.missesWish(unit.index, day, start);
    let base = this.worth.ofDay(unit, job, chosen, day, cell, best.worth);
    if (missed) base += this.worth.wishMissed;
    way.option = option;
    way.cell = cell;
    way.lock = keepTime || job.companion ? start : -1;
    way.wished = way.lock < 0 && !missed && state.clock.wantsWish(job.index);
    way.companion = companion;
    if (night !== NIGHT.none) this.nights.lookAt(unit.index, job, way, base, night);
    else if (keepTime) this.tryPositions(unit, job, base);
    else this.tryCell(unit, job, base);
  }

  private search(unit: Unit, job: Job, room: Room): void {
    const { random } = this;
    const { length } = job.options;
    // Options come nearest first; now and then some of the far ones are looked at too.
    const near = random === null ? length : Math.min(NEAREST, length);
    for (let option = 0; option < near; option += 1) this.tryOption(unit, job, room, option);
    if (random === null || length === near || random.below(LOOK_FAR) > 0) return;
    const from = length - near > MOST_FAR ? near + random.below(length - near - MOST_FAR) : near;
    const to = Math.min(length, from + MOST_FAR);
    for (let option = from; option < to; option += 1) this.tryOption(unit, job, room, option);
  }

  private tryOption(unit: Unit, job: Job, room: Room, option: number): void {
    const { random } = this;
    const chosen = job.options[option];
    if (!chosen || chosen.worth >= this.best.worth) return;
    const { days, nextWorkday } = this.state.ground;
    const row = chosen.specialist * days;
    for (let from = room.firstDay; from <= room.lastDay;) {
      const day = nextWorkday[row + from] ?? days;
      if (day > room.lastDay) return;
      from = day + 1;
      this.untilBlink -= 1;
      if (random && this.untilBlink <= 0) this.untilBlink = 1 + random.below(2 * BLINK);
      else if (!this.tryDay(unit, job, room, option, day)) return;
    }
  }

  /** One option on one day; false = later days cannot be better. */
  private tryDay(unit: Unit, job: Job, room: Room, option: number, day: number): boolean {
    const { state, way, best, worth } = this;
    const { days, windowAt } = state.ground;
    const chosen = job.options[option];
    const band = state.clock.allowed[job.index * days + day] ?? -1;
    if (!chosen || band < 0) return true;
    const cell = chosen.specialist * days + day;
    if (windowAt[cell] === windowAt[cell + 1]) return true;
    let base = worth.ofDay(unit, job, chosen, day, cell, best.worth);
    if (unit.standing?.day === day && unit.standing.specialist === chosen.specialist) base += worth.movedTime;
    if (base >= best.worth) {
      // Later days only wait longer, unless the day itself has a price.
      return day <= unit.dueDay || chosen.worth + worth.waiting(unit, job, day) < best.worth;
    }
    if (isAvoided(room, day, job.minGap)) return true;
    way.option = option;
    way.cell = cell;
    way.lock = -1;
    way.companion = -1;
    if (job.companion) {
      this.tryWithCompanion(unit, job, band, base);
      return true;
    }
    const wants = state.clock.wantsWish(job.index);
    way.wished = true;
    if (wants && state.clock.wishBand(job.index, day) >= 0) this.tryCell(unit, job, base);
    way.wished = false;
    this.tryCell(unit, job, wants ? base + worth.wishMissed : base);
    return true;
  }

  /** Someone must come along at that very time, so each start is looked at by itself. */
  private tryWithCompanion(unit: Unit, job: Job, band: number, base: number): void {
    const { state, way, worth, best } = this;
    const { days, problem } = state.ground;
    const { cell, option } = way;
    way.wished = false;
    if (this.remembers && this.nightsOf(job, option) === 0) {
      // With a fixed start the day is never shorter than with a free one.
      if (!this.fit.find(unit.index, job, way, this.mostMinutes(base))) return;
    }
    const place = job.options[option]?.place ?? NOWHERE;
    let start = state.clock.nextIn(band, cell, 0, job.minutes);
    while (start >= 0) {
      const misses = state.clock.missesWish(unit.index, cell % days, start);
      const sum = misses ? base + worth.wishMissed : base;
      if (sum < best.worth) {
        way.companion = state.companions.freeFor(cell % days, place, start, start + job.minutes);
        way.lock = start;
        if (way.companion >= 0) this.tryCell(unit, job, sum);
      }
      start = state.clock.nextIn(band, cell, start + problem.slotStep, job.minutes);
    }
  }

  /** Every position among the stops of the day, and nights; `base` is the worth without travel. */
  private tryCell(unit: Unit, job: Job, base: number): void {
    this.tryPositions(unit, job, base);
    if (this.nightsOf(job, this.way.option) > 0) this.nights.look(unit.index, job, this.way, base);
  }

  private tryPositions(unit: Unit, job: Job, base: number): void {
    const { best, fit, way } = this;
    if (base >= best.worth || !fit.find(unit.index, job, way, this.mostMinutes(base))) return;
    const worth = base + fit.minutes * this.worth.minute;
    if (worth < best.worth) best.keep(way, fit.at, NIGHT.none, worth);
  }

  /** Minutes from which on a visit is no cheaper than the best spot so far. */
  private mostMinutes(base: number): number {
    return this.worth.minute > 0 ? (this.best.worth - base) / this.worth.minute : Infinity;
  }

  /** Nights in a row that the specialist of an option may be away. */
  private nightsOf(job: Job, option: number): number {
    return this.state.ground.problem.specialists[job.options[option]?.specialist ?? 0]?.nights ?? 0;
  }
}
