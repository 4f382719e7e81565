import type { PlanView } from '../plan-view.js';
import {
  MINUTES_PER_DAY,
  type PlanningRequest,
  type PlanningSpecialist,
  type Problem,
  type VisitMode,
} from '../problem.js';

/** Steps of the clock in a day: fine enough that no visit begins or ends between two of them. */
export interface Clock {
  /** Minutes of one step. */
  readonly step: number;
  readonly steps: number;
  /** Every start and every end lies on a step. */
  readonly isExact: boolean;
}

/** Finer than this the clock does not go; then visits count as a little shorter than they are. */
const FINEST = 5;

export function clockOf({ slotStep, requests }: Problem): Clock {
  const common = requests.reduce((sum, { minutes }) => greatestDivisor(sum, minutes), slotStep);
  const step = Math.max(FINEST, greatestDivisor(common, MINUTES_PER_DAY));
  return {
    step,
    steps: Math.ceil(MINUTES_PER_DAY / step),
    isExact: common % step === 0 && MINUTES_PER_DAY % step === 0,
  };
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}

/** Starts of one visit on one day, sorted by what they cost in points of the last tier × 1000. */
export interface StartsByCost {
  readonly cost: number;
  readonly minutes: readonly number[];
}

/** What the starts of a visit cost by themselves. */
export interface StartPrices {
  readonly wishMissed: number;
}

/**
 * Minutes of the day at which the request's own frame lets a visit start: office, dates, wishes, and one
 * companion at least who could come along if nothing else were planned.
 */
export function startsOfRequest(
  view: PlanView,
  request: PlanningRequest,
  day: number,
  mode: VisitMode,
  prices: StartPrices,
): readonly StartsByCost[] {
  const { problem } = view;
  if (view.isClosed(request.town, day)) return [];
  const midnight = day * MINUTES_PER_DAY;
  const free: number[] = [];
  const unwished: number[] = [];
  const hours = view.officeHours(request.town);
  const first = Math.ceil(midnight / problem.slotStep) * problem.slotStep;
  for (let start = first; start + request.minutes <= midnight + MINUTES_PER_DAY; start += problem.slotStep) {
    const minute = start - midnight;
    const end = start + request.minutes;
    if (!hours.some((span) => span.start <= minute && minute + request.minutes <= span.end)) continue;
    if (start < request.earliest || (request.deadline !== null && end > request.deadline)) continue;
    if (problem.frozenUntil !== undefined && start < problem.frozenUntil && request.emergency !== true)
      continue;
    if (request.companion === true && !someoneAlong(view, request, mode, start)) continue;
    const wished =
      request.wished.length === 0 || request.wished.some((span) => span.start <= start && end <= span.end);
    if (wished) free.push(minute);
    else if (!request.onlyWished) unwished.push(minute);
  }
  if (prices.wishMissed === 0) return [{ cost: 0, minutes: [...free, ...unwished].sort((a, b) => a - b) }];
  return [
    { cost: 0, minutes: free },
    { cost: prices.wishMissed, minutes: unwished },
  ];
}

function someoneAlong(view: PlanView, request: PlanningRequest, mode: VisitMode, start: number): boolean {
  const day = Math.floor(start / MINUTES_PER_DAY);
  const end = start + request.minutes;
  return (view.problem.companions ?? []).some(({ id }) => {
    const away = view.companionAway(id, mode === 'ON_SITE' ? request.town : null, { start, end });
    const windows = view.companionWindows(id, day);
    const first = windows[0];
    const last = windows[windows.length - 1];
    if (!away || !first || !last || away.start < first.start || away.end > last.end) return false;
    return windows.some((window) => window.start <= start && end <= window.end);
  });
}

/** Of these starts, those at which the visit lies inside one window of the specialist's day. */
export function startsInWindows(
  view: PlanView,
  specialist: PlanningSpecialist,
  day: number,
  length: number,
  minutes: readonly number[],
): readonly number[] {
  const midnight = day * MINUTES_PER_DAY;
  const windows = view.windows(specialist.id, day);
  return minutes.filter((minute) =>
    windows.some((window) => window.start <= midnight + minute && midnight + minute + length <= window.end),
  );
}
