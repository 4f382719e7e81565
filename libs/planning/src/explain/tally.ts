import type { Facts, Reason } from '../plan.js';

/** Most reasons given for one visit. */
const MOST_REASONS = 3;

interface Entry {
  count: number;
  readonly specialists: Set<string>;
  /** What all obstacles counted here have in common; anything else would be wrong for some. */
  shared: Facts;
}

/** Counts obstacles by rule. */
export class Tally {
  private readonly entries = new Map<string, Entry>();

  constructor(private readonly specialistsTotal: number) {}

  get isEmpty(): boolean {
    return this.entries.size === 0;
  }

  add(specialistId: string, obstacle: { readonly ruleId: string; readonly facts: Facts } | null): void {
    if (!obstacle) return;
    const entry = this.entries.get(obstacle.ruleId);
    if (!entry) {
      const specialists = new Set([specialistId]);
      this.entries.set(obstacle.ruleId, { count: 1, specialists, shared: obstacle.facts });
      return;
    }
    entry.count += 1;
    entry.specialists.add(specialistId);
    if (entry.shared !== obstacle.facts) entry.shared = inCommon(entry.shared, obstacle.facts);
  }

  /** The most frequent reasons first; equal counts by rule id, so that the order is always the same. */
  reasons(): Reason[] {
    return [...this.entries]
      .sort(([a, x], [b, y]) => y.count - x.count || (a < b ? -1 : 1))
      .slice(0, MOST_REASONS)
      .map(([ruleId, { count, specialists, shared }]) => ({
        ruleId,
        count,
        facts: {
          ...shared,
          specialists: specialists.size,
          specialistsTotal: this.specialistsTotal,
          slots: count,
        },
      }));
  }
}

function inCommon(a: Facts, b: Facts): Facts {
  return Object.fromEntries(Object.entries(a).filter(([key, value]) => b[key] === value));
}
