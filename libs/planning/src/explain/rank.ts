import type { Facts } from '../plan.js';
import { PlanView } from '../plan-view.js';
import {
  dayOf,
  type Interval,
  type PlanningRequest,
  type PlanningSpecialist,
  type Problem,
  type VisitMode,
} from '../problem.js';
import { officeStarts, openDays } from './slots.js';
import { frameObstacles, trialsOf, type WayTrial } from './trials.js';
import { obstacleFor } from './why-not.js';
import { SHORT_VISIT_MINUTES } from '../weights.js';

/** One part of a candidate's score: points out of max, and what they rest on. */
export interface CandidatePart {
  readonly id: 'skill' | 'travel' | 'load' | 'continuity' | 'slot' | 'wish';
  readonly points: number;
  readonly max: number;
  readonly facts: Facts;
}

/** A specialist who could take the request, with a score of 0-100. */
export interface Candidate {
  readonly specialistId: string;
  readonly score: number;
  readonly parts: readonly CandidatePart[];
  /** First slot in minutes of the horizon in which the first visit fits beside the fixed visits. */
  readonly firstSlot: Interval | null;
  /** Mode of the first slot. */
  readonly mode: VisitMode;
}

/** A specialist who cannot take the request, with the first rule that stands in the way. */
export interface ExcludedSpecialist {
  readonly specialistId: string;
  readonly ruleId: string;
  readonly facts: Facts;
}

/** Everyone in the problem, in one of the two lists. */
export interface Ranking {
  readonly candidates: readonly Candidate[];
  readonly excluded: readonly ExcludedSpecialist[];
}

const POINTS = { skill: 40, travel: 20, load: 15, continuity: 10, slot: 10, wish: 5 } as const;
/** Minutes of travel there and back, and days of waiting, at which no points are left. */
const FAR_MINUTES = 360;
const LATE_DAYS = 30;

/** Who could take a request, best first, judged beside the fixed visits only. */
export function rankCandidates(problem: Problem, requestId: string): Ranking {
  const asked = withVisit(problem, requestId);
  const view = new PlanView(asked, []);
  const request = view.request(requestId);
  if (!request) return { candidates: [], excluded: asked.specialists.map((s) => unknown(s.id)) };
  const candidates: Candidate[] = [];
  const excluded: ExcludedSpecialist[] = [];
  for (const specialist of asked.specialists) {
    const slot = firstSlot(view, request, specialist.id);
    const { id: specialistId } = specialist;
    if (slot) candidates.push(candidateOf(view, request, specialist, slot));
    else {
      const obstacle = obstacleFor(view, { requestId, specialistId });
      excluded.push(obstacle ? { specialistId, ...pickRule(obstacle) } : unknown(specialistId));
    }
  }
  candidates.sort(
    (a, b) =>
      b.score - a.score ||
      (a.firstSlot?.start ?? 0) - (b.firstSlot?.start ?? 0) ||
      (a.specialistId < b.specialistId ? -1 : 1),
  );
  return { candidates, excluded };
}

/** A request with nothing left to place is ranked as if one more visit were wanted. */
function withVisit(problem: Problem, requestId: string): Problem {
  const requests = problem.requests.map((request) =>
    request.id === requestId && request.visits === 0 ? { ...request, visits: 1 } : request,
  );
  return { ...problem, requests };
}

function pickRule(obstacle: { readonly ruleId: string; readonly facts: Facts }) {
  return { ruleId: obstacle.ruleId, facts: obstacle.facts };
}

function unknown(specialistId: string): ExcludedSpecialist {
  return { specialistId, ruleId: 'visit-known', facts: { specialistId, part: 'ids' } };
}

interface Slot extends Interval {
  readonly mode: VisitMode;
}

/** The first slot in the mode that suits best; in the other mode only if that one has none. */
function firstSlot(view: PlanView, request: PlanningRequest, specialistId: string): Slot | null {
  const tried = { request, visitNo: view.numbersOf(request.id)[0] ?? request.firstVisitNo };
  const trials = trialsOf(view, tried, specialistId, 0);
  if (trials.every(({ who }) => who)) return null;
  if (request.minutes > SHORT_VISIT_MINUTES) trials.sort((a, b) => onSiteFirst(a) - onSiteFirst(b));
  const starts = officeStarts(view, request, openDays(view, request));
  for (const trial of trials) {
    const start = starts.find((one) => !trial.first(one) && frameObstacles(view, tried, one, 1).length === 0);
    if (start !== undefined) return { start, end: start + request.minutes, mode: trial.way.mode };
  }
  return null;
}

const onSiteFirst = ({ way }: WayTrial): number => (way.mode === 'ON_SITE' ? 0 : 1);

function candidateOf(
  view: PlanView,
  request: PlanningRequest,
  specialist: PlanningSpecialist,
  slot: Slot,
): Candidate {
  const parts = [
    skillPart(request, specialist),
    travelPart(view, request, specialist, slot.mode),
    loadPart(view, specialist),
    continuityPart(view, request, specialist),
    slotPart(request, slot),
    wishPart(request, slot),
  ];
  const score = parts.reduce((sum, part) => sum + part.points, 0);
  const { start, end, mode } = slot;
  return { specialistId: specialist.id, score, parts, firstSlot: { start, end }, mode };
}

/** Levels covered, out of the levels asked for. */
function skillPart({ needs }: PlanningRequest, { skills }: PlanningSpecialist): CandidatePart {
  const asked = needs.reduce((sum, need) => sum + need.level, 0);
  const covered = needs.reduce((sum, need) => sum + Math.min(need.level, skills[need.skillId] ?? 0), 0);
  const points = asked === 0 ? POINTS.skill : share(POINTS.skill, covered, asked);
  return { id: 'skill', points, max: POINTS.skill, facts: { covered, asked } };
}

/** Minutes from the base and back; none online. */
function travelPart(
  view: PlanView,
  { town }: PlanningRequest,
  { base }: PlanningSpecialist,
  mode: VisitMode,
): CandidatePart {
  const ways = mode === 'ONLINE' ? [0] : [view.travel(base, town), view.travel(town, base)];
  // Only possible when fixed visits of the day lie on both sides; then the way is not known here.
  const known = ways.every((minutes) => minutes !== null);
  const minutes = known ? ways.reduce<number>((sum, way) => sum + (way ?? 0), 0) : FAR_MINUTES;
  const points = share(POINTS.travel, FAR_MINUTES - minutes, FAR_MINUTES);
  return { id: 'travel', points, max: POINTS.travel, facts: known ? { minutes, mode } : { mode } };
}

/** Days still free of those the guideline (or, without one, the calendar) offers in the horizon. */
function loadPart(view: PlanView, specialist: PlanningSpecialist): CandidatePart {
  const months = [...new Set(view.problem.monthOfDay)];
  const used = months.reduce((sum, month) => sum + (specialist.usedDaysByMonth[month] ?? 0), 0);
  const days = used + view.busyDays(specialist.id).length;
  const { monthlyDays } = specialist;
  const capacity =
    monthlyDays === null ? view.workingDays(specialist.id).length : monthlyDays * months.length;
  const points = capacity === 0 ? 0 : share(POINTS.load, capacity - days, capacity);
  return { id: 'load', points, max: POINTS.load, facts: { days, capacity } };
}

/** Full points for the specialist the town knows, or for everyone if it knows none. */
function continuityPart(
  view: PlanView,
  request: PlanningRequest,
  specialist: PlanningSpecialist,
): CandidatePart {
  const known = new Set(view.siblings(request.id).map((sibling) => sibling.specialistId));
  if (request.previousSpecialistId !== null) known.add(request.previousSpecialistId);
  const points = known.size === 0 || known.has(specialist.id) ? POINTS.continuity : 0;
  return { id: 'continuity', points, max: POINTS.continuity, facts: { known: known.size } };
}

/** How soon the first slot comes. */
function slotPart(request: PlanningRequest, slot: Slot): CandidatePart {
  const days = Math.max(0, dayOf(slot.start) - Math.max(0, dayOf(request.earliest)));
  const points = share(POINTS.slot, LATE_DAYS - days, LATE_DAYS);
  return { id: 'slot', points, max: POINTS.slot, facts: { start: slot.start, days } };
}

/** Whether the first slot is a wished one. */
function wishPart({ wished }: PlanningRequest, slot: Slot): CandidatePart {
  const met = wished.length === 0 || wished.some((span) => span.start <= slot.start && slot.end <= span.end);
  return { id: 'wish', points: met ? POINTS.wish : 0, max: POINTS.wish, facts: { met: met ? 1 : 0 } };
}

/** Whole points for a part of a whole, between 0 and max. */
function share(max: number, part: number, whole: number): number {
  return Math.max(0, Math.min(max, Math.floor((max * part) / whole)));
}
