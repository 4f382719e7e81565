import {
  dayOf,
  MINUTES_PER_DAY,
  type FixedVisit,
  type Interval,
  type PlanningRequest,
  type PlanningSpecialist,
  type Problem,
} from './problem.js';

/** Collects faults as sentences for the developer or operator who built the problem. */
class Faults {
  readonly found: string[] = [];

  unless(sound: boolean, fault: string): void {
    if (!sound) this.found.push(fault);
  }

  integer(value: number, least: number, name: string): void {
    this.unless(Number.isInteger(value) && value >= least, `${name} must be an integer of at least ${least}`);
  }

  unique(values: readonly (string | number)[], name: string): void {
    this.unless(new Set(values).size === values.length, `${name} must not repeat`);
  }

  interval(span: Interval, name: string): void {
    const whole = Number.isInteger(span.start) && Number.isInteger(span.end);
    this.unless(whole && span.start < span.end, `${name} must be integers with start before end`);
  }

  disjoint(spans: readonly Interval[], name: string): void {
    const ordered = spans.every((span, i) => span.start >= (spans[i - 1]?.end ?? span.start));
    this.unless(ordered, `${name} must be sorted and must not overlap`);
  }
}

/** Every fault of a problem as a sentence; empty = sound. */
export function validateProblem(problem: Problem): readonly string[] {
  const faults = new Faults();
  checkCalendar(problem, faults);
  checkTravel(problem, faults);
  faults.unique(ids(problem.specialists), 'specialist ids');
  faults.unique(ids(problem.requests), 'request ids');
  faults.unique(ids(problem.fixed), 'fixed visit ids');
  for (const specialist of problem.specialists) checkSpecialist(problem, specialist, faults);
  for (const request of problem.requests) checkRequest(problem, request, faults);
  for (const visit of problem.fixed) checkFixed(problem, visit, faults);
  return faults.found;
}

function ids(things: readonly { readonly id: string }[]): readonly string[] {
  return things.map((thing) => thing.id);
}

function checkCalendar(problem: Problem, faults: Faults): void {
  faults.integer(problem.days, 1, 'days');
  faults.unless(problem.monthOfDay.length === problem.days, 'monthOfDay must have one entry per day');
  for (const month of problem.monthOfDay) faults.integer(month, 0, 'monthOfDay');
  for (const day of problem.closedDays) faults.integer(day, 0, 'closedDays');
  faults.integer(problem.slotStep, 1, 'slotStep');
  faults.unless(MINUTES_PER_DAY % problem.slotStep === 0, 'slotStep must divide 1440');
  for (const span of problem.officeHours) {
    faults.interval(span, 'officeHours');
    faults.unless(span.start >= 0 && span.end <= MINUTES_PER_DAY, 'officeHours must lie within one day');
  }
  faults.disjoint(problem.officeHours, 'officeHours');
}

function checkTravel(problem: Problem, faults: Faults): void {
  const size = problem.places.length;
  faults.unique(problem.places, 'places');
  const square = problem.travel.length === size && problem.travel.every((row) => row.length === size);
  faults.unless(square, 'travel must be square: one row and one column per place');
  problem.travel.forEach((row, from) => {
    row.forEach((minutes, to) => {
      const name = `travel from ${problem.places[from] ?? from} to ${problem.places[to] ?? to}`;
      if (minutes !== null) faults.integer(minutes, 0, name);
      if (from === to) faults.unless(minutes === 0 || minutes === null, `${name} must be 0 or null`);
    });
  });
  faults.integer(problem.travelBuffer.percent, 0, 'travelBuffer.percent');
  faults.integer(problem.travelBuffer.minMinutes, 0, 'travelBuffer.minMinutes');
}

function checkSpecialist(problem: Problem, specialist: PlanningSpecialist, faults: Faults): void {
  const name = `specialist ${specialist.id}`;
  faults.unless(problem.places.includes(specialist.base), `${name}: base is not a place`);
  for (const [skillId, level] of Object.entries(specialist.skills)) {
    faults.integer(level, 0, `${name}: skill ${skillId}`);
  }
  for (const span of specialist.available) {
    faults.interval(span, `${name}: available`);
    const oneDay = dayOf(span.start) === dayOf(span.end - 1);
    faults.unless(oneDay, `${name}: a window must lie within one day`);
  }
  faults.disjoint(specialist.available, `${name}: available`);
  faults.unique(specialist.modes, `${name}: modes`);
  if (specialist.monthlyDays !== null) faults.integer(specialist.monthlyDays, 0, `${name}: monthlyDays`);
  for (const used of specialist.usedDaysByMonth) faults.integer(used, 0, `${name}: usedDaysByMonth`);
}

function checkRequest(problem: Problem, request: PlanningRequest, faults: Faults): void {
  const name = `request ${request.id}`;
  faults.unless(problem.places.includes(request.town), `${name}: town is not a place`);
  faults.unless([1, 2, 3, 4].includes(request.priority), `${name}: priority must be 1, 2, 3 or 4`);
  faults.unless(Number.isInteger(request.earliest), `${name}: earliest must be an integer`);
  const deadline = request.deadline;
  faults.unless(deadline === null || Number.isInteger(deadline), `${name}: deadline must be an integer`);
  faults.integer(request.visits, 0, `${name}: visits`);
  faults.integer(request.firstVisitNo, 1, `${name}: firstVisitNo`);
  faults.integer(request.minutes, 1, `${name}: minutes`);
  faults.unless(request.minutes <= MINUTES_PER_DAY, `${name}: minutes must fit one day`);
  faults.integer(request.minGapDays, 0, `${name}: minGapDays`);
  faults.integer(request.waitingDays, 0, `${name}: waitingDays`);
  for (const span of request.wished) faults.interval(span, `${name}: wished`);
  const required = request.requiredSpecialistId;
  const known = required === null || ids(problem.specialists).includes(required);
  faults.unless(known, `${name}: requiredSpecialistId is not a specialist`);
  const skills = request.needs.map((need) => need.skillId);
  faults.unique(skills, `${name}: needs`);
  for (const need of request.needs) faults.integer(need.level, 0, `${name}: skill ${need.skillId}`);
}

/** Clashes among fixed visits are no fault: they are facts that the search works around. */
function checkFixed(problem: Problem, visit: FixedVisit, faults: Faults): void {
  const name = `fixed visit ${visit.id}`;
  const place = visit.place;
  faults.unless(ids(problem.specialists).includes(visit.specialistId), `${name}: unknown specialist`);
  faults.unless(place === null || problem.places.includes(place), `${name}: place is not a place`);
  faults.interval(visit, name);
  faults.unless(dayOf(visit.start) === dayOf(visit.end - 1), `${name} must lie within one day`);
  if (visit.visitNo !== null) faults.integer(visit.visitNo, 1, `${name}: visitNo`);
  const twin = problem.fixed.find(
    (other) => other !== visit && other.requestId === visit.requestId && other.visitNo === visit.visitNo,
  );
  const numbered = visit.requestId !== null && visit.visitNo !== null;
  faults.unless(!numbered || twin === undefined, `${name}: its visit number is fixed twice`);
}
