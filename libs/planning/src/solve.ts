import { firstViolation } from './check.js';
import { leftOutIn } from './explain/explain-left-out.js';
import type { Assignment, Plan, Unplaced } from './plan.js';
import { PlanView } from './plan-view.js';
import { movableOf, type PlanningRequest, type Problem } from './problem.js';
import { seededRandom } from './random.js';
import { scoreOf } from './score.js';
import { groundOf } from './search/ground.js';
import { improve } from './search/improve.js';
import { SpotFinder } from './search/insertion.js';
import { loadPlan } from './search/load-plan.js';
import { PlanState } from './search/plan-state.js';
import { insertJobs, urgentFirst } from './search/recreate.js';
import { assignmentsOf, type Snapshot, snapshotOf } from './search/snapshot.js';
import { officeStarts, openDays, trialVisit, waysOf } from './explain/slots.js';
import type { Stop } from './stop.js';
import { withTravel } from './travel.js';
import { validateProblem } from './validate.js';

/** Where a run stands; travel in minutes, of all specialists and fixed visits included. */
export interface Progress {
  readonly stage: 'CONSTRUCT' | 'IMPROVE' | 'DONE';
  readonly iterations: number;
  readonly placed: number;
  readonly unplaced: number;
  readonly travelMinutes: number;
  /** Most days that a placed visit waits after its due day. */
  readonly longestWaitDays: number;
  /** Cost by tier of the policy. */
  readonly tiers: readonly number[];
}

/** What steers a run: the seed of chance, when to stop, where to begin, and who wants to hear about it. */
export interface SolveOptions {
  readonly seed: number;
  readonly stop: Stop;
  /** Visits to begin from; standing visits of the problem otherwise. */
  readonly start?: readonly Assignment[];
  readonly onProgress?: (progress: Progress) => void;
}

/** Iterations between two reports when nothing gets better. */
const REPORT_EVERY = 500;

/** Makes a plan. Same problem, seed and stop: same plan. Throws if the problem is not sound. */
export function solve(problem: Problem, options: SolveOptions): Plan {
  const faults = validateProblem(problem);
  if (faults.length > 0) throw new Error(`The planning problem is not sound: ${faults.join('; ')}`);
  const state = new PlanState(groundOf(problem));
  const { onProgress } = options;
  let done = 0;
  const report = (stage: Progress['stage'], best: Snapshot): void => {
    if (onProgress) onProgress(progressOf(state, stage, done, best));
  };
  loadPlan(state, options.start ?? standingVisits(problem));
  insertJobs(state, new SpotFinder(state, null), urgentFirst(state.ground.jobs));
  report('CONSTRUCT', snapshotOf(state));
  const best = improve(state, seededRandom(options.seed), options.stop, (iterations, found, isBetter) => {
    done = iterations;
    if (isBetter || iterations % REPORT_EVERY === 0) report('IMPROVE', found);
  });
  const plan = completed(problem, assignmentsOf(state, best));
  report('DONE', best);
  return plan;
}

function standingVisits(problem: Problem): Assignment[] {
  return movableOf(problem).map((visit) => ({ ...visit, travelBefore: 0, travelAfter: 0 }));
}

function progressOf(
  state: PlanState,
  stage: Progress['stage'],
  iterations: number,
  best: Snapshot,
): Progress {
  const { units, days } = state.ground;
  let longestWaitDays = 0;
  for (const { index, dueDay } of units) {
    const cell = best.cellOf[index] ?? -1;
    if (cell >= 0) longestWaitDays = Math.max(longestWaitDays, (cell % days) - dueDay);
  }
  const { placed, travelMinutes, tiers } = best;
  return {
    stage,
    iterations,
    placed,
    unplaced: units.length - placed,
    travelMinutes,
    longestWaitDays,
    tiers,
  };
}

/**
 * The plan with travel, score and reasons. What is left out must really have no place, or its reasons
 * would be wrong: a visit that the rules would still allow is placed here, and all reasons are given
 * beside the plan as it ends.
 */
function completed(problem: Problem, found: readonly Assignment[]): Plan {
  let raw = found;
  for (;;) {
    const view = new PlanView(problem, raw);
    const unplaced = leftOutIn(view);
    const spot = firstSpotIn(view, unplaced);
    if (!spot) {
      const assignments = withTravel(problem, raw);
      return { assignments, unplaced, score: scoreOf(problem, assignments) };
    }
    raw = [...raw, spot];
  }
}

/** A slot for the first of them that nothing stands against. */
function firstSpotIn(view: PlanView, unplaced: readonly Unplaced[]): Assignment | null {
  for (const { requestId, visitNo, reasons } of unplaced) {
    const request = reasons.length === 0 ? view.request(requestId) : undefined;
    const spot = request && firstSpot(view, request, visitNo);
    if (spot) return spot;
  }
  return null;
}

/** The first slot that breaks no rule, whoever comes. */
function firstSpot(view: PlanView, request: PlanningRequest, visitNo: number): Assignment | null {
  for (const start of officeStarts(view, request, openDays(view, request))) {
    for (const { id } of view.problem.specialists) {
      for (const way of waysOf(view, request, id)) {
        const trial = trialVisit(request, visitNo, id, way, start);
        if (!firstViolation(view, trial)) return trial;
      }
    }
  }
  return null;
}
