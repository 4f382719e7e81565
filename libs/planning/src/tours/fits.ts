import { INFEASIBLE, NONE, type Ground } from './ground.js';
import type { TourState } from './tour-state.js';

/** Whether an open tour is of `day` (or of any, NONE), may take the stop and has room for its load. */
export function mayTake(state: TourState, stop: number, tour: number, day: number): boolean {
  const { ground, kind, load } = state;
  const { dimensions, kindCapacity, problem } = ground;
  const own = kind[tour] ?? 0;
  if (day !== NONE && ground.kindDay[own] !== day) return false;
  if (problem.allowed && problem.allowed[stop * ground.kinds + own] === 0) return false;
  for (let dimension = 0; dimension < dimensions; dimension += 1)
    if (
      (load[tour * dimensions + dimension] ?? 0) + (problem.loads[dimension]?.[stop] ?? 0) >
      (kindCapacity[own * dimensions + dimension] ?? 0)
    )
      return false;
  return true;
}

/** Cost of a tour of its own; INFEASIBLE if even that is too long or too much. */
export function costOfNewTour(ground: Ground, stop: number, kind: number): number {
  const { places, dimensions, problem } = ground;
  const start = ground.kindStart[kind] ?? 0;
  const end = ground.kindEnd[kind] ?? 0;
  for (let dimension = 0; dimension < dimensions; dimension += 1)
    if ((problem.loads[dimension]?.[stop] ?? 0) > (ground.kindCapacity[kind * dimensions + dimension] ?? 0))
      return INFEASIBLE;
  const arrival = (ground.kindOpen[kind] ?? 0) + (problem.duration[start * places + stop] ?? 0);
  if (arrival > (problem.latest[stop] ?? 0)) return INFEASIBLE;
  const done = Math.max(arrival, problem.earliest[stop] ?? 0) + (problem.service[stop] ?? 0);
  if (done + (problem.duration[stop * places + end] ?? 0) > (ground.kindClose[kind] ?? 0)) return INFEASIBLE;
  return (problem.distance[start * places + stop] ?? 0) + (problem.distance[stop * places + end] ?? 0);
}
