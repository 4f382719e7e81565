import type { Job, Unit } from './ground.js';
import { bestPlacement } from './insertion.js';
import type { Random } from './random.js';
import type { SearchState } from './search-state.js';

/** Urgent requests first, then a town's first request, then those with the least choice. */
export function urgentFirst(jobs: readonly Job[]): readonly Job[] {
  const turn = new Map<Job, number>();
  const seen = new Map<number, number>();
  for (const job of [...jobs].sort((a, b) => b.urgency - a.urgency)) {
    const count = seen.get(job.town) ?? 0;
    turn.set(job, count);
    seen.set(job.town, count + 1);
  }
  return [...jobs].sort(
    (a, b) =>
      b.weight - a.weight ||
      (turn.get(a) ?? 0) - (turn.get(b) ?? 0) ||
      choice(a) - choice(b) ||
      b.urgency - a.urgency,
  );
}

function choice(job: Job): number {
  return job.options.length * Math.max(0, job.lastDay - job.firstDay + 1);
}

/** Puts each unit at its cheapest place, in the order given; what does not fit stays out. */
export function insertAll(state: SearchState, units: readonly Unit[], random: Random | null): void {
  for (const unit of units) {
    if (state.placement(unit)) continue;
    const placement = bestPlacement(state, unit, random);
    if (placement) state.place(unit, placement);
  }
}

/** The first plan: greedy, without chance. */
export function construct(state: SearchState): void {
  const units = urgentFirst(state.ground.jobs).flatMap((job) => job.units);
  insertAll(state, units, null);
}
