import type { Random } from '../random.js';
import type { Job } from './ground.js';
import type { SpotFinder } from './insertion.js';
import type { PlanState } from './plan-state.js';

/** Left-out visits tried again in one iteration, besides those just taken out. */
const MOST_RETRIED = 12;
/** Once in this many times the request for which the way was cleared takes its turn like any other. */
const LAST_CHOICE = 4;
/** Draws it takes at most to find them. */
const MOST_TRIES = 48;

/** Urgent requests first, then a town's first request, then those with the least choice. */
export function urgentFirst(jobs: readonly Job[]): readonly Job[] {
  const turn = new Map<Job, number>();
  const seen = new Map<number, number>();
  for (const job of [...jobs].sort((a, b) => b.urgency - a.urgency || a.index - b.index)) {
    const count = seen.get(job.town) ?? 0;
    turn.set(job, count);
    seen.set(job.town, count + 1);
  }
  return [...jobs].sort(
    (a, b) =>
      b.weight - a.weight ||
      (turn.get(a) ?? 0) - (turn.get(b) ?? 0) ||
      choiceOf(a) - choiceOf(b) ||
      b.urgency - a.urgency ||
      a.index - b.index,
  );
}

function choiceOf(job: Job): number {
  return job.options.length * Math.max(0, job.lastDay - job.firstDay + 1);
}

/** Puts the visits of these requests at their cheapest spots, request by request. */
export function insertJobs(state: PlanState, finder: SpotFinder, jobs: readonly Job[]): void {
  for (const job of jobs) {
    state.closeRanks(job);
    for (const unit of job.units) {
      if (state.isPlaced(unit.index)) continue;
      const spot = finder.find(unit.index);
      if (spot) state.place(unit.index, spot);
    }
    state.closeRanks(job);
  }
}

/** The requests that have lost a visit, and some that had none, in a varied order; `first` goes first. */
export function jobsToInsert(state: PlanState, random: Random, first: Job | null = null): readonly Job[] {
  const wanted = new Set<Job>();
  for (const unit of state.removed) wanted.add(state.job(unit));
  const { length } = state.ground.units;
  // Where all but those just taken out have a place, there is nothing more to try.
  let tries = length > state.placed + state.removed.length ? MOST_TRIES : 0;
  for (let retried = 0; retried < MOST_RETRIED && tries > 0; tries -= 1) {
    const unit = random.below(length);
    if (state.isPlaced(unit)) continue;
    wanted.add(state.job(unit));
    retried += 1;
  }
  const jobs = ordered([...wanted], random);
  return first && random.below(LAST_CHOICE) > 0 ? [first, ...jobs.filter((job) => job !== first)] : jobs;
}

function ordered(jobs: Job[], random: Random): readonly Job[] {
  const keys = new Map(jobs.map((job) => [job, random.below(1 << 20)]));
  const chance = (a: Job, b: Job): number => (keys.get(a) ?? 0) - (keys.get(b) ?? 0);
  switch (random.below(6)) {
    case 0:
      return jobs.sort((a, b) => b.weight - a.weight || chance(a, b));
    case 1:
      return jobs.sort((a, b) => choiceOf(a) - choiceOf(b) || chance(a, b));
    case 2:
      return jobs.sort((a, b) => b.units.length - a.units.length || chance(a, b));
    case 3:
      return jobs.sort((a, b) => a.firstDay - b.firstDay || chance(a, b));
    default:
      return jobs.sort(chance);
  }
}
