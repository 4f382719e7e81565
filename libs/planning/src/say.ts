import { FINDING_WORDS } from './finding-words.js';
import type { Facts, Reason, Violation } from './plan.js';
import { RULES } from './rules/index.js';
import type { Locale, Names } from './rules/rule.js';

const RULE_BY_ID = new Map(RULES.map((rule) => [rule.id, rule]));
const FINDINGS = new Map(Object.entries(FINDING_WORDS));

/** What can be put into words: a reason, a broken rule, something wrong with a problem. */
export type Sayable = Reason | Violation | { readonly ruleId: string; readonly facts: Facts };

/**
 * The sentence for the screen. `names` turns ids into display names and may turn `day:<index>`
 * into a date; what it returns unchanged is shown as "day 3".
 */
export function say(about: Sayable, names: Names, locale: Locale): string {
  const rule = RULE_BY_ID.get(about.ruleId);
  if (!rule) return FINDINGS.get(about.ruleId)?.[locale](about.facts, names) ?? about.ruleId;
  const summed = 'count' in about && rule.level === 'hard';
  const sentence = summed ? rule.summary : rule.sentence;
  return sentence[locale](about.facts, names);
}
