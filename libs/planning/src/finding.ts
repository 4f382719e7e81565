import type { Facts } from './plan.js';
import { FINDING_WORDS, type FindingId } from './finding-words.js';
import { dayOf, type Interval } from './problem.js';
import type { Locale } from './rules/rule.js';

/** Something wrong with a problem. */
export interface Finding {
  /** `fatal`: it cannot be computed. `finding`: it can, but is surely not meant. */
  readonly level: 'fatal' | 'finding';
  /** What is wrong, like the id of a rule: `say` makes the sentence with names. */
  readonly ruleId: FindingId;
  readonly facts: Facts;
  /** The sentence with ids as they stand. */
  readonly sentence: Readonly<Record<Locale, string>>;
}

/** Largest number that can be reckoned with: sums of many stay exact. */
export const MOST = 1_000_000_000;

/** What a finding is about: a field of the problem, or of one thing in it. */
export interface Subject {
  readonly of:
    'problem' | 'specialist' | 'request' | 'fixed' | 'companion' | 'session' | 'standing' | 'town' | 'policy';
  readonly id?: string;
  readonly field: string;
}

/** Collects what is wrong. */
export class Findings {
  readonly found: Finding[] = [];

  add(level: Finding['level'], ruleId: FindingId, facts: Facts): void {
    const words = FINDING_WORDS[ruleId];
    const plain = (id: string): string => id;
    this.found.push({
      level,
      ruleId,
      facts,
      sentence: { ja: words.ja(facts, plain), en: words.en(facts, plain) },
    });
  }

  /** A whole number in range; missing ones are the caller's to skip. */
  integer(value: number, least: number, subject: Subject, most = MOST): boolean {
    const sound = Number.isInteger(value) && value >= least && value <= most;
    if (!sound) this.add('fatal', 'not-an-integer', { ...subject, least, most });
    return sound;
  }

  unique(values: readonly (string | number)[], subject: Subject): void {
    if (new Set(values).size !== values.length) this.add('fatal', 'repeated', { ...subject });
  }

  /** Whole minutes with start before end. */
  span({ start, end }: Interval, subject: Subject): boolean {
    const whole = [start, end].every((minute) => Number.isInteger(minute) && Math.abs(minute) <= MOST);
    const sound = whole && start < end;
    if (!sound) this.add('fatal', 'not-a-span', { ...subject });
    return sound;
  }

  /** Sorted, disjoint spans, each within one day. */
  windows(spans: readonly Interval[], subject: Subject): void {
    for (const span of spans) {
      if (this.span(span, subject)) this.withinDay(span, subject);
    }
    this.disjoint(spans, subject);
  }

  withinDay(span: Interval, subject: Subject): void {
    if (dayOf(span.start) !== dayOf(span.end - 1)) this.add('fatal', 'not-within-one-day', { ...subject });
  }

  disjoint(spans: readonly Interval[], subject: Subject): void {
    const ordered = spans.every((span, i) => span.start >= (spans[i - 1]?.end ?? span.start));
    if (!ordered) this.add('fatal', 'overlapping', { ...subject });
  }

  /** A reference to something that must be in the problem. */
  known(id: string, among: { has(id: string): boolean }, ruleId: FindingId, subject: Subject): void {
    if (!among.has(id)) this.add('fatal', ruleId, { ...subject, missing: id });
  }
}
