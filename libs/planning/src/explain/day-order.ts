import type { DayStop, PlanView } from '../plan-view.js';
import { dayOf } from '../problem.js';

/** More stops than any day has. */
const MOST_STOPS = 1024;
/** Days with nothing in them, begun and ended at home, are all alike. */
const FREE_DAY = -1;

/** Numbers the places among a specialist's stops that a visit of a length could take, day by day. */
export class DayOrder {
  private readonly days = new Map<number, readonly DayStop[] | null>();

  constructor(
    private readonly view: PlanView,
    private readonly specialistId: string,
    private readonly minutes: number,
  ) {}

  /** The same number: the same day and the same neighbours, or free days. `stays`: with a night away. */
  keyOf(start: number, stays: boolean): number {
    const day = dayOf(start);
    let stops = this.days.get(day);
    if (stops === undefined) this.days.set(day, (stops = this.stopsOf(day)));
    if (stops === null) return stays ? day * MOST_STOPS : FREE_DAY;
    const end = start + this.minutes;
    let position = 0;
    for (const stop of stops) {
      if (stop.start < start || (stop.start === start && stop.end <= end)) position += 1;
    }
    return day * MOST_STOPS + position;
  }

  private stopsOf(day: number): readonly DayStop[] | null {
    const { view, specialistId } = this;
    const stops = view.stops(specialistId, day);
    const atHome =
      view.nightPlace(specialistId, day - 1) === null && view.nightPlace(specialistId, day) === null;
    return stops.length === 0 && atHome ? null : stops;
  }
}
