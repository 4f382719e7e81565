import type { BestSpot, Way } from './best-spot.js';
import type { DayFit } from './day-fit.js';
import { NOWHERE, UNKNOWN, type Job, type Option } from './ground.js';
import { NIGHT } from './night.js';
import { MOST_STOPS, type PlanState } from './plan-state.js';
import { PART } from './prices.js';
import type { VisitWorth } from './visit-worth.js';

/** A night away is only tried for towns at least this many minutes from the base. */
const FAR = 75;

/** Spots with a night in the visit's town, the evening before or after. */
export class NightSpots {
  private readonly kept = new Int32Array(MOST_STOPS + 1);

  constructor(
    private readonly state: PlanState,
    private readonly best: BestSpot,
    private readonly fit: DayFit,
    private readonly worth: VisitWorth,
  ) {}

  /** Both evenings, where sleeping there is worth a thought. `base` is the worth without travel. */
  look(unit: number, job: Job, way: Way, base: number): void {
    const { ground } = this.state;
    const option = job.options[way.option];
    if (!option || option.place === NOWHERE) return;
    const home = ground.base[option.specialist] ?? NOWHERE;
    const out = ground.travel[home * ground.placeCount + option.place] ?? UNKNOWN;
    if (out !== UNKNOWN && out < FAR) return;
    this.tryEvening(unit, option, way, base, NIGHT.before);
    this.tryEvening(unit, option, way, base, NIGHT.after);
  }

  /** One evening, however near the town is. */
  lookAt(unit: number, job: Job, way: Way, base: number, night: number): void {
    const option = job.options[way.option];
    if (!option || option.place === NOWHERE) return;
    if (option.place === this.state.ground.base[option.specialist]) return;
    this.tryEvening(unit, option, way, base, night);
  }

  private tryEvening(unit: number, option: Option, way: Way, base: number, night: number): void {
    const { state, best } = this;
    const { cell } = way;
    const { days, windowAt, prices, problem } = state.ground;
    if ((state.count[cell] ?? 0) >= MOST_STOPS) return;
    const nights = problem.specialists[option.specialist]?.nights ?? 0;
    const evening = night === NIGHT.before ? cell - 1 : cell;
    if (nightsInARow(state, evening) > nights) return;
    const other = night === NIGHT.before ? cell - 1 : cell + 1;
    const day = cell % days;
    if (night === NIGHT.before ? day === 0 : day === days - 1) return;
    if (windowAt[other] === windowAt[other + 1]) return;
    if (isAway(state, Math.min(cell, other))) return;
    let sum = base + (prices.worth[PART.night] ?? 0) * prices.weights.nightAway;
    if (!state.isBusy(other)) sum += state.load.worthOfOpening(other, state.isBusy(cell) ? -1 : cell);
    if (sum >= best.worth) return;
    const more = this.moreOfOtherDay(other, night, option.place);
    if (more === Infinity) return;
    this.tryPositions(unit, way, sum + more * this.worth.minute, night, option.place);
  }

  /** Minutes that the day before or after takes longer; Infinity = it no longer works. */
  private moreOfOtherDay(other: number, night: number, place: number): number {
    const { state } = this;
    const { order } = state.clock;
    const count = state.count[other] ?? 0;
    for (let i = 0; i < count; i += 1) order[i] = state.stops[other * MOST_STOPS + i] ?? 0;
    const from = night === NIGHT.before ? (state.from[other] ?? 0) : place;
    const to = night === NIGHT.before ? place : (state.to[other] ?? 0);
    const travel = state.clock.run(other, count, from, to);
    return travel < 0 ? Infinity : travel - (state.travelOf[other] ?? 0);
  }

  private tryPositions(unit: number, way: Way, sum: number, night: number, place: number): void {
    const { state, best } = this;
    const { clock } = state;
    const { cell } = way;
    const count = state.count[cell] ?? 0;
    const from = night === NIGHT.before ? place : (state.from[cell] ?? 0);
    const to = night === NIGHT.before ? (state.to[cell] ?? 0) : place;
    this.fit.ask(unit, way);
    for (let i = 0; i < count; i += 1) this.kept[i] = state.stops[cell * MOST_STOPS + i] ?? 0;
    for (let at = 0; at <= count; at += 1) {
      for (let i = 0; i < at; i += 1) clock.order[i] = this.kept[i] ?? 0;
      clock.order[at] = unit;
      for (let i = at; i < count; i += 1) clock.order[i + 1] = this.kept[i] ?? 0;
      const travel = clock.run(cell, count + 1, from, to);
      if (travel < 0) continue;
      const worth = sum + (travel - (state.travelOf[cell] ?? 0)) * this.worth.minute;
      if (worth < best.worth) best.keep(way, at, night, worth);
    }
    state.lockOf[unit] = -1;
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
