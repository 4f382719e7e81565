import type { Assignment, Facts } from '../plan.js';
import type { PlanView } from '../plan-view.js';
import { dayOf, type PlanningRequest } from '../problem.js';
import { SOFT_RULES } from '../rules/index.js';
import type { Priced, SoftRule } from '../rules/rule.js';
import { focusOnPair, focusOnRequests, neighboursOf } from './focus.js';
import { PriceLens } from './price-lens.js';
import { SOFT_REACH } from './reach.js';
import { ReserveCount } from './reserve-count.js';

/** Points of one soft rule; negative = saved. */
export interface PricePart {
  readonly ruleId: string;
  readonly points: number;
}

/** A breach that another place would bring. */
export interface Dearer extends PricePart {
  readonly facts: Facts;
}

/**
 * What one visit costs in one place and in another, by the soft rules themselves. They are asked about the
 * few requests and specialists that the visit can touch, not about the whole plan; the differences are those
 * of `scoreOf`.
 */
export class Pricing {
  private readonly rules: readonly SoftRule[];
  private readonly own: PriceLens;
  private readonly neighbours: PriceLens;
  private readonly days = new Map<string, PriceLens>();
  private readonly reserve: ReserveCount | null;
  private readonly known = new Map<string, readonly (number | null)[]>();

  /** `visit`: where it lies in the plan of the view; null = nowhere. */
  constructor(
    private readonly view: PlanView,
    private readonly request: PlanningRequest,
    private readonly key: Pick<Assignment, 'requestId' | 'visitNo'>,
    private readonly visit: Assignment | null,
  ) {
    const counted = new Set(view.policy.tiers.flat());
    this.rules = view.policy.tiers
      .flat()
      .flatMap((id) => SOFT_RULES.filter((rule) => rule.id === id && counted.delete(id)));
    this.own = new PriceLens(focusOnRequests(view, [request]), key, null);
    this.neighbours = new PriceLens(focusOnRequests(view, neighboursOf(view.problem, request)), key, null);
    const { reserve } = view.problem;
    this.reserve = reserve ? new ReserveCount(view, reserve) : null;
  }

  /** What the plan would cost more if the visit lay there; null = if it had no place. By rule, without zeros. */
  difference(place: Assignment | null): PricePart[] {
    const alike = this.alike(place);
    const parts: PricePart[] = [];
    this.rules.forEach((rule, i) => {
      const points = alike?.[i] ?? this.points(rule, place);
      if (points !== 0) parts.push({ ruleId: rule.id, points });
    });
    return parts;
  }

  /** Points by rule that hold for all places of a day with the same neighbours; null = the very time matters. */
  private alike(place: Assignment | null): readonly (number | null)[] | null {
    const lens = place ? this.lensOf(place.specialistId) : null;
    if (!place || !lens) return null;
    const { specialistId, mode, start, nightBefore, nightAfter } = place;
    const nights = `${nightBefore === true} ${nightAfter === true}`;
    const key = `${dayOf(start)} ${lens.orderKey(place)} ${mode} ${nights} ${specialistId}`;
    const known = this.known.get(key);
    if (known) return known;
    const points = this.rules.map((rule) =>
      (SOFT_REACH[rule.id]?.reach ?? 'visit') === 'visit' ? null : this.points(rule, place),
    );
    this.known.set(key, points);
    return points;
  }

  /** The same by tier of the policy. */
  tiers(parts: readonly PricePart[]): number[] {
    return tiersOf(this.view, parts);
  }

  /** Breaches of rules that people are told about, which the other place brings and the present one has not. */
  dearer(place: Assignment): Dearer[] {
    return this.rules.flatMap((rule) => {
      if (!rule.shown || this.points(rule, place) <= 0) return [];
      if (rule.id === 'emergency-reserve')
        return this.reserve?.dearer(this.lensesOf(place), this.visit, place) ?? [];
      return this.lensesFor(rule, place).flatMap((lens) => {
        const was = new Set(lens.priced(rule, this.visit).map(({ facts }) => JSON.stringify(facts)));
        return lens
          .priced(rule, place)
          .filter(({ facts, cost }) => cost > 0 && !was.has(JSON.stringify(facts)))
          .map(({ facts, cost }) => ({ ruleId: rule.id, points: cost, facts }));
      });
    });
  }

  private points(rule: SoftRule, place: Assignment | null): number {
    if (rule.id === 'emergency-reserve')
      return this.reserve?.difference(this.lensesOf(place), this.visit, place) ?? 0;
    let points = 0;
    for (const lens of this.lensesFor(rule, place)) {
      const is = lens.priced(rule, place);
      const was = lens.priced(rule, this.visit);
      if (is !== was) points += sumOf(is) - sumOf(was);
    }
    return points;
  }

  private lensesFor(rule: SoftRule, place: Assignment | null): readonly PriceLens[] {
    const side = SOFT_REACH[rule.id]?.side ?? 'neighbours';
    if (side === 'request') return [this.own];
    return side === 'neighbours' ? [this.neighbours] : this.lensesOf(place);
  }

  /** Whose days it touches: those of whoever holds the visit, and of whoever would. */
  private lensesOf(place: Assignment | null): readonly PriceLens[] {
    const before = this.visit?.specialistId;
    const after = place?.specialistId;
    const ids = before === after ? [before] : [before, after];
    return ids.flatMap((id) => {
      const lens = id === undefined ? null : this.lensOf(id);
      return lens ? [lens] : [];
    });
  }

  private lensOf(specialistId: string): PriceLens | null {
    const known = this.days.get(specialistId);
    const specialist = this.view.specialist(specialistId);
    if (known || !specialist) return known ?? null;
    const focus = focusOnPair(this.view, { ...this.request, companion: false }, specialist);
    const lens = new PriceLens(this.reserve ? this.reserve.counting(focus) : focus, this.key, specialistId);
    this.days.set(specialistId, lens);
    return lens;
  }
}

/** Points by tier of the policy; a rule without a tier does not count. */
export function tiersOf({ policy }: PlanView, parts: readonly PricePart[]): number[] {
  return policy.tiers.map((ids) =>
    parts.reduce((sum, { ruleId, points }) => (ids.some((id) => id === ruleId) ? sum + points : sum), 0),
  );
}

/** Negative when the first difference is the smaller one, tier by tier. */
export function compareTiers(a: readonly number[], b: readonly number[]): number {
  for (let tier = 0; tier < a.length; tier += 1) {
    const difference = (a[tier] ?? 0) - (b[tier] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

const sums = new WeakMap<readonly Priced[], number>();

function sumOf(priced: readonly Priced[]): number {
  const known = sums.get(priced);
  if (known !== undefined) return known;
  const sum = priced.reduce((total, { cost }) => total + cost, 0);
  sums.set(priced, sum);
  return sum;
}
