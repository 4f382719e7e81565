import type { Findings } from './finding.js';
import { groupBy, indexOf, type ProblemIndex } from './problem-index.js';
import { dayOf, windowsOf, type FixedVisit, type PlanningRequest, type Problem } from './problem.js';

/** Adds what can be computed but is surely not meant. The problem must be free of fatal faults. */
export function addDoubts(problem: Problem, findings: Findings): void {
  const index = indexOf(problem);
  if (problem.specialists.length === 0) findings.add('finding', 'no-specialists', {});
  doubtSpecialists(problem, findings);
  doubtFixed(index, findings);
  doubtTowns(problem, findings);
  doubtRequests(problem, index, findings);
  doubtCompanions(problem, index, findings);
  doubtStanding(problem, index, findings);
}

function doubtSpecialists({ specialists }: Problem, findings: Findings): void {
  for (const { id: specialistId, term } of specialists) {
    if (!term || term.firstDay <= term.lastDay) continue;
    findings.add('finding', 'term-empty', { specialistId, firstDay: term.firstDay });
  }
}

/** Visits that never move and cannot all be right. */
function doubtFixed(index: ProblemIndex, findings: Findings): void {
  for (const [specialistId, visits] of groupBy(index.fixed, (visit) => visit.specialistId)) {
    const inOrder = visits.toSorted((a, b) => a.start - b.start || a.end - b.end);
    let end = -Infinity;
    for (const visit of inOrder) {
      const { start } = visit;
      if (start < end) findings.add('finding', 'fixed-overlap', { specialistId, id: visit.id, start });
      end = Math.max(end, visit.end);
      doubtWhen(index, visit, findings);
    }
  }
  for (const [requestId, visits] of index.fixedByRequest) {
    const numbered = visits
      .flatMap(({ visitNo, start }) => (visitNo === null ? [] : [{ visitNo, start }]))
      .toSorted((a, b) => a.visitNo - b.visitNo);
    numbered.forEach(({ visitNo, start }, i) => {
      const next = numbered[i + 1];
      if (next && next.start < start) findings.add('finding', 'fixed-out-of-order', { requestId, visitNo });
    });
  }
}

/** Visits for a request only: what stands for the training or the day off itself may well lie in a block. */
function doubtWhen(index: ProblemIndex, visit: FixedVisit, findings: Findings): void {
  const specialist = index.specialists.get(visit.specialistId);
  if (!specialist || visit.requestId === null) return;
  const { term, blocked = [] } = specialist;
  const { id, specialistId, start } = visit;
  const day = dayOf(start);
  if (term && (day < term.firstDay || day > term.lastDay)) {
    findings.add('finding', 'fixed-outside-term', { specialistId, id, start });
  }
  if (blocked.some((block) => block.start < visit.end && start < block.end)) {
    findings.add('finding', 'fixed-blocked', { specialistId, id, start });
  }
}

/** Towns that want to be visited and have no known way there and back from any base. */
function doubtTowns(problem: Problem, findings: Findings): void {
  const { places, travel, specialists, requests } = problem;
  if (specialists.length === 0) return;
  const placeIndex = new Map(places.map((place, index) => [place, index]));
  const bases = [...new Set(specialists.map(({ base }) => placeIndex.get(base) ?? -1))];
  const onSite = groupBy(requests, (request) =>
    request.mode === 'ON_SITE' && request.visits > 0 ? request.town : null,
  );
  for (const [town, asking] of onSite) {
    const to = placeIndex.get(town) ?? -1;
    const known = (a: number, b: number): boolean => a === b || (travel[a]?.[b] ?? null) !== null;
    if (bases.some((base) => known(base, to) && known(to, base))) continue;
    findings.add('finding', 'town-unreachable', { town, requests: asking.length });
  }
}

function doubtRequests(problem: Problem, index: ProblemIndex, findings: Findings): void {
  const offered = problem.specialists.reduce((sum, specialist) => sum + minutesOf(windowsOf(specialist)), 0);
  for (const request of problem.requests) {
    const { id: requestId, minutes, deadline, maxGapDays, minGapDays, requiredSpecialistId } = request;
    if (deadline !== null && Math.max(0, request.earliest) + minutes > deadline) {
      findings.add('finding', 'deadline-before-release', { requestId, deadline });
    }
    const longest = longestSpan(problem, request);
    if (minutes > longest)
      findings.add('finding', 'visit-longer-than-hours', { requestId, minutes, longest });
    const asked = minutes * request.visits;
    if (asked > offered && problem.specialists.length > 0) {
      findings.add('finding', 'need-above-capacity', { requestId, asked, offered });
    }
    if (requiredSpecialistId !== null && !index.specialists.has(requiredSpecialistId)) {
      findings.add('finding', 'required-specialist-unknown', { requestId, requiredSpecialistId });
    }
    if (typeof maxGapDays === 'number' && maxGapDays < minGapDays) {
      findings.add('finding', 'gaps-contradict', { requestId, maxGapDays, minGapDays });
    }
  }
  for (const [campaignId, [first, second]] of index.campaigns) {
    if (first && !second) findings.add('finding', 'campaign-of-one', { requestId: first.id, campaignId });
  }
}

function longestSpan({ towns, officeHours }: Problem, { town }: PlanningRequest): number {
  const hours = towns?.[town]?.officeHours ?? officeHours;
  return hours.reduce((longest, { start, end }) => Math.max(longest, end - start), 0);
}

function minutesOf(spans: readonly { readonly start: number; readonly end: number }[]): number {
  return spans.reduce((sum, { start, end }) => sum + end - start, 0);
}

function doubtCompanions(problem: Problem, index: ProblemIndex, findings: Findings): void {
  for (const { id: requestId, companion, visits } of problem.requests) {
    if (companion === true && visits > 0 && index.companions.size === 0) {
      findings.add('finding', 'nobody-to-come-along', { requestId });
    }
  }
  for (const { companionId, requestId } of [...problem.fixed, ...(problem.standing ?? [])]) {
    if (typeof companionId !== 'string' || index.companions.has(companionId)) continue;
    findings.add('finding', 'companion-unknown', { requestId: requestId ?? '', companionId });
  }
}

function doubtStanding(problem: Problem, index: ProblemIndex, findings: Findings): void {
  const movable = new Set(index.standing);
  for (const visit of problem.standing ?? []) {
    const { requestId, visitNo, specialistId } = visit;
    if (!index.requests.has(requestId)) {
      findings.add('finding', 'standing-request-unknown', { requestId, visitNo });
      continue;
    }
    const held =
      index.fixedByRequest.get(requestId)?.filter((fixed) => fixed.visitNo === visitNo).length ?? 0;
    const placeable = movable.has(visit) ? index.numbers.get(requestId)?.includes(visitNo) : held === 1;
    if (placeable !== true) {
      findings.add('finding', 'standing-number-unknown', { requestId, visitNo });
    }
    if (!index.specialists.has(specialistId)) {
      findings.add('finding', 'standing-specialist-unknown', { requestId, visitNo, specialistId });
    }
  }
}
