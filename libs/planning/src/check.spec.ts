import { describe, expect, it } from '@jest/globals';
import { generate } from '../bench/generate.js';
import { at, fixedVisit, problem, request, ruleIds, specialist, visit } from '../testing/given.js';
import { check } from './check.js';
import type { Assignment } from './plan.js';
import { MINUTES_PER_DAY, type Problem } from './problem.js';
import { seededRandom } from './random.js';
import { say } from './say.js';
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

/** A plan made by hand for every hard rule, which it must break. */
const BY_HAND: Readonly<Record<string, readonly [Partial<Problem>, ...Assignment[]]>> = {
  'visit-known': [{}, visit({ visitNo: 2 })],
  'required-specialist': [{ requests: [request({ requiredSpecialistId: 'mori' })] }, visit()],
  'essential-skill': [
    { requests: [request({ needs: [{ skillId: 'bpr', level: 4, essential: true }] })] },
    visit(),
  ],
  'conflict-of-interest': [
    { specialists: [specialist({ employers: ['acme'] })], requests: [request({ vendors: ['acme'] })] },
    visit(),
  ],
  'mode-offered': [{}, visit({ mode: 'ONLINE' })],
  'within-term': [{ specialists: [specialist({ term: { firstDay: 1, lastDay: 4 } })] }, visit()],
  'training-gate': [{ specialists: [specialist({ gates: [{ town: null, fromDay: 1 }] })] }, visit()],
  'travel-unknown': [{ requests: [request({ town: 'island' })] }, visit()],
  'within-availability': [{}, visit({ start: at(0, 12) })],
  'not-blocked': [
    { specialists: [specialist({ blocked: [{ start: at(0, 11), end: at(0, 12), kind: 'OTHER' }] })] },
    visit(),
  ],
  'weekly-cap': [{ specialists: [specialist({ weeklyCap: 0 })] }, visit()],
  'monthly-cap': [{ specialists: [specialist({ monthlyCap: 1, usedDaysByMonth: [1] })] }, visit()],
  'no-overlap': [{ fixed: [fixedVisit({ start: at(0, 11) })] }, visit()],
  'travel-time': [{ fixed: [fixedVisit({ start: at(0, 13), place: 'far', mode: 'ON_SITE' })] }, visit()],
  'home-within-day': [{}, visit({ start: at(0, 9) })],
  overnight: [{}, visit({ nightAfter: true })],
  'companion-free': [{ requests: [request({ companion: true })] }, visit()],
  'town-office-open': [{ towns: { near: { closedDays: [0] } } }, visit()],
  'fixed-untouched': [{ fixed: [fixedVisit({ requestId: 'desk', visitNo: 1, start: at(1, 9) })] }, visit()],
  'visit-once': [{}, visit(), visit({ start: at(1, 10) })],
  'visit-order': [{ requests: [request({ visits: 2 })] }, visit({ visitNo: 2 }), visit({ start: at(1, 10) })],
  'min-gap': [
    { requests: [request({ visits: 2, minGapDays: 2 })] },
    visit(),
    visit({ visitNo: 2, start: at(1, 10) }),
  ],
  'max-gap': [
    { requests: [request({ visits: 2, maxGapDays: 2 })] },
    visit(),
    visit({ visitNo: 2, start: at(3, 10) }),
  ],
  'frozen-days': [{ frozenUntil: at(1, 0) }, visit()],
  'not-before-earliest': [{ requests: [request({ earliest: at(1, 9) })] }, visit()],
  deadline: [{ requests: [request({ deadline: at(0, 11) })] }, visit()],
  'only-wished': [
    { requests: [request({ onlyWished: true, wished: [{ start: at(1, 9), end: at(1, 12) }] })] },
    visit(),
  ],
};

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

  it.each(Object.entries(BY_HAND))('catches %s broken by hand, and has the words for it', (id, by) => {
    const [given, ...visits] = by;
    const found = check(problem(given), visits).find(({ ruleId }) => ruleId === id);
    if (!found) throw new Error(`${id} was not caught`);
    const summed = { ...found, count: 1, facts: { ...found.facts, specialists: 1, slots: 1, minutes: 120 } };
    for (const locale of ['ja', 'en'] as const) {
      for (const about of [found, summed]) {
        expect(say(about, (name) => name, locale)).not.toMatch(/\?|undefined|NaN/);
      }
    }
  });

  it('finds nothing wrong with what is sound', () => {
    expect(ruleIds(check(problem(), [visit()]))).toEqual([]);
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
