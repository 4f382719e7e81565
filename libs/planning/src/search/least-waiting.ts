import { FORBIDDEN, type Ground, type Job, type Sibling, type Unit } from './ground.js';
import { waitingPoints } from './unit-points.js';

/**
 * By unit: points of waiting that no plan can avoid, by offices, working days and gaps alone; Infinity = no
 * day at all. The search looks at what is above.
 */
export function leastWaiting(ground: Ground): Float64Array {
  const least = new Float64Array(ground.units.length);
  for (const job of ground.jobs) {
    let from = 0;
    for (const unit of job.units) {
      const day = firstDayFor(ground, job, unit, from);
      least[unit.index] = day < 0 ? Infinity : waitingPoints(job, unit, day);
      if (day >= 0) from = day + job.minGap;
    }
  }
  return least;
}

/** The first day from a day on at which somebody could come if nothing else were planned; -1 = none. */
function firstDayFor(ground: Ground, job: Job, unit: Unit, from: number): number {
  let last = job.lastDay;
  let first = Math.max(from, job.firstDay);
  for (const { visitNo, day } of job.fixed) {
    if (visitNo === null) continue;
    if (visitNo < unit.visitNo) first = Math.max(first, day + job.minGap);
    else last = Math.min(last, day - job.minGap);
  }
  for (let day = Math.max(0, first); day <= last; day += 1) {
    if ((job.bands.allowed[day] ?? -1) < 0 || isNear(job.fixed, day, job.minGap)) continue;
    if (job.options.some(({ specialist, byDay }) => works(ground, specialist, day) && isAllowed(byDay, day)))
      return day;
  }
  return -1;
}

function isNear(fixed: readonly Sibling[], day: number, minGap: number): boolean {
  return fixed.some((visit) => visit.visitNo === null && Math.abs(visit.day - day) < minGap);
}

function works({ nextWorkday, days }: Ground, specialist: number, day: number): boolean {
  return nextWorkday[specialist * days + day] === day;
}

function isAllowed(byDay: { readonly worth: Float64Array } | null, day: number): boolean {
  return byDay === null || byDay.worth[day] !== FORBIDDEN;
}
