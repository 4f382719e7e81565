import { Findings, MOST, type Finding } from './finding.js';
import { addDoubts } from './doubts.js';
import { DEFAULT_POLICY } from './policy.js';
import {
  MINUTES_PER_DAY,
  type FixedVisit,
  type Interval,
  type PlanningRequest,
  type PlanningSpecialist,
  type Problem,
} from './problem.js';
import { SOFT_RULES } from './rules/index.js';

/** More visits of one request than any horizon holds. */
const MOST_VISITS = 10_000;
/** Months are counted in tables, so they must be small numbers. */
const MOST_MONTHS = 1_000;
const MOST_TIERS = 6;

/** What can be looked up, gathered once so that the checks stay linear. */
interface Known {
  readonly places: ReadonlySet<string>;
  readonly specialists: ReadonlySet<string>;
}

/** Everything wrong with a problem: what cannot be computed, or else what is surely not meant. */
export function findingsOf(problem: Problem): readonly Finding[] {
  const findings = new Findings();
  addFaults(problem, findings);
  if (findings.found.length === 0) addDoubts(problem, findings);
  return findings.found;
}

/** Every fault that keeps a problem from being computed, as a sentence; empty = sound. */
export function validateProblem(problem: Problem): readonly string[] {
  const findings = new Findings();
  addFaults(problem, findings);
  return findings.found.map(({ sentence }) => sentence.en);
}

function addFaults(problem: Problem, findings: Findings): void {
  const { specialists, requests, fixed } = problem;
  const known = { places: new Set(problem.places), specialists: new Set(ids(specialists)) };
  checkCalendar(problem, findings);
  checkTravel(problem, findings);
  checkPolicy(problem, findings);
  findings.unique(ids(specialists), { of: 'problem', field: 'specialist ids' });
  findings.unique(ids(requests), { of: 'problem', field: 'request ids' });
  findings.unique(ids(fixed), { of: 'problem', field: 'fixed visit ids' });
  for (const specialist of specialists) checkSpecialist(specialist, known, findings);
  for (const request of requests) checkRequest(request, known, findings);
  for (const visit of fixed) checkFixed(visit, known, findings);
  checkNumbers(fixed, 'fixed', findings);
  checkOthers(problem, known, findings);
}

function ids(things: readonly { readonly id: string }[]): readonly string[] {
  return things.map((thing) => thing.id);
}

function checkCalendar(problem: Problem, findings: Findings): void {
  const of = 'problem';
  const { days, monthOfDay, weekOfDay, slotStep } = problem;
  findings.integer(days, 1, { of, field: 'days' });
  if (monthOfDay.length !== days) findings.add('fatal', 'one-entry-per-day', { of, field: 'monthOfDay' });
  for (const month of monthOfDay) findings.integer(month, 0, { of, field: 'monthOfDay' }, MOST_MONTHS);
  if (weekOfDay) checkWeeks(weekOfDay, days, findings);
  for (const day of problem.closedDays) findings.integer(day, 0, { of, field: 'closedDays' });
  const sound = findings.integer(slotStep, 1, { of, field: 'slotStep' });
  if (sound && MINUTES_PER_DAY % slotStep !== 0)
    findings.add('fatal', 'step-divides-day', { of, field: 'slotStep' });
  checkHours(problem.officeHours, { of, field: 'officeHours' }, findings);
  if (problem.frozenUntil !== undefined)
    findings.integer(problem.frozenUntil, -MOST, { of, field: 'frozenUntil' });
  if (problem.reserve) {
    findings.integer(problem.reserve.halfDaysPerWeek, 0, { of, field: 'reserve.halfDaysPerWeek' });
    findings.integer(problem.reserve.level, 0, { of, field: 'reserve.level' });
  }
}

/** Week numbers without holes: a week that is missing would look like one without anybody free. */
function checkWeeks(weekOfDay: readonly number[], days: number, findings: Findings): void {
  const subject = { of: 'problem', field: 'weekOfDay' } as const;
  if (weekOfDay.length !== days) findings.add('fatal', 'one-entry-per-day', { ...subject });
  const inOrder = weekOfDay.every((week, day) => {
    const rise = week - (weekOfDay[day - 1] ?? 0);
    return rise === 0 || (rise === 1 && day > 0);
  });
  if (!inOrder) findings.add('fatal', 'weeks-in-order', { ...subject });
}

function checkHours(
  hours: readonly Interval[],
  subject: Parameters<Findings['span']>[1],
  findings: Findings,
): void {
  for (const span of hours) {
    const sound = findings.span(span, subject);
    if (sound && (span.start < 0 || span.end > MINUTES_PER_DAY))
      findings.add('fatal', 'not-within-one-day', { ...subject });
  }
  findings.disjoint(hours, subject);
}

function checkTravel(problem: Problem, findings: Findings): void {
  const { places, travel, travelBuffer } = problem;
  const of = 'problem';
  const size = places.length;
  findings.unique(places, { of, field: 'places' });
  const square = travel.length === size && travel.every((row) => row.length === size);
  if (!square) findings.add('fatal', 'not-square', { of, field: 'travel' });
  travel.forEach((row, from) => {
    row.forEach((minutes, to) => {
      if (minutes === null || (Number.isInteger(minutes) && minutes >= 0 && minutes <= MOST && from !== to))
        return;
      const field = `travel from ${places[from] ?? from} to ${places[to] ?? to}`;
      findings.integer(minutes, 0, { of, field });
      if (from === to && minutes !== 0) findings.add('fatal', 'not-zero', { of, field });
    });
  });
  findings.integer(travelBuffer.percent, 0, { of, field: 'travelBuffer.percent' });
  findings.integer(travelBuffer.minMinutes, 0, { of, field: 'travelBuffer.minMinutes' });
}

function checkPolicy({ policy }: Problem, findings: Findings): void {
  const of = 'policy';
  const rules = new Set<string>(SOFT_RULES.map(({ id }) => id));
  const tiers = policy?.tiers ?? [];
  if (tiers.length > MOST_TIERS)
    findings.add('fatal', 'too-many-tiers', { of, field: 'tiers', most: MOST_TIERS });
  const seen = new Set<string>();
  for (const rule of tiers.flat()) {
    findings.known(rule, rules, 'unknown-rule', { of, field: 'tiers' });
    if (seen.has(rule)) findings.add('fatal', 'rule-in-two-tiers', { of, field: 'tiers', rule });
    seen.add(rule);
  }
  const weights = new Set(Object.keys(DEFAULT_POLICY.weights));
  for (const [weight, points] of Object.entries(policy?.weights ?? {})) {
    findings.known(weight, weights, 'unknown-weight', { of, field: 'weights' });
    findings.integer(points, 0, { of, field: `weight ${weight}` });
  }
}

function checkSpecialist(specialist: PlanningSpecialist, known: Known, findings: Findings): void {
  const at = (field: string) => ({ of: 'specialist', id: specialist.id, field }) as const;
  findings.known(specialist.base, known.places, 'not-a-place', at('base'));
  for (const [skillId, level] of Object.entries(specialist.skills)) {
    findings.integer(level, 0, at(`skill ${skillId}`));
  }
  findings.windows(specialist.available, at('available'));
  for (const block of specialist.blocked ?? []) findings.span(block, at('blocked'));
  findings.disjoint(specialist.blocked ?? [], at('blocked'));
  findings.unique(specialist.modes, at('modes'));
  for (const field of ['monthlyDays', 'weeklyDays', 'weeklyCap', 'monthlyCap', 'nights'] as const) {
    const limit = specialist[field] ?? null;
    if (limit !== null) findings.integer(limit, 0, at(field));
  }
  for (const used of specialist.usedDaysByMonth) findings.integer(used, 0, at('usedDaysByMonth'));
  if (specialist.term) {
    findings.integer(specialist.term.firstDay, -MOST, at('term.firstDay'));
    findings.integer(specialist.term.lastDay, -MOST, at('term.lastDay'));
  }
  for (const { fromDay } of specialist.gates ?? []) {
    if (fromDay !== null) findings.integer(fromDay, -MOST, at('gates'));
  }
}

function checkRequest(request: PlanningRequest, known: Known, findings: Findings): void {
  const at = (field: string) => ({ of: 'request', id: request.id, field }) as const;
  findings.known(request.town, known.places, 'not-a-place', at('town'));
  findings.integer(request.priority, 1, at('priority'), 4);
  findings.integer(request.earliest, -MOST, at('earliest'));
  if (request.deadline !== null) findings.integer(request.deadline, -MOST, at('deadline'));
  findings.integer(request.visits, 0, at('visits'), MOST_VISITS);
  findings.integer(request.firstVisitNo, 1, at('firstVisitNo'));
  findings.integer(request.minutes, 1, at('minutes'));
  findings.integer(request.minGapDays, 0, at('minGapDays'));
  const maxGapDays = request.maxGapDays ?? null;
  if (maxGapDays !== null) findings.integer(maxGapDays, 0, at('maxGapDays'));
  findings.integer(request.waitingDays, 0, at('waitingDays'));
  for (const span of request.wished) findings.span(span, at('wished'));
  findings.unique(
    request.needs.map((need) => need.skillId),
    at('needs'),
  );
  for (const need of request.needs) findings.integer(need.level, 0, at(`skill ${need.skillId}`));
}

/** Clashes among fixed visits can be computed: they are facts that the search works around. */
function checkFixed(visit: FixedVisit, known: Known, findings: Findings): void {
  const at = (field: string) => ({ of: 'fixed', id: visit.id, field }) as const;
  findings.known(visit.specialistId, known.specialists, 'not-a-specialist', at('specialistId'));
  if (visit.place !== null) findings.known(visit.place, known.places, 'not-a-place', at('place'));
  if (findings.span(visit, at('time'))) findings.withinDay(visit, at('time'));
  if (visit.visitNo !== null) findings.integer(visit.visitNo, 1, at('visitNo'));
}

interface Numbered {
  readonly requestId: string | null;
  readonly visitNo: number | null;
}

function checkNumbers(visits: readonly Numbered[], of: 'fixed' | 'standing', findings: Findings): void {
  const taken = new Set<string>();
  for (const { requestId, visitNo } of visits) {
    if (requestId === null || visitNo === null) continue;
    const number = `${visitNo} of ${requestId}`;
    if (taken.has(number)) findings.add('fatal', 'fixed-twice', { of, field: number });
    taken.add(number);
  }
}

/** Companions, weekly sessions, what is special about towns, standing visits. */
function checkOthers(problem: Problem, known: Known, findings: Findings): void {
  const { companions = [], sessions = [], standing = [], towns = {} } = problem;
  findings.unique(ids(companions), { of: 'problem', field: 'companion ids' });
  findings.unique(ids(sessions), { of: 'problem', field: 'session ids' });
  for (const { id, base, available } of companions) {
    findings.known(base, known.places, 'not-a-place', { of: 'companion', id, field: 'base' });
    findings.windows(available, { of: 'companion', id, field: 'available' });
  }
  for (const session of sessions) {
    const at = (field: string) => ({ of: 'session', id: session.id, field }) as const;
    for (const specialistId of session.specialistIds) {
      findings.known(specialistId, known.specialists, 'not-a-specialist', at('specialistIds'));
    }
    findings.unique(session.specialistIds, at('specialistIds'));
    findings.integer(session.firstDay, 0, at('firstDay'));
    checkHours([session], at('time'), findings);
    if (session.place !== null) findings.known(session.place, known.places, 'not-a-place', at('place'));
  }
  for (const [town, { closedDays = [], busyDays = [], officeHours = [] }] of Object.entries(towns)) {
    for (const day of closedDays) findings.integer(day, 0, { of: 'town', id: town, field: 'closedDays' });
    for (const day of busyDays) findings.integer(day, 0, { of: 'town', id: town, field: 'busyDays' });
    checkHours(officeHours, { of: 'town', id: town, field: 'officeHours' }, findings);
  }
  for (const visit of standing) {
    const subject = { of: 'standing', id: visit.requestId, field: 'time' } as const;
    if (findings.span(visit, subject)) findings.withinDay(visit, subject);
    findings.integer(visit.visitNo, 1, { ...subject, field: 'visitNo' });
  }
  checkNumbers(standing, 'standing', findings);
}
