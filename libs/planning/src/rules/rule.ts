import type { Assignment, Facts } from '../plan.js';
import type { PlanView } from '../plan-view.js';
import type { SoftRuleId } from '../policy.js';
import type { Forbids, Pair, Prices } from './candidate.js';

/** Turns an id into a display name; also asked for `day:<index>`, which it may leave as it is. */
export type Names = (id: string) => string;

/** Languages a rule can speak. */
export type Locale = 'ja' | 'en';

/** One sentence per language, made from facts. */
export type Sentence = Readonly<Record<Locale, (facts: Facts, names: Names) => string>>;

/**
 * What a hard rule is about. `pair`: request and specialist, whatever the date. `slot`: that
 * specialist at that time. `frame`: the request's own dates, whoever comes.
 */
export type Scope = 'pair' | 'slot' | 'frame';

/** A rule no plan may break; it judges one visit among all others. */
export interface HardRule {
  readonly id: string;
  readonly level: 'hard';
  readonly scope: Scope;
  /** About one visit. */
  readonly sentence: Sentence;
  /** About a visit without a place: facts hold `specialists`, `slots` and what all slots share. */
  readonly summary: Sentence;
  /** If no other visit is needed to judge: all that search and bound read of the rule. */
  readonly candidate?: Forbids;
  violations(view: PlanView, visit: Assignment): readonly Facts[];
}

/** One breach of a soft rule and its price in points. */
export interface Priced {
  readonly facts: Facts;
  readonly cost: number;
}

/** A rule that has a price; it judges the whole plan. The policy says in which tier it counts, if at all. */
export interface SoftRule {
  readonly id: SoftRuleId;
  readonly level: 'soft';
  /** False: a plain price (travel, balance) that is no news to a person. */
  readonly shown: boolean;
  readonly sentence: Sentence;
  /** If no other visit is needed to judge: all that search and bound read of the rule. */
  readonly candidate?: Prices;
  violations(view: PlanView): readonly Priced[];
}

/** Any rule of the policy. */
export type Rule = HardRule | SoftRule;

/** A rule that is respected. */
export const RESPECTED: readonly Facts[] = [];

/** Who meets whom in a visit, as `candidate` functions see it; null = one of them is not in the problem. */
export function pairOf(view: PlanView, visit: Assignment): Pair | null {
  const request = view.request(visit.requestId);
  const specialist = view.specialist(visit.specialistId);
  if (!request || !specialist) return null;
  return { problem: view.problem, weights: view.weights, request, specialist, mode: visit.mode };
}
