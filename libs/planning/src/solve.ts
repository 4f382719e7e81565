import { construct, insertAll, urgentFirst } from './construct.js';
import { explainVisit } from './explain.js';
import { groundOf } from './ground.js';
import { improve } from './improve.js';
import type { Assignment, Plan, Unplaced } from './plan.js';
import { PlanView } from './plan-view.js';
import type { Problem } from './problem.js';
import { scoreOf } from './score.js';
import { SearchState } from './search-state.js';
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
}

/** What steers a run: the seed of chance, when to stop, and who wants to hear about it. */
export interface SolveOptions {
  readonly seed: number;
  readonly stop: Stop;
  readonly onProgress?: (progress: Progress) => void;
}

/** Iterations between two reports when nothing gets better. */
const REPORT_EVERY = 100;

/** Makes a plan. Same problem, seed and stop: same plan. Throws if the problem is not sound. */
export function solve(problem: Problem, options: SolveOptions): Plan {
  const faults = validateProblem(problem);
  if (faults.length > 0) throw new Error(`The planning problem is not sound: ${faults.join('; ')}`);
  const state = new SearchState(groundOf(problem));
  const { onProgress } = options;
  let done = 0;
  const report = (stage: Progress['stage']): void => {
    if (onProgress) onProgress(progressOf(state, stage, done));
  };
  construct(state);
  report('CONSTRUCT');
  improve(state, options.seed, options.stop, (iterations, isBetter) => {
    done = iterations;
    if (isBetter || iterations % REPORT_EVERY === 0) report('IMPROVE');
  });
  // What is left out now must really have no place, or its reasons would be wrong.
  insertAll(
    state,
    urgentFirst(state.ground.jobs).flatMap((job) => job.units),
    null,
  );
  report('DONE');
  return planOf(problem, assignmentsOf(state));
}

function progressOf(state: SearchState, stage: Progress['stage'], iterations: number): Progress {
  const placed = state.placements.filter((placement) => placement !== null).length;
  const unplaced = state.placements.length - placed;
  return { stage, iterations, placed, unplaced, travelMinutes: state.travelMinutes() };
}

function assignmentsOf(state: SearchState): readonly Assignment[] {
  const { problem, units } = state.ground;
  return units.flatMap((unit) => {
    const placement = state.placement(unit);
    const specialist = placement && problem.specialists[placement.option.specialist];
    if (!placement || !specialist) return [];
    const { request } = state.job(unit);
    return [
      {
        requestId: request.id,
        visitNo: unit.visitNo,
        specialistId: specialist.id,
        mode: placement.option.mode,
        start: placement.start,
        end: placement.start + request.minutes,
        travelBefore: 0,
        travelAfter: 0,
      },
    ];
  });
}

function planOf(problem: Problem, raw: readonly Assignment[]): Plan {
  const assignments = withTravel(problem, raw);
  const view = new PlanView(problem, assignments);
  const unplaced = problem.requests.flatMap((request): Unplaced[] => {
    const placed = new Set(view.siblings(request.id).map((sibling) => sibling.visitNo));
    const left = view.numbersOf(request.id).filter((visitNo) => !placed.has(visitNo));
    return left.map((visitNo) => ({
      requestId: request.id,
      visitNo,
      reasons: explainVisit(view, request, visitNo),
    }));
  });
  return { assignments, unplaced, score: scoreOf(problem, assignments) };
}
