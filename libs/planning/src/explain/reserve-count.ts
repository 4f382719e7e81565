import type { Assignment, Facts } from '../plan.js';
import { PlanView } from '../plan-view.js';
import type { Reserve } from '../problem.js';
import { emergencyReserve } from '../rules/emergency-reserve.js';
import type { Focus } from './focus.js';
import type { PriceLens } from './price-lens.js';

/** More half-days than there are: with so many wanted, the rule tells of every week what is free. */
const MORE_THAN_EVER = 1_000_000;

interface Week {
  readonly free: number;
  readonly firstDay: number;
}

const known = new WeakMap<PlanView, ReadonlyMap<number, Week>>();

/**
 * The reserve is short by what all specialists together have free, so one specialist's days do not tell its
 * price: the rule counts the free half-days of the whole plan once, and those of a specialist each time.
 */
export class ReserveCount {
  constructor(
    private readonly view: PlanView,
    private readonly reserve: Reserve,
  ) {}

  /** A small problem in which the rule counts every week. */
  counting({ problem, assignments }: Focus): Focus {
    const reserve = { ...this.reserve, halfDaysPerWeek: MORE_THAN_EVER };
    return { problem: { ...problem, reserve }, assignments };
  }

  difference(lenses: readonly PriceLens[], from: Assignment | null, to: Assignment | null): number {
    return this.changes(lenses, from, to).reduce((sum, { points }) => sum + points, 0);
  }

  dearer(lenses: readonly PriceLens[], from: Assignment | null, to: Assignment) {
    return this.changes(lenses, from, to).filter(({ points }) => points > 0);
  }

  private changes(
    lenses: readonly PriceLens[],
    from: Assignment | null,
    to: Assignment | null,
  ): readonly { readonly ruleId: string; readonly points: number; readonly facts: Facts }[] {
    const more = new Map<number, number>();
    for (const lens of lenses) {
      const is = lens.priced(emergencyReserve, to);
      const was = lens.priced(emergencyReserve, from);
      if (is === was) continue;
      const before = weeksIn(was);
      for (const [week, { free }] of weeksIn(is))
        more.set(week, (more.get(week) ?? 0) + free - (before.get(week)?.free ?? 0));
    }
    if (more.size === 0) return [];
    const all = this.weeks();
    const { halfDaysPerWeek: wanted } = this.reserve;
    return [...more].flatMap(([week, change]) => {
      const { free: was, firstDay } = all.get(week) ?? { free: 0, firstDay: 0 };
      const free = was + change;
      const short = Math.max(0, wanted - free) - Math.max(0, wanted - was);
      const points = this.view.weights.reserveMissing * short;
      return points === 0
        ? []
        : [{ ruleId: emergencyReserve.id, points, facts: { week, firstDay, free, wanted } }];
    });
  }

  private weeks(): ReadonlyMap<number, Week> {
    const found = known.get(this.view);
    if (found) return found;
    const counted = this.counting(this.view);
    const weeks = weeksIn(emergencyReserve.violations(new PlanView(counted.problem, counted.assignments)));
    known.set(this.view, weeks);
    return weeks;
  }
}

function weeksIn(priced: ReturnType<typeof emergencyReserve.violations>): ReadonlyMap<number, Week> {
  return new Map(
    priced.map(({ facts }) => [
      Number(facts['week']),
      { free: Number(facts['free']), firstDay: Number(facts['firstDay']) },
    ]),
  );
}
