import type { Facts, Reason } from '../plan.js';

/** Most reasons given for one visit. */
const MOST_REASONS = 3;

interface Entry {
  count: number;
  readonly specialists: Set<string>;
  /** What all obstacles counted here have in common; anything else would be wrong for some. */
  shared: Facts;
  /** Facts counted last: the same again change nothing. */
  last: Facts;
}

/** Counts obstacles by rule. */
export class Tally {
  private readonly entries = new Map<string, Entry>();

  constructor(private readonly specialistsTotal: number) {}

  get isEmpty(): boolean {
    return this.entries.size === 0;
  }

  add(
    specialistId: string,
    obstacle: { readonly ruleId: string; readonly facts: Facts } | null,
    times = 1,
  ): void {
    if (!obstacle || times === 0) return;
    const { ruleId, facts } = obstacle;
    const entry = this.entries.get(ruleId);
    if (!entry) {
      const specialists = new Set([specialistId]);
      this.entries.set(ruleId, { count: times, specialists, shared: facts, last: facts });
      return;
    }
    entry.count += times;
    entry.specialists.add(specialistId);
    if (entry.last === facts || entry.shared === NOTHING) return;
    entry.shared = inCommon(entry.shared, facts);
    entry.last = facts;
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

const NOTHING: Facts = {};

function inCommon(a: Facts, b: Facts): Facts {
  const common = Object.entries(a).filter(([key, value]) => b[key] === value);
  return common.length === 0 ? NOTHING : Object.fromEntries(common);
}
