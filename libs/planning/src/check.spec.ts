import { describe, expect, it } from '@jest/globals';
import { generate } from '../bench/generate.js';
import { at, problem, request, ruleIds, specialist, visit } from '../testing/given.js';
import { check } from './check.js';
import type { Assignment } from './plan.js';
import { MINUTES_PER_DAY, type Problem } from './problem.js';
import { seededRandom } from './random.js';
import { solve } from './solve.js';
import { iterations } from './stop.js';

/** Ways unknown or different in the two directions, and detours shorter than the direct way. */
function rough(given: Problem, seed: number): Problem {
  const random = seededRandom(seed);
  const travel = given.travel.map((row, from) =>
    row.map((minutes, to) => {
      if (from === to || minutes === null) return minutes;
      return random.below(8) === 0 ? null : minutes + random.below(60);
    }),
  );
  return { ...given, travel };
}

/** Changes to one visit of a sound plan, and the rule each must break. */
const PLANTED: readonly {
  readonly rule: string;
  readonly change: (visit: Assignment, given: Problem) => Assignment;
}[] = [
  { rule: 'visit-known', change: (one) => ({ ...one, visitNo: one.visitNo + 90 }) },
  { rule: 'visit-known', change: (one) => ({ ...one, specialistId: 'nobody' }) },
  { rule: 'visit-known', change: (one) => ({ ...one, start: one.start + 5, end: one.end + 5 }) },
  { rule: 'town-office-open', change: (one) => onDay(one, 5) },
  { rule: 'within-availability', change: (one) => onDay(one, 6) },
  { rule: 'not-before-earliest', change: (one, given) => onDay(one, earliestDay(one, given) - 1) },
];

function onDay(one: Assignment, day: number): Assignment {
  const start = day * MINUTES_PER_DAY + (one.start % MINUTES_PER_DAY);
  return { ...one, start, end: start + one.end - one.start };
}

function earliestDay(one: Assignment, given: Problem): number {
  const found = given.requests.find(({ id }) => id === one.requestId);
  return Math.floor((found?.earliest ?? 0) / MINUTES_PER_DAY);
}

describe('check', () => {
  it.each(Array.from({ length: 25 }, (_, seed) => seed))('passes plans on rough roads, seed %i', (seed) => {
    const given = rough(generate({ requests: 14, specialists: 3, days: 21, seed }), seed);
    const plan = solve(given, { seed, stop: iterations(120) });
    expect(ruleIds(check(given, plan.assignments))).toEqual([]);
  });

  it.each(Array.from({ length: 10 }, (_, seed) => seed))('finds what is planted, seed %i', (seed) => {
    const given = generate({ requests: 12, specialists: 3, days: 21, seed });
    const { assignments } = solve(given, { seed, stop: iterations(20) });
    const target = assignments[seed % Math.max(1, assignments.length)];
    if (!target) throw new Error('the plan is empty');
    const others = assignments.filter((one) => one !== target);
    for (const { rule, change } of PLANTED) {
      expect(ruleIds(check(given, [...others, change(target, given)]))).toContain(rule);
    }
    const twice = check(given, [...assignments, { ...target }]);
    expect(ruleIds(twice)).toEqual(expect.arrayContaining(['visit-once', 'no-overlap']));
  });

  it('says which visit and which specialist each violation is about', () => {
    const [found] = check(problem(), [visit({ start: at(5, 10) })]);
    expect(found).toMatchObject({
      level: 'hard',
      facts: { requestId: 'desk', visitNo: 1, specialistId: 'sato' },
    });
  });

  it('lists hard violations before soft ones and leaves plain prices out', () => {
    const given = problem({
      specialists: [specialist({ monthlyDays: 0 })],
      requests: [request({ wished: [{ start: at(1, 9), end: at(1, 12) }] })],
    });
    const found = check(given, [visit({ start: at(0, 9) })]);
    expect(found.map(({ ruleId }) => ruleId)).toEqual([
      'home-within-day',
      'wished-half-day',
      'monthly-guideline',
    ]);
  });
});
