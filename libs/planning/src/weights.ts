/*
 * The price list: the only numbers both the rules and the search know.
 * One point of the last tier is worth one minute of travel.
 */

/** Weight of a request by priority 1-4 (index 0 is unused). */
export const PRIORITY_WEIGHT: readonly number[] = [0, 1, 2, 4, 8];

/** Points per weight for a visit left out. */
export const LEFT_OUT_VISIT = 10;
/** Points for a town with nothing at all: less than any visit, so it only decides between equals. */
export const LEFT_OUT_TOWN = 5;

/** Urgency = this × priority weight + one per started step of waiting, up to the cap. */
export const URGENCY_PER_PRIORITY = 4;
/** Days of waiting since filing that add one point of urgency. */
export const WAITING_STEP_DAYS = 15;
/** Most points of urgency that waiting can add. */
export const WAITING_STEPS_AT_MOST = 8;
/** Waiting is counted in full weeks, so that inside a week travel and wishes decide. */
export const WAITING_UNIT_DAYS = 7;

/** Points per missing level of a skill that is not essential. */
export const SHORTFALL_PER_LEVEL = 30;
/** Points for a visit outside the wished half-days. */
export const WISH_MISSED = 60;
/** Points per further specialist on one request. */
export const CHANGE_OF_SPECIALIST = 60;
/** Points per day above a monthly guideline. */
export const DAY_ABOVE_GUIDELINE = 60;
/** Points for a short visit on site that could have been online. */
export const SHORT_VISIT_ON_SITE = 40;
/** Longest visit in minutes for which online is preferred. */
export const SHORT_VISIT_MINUTES = 120;
/** Points per minute of travel. */
export const TRAVEL_PER_MINUTE = 1;
/** Balance: this × days² / capacity per specialist. */
export const BALANCE = 20;

/** Urgency of a request: integer, from its priority and the days since it was filed. */
export function urgencyOf(request: { readonly priority: number; readonly waitingDays: number }): number {
  const steps = Math.min(WAITING_STEPS_AT_MOST, Math.floor(request.waitingDays / WAITING_STEP_DAYS));
  return URGENCY_PER_PRIORITY * (PRIORITY_WEIGHT[request.priority] ?? 0) + steps;
}
