import {
  addDays,
  badInput,
  DAY_PARTS,
  localDate,
  type LocalDate,
  parseInput,
  text,
  WEEKLY_HALVES,
} from '@banso/kernel';
import { z } from 'zod';
import {
  MAX_RULE_LENGTH,
  occurrencesOf,
  readRepeatRule,
  type RepeatRule,
  repeatRuleText,
} from './repeat-rule.js';

/** As far ahead as anybody plans, in days. */
export const MAX_DAYS_AHEAD = 731;
/** So many days can be set at once: two months of a grid. */
const MAX_DAYS_AT_ONCE = 62;

/** Why somebody is away: for the hub and the person. */
export const awayReason = () =>
  text(100, 0)
    .nullish()
    .transform((reason) => reason || null);

/** A day on which something may begin. */
const comingDay = (today: LocalDate) => {
  const last = addDays(today, MAX_DAYS_AHEAD);
  return localDate()
    .refine((date) => date >= today, { params: { rule: 'past', today } })
    .refine((date) => date <= last, { params: { rule: 'too-far', last } });
};

const repeatRule = () =>
  text(MAX_RULE_LENGTH).transform((written, context) => {
    const rule = readRepeatRule(written);
    if (rule !== null) return rule;
    context.addIssue({ code: 'custom', params: { rule: 'repeat-rule' } });
    return z.NEVER;
  });

export const parseDays = (input: unknown, today: LocalDate) =>
  parseInput(
    z.object({
      days: z
        .array(z.object({ date: comingDay(today), am: z.boolean(), pm: z.boolean() }))
        .min(1)
        .max(MAX_DAYS_AT_ONCE)
        .refine((days) => new Set(days.map(({ date }) => date)).size === days.length, {
          path: [0, 'date'],
          params: { rule: 'twice' },
        }),
      // Not said at all: the reason that stands there stays.
      reason: text(100, 0)
        .nullable()
        .transform((reason) => reason || null)
        .optional(),
    }),
    input,
  );

/** With the rule as it is written down, and its last day where it has one. */
export function parseRule(input: unknown, today: LocalDate) {
  const { rule, ...facts } = parseInput(
    z.object({
      rule: repeatRule(),
      startsOn: comingDay(today),
      part: z.enum(DAY_PARTS),
      reason: awayReason(),
    }),
    input,
  );
  const written = { ...facts, rule: repeatRuleText(rule) };
  const days = daysAhead(written);
  if (days.length === 0) throw badInput({ path: 'rule', rule: 'repeat-rule-empty' });
  return { ...written, endedOn: lastDayOf(rule, days) };
}

/** Where a rule says itself when it is over; null when it goes on beyond what anybody plans. */
function lastDayOf({ until, count }: RepeatRule, days: readonly LocalDate[]): LocalDate | null {
  if (until !== undefined) return until;
  return days.length === count ? (days.at(-1) ?? null) : null;
}

/** The days of a rule as far ahead as anybody plans. */
const daysAhead = (rule: { readonly rule: string; readonly startsOn: LocalDate }): LocalDate[] =>
  occurrencesOf({ ...rule, endedOn: null }, rule.startsOn, addDays(rule.startsOn, MAX_DAYS_AHEAD));

export const parsePattern = (input: unknown, today: LocalDate) =>
  parseInput(
    z.object({
      validFrom: comingDay(today),
      weekly: z.array(z.enum(WEEKLY_HALVES)).max(WEEKLY_HALVES.length),
    }),
    input,
  );
