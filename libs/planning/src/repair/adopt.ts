import { hardViolations } from '../check.js';
import type { Assignment, Violation } from '../plan.js';
import { PlanView } from '../plan-view.js';
import type { Problem } from '../problem.js';
import { withTravel } from '../travel.js';
import { changesBetween, keyOf, type Change } from './compare-plans.js';
import { brokenAround } from './priced-plan.js';

/** A visit by its request and number. */
export interface VisitKey {
  readonly requestId: string;
  readonly visitNo: number;
}

/** A plan of which only some changes are taken over. */
export interface Adoption {
  readonly assignments: readonly Assignment[];
  /** Hard rules that the mixture breaks: empty = it can be used as it is. */
  readonly broken: readonly Violation[];
  /** The fewest further changes of the proposal with which it would hold; empty if it holds, null if nothing helps. */
  readonly alsoNeeded: readonly Change[] | null;
}

/** Sets of this many further changes are all tried before conflicts are followed one by one. */
const MOST_TOGETHER = 2;
/** Changes that stand near a conflict and are tried together. */
const MOST_NEAR = 16;

/** Takes over the chosen changes of a proposal and says whether they hold without the others. */
export function adopt(
  problem: Problem,
  current: readonly Assignment[],
  proposed: readonly Assignment[],
  chosen: readonly VisitKey[],
): Adoption {
  const changes = changesBetween(current, proposed);
  const keys = new Set(chosen.map(keyOf));
  const wanted = changes.filter((change) => keys.has(keyOf(change)));
  const mixture = mix(current, wanted);
  const view = new PlanView(problem, mixture);
  const broken = mixture.flatMap((visit) => hardViolations(view, visit));
  const further = new Further(problem, current, wanted);
  return {
    assignments: withTravel(problem, mixture),
    broken,
    alsoNeeded: broken.length === 0 ? [] : further.among(changes.filter((one) => !wanted.includes(one))),
  };
}

/** The current plan with some changes of the proposal. */
function mix(current: readonly Assignment[], taken: readonly Change[]): readonly Assignment[] {
  const replaced = new Set(taken.map(keyOf));
  const kept = current.filter((visit) => !replaced.has(keyOf(visit)));
  return [...kept, ...taken.flatMap(({ after }) => (after ? [after] : []))];
}

/** Looks for the fewest further changes with which the chosen ones hold. */
class Further {
  private readonly before: PlanView;

  constructor(
    private readonly problem: Problem,
    private readonly current: readonly Assignment[],
    private readonly wanted: readonly Change[],
  ) {
    this.before = new PlanView(problem, current);
  }

  among(open: readonly Change[]): readonly Change[] | null {
    // What is broken may have been so before, and none of this plan's doing.
    if (this.holds([])) return [];
    const near = this.near(open, []).slice(0, MOST_NEAR);
    for (let size = 1; size <= MOST_TOGETHER; size += 1) {
      const found = setsOf(near, size).find((set) => this.holds(set));
      if (found) return found;
    }
    return this.followed(open);
  }

  /** Takes in what stands in the way, change by change, and then lets go of what proves unneeded. */
  private followed(open: readonly Change[]): readonly Change[] | null {
    const taken: Change[] = [];
    while (!this.holds(taken)) {
      const left = open.filter((change) => !taken.includes(change));
      const next = this.near(left, taken)[0] ?? left[0];
      if (!next) return null;
      taken.push(next);
    }
    return taken.reduceRight<readonly Change[]>((needed, change) => {
      const fewer = needed.filter((one) => one !== change);
      return this.holds(fewer) ? fewer : needed;
    }, taken);
  }

  private holds(more: readonly Change[]): boolean {
    return this.broken(more).length <= brokenAround(this.before, [...this.wanted, ...more]).length;
  }

  private broken(more: readonly Change[]): readonly Violation[] {
    const taken = [...this.wanted, ...more];
    return brokenAround(new PlanView(this.problem, mix(this.current, taken)), taken);
  }

  /** Changes of a visit, or of a specialist's or companion's time, of which a rule is broken. */
  private near(open: readonly Change[], taken: readonly Change[]): readonly Change[] {
    const named = new Set(
      this.broken(taken).flatMap(({ facts }) =>
        ['requestId', 'specialistId', 'companionId'].flatMap((key) => facts[key] ?? []),
      ),
    );
    return open.filter(
      ({ before, after, requestId }) =>
        named.has(requestId) ||
        [before, after].some(
          (visit) => visit && (named.has(visit.specialistId) || named.has(visit.companionId ?? '')),
        ),
    );
  }
}

/** Sets of one or of two things. */
function setsOf<T>(things: readonly T[], size: number): readonly (readonly T[])[] {
  if (size === 1) return things.map((thing) => [thing]);
  return things.flatMap((thing, i) => things.slice(i + 1).map((other) => [thing, other]));
}
