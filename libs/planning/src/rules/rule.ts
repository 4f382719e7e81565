import type { Assignment, Facts } from '../plan.js';
import type { PlanView } from '../plan-view.js';

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
  violations(view: PlanView, visit: Assignment): readonly Facts[];
}

/** One breach of a soft rule and its price in points. */
export interface Priced {
  readonly facts: Facts;
  readonly cost: number;
}

/** The tier of the score in which a soft rule counts. */
export type Tier = 'unserved' | 'waiting' | 'rest';

/** A rule that has a price; it judges the whole plan. */
export interface SoftRule {
  readonly id: string;
  readonly level: 'soft';
  readonly tier: Tier;
  /** False: a plain price (travel, balance) that is no news to a person. */
  readonly shown: boolean;
  readonly sentence: Sentence;
  violations(view: PlanView): readonly Priced[];
}

/** Any rule of the policy. */
export type Rule = HardRule | SoftRule;

/** A rule that is respected. */
export const RESPECTED: readonly Facts[] = [];
