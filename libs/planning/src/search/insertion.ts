import type { Random } from '../random.js';
import {
  FORBIDDEN,
  NOWHERE,
  UNKNOWN,
  type Job,
  type Option,
  type StandingPlace,
  type Unit,
} from './ground.js';
import { NIGHT } from './night.js';
import { MOST_STOPS, type PlanState, type Spot } from './plan-state.js';
import { PART } from './prices.js';
import { isChange, overtakings, waitingPoints } from './unit-points.js';

/** One option-day in this many is overlooked when there is chance in play: a little noise finds more. */
const BLINK = 60;
/** Options looked at in most iterations. */
const NEAREST = 24;
/** Once in this many times all options are looked at. */
const LOOK_FAR = 8;
/** A night away is only tried for towns at least this many minutes from the base. */
const FAR = 75;

/** A spot still without position and night. */
type Way = Omit<Spot, 'at' | 'night' | 'companion'> & {
  readonly companion?: number;
  /** As it is, without a night. */
  readonly atHome?: boolean;
};

/** Where and how a visit stands now. */
interface At {
  readonly where: StandingPlace;
  readonly companion: number;
  readonly keepTime: boolean;
  /** Exactly that one if the time is kept, otherwise it if it is one. */
  readonly night: number;
}

/** Days a visit may lie on, given the other visits of its request. */
interface Room {
  readonly firstDay: number;
  readonly lastDay: number;
  /** Days of fixed visits without a number: the gap holds, the order does not. */
  readonly avoid: readonly number[];
}

/** Looks for the cheapest spot of one visit at a time; one finder serves one search. */
export class SpotFinder {
  private way: Way | null = null;
  private bestAt = 0;
  private bestNight: number = NIGHT.none;
  private bestWorth = Infinity;

  constructor(
    private readonly state: PlanState,
    private readonly random: Random | null,
  ) {}

  /** The cheapest spot, or null if there is none. */
  find(unitNo: number): Spot | null {
    const unit = this.state.unit(unitNo);
    const job = this.state.job(unitNo);
    const room = roomFor(this.state, job, unit);
    if (!room) return null;
    this.way = null;
    this.bestWorth = Infinity;
    this.tryHome(unit, job, room);
    // First keep days free for the later visits of the request; if that fails, take what there is.
    const kept = lastDayKept(this.state, job, unit, room);
    this.search(unit, job, { ...room, lastDay: kept });
    if (!this.way && kept < room.lastDay) this.search(unit, job, { ...room, firstDay: kept + 1 });
    return this.best;
  }

  /** The spot at a given place and time if the visit fits there, whatever else it could have. */
  at(unitNo: number, where: StandingPlace, companion: number, keepTime: boolean, night: number): Spot | null {
    const unit = this.state.unit(unitNo);
    const job = this.state.job(unitNo);
    const room = roomFor(this.state, job, unit);
    this.way = null;
    this.bestWorth = Infinity;
    if (room) this.tryAt(unit, job, room, { where, companion, keepTime, night });
    return this.best;
  }

  /** The cheapest spot with one option on one day; null if there is none. */
  onDay(unitNo: number, option: number, day: number): Spot | null {
    const unit = this.state.unit(unitNo);
    const job = this.state.job(unitNo);
    const room = roomFor(this.state, job, unit);
    this.way = null;
    this.bestWorth = Infinity;
    if (room && day >= room.firstDay && day <= room.lastDay) {
      this.tryDay(unit, job, room, option, day);
    }
    return this.best;
  }

  /** What the last spot found adds, in points of the last tier. */
  get worthFound(): number {
    return this.bestWorth;
  }

  /** A published visit first looks at where it stands. */
  private tryHome(unit: Unit, job: Job, room: Room): void {
    if (!unit.standing || job.companion) return;
    const { night } = unit.standing;
    if (night === NIGHT.both) return;
    this.tryAt(unit, job, room, { where: unit.standing, companion: -1, keepTime: true, night });
  }

  private tryAt(unit: Unit, job: Job, room: Room, { where, companion, keepTime, night }: At): void {
    if (where.day < room.firstDay || where.day > room.lastDay) return;
    if (room.avoid.some((other) => Math.abs(other - where.day) < job.minGap)) return;
    const option = job.options.findIndex(
      ({ specialist, online }) => specialist === where.specialist && online === where.online,
    );
    const chosen = job.options[option];
    if (!chosen) return;
    const { state } = this;
    const band = state.clock.allowed[job.index * state.ground.days + where.day] ?? -1;
    const cell = where.specialist * state.ground.days + where.day;
    if (state.clock.nextIn(band, cell, where.start, job.minutes) !== where.start) return;
    if (job.companion) {
      const end = where.start + job.minutes;
      if (!state.companions.isFree(companion, where.day, chosen.place, where.start, end)) return;
    }
    const base = this.worthOfDay(unit, job, chosen, where.day, cell);
    const missed = state.clock.missesWish(unit.index, where.day, where.start);
    const { worth, weights } = state.ground.prices;
    const wish = missed ? (worth[PART.wish] ?? 0) * weights.wishMissed : 0;
    const lock = keepTime || job.companion ? where.start : -1;
    const wished = lock < 0 && !missed && state.clock.wantsWish(job.index);
    const way = { option, cell, wished, lock, companion, atHome: keepTime };
    if (night === NIGHT.none) this.tryCell(unit, job, way, base + wish);
    else this.tryOneNight(unit, job, way, base + wish, night);
  }

  private search(unit: Unit, job: Job, room: Room): void {
    const { random } = this;
    // Options come nearest first; now and then the far ones are looked at too.
    const all = random === null || job.options.length <= NEAREST || random.below(LOOK_FAR) === 0;
    const width = all ? job.options.length : NEAREST;
    for (let option = 0; option < width; option += 1) {
      const chosen = job.options[option];
      if (!chosen || chosen.worth >= this.bestWorth) continue;
      for (let day = room.firstDay; day <= room.lastDay; day += 1) {
        if (random && random.below(BLINK) === 0) continue;
        if (!this.tryDay(unit, job, room, option, day)) break;
      }
    }
  }

  /** One option on one day; false = later days cannot be better. */
  private tryDay(unit: Unit, job: Job, room: Room, option: number, day: number): boolean {
    const { state } = this;
    const { days } = state.ground;
    const { worth, weights } = state.ground.prices;
    const chosen = job.options[option];
    const band = state.clock.allowed[job.index * days + day] ?? -1;
    if (!chosen || band < 0) return true;
    const cell = chosen.specialist * days + day;
    if (state.ground.windowAt[cell] === state.ground.windowAt[cell + 1]) return true;
    let base = this.worthOfDay(unit, job, chosen, day, cell);
    if (unit.standing?.day === day && unit.standing.specialist === chosen.specialist) {
      base += (worth[PART.disturbance] ?? 0) * weights.movedTime;
    }
    if (base >= this.bestWorth) {
      // Later days only wait longer, unless the day itself has a price.
      return day <= unit.dueDay || chosen.worth + this.waitingWorth(unit, job, day) < this.bestWorth;
    }
    if (room.avoid.some((other) => Math.abs(other - day) < job.minGap)) return true;
    if (job.companion) {
      this.tryWithCompanion(unit, job, { option, cell, band }, base);
      return true;
    }
    const wants = state.clock.wantsWish(job.index);
    const wishable = wants && state.clock.wishBand(job.index, day) >= 0;
    if (wishable) this.tryCell(unit, job, { option, cell, wished: true, lock: -1 }, base);
    const plain = wants ? base + (worth[PART.wish] ?? 0) * weights.wishMissed : base;
    if (plain < this.bestWorth) this.tryCell(unit, job, { option, cell, wished: false, lock: -1 }, plain);
    return true;
  }

  /** Someone must come along at that very time, so each start is looked at by itself. */
  private tryWithCompanion(
    unit: Unit,
    job: Job,
    { option, cell, band }: { readonly option: number; readonly cell: number; readonly band: number },
    base: number,
  ): void {
    const { state } = this;
    const { days, problem, prices } = state.ground;
    const missed = (prices.worth[PART.wish] ?? 0) * prices.weights.wishMissed;
    const place = job.options[option]?.place ?? NOWHERE;
    let start = state.clock.nextIn(band, cell, 0, job.minutes);
    while (start >= 0) {
      const companion = state.companions.freeFor(cell % days, place, start, start + job.minutes);
      if (companion >= 0) {
        const misses = state.clock.missesWish(unit.index, cell % days, start);
        const worth = base + (misses ? missed : 0);
        if (worth < this.bestWorth) {
          this.tryCell(unit, job, { option, cell, wished: false, lock: start, companion }, worth);
        }
      }
      start = state.clock.nextIn(band, cell, start + problem.slotStep, job.minutes);
    }
  }

  /** Every position among the stops of the day; `base` is the worth without travel. */
  private tryCell(unit: Unit, job: Job, way: Way, base: number): void {
    const { state } = this;
    const { clock } = state;
    const { cell, option } = way;
    const count = state.count[cell] ?? 0;
    if (count >= MOST_STOPS) return;
    const index = unit.index;
    // The clock reads what it times from the state; the visit is not placed, so nobody else does.
    state.optionOf[index] = option;
    state.wishedOnly[index] = way.wished ? 1 : 0;
    state.lockOf[index] = way.lock;
    const first = cell * MOST_STOPS;
    const perMinute = this.worthOfMinute;
    const from = state.from[cell] ?? 0;
    const to = state.to[cell] ?? 0;
    const before = state.travelOf[cell] ?? 0;
    const place = job.options[option]?.place ?? NOWHERE;
    for (let i = 0; i < count; i += 1) clock.order[i + 1] = state.stops[first + i] ?? 0;
    for (let at = 0; at <= count; at += 1) {
      // A visit moves up by swapping places with the stop after it.
      if (at > 0) clock.order[at - 1] = clock.order[at] ?? 0;
      clock.order[at] = index;
      if (place !== NOWHERE && base + this.detour(cell, at, count, place) * perMinute >= this.bestWorth)
        continue;
      const travel = clock.run(cell, count + 1, from, to);
      if (travel < 0) continue;
      const worth = base + (travel - before) * perMinute;
      if (worth < this.bestWorth) this.keep(way, at, NIGHT.none, worth);
    }
    const nights = state.ground.problem.specialists[job.options[option]?.specialist ?? 0]?.nights ?? 0;
    if (nights > 0 && way.atHome !== true) this.tryNights(job, way, base, nights);
    state.lockOf[index] = -1;
  }

  /** Minutes that a place adds between the stops before and after a position; 0 where a way is unknown. */
  private detour(cell: number, at: number, count: number, place: number): number {
    const { state } = this;
    const { travel, placeCount } = state.ground;
    const first = cell * MOST_STOPS;
    let from = NOWHERE;
    for (let i = at - 1; i >= 0 && from === NOWHERE; i -= 1)
      from = state.clock.placeOf(state.stops[first + i] ?? 0);
    if (from === NOWHERE) from = state.from[cell] ?? NOWHERE;
    let to = NOWHERE;
    for (let i = at; i < count && to === NOWHERE; i += 1)
      to = state.clock.placeOf(state.stops[first + i] ?? 0);
    if (to === NOWHERE) to = state.to[cell] ?? NOWHERE;
    const out = travel[from * placeCount + place] ?? UNKNOWN;
    const on = travel[place * placeCount + to] ?? UNKNOWN;
    const direct = travel[from * placeCount + to] ?? UNKNOWN;
    return out === UNKNOWN || on === UNKNOWN || direct === UNKNOWN ? -Infinity : out + on - direct;
  }

  private get worthOfMinute(): number {
    const { worth, weights } = this.state.ground.prices;
    return (worth[PART.travel] ?? 0) * weights.travelMinute;
  }

  /** Sleeping at the town, the night before or after. */
  private tryNights(job: Job, way: Way, base: number, nights: number): void {
    const { state } = this;
    const option = job.options[way.option];
    if (!option || option.place === NOWHERE) return;
    const { ground } = state;
    const home = ground.base[option.specialist] ?? NOWHERE;
    const out = ground.travel[home * ground.placeCount + option.place] ?? UNKNOWN;
    if (out !== UNKNOWN && out < FAR) return;
    for (const night of [NIGHT.before, NIGHT.after]) {
      const evening = night === NIGHT.before ? way.cell - 1 : way.cell;
      if (nightsInARow(state, evening) <= nights) this.tryNight(option, way, base, night);
    }
  }

  /** At a given time with a given night. */
  private tryOneNight(unit: Unit, job: Job, way: Way, base: number, night: number): void {
    const { state } = this;
    const option = job.options[way.option];
    const count = state.count[way.cell] ?? 0;
    if (!option || count >= MOST_STOPS) return;
    const { ground } = state;
    if (option.place === NOWHERE || option.place === ground.base[option.specialist]) return;
    const nights = ground.problem.specialists[option.specialist]?.nights ?? 0;
    const evening = night === NIGHT.before ? way.cell - 1 : way.cell;
    if (nightsInARow(state, evening) > nights) return;
    state.optionOf[unit.index] = way.option;
    state.wishedOnly[unit.index] = way.wished ? 1 : 0;
    state.lockOf[unit.index] = way.lock;
    state.clock.order[count] = unit.index;
    this.tryNight(option, way, base, night);
    state.lockOf[unit.index] = -1;
  }

  private tryNight(option: Option, way: Way, base: number, night: number): void {
    const { state } = this;
    const { clock, ground } = state;
    const { cell } = way;
    const { days, windowAt, prices } = ground;
    const other = night === NIGHT.before ? cell - 1 : cell + 1;
    const day = cell % days;
    if (night === NIGHT.before ? day === 0 : day === days - 1) return;
    if (windowAt[other] === windowAt[other + 1]) return;
    if (isAway(state, Math.min(cell, other))) return;
    const place = option.place;
    let sum = base + (prices.worth[PART.night] ?? 0) * prices.weights.nightAway;
    if (!state.isBusy(other)) sum += state.load.worthOfOpening(other, state.isBusy(cell) ? -1 : cell);
    if (sum >= this.bestWorth) return;
    const otherCount = state.count[other] ?? 0;
    const saved = clock.order.slice(0, MOST_STOPS + 1);
    for (let i = 0; i < otherCount; i += 1) clock.order[i] = state.stops[other * MOST_STOPS + i] ?? 0;
    const otherFrom = night === NIGHT.before ? (state.from[other] ?? 0) : place;
    const otherTo = night === NIGHT.before ? place : (state.to[other] ?? 0);
    const otherTravel = clock.run(other, otherCount, otherFrom, otherTo);
    clock.order.set(saved);
    if (otherTravel < 0) return;
    sum += (otherTravel - (state.travelOf[other] ?? 0)) * this.worthOfMinute;
    const count = state.count[cell] ?? 0;
    const first = cell * MOST_STOPS;
    const from = night === NIGHT.before ? place : (state.from[cell] ?? 0);
    const to = night === NIGHT.before ? (state.to[cell] ?? 0) : place;
    const unit = saved[count] ?? 0;
    for (let at = 0; at <= count; at += 1) {
      for (let i = 0; i < at; i += 1) clock.order[i] = state.stops[first + i] ?? 0;
      clock.order[at] = unit;
      for (let i = at; i < count; i += 1) clock.order[i + 1] = state.stops[first + i] ?? 0;
      const travel = clock.run(cell, count + 1, from, to);
      if (travel < 0) continue;
      const worth = sum + (travel - (state.travelOf[cell] ?? 0)) * this.worthOfMinute;
      if (worth < this.bestWorth) this.keep(way, at, night, worth);
    }
  }

  private keep(way: Way, at: number, night: number, worth: number): void {
    this.bestWorth = worth;
    this.way = way;
    this.bestAt = at;
    this.bestNight = night;
  }

  /** The best spot met, or null. */
  private get best(): Spot | null {
    const { way } = this;
    if (!way) return null;
    const { option, cell, wished, lock, companion = -1 } = way;
    return { option, cell, wished, lock, companion, at: this.bestAt, night: this.bestNight };
  }

  /** What a visit on that day costs whatever its start: everything but wish and travel. */
  private worthOfDay(unit: Unit, job: Job, option: Option, day: number, cell: number): number {
    const { state } = this;
    let sum = option.byDay ? (option.byDay.worth[day] ?? FORBIDDEN) : option.worth;
    sum += this.waitingWorth(unit, job, day);
    if (sum >= this.bestWorth) return sum;
    const { worth, weights } = state.ground.prices;
    if (isChange(state, job, unit.index, option.specialist)) {
      sum += (worth[PART.continuity] ?? 0) * weights.changeOfSpecialist;
    }
    if (!state.isBusy(cell)) sum += state.load.worthOfOpening(cell);
    const { standing } = unit;
    if (standing) {
      const { movedDay, movedSpecialist } = weights;
      const moved =
        standing.specialist !== option.specialist ? movedSpecialist : standing.day !== day ? movedDay : 0;
      sum += (worth[PART.disturbance] ?? 0) * moved;
    }
    if (job.campaign.length > 0) {
      sum += (worth[PART.roundOrder] ?? 0) * weights.roundBroken * overtakings(state, job, unit, day);
    }
    return sum;
  }

  private waitingWorth(unit: Unit, job: Job, day: number): number {
    const late = day - unit.dueDay;
    if (late <= 0) return 0;
    const { worth, weights } = this.state.ground.prices;
    return (
      (worth[PART.longWait] ?? 0) * weights.waitingWeek * waitingPoints(job, unit, day) +
      (worth[PART.earliness] ?? 0) * weights.dayLate * job.weight * late
    );
  }
}

/** Nights in a row if one more is spent away on that evening. */
function nightsInARow(state: PlanState, evening: number): number {
  const { days } = state.ground;
  const row = Math.floor(evening / days) * days;
  let nights = 1;
  let at = evening - 1;
  for (; at >= row && isAway(state, at); at -= 1) nights += 1;
  if (at < row && state.ground.heldBefore[row / days] === 1) nights += 1;
  for (at = evening + 1; at < row + days && isAway(state, at); at += 1) nights += 1;
  return nights;
}

const isAway = (state: PlanState, evening: number): boolean =>
  (state.nightBy[evening] ?? -1) >= 0 || state.ground.held[evening] === 1;

function roomFor(state: PlanState, job: Job, unit: Unit): Room | null {
  let { firstDay, lastDay } = job;
  if (firstDay < 0) return null;
  const { minGap, maxGap } = job;
  const avoid: number[] = [];
  const follow = (visitNo: number, day: number): void => {
    if (visitNo < unit.visitNo) {
      firstDay = Math.max(firstDay, day + minGap);
      if (visitNo === unit.visitNo - 1) lastDay = Math.min(lastDay, day + maxGap);
    } else {
      lastDay = Math.min(lastDay, day - minGap);
      if (visitNo === unit.visitNo + 1) firstDay = Math.max(firstDay, day - maxGap);
    }
  };
  for (const visit of job.fixed) {
    if (visit.visitNo === null) avoid.push(visit.day);
    else follow(visit.visitNo, visit.day);
  }
  for (const sibling of job.units) {
    if (sibling.index === unit.index) continue;
    if (state.isPlaced(sibling.index)) follow(sibling.visitNo, state.dayOf(sibling.index));
    // Numbers are used up in order, so that what is left out is always the last visits.
    else if (sibling.group === unit.group && sibling.index < unit.index) return null;
  }
  return firstDay <= lastDay ? { firstDay, lastDay, avoid } : null;
}

/** The last day that leaves room for the later visits of the request. */
function lastDayKept(state: PlanState, job: Job, unit: Unit, room: Room): number {
  let later = 0;
  for (const other of job.units) {
    if (other.group === unit.group && other.index > unit.index && !state.isPlaced(other.index)) later += 1;
  }
  if (later === 0) return room.lastDay;
  return room.lastDay - job.minGap * Math.min(later, Math.floor((room.lastDay - room.firstDay) / job.minGap));
}
