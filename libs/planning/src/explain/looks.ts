import type { Assignment, Facts } from '../plan.js';
import { PlanView } from '../plan-view.js';
import { dayOf, MINUTES_PER_DAY, type PlanningSpecialist } from '../problem.js';
import { asIf, earliest, helps, startsIn, waysIn, type Search } from './change-search.js';
import { halvesOff, widened } from './changed-problem.js';
import { focusOnPair } from './focus.js';
import type { ChangeKind, NearestChange } from './change.js';
import { everyDay } from './slots.js';
import { trialsOf } from './trials.js';

/** Looks for one kind of change: the earliest place it would open, or null. */
type Look = (search: Search) => NearestChange | null;

/** Shortest visit in minutes that is still worth the way. */
const SHORTEST = 60;

/** In the order of `ChangeKind`. */
export const LOOKS: readonly Look[] = [
  onlineInstead,
  anyTime,
  laterDeadline,
  shorterVisit,
  townOpens,
  oneMoreHalfDay,
  (search) => aboveTheCap(search, 'WEEK') ?? aboveTheCap(search, 'MONTH'),
  (search) => trainedEarlier(search) ?? longerTerm(search),
  anotherSpecialist,
];

function change(kind: ChangeKind, visit: Assignment, more: Facts = {}): NearestChange {
  return { kind, visit, facts: { specialistId: visit.specialistId, start: visit.start, ...more } };
}

function onlineInstead(search: Search): NearestChange | null {
  if (search.request.mode !== 'ON_SITE') return null;
  return earliest(asIf(search, { mode: 'ONLINE' }), {}, (visit) => change('ONLINE_INSTEAD', visit));
}

function anyTime(search: Search): NearestChange | null {
  const { onlyWished, wished } = search.request;
  if (!onlyWished || wished.length === 0) return null;
  return earliest(search, { ignored: ['only-wished'] }, (visit) => change('ANY_TIME', visit));
}

/** Slots come by time, so the first one needs the fewest days more. */
function laterDeadline(search: Search): NearestChange | null {
  const { deadline } = search.request;
  if (deadline === null) return null;
  return earliest(search, { ignored: ['deadline'] }, (visit) =>
    change('LATER_DEADLINE', visit, { days: Math.ceil((visit.end - deadline) / MINUTES_PER_DAY) }),
  );
}

/** The longest that fits. All visits of a request are as long, so none must have its place already. */
function shorterVisit(search: Search): NearestChange | null {
  const { view, request } = search;
  const { slotStep } = view.problem;
  if (view.siblings(request.id).some(({ visit }) => visit !== null)) return null;
  const lengths: number[] = [];
  for (let minutes = request.minutes - slotStep; minutes >= SHORTEST; minutes -= slotStep)
    lengths.push(minutes);
  const withLength = (minutes: number): NearestChange | null =>
    earliest(asIf(search, { minutes }), {}, (visit) => change('SHORTER_VISIT', visit, { minutes }));
  const shortest = lengths.pop();
  // What does not fit even the shortest fits no longer one.
  const least = shortest === undefined ? null : withLength(shortest);
  if (!least) return null;
  for (const minutes of lengths) {
    const found = withLength(minutes);
    if (found) return found;
  }
  return least;
}

/** Days on which only this town is closed. */
function townOpens(search: Search): NearestChange | null {
  const { view, request } = search;
  const { town } = request;
  const own = new Set(view.problem.towns?.[town]?.closedDays);
  const days = everyDay(view).filter((day) => own.has(day) && !view.closed.has(day));
  if (days.length === 0) return null;
  return earliest(search, { days, ignored: ['town-office-open'] }, (visit) =>
    change('TOWN_OPENS', visit, { town, day: dayOf(visit.start) }),
  );
}

/** The earliest half-day that someone who could serve the request would have to add. */
function oneMoreHalfDay(search: Search): NearestChange | null {
  const { view, request, visitNo } = search;
  const officeHours = view.officeHours(request.town);
  const starts = startsIn(search, {});
  const ids = new Set(waysIn(search, {}).map(({ specialistId }) => specialistId));
  const found: { readonly visit: Assignment; readonly one: PlanningSpecialist }[] = [];
  for (const one of view.problem.specialists) {
    if (!ids.has(one.id) || starts.length === 0) continue;
    // Whoever worked all the time could hold it wherever one half-day more would do, and elsewhere.
    const always = { ...one, available: widened(one, halvesOff(view.problem, officeHours, one)) };
    const focus = focusOnPair(view, request, always);
    const small = new PlanView(focus.problem, focus.assignments);
    for (const trial of trialsOf(small, { request, visitNo }, one.id, 0)) {
      for (const start of starts) {
        if (!trial.first(start)) found.push({ visit: trial.at(start), one });
      }
    }
  }
  found.sort((a, b) => a.visit.start - b.visit.start);
  for (const { visit, one } of found) {
    const days = daysOf(visit);
    for (const { start, end } of halvesOff(view.problem, officeHours, one)) {
      if (!days.includes(dayOf(start))) continue;
      const half = change('ONE_MORE_HALF_DAY', visit, { start, end });
      if (helps(search, half)) return half;
    }
  }
  return null;
}

/** The day of a visit and those beside its nights. */
function daysOf({ start, nightBefore, nightAfter }: Assignment): readonly number[] {
  const day = dayOf(start);
  return [day, ...(nightBefore === true ? [day - 1] : []), ...(nightAfter === true ? [day + 1] : [])];
}

function aboveTheCap(search: Search, period: 'WEEK' | 'MONTH'): NearestChange | null {
  const cap = period === 'WEEK' ? 'weeklyCap' : 'monthlyCap';
  const specialists = search.view.problem.specialists.filter((one) => (one[cap] ?? null) !== null);
  const ignored = [period === 'WEEK' ? 'weekly-cap' : 'monthly-cap'];
  return earliest(search, { specialists, ignored }, (visit) => {
    const days = specialists.find(({ id }) => id === visit.specialistId)?.[cap] ?? 0;
    return change('ABOVE_THE_CAP', visit, { period, cap: days });
  });
}

function trainedEarlier(search: Search): NearestChange | null {
  const specialists = search.view.problem.specialists.filter(({ gates = [] }) => gates.length > 0);
  const { town } = search.request;
  return earliest(search, { specialists, ignored: ['training-gate'] }, (visit) =>
    change('TRAINING_OR_TERM', visit, { part: 'TRAINING', town, day: dayOf(visit.start) }),
  );
}

function longerTerm(search: Search): NearestChange | null {
  const specialists = search.view.problem.specialists.filter(({ term }) => term);
  return earliest(search, { specialists, ignored: ['within-term'] }, (visit) =>
    change('TRAINING_OR_TERM', visit, { part: 'TERM', day: dayOf(visit.start) }),
  );
}

function anotherSpecialist(search: Search): NearestChange | null {
  if (search.request.requiredSpecialistId === null) return null;
  return earliest(search, { ignored: ['required-specialist'] }, (visit) =>
    change('ANOTHER_SPECIALIST', visit),
  );
}
