import type { Problem } from '../problem.js';
import type { Stop } from '../stop.js';
import { Ascent } from './ascent.js';
import { exchangeRates, totalOf } from './exchange.js';
import { MILLI } from './ground.js';
import { type Kept, makeGround } from './make-ground.js';
import type { ProgramSolver } from './program.js';
import { proveExactly } from './prove-exactly.js';
import { Relaxation } from './relaxation.js';
import { requestBound } from './request-bound.js';

/** What a proof starts from and how long it goes on. */
export interface ProofOptions {
  /** Points by tier of a plan that exists; asked once, when the quick bound is told. */
  readonly known: () => readonly number[];
  /** Asked after each step; ends the proof with what is proven so far. */
  readonly stop: Stop;
  readonly onBound?: (tiers: readonly number[]) => void;
  /** Makes the proof exact where the problem is small enough. */
  readonly solver?: ProgramSolver;
}

/** Steps without a higher bound after which a tier is left as it is. */
const EARLY_PATIENCE = 12;
const LAST_PATIENCE = 400;
/** Steps after which the exact way is tried again: the nearer the bound, the fewer columns it takes. */
const EXACT_EVERY = 40;
/** Requests × specialists × days: more would not be done in an hour, and take gigabytes. */
const MOST_PAIRS = 4_000_000;

/**
 * Points by tier that no plan can beat: the first tier for any plan, each further one for every plan that
 * reaches the bounds before it. Weighed by `exchangeRates`, they also add up to less than any plan costs that
 * is at least as good as the known one in the order of the tiers.
 *
 * Tier by tier a Lagrangian bound is raised (`Relaxation`). Once a tier is done, what would make it worse
 * than it is known to be is left out of the next: no plan that is still of interest does it.
 */
export function proveBound(problem: Problem, options: ProofOptions): readonly number[] {
  const { stop, onBound, solver } = options;
  const rates = exchangeRates(problem);
  const alone = requestBound(problem, () => stop({ iterations: 0, sinceImprovement: 0 }));
  const bound = [...alone];
  onBound?.([...bound]);
  if (!isInReach(problem)) return bound;
  const known = options.known();
  let kept: Kept = null;
  let isProven = true;
  let steps = 0;
  for (let rank = 0; rank < rates.length; rank += 1) {
    const ranked = rates.map((rate, tier) => (tier <= rank ? rate / (rates[rank] ?? 1) : 0));
    const relaxation = new Relaxation(makeGround(problem, ranked, kept));
    const goal = totalOf(known, ranked);
    const before = totalOf(bound.slice(0, rank), ranked);
    const ascent = new Ascent(relaxation, goal * MILLI);
    const patience = rank === rates.length - 1 ? LAST_PATIENCE : EARLY_PATIENCE;
    const own = isProven ? (bound[rank] ?? 0) : 0;
    let exact: number | null = null;
    const take = (): void => {
      const best = Math.max(own, wholePoints(Math.max(ascent.best, exact ?? 0)) - before);
      if (best === bound[rank] && ascent.steps > 0) return;
      bound[rank] = best;
      // What requests cost by themselves is only known for plans that serve all they can.
      if (rank === 0 && best !== alone[0]) bound.fill(0, 1);
      onBound?.([...bound]);
    };
    const isOver = (): boolean => stop({ iterations: steps, sinceImprovement: ascent.sinceBetter });
    take();
    while (!isOver() && wholePoints(ascent.best) < goal && ascent.sinceBetter < patience) {
      ascent.step();
      steps += 1;
      take();
      if (solver && (ascent.steps % EXACT_EVERY === 0 || ascent.sinceBetter === patience)) {
        exact = proveExactly(
          { relaxation, multipliers: ascent.multipliers, best: ascent.best, goal: goal * MILLI },
          solver,
          isOver,
        );
        if (exact !== null) break;
      }
    }
    take();
    if (isProven) kept = narrowed(kept, relaxation, ascent, goal);
    isProven &&= bound[rank] === known[rank];
    if (rank === 0 && !isProven) bound.fill(0, 1);
    if (isOver()) return bound;
  }
  return bound;
}

/** Whether requests, specialists and days are few enough to be looked at one by one. */
const isInReach = ({ requests, specialists, days }: Problem): boolean =>
  requests.length * specialists.length * days <= MOST_PAIRS;

/** Points are whole: half a thousandth of slack for what was rounded on the way. */
const wholePoints = (milli: number): number => Math.ceil((milli - 0.5) / MILLI);

/** Links without which every plan does that costs no more than the goal. */
function narrowed(kept: Kept, relaxation: Relaxation, ascent: Ascent, goal: number): Kept {
  const room = goal * MILLI - ascent.best;
  const margins = relaxation.margins(ascent.multipliers);
  return Uint8Array.from(margins, (margin, link) =>
    margin <= room + 0.5 && (kept === null || kept[link] === 1) ? 1 : 0,
  );
}
