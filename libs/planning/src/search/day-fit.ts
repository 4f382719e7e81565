import type { Way } from './best-spot.js';
import {
  isExact,
  minutesOf,
  NO_FIT,
  NOT_KNOWN,
  packFit,
  packLeast,
  positionOf,
  type FitBook,
} from './fit-book.js';
import { NOWHERE, UNKNOWN, type Job } from './ground.js';
import { MOST_STOPS, type PlanState } from './plan-state.js';

/**
 * Looks for the position among the stops of a day at which a visit adds the fewest minutes of travel. With
 * a book it remembers what it found for as long as the day stays as it is.
 */
export class DayFit {
  /** Out: minutes that the visit adds, and its position. */
  minutes = 0;
  at = 0;
  /** Whether a position was passed over because it takes too long. */
  private overlooked = false;

  constructor(
    private readonly state: PlanState,
    private readonly book: FitBook | null,
  ) {}

  /** Whether the visit fits and adds less than `most` minutes; may look no further once it cannot. */
  find(unit: number, job: Job, way: Way, most: number): boolean {
    const { book, state } = this;
    const entry = book && way.lock < 0 ? book.entryOf(job, way, state.ground.days) : -1;
    if (!book || entry < 0) return this.look(unit, job, way, most);
    const now = state.version[way.cell] ?? 0;
    const packed = book.read(entry, now);
    if (packed !== NOT_KNOWN) {
      this.minutes = minutesOf(packed);
      if (this.minutes >= most) return false;
      if (isExact(packed)) {
        this.at = positionOf(packed);
        return true;
      }
    }
    const fits = this.look(unit, job, way, most);
    const found = fits ? packFit(this.minutes, this.at) : this.overlooked ? packLeast(most) : NO_FIT;
    book.write(entry, now, found);
    return fits;
  }

  private look(unit: number, job: Job, way: Way, most: number): boolean {
    const { state } = this;
    const { clock } = state;
    const { cell, option } = way;
    const count = state.count[cell] ?? 0;
    this.overlooked = false;
    if (count >= MOST_STOPS) return false;
    this.ask(unit, way);
    const first = cell * MOST_STOPS;
    const from = state.from[cell] ?? 0;
    const to = state.to[cell] ?? 0;
    const before = state.travelOf[cell] ?? 0;
    const place = job.options[option]?.place ?? NOWHERE;
    let fewest = most;
    let found = -1;
    for (let i = 0; i < count; i += 1) clock.order[i + 1] = state.stops[first + i] ?? 0;
    for (let at = 0; at <= count; at += 1) {
      // A visit moves up by swapping places with the stop after it.
      if (at > 0) clock.order[at - 1] = clock.order[at] ?? 0;
      clock.order[at] = unit;
      if (place !== NOWHERE && this.detour(cell, at, count, place) >= fewest) {
        this.overlooked = true;
        continue;
      }
      const travel = clock.run(cell, count + 1, from, to);
      if (travel < 0) continue;
      if (travel - before >= fewest) {
        this.overlooked = true;
        continue;
      }
      fewest = travel - before;
      found = at;
    }
    state.lockOf[unit] = -1;
    this.minutes = fewest;
    this.at = found;
    return found >= 0;
  }

  /** The clock reads what it times from the state; the visit is not placed, so nobody else does. */
  ask(unit: number, way: Way): void {
    const { state } = this;
    state.optionOf[unit] = way.option;
    state.wishedOnly[unit] = way.wished ? 1 : 0;
    state.lockOf[unit] = way.lock;
  }

  /** Minutes that a place adds between the stops before and after a position; -Infinity where a way is unknown. */
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
}
