import { firstViolation } from '../check.js';
import type { Assignment, Facts } from '../plan.js';
import { PlanView } from '../plan-view.js';
import {
  dayOf,
  MINUTES_PER_DAY,
  windowsOf,
  type Interval,
  type PlanningRequest,
  type PlanningSpecialist,
  type Problem,
} from '../problem.js';
import { HARD_RULES } from '../rules/index.js';
import { officeStarts, openDays, trialVisit, waysOf } from './slots.js';

/** What could be changed, from the least to the most that is asked of people. */
export type ChangeKind =
  | 'ONLINE_INSTEAD'
  | 'ANY_TIME'
  | 'LATER_DEADLINE'
  | 'SHORTER_VISIT'
  | 'ONE_MORE_HALF_DAY'
  | 'ABOVE_THE_CAP'
  | 'TRAINING_OR_TERM'
  | 'ANOTHER_SPECIALIST';

/** One change with which a visit without a place would have one, tried out by the rules. */
export interface NearestChange {
  readonly kind: ChangeKind;
  readonly facts: Facts;
  /** Where the visit would then be. */
  readonly visit: Assignment;
}

/** Shortest visit in minutes that is still worth the way. */
const SHORTEST = 60;
/** Most changes named. */
const MOST = 3;

/** Up to three single changes that would give the first visit left out a place; empty if none would. */
export function nearestChanges(
  problem: Problem,
  assignments: readonly Assignment[],
  requestId: string,
): readonly NearestChange[] {
  const request = problem.requests.find(({ id }) => id === requestId);
  if (!request) return [];
  const placed = new Set(
    assignments.filter((one) => one.requestId === requestId).map(({ visitNo }) => visitNo),
  );
  const visitNo = new PlanView(problem, assignments).numbersOf(requestId).find((no) => !placed.has(no));
  if (visitNo === undefined) return [];
  const trial: Trial = { problem, assignments, request, visitNo };
  const found: NearestChange[] = [];
  for (const look of [
    onlineInstead,
    anyTime,
    laterDeadline,
    shorterVisit,
    moreOfSomeone,
    anotherSpecialist,
  ]) {
    if (found.length < MOST) found.push(...look(trial));
  }
  return found.slice(0, MOST);
}

interface Trial {
  readonly problem: Problem;
  readonly assignments: readonly Assignment[];
  readonly request: PlanningRequest;
  readonly visitNo: number;
}

function onlineInstead(trial: Trial): NearestChange[] {
  if (trial.request.mode !== 'ON_SITE') return [];
  const visit = slotWith(trial, { ...trial.request, mode: 'ONLINE' });
  return visit
    ? [{ kind: 'ONLINE_INSTEAD', facts: { specialistId: visit.specialistId, start: visit.start }, visit }]
    : [];
}

function anyTime(trial: Trial): NearestChange[] {
  if (!trial.request.onlyWished || trial.request.wished.length === 0) return [];
  const visit = slotWith(trial, { ...trial.request, onlyWished: false });
  return visit
    ? [{ kind: 'ANY_TIME', facts: { specialistId: visit.specialistId, start: visit.start }, visit }]
    : [];
}

/** Slots come by time, so the first one needs the fewest days more. */
function laterDeadline(trial: Trial): NearestChange[] {
  const { deadline } = trial.request;
  if (deadline === null) return [];
  const visit = slotWith(trial, { ...trial.request, deadline: null });
  if (!visit) return [];
  const days = dayOf(visit.end - 1) - dayOf(deadline - 1);
  return [
    { kind: 'LATER_DEADLINE', facts: { days, start: visit.start, specialistId: visit.specialistId }, visit },
  ];
}

function shorterVisit(trial: Trial): NearestChange[] {
  const { request, problem } = trial;
  for (let minutes = request.minutes - problem.slotStep; minutes >= SHORTEST; minutes -= problem.slotStep) {
    const visit = slotWith(trial, { ...request, minutes });
    if (visit)
      return [
        {
          kind: 'SHORTER_VISIT',
          facts: { minutes, start: visit.start, specialistId: visit.specialistId },
          visit,
        },
      ];
  }
  return [];
}

/** Of those who could serve the request at all, the first who could with a little more. */
function moreOfSomeone(trial: Trial): NearestChange[] {
  const found: NearestChange[] = [];
  for (const specialist of eligible(trial)) {
    for (const look of [oneMoreHalfDay, aboveTheCap, trainingOrTerm]) {
      const change = look(trial, specialist);
      if (change && !found.some(({ kind }) => kind === change.kind)) found.push(change);
    }
  }
  return found;
}

function oneMoreHalfDay(trial: Trial, specialist: PlanningSpecialist): NearestChange | null {
  const { problem, request } = trial;
  for (const half of halvesOff(problem, specialist)) {
    const more = { ...trial, problem: withSpecialist(problem, widened(specialist, half)) };
    const visit = slotIn(more, request, [specialist.id], dayOf(half.start));
    if (visit)
      return { kind: 'ONE_MORE_HALF_DAY', facts: { specialistId: specialist.id, start: half.start }, visit };
  }
  return null;
}

/** Office hours of open days in which a specialist is not on duty. */
function halvesOff(problem: Problem, specialist: PlanningSpecialist): Interval[] {
  const closed = new Set(problem.closedDays);
  const windows = windowsOf(specialist);
  const halves: Interval[] = [];
  for (let day = 0; day < problem.days; day += 1) {
    if (closed.has(day)) continue;
    for (const { start, end } of problem.officeHours) {
      const half = { start: day * MINUTES_PER_DAY + start, end: day * MINUTES_PER_DAY + end };
      if (!windows.some((window) => window.start < half.end && half.start < window.end)) halves.push(half);
    }
  }
  return halves;
}

function widened(specialist: PlanningSpecialist, half: Interval): PlanningSpecialist {
  const available = [...windowsOf(specialist), half].sort((a, b) => a.start - b.start);
  return { ...specialist, available, blocked: [] };
}

function aboveTheCap(trial: Trial, specialist: PlanningSpecialist): NearestChange | null {
  const { weeklyCap = null, monthlyCap = null } = specialist;
  if (weeklyCap === null && monthlyCap === null) return null;
  const more = (cap: number | null): number | null => (cap === null ? null : cap + 1);
  const raised = { ...specialist, weeklyCap: more(weeklyCap), monthlyCap: more(monthlyCap) };
  const visit = slotIn({ ...trial, problem: withSpecialist(trial.problem, raised) }, trial.request, [
    specialist.id,
  ]);
  return (
    visit && { kind: 'ABOVE_THE_CAP', facts: { specialistId: specialist.id, start: visit.start }, visit }
  );
}

function trainingOrTerm(trial: Trial, specialist: PlanningSpecialist): NearestChange | null {
  const { term = null, gates = [] } = specialist;
  if (term === null && gates.length === 0) return null;
  const ready = { ...specialist, term: null, gates: [] };
  const visit = slotIn({ ...trial, problem: withSpecialist(trial.problem, ready) }, trial.request, [
    specialist.id,
  ]);
  return (
    visit && { kind: 'TRAINING_OR_TERM', facts: { specialistId: specialist.id, start: visit.start }, visit }
  );
}

function anotherSpecialist(trial: Trial): NearestChange[] {
  const required = trial.request.requiredSpecialistId;
  if (required === null) return [];
  const visit = slotWith(trial, { ...trial.request, requiredSpecialistId: null });
  return visit
    ? [{ kind: 'ANOTHER_SPECIALIST', facts: { specialistId: visit.specialistId, start: visit.start }, visit }]
    : [];
}

/** The first slot if the request were like that. */
function slotWith(trial: Trial, request: PlanningRequest): Assignment | null {
  const requests = trial.problem.requests.map((one) => (one.id === request.id ? request : one));
  return slotIn({ ...trial, problem: { ...trial.problem, requests } }, request, null);
}

function slotIn(
  trial: Trial,
  request: PlanningRequest,
  only: readonly string[] | null,
  onDay?: number,
): Assignment | null {
  const view = new PlanView(trial.problem, trial.assignments);
  const who = only ?? eligible({ ...trial, request }).map(({ id }) => id);
  const days = openDays(view, request).filter((day) => onDay === undefined || day === onDay);
  for (const start of officeStarts(view, request, days)) {
    for (const id of who) {
      for (const way of waysOf(view, request, id)) {
        const visit = trialVisit(request, trial.visitNo, id, way, start);
        if (!firstViolation(view, visit)) return visit;
      }
    }
  }
  return null;
}

/** Whoever passes the rules about the two alone, in some mode. */
function eligible({ problem, assignments, request, visitNo }: Trial): readonly PlanningSpecialist[] {
  const requests = problem.requests.map((one) => (one.id === request.id ? request : one));
  const view = new PlanView({ ...problem, requests }, assignments);
  const rules = HARD_RULES.filter(({ scope }) => scope === 'pair');
  return problem.specialists.filter(({ id }) =>
    waysOf(view, request, id).some((way) => {
      const start = Math.max(0, dayOf(request.earliest)) * MINUTES_PER_DAY;
      const visit = trialVisit(request, visitNo, id, way, start);
      return rules.every((rule) => rule.id === 'visit-known' || rule.violations(view, visit).length === 0);
    }),
  );
}

const withSpecialist = (problem: Problem, changed: PlanningSpecialist): Problem => ({
  ...problem,
  specialists: problem.specialists.map((one) => (one.id === changed.id ? changed : one)),
});
