import { insertAll, urgentFirst } from './construct.js';
import type { Job, Unit } from './ground.js';
import { ruin, type Removed } from './moves.js';
import { seededRandom, type Random } from './random.js';
import { comparePrices, type Placement, type Price, type SearchState } from './search-state.js';
import type { Stop } from './stop.js';

/** Left-out visits tried again in one iteration, besides those just taken out. */
const MOST_RETRIED = 10;
/** A plan may be this share worse than the best (1/n of the last tier) and still be worked on. */
const SLACK = 100;

/** Large-neighbourhood search: takes a few visits out, puts them back better, keeps the best. */
export function improve(
  state: SearchState,
  seed: number,
  stop: Stop,
  onIteration: (iterations: number, isBetter: boolean) => void,
): void {
  const random = seededRandom(seed);
  const order = urgentFirst(state.ground.jobs);
  let best: Price = { ...state.price };
  let bestPlacements = [...state.placements];
  let iterations = 0;
  let sinceImprovement = 0;
  while (!stop({ iterations, sinceImprovement })) {
    const removed = ruin(state, random);
    const before = new Set(removed.keys());
    const tried = toInsert(state, before, order, random);
    insertAll(state, tried, random);
    iterations += 1;
    sinceImprovement += 1;
    const isBetter = comparePrices(state.price, best) < 0;
    if (isBetter) {
      best = { ...state.price };
      bestPlacements = [...state.placements];
      sinceImprovement = 0;
    } else if (!isAcceptable(state.price, best)) undo(state, tried, removed);
    onIteration(iterations, isBetter);
  }
  restore(state, bestPlacements);
}

/** Record-to-record: as good in the upper tiers, a little worse in the last. */
function isAcceptable(price: Price, best: Price): boolean {
  if (price.unserved !== best.unserved || price.waiting !== best.waiting)
    return comparePrices(price, best) < 0;
  return price.rest <= best.rest + Math.floor(Math.abs(best.rest) / SLACK);
}

function toInsert(
  state: SearchState,
  removed: ReadonlySet<Unit>,
  order: readonly Job[],
  random: Random,
): readonly Unit[] {
  const left = state.ground.units.filter((unit) => !state.placement(unit) && !removed.has(unit));
  const retried = new Set<Job>();
  for (let i = 0; i < MOST_RETRIED && left.length > 0; i += 1) {
    const unit = left[random.below(left.length)];
    if (unit) retried.add(state.job(unit));
  }
  const wanted = new Set([...retried, ...[...removed].map((unit) => state.job(unit))]);
  const jobs = shuffled(
    order.filter((job) => wanted.has(job)),
    random,
  );
  return jobs.flatMap((job) => job.units).filter((unit) => !state.placement(unit));
}

/** By urgency, at random within a priority, or wholly at random. */
function shuffled(jobs: readonly Job[], random: Random): readonly Job[] {
  const way = random.below(3);
  if (way === 0) return jobs;
  return jobs
    .map((job) => ({ job, key: random.below(1 << 20) }))
    .sort((a, b) => (way === 1 ? b.job.weight - a.job.weight : 0) || a.key - b.key)
    .map(({ job }) => job);
}

function undo(state: SearchState, tried: readonly Unit[], removed: Removed): void {
  for (const unit of tried) state.remove(unit);
  for (const [unit, placement] of removed) state.place(unit, placement);
}

function restore(state: SearchState, placements: readonly (Placement | null)[]): void {
  for (const unit of state.ground.units) state.remove(unit);
  for (const unit of state.ground.units) {
    const placement = placements[unit.index];
    if (placement) state.place(unit, placement);
  }
}
