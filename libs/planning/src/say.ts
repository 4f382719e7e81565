import type { Reason, Violation } from './plan.js';
import { RULES } from './rules/index.js';
import type { Locale, Names } from './rules/rule.js';

/**
 * The sentence for the screen. `names` turns ids into display names and may turn `day:<index>`
 * into a date; what it returns unchanged is shown as "day 3".
 */
export function say(about: Reason | Violation, names: Names, locale: Locale): string {
  const rule = RULES.find(({ id }) => id === about.ruleId);
  if (!rule) return about.ruleId;
  const summed = 'count' in about && rule.level === 'hard';
  const sentence = summed ? rule.summary : rule.sentence;
  return sentence[locale](about.facts, names);
}
