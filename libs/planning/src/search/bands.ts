import { MINUTES_PER_DAY, type Interval, type PlanningRequest, type Problem } from '../problem.js';

/** Starts allowed on a day, as inclusive spans [lo, hi, lo, hi, …] of minutes of the day. */
export type Band = Int32Array;

/** No start at all on that day. */
export const NO_BAND = -1;

/** Equal bands are kept once: most days of most requests are alike. */
export class BandStore {
  readonly bands: Band[] = [];
  private readonly byKey = new Map<string, number>();

  /** The number of the band with these spans; NO_BAND if there is none. */
  intern(spans: readonly Interval[]): number {
    if (spans.length === 0) return NO_BAND;
    const flat = spans.flatMap(({ start, end }) => [start, end]);
    const key = flat.join();
    const known = this.byKey.get(key);
    if (known !== undefined) return known;
    this.bands.push(Int32Array.from(flat));
    this.byKey.set(key, this.bands.length - 1);
    return this.bands.length - 1;
  }
}

/** For each day of the horizon: where a visit may start, and where it starts as wished. */
export interface DayBands {
  readonly allowed: Int32Array;
  /** NO_BAND where no wished half-day lies; only read if the request has wishes. */
  readonly wished: Int32Array;
  readonly hasWishes: boolean;
}

/** The bands of one request; `closed` holds the days on which every office is closed. */
export function bandsOf(
  problem: Problem,
  request: PlanningRequest,
  closed: ReadonlySet<number>,
  store: BandStore,
): DayBands {
  const { days, slotStep } = problem;
  const town = problem.towns?.[request.town];
  const hours = town?.officeHours ?? problem.officeHours;
  const townClosed = new Set(town?.closedDays ?? []);
  const frozen = request.emergency === true ? 0 : (problem.frozenUntil ?? 0);
  const notBefore = Math.max(request.earliest, frozen, 0);
  const notAfter = request.deadline ?? days * MINUTES_PER_DAY;
  const allowed = new Int32Array(days).fill(NO_BAND);
  const wished = new Int32Array(days).fill(NO_BAND);
  const hasWishes = request.wished.length > 0 && !request.onlyWished;
  const onlyWished = request.wished.length > 0 && request.onlyWished;
  const whole = store.intern(startsWithin(hours, request.minutes, slotStep));
  for (let day = 0; day < days; day += 1) {
    if (closed.has(day) || townClosed.has(day)) continue;
    const midnight = day * MINUTES_PER_DAY;
    if (midnight + MINUTES_PER_DAY <= notBefore || midnight >= notAfter) continue;
    const cut = midnight < notBefore || midnight + MINUTES_PER_DAY > notAfter;
    const wishes = hasWishes || onlyWished ? wishesOn(request, day) : [];
    const open = cut ? common(hours, [{ start: notBefore - midnight, end: notAfter - midnight }]) : hours;
    const asWished = wishes.length > 0 ? startsWithin(common(open, wishes), request.minutes, slotStep) : [];
    if (onlyWished) allowed[day] = store.intern(asWished);
    else allowed[day] = cut ? store.intern(startsWithin(open, request.minutes, slotStep)) : whole;
    if (hasWishes) wished[day] = store.intern(asWished);
  }
  return { allowed, wished, hasWishes };
}

function wishesOn(request: PlanningRequest, day: number): Interval[] {
  const midnight = day * MINUTES_PER_DAY;
  return request.wished
    .filter(({ start, end }) => end > midnight && start < midnight + MINUTES_PER_DAY)
    .map(({ start, end }) => ({ start: start - midnight, end: end - midnight }));
}

/** A visit must lie inside one span of each, so spans are cut pairwise and never joined. */
function common(a: readonly Interval[], b: readonly Interval[]): Interval[] {
  return a.flatMap((one) =>
    b
      .map((other) => ({ start: Math.max(one.start, other.start), end: Math.min(one.end, other.end) }))
      .filter(({ start, end }) => start < end),
  );
}

/** First and last start on the grid within each span. */
function startsWithin(spans: readonly Interval[], minutes: number, step: number): Interval[] {
  return spans
    .map(({ start, end }) => ({
      start: Math.ceil(start / step) * step,
      end: Math.floor((end - minutes) / step) * step,
    }))
    .filter(({ start, end }) => start <= end);
}
