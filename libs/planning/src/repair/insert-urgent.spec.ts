import { describe, expect, it } from '@jest/globals';
import { generate } from '../../bench/generate.js';
import { at, officeDays, problem, request, specialist, visit } from '../../testing/given.js';
import { check } from '../check.js';
import { compareScores, type Assignment } from '../plan.js';
import { MINUTES_PER_DAY, type Problem } from '../problem.js';
import { scoreOf } from '../score.js';
import { solve } from '../solve.js';
import { iterations } from '../stop.js';
import { changesBetween } from './compare-plans.js';
import { withStanding } from './desk.js';
import { insertUrgent } from './insert-urgent.js';
import { PricedPlan } from './priced-plan.js';

const hardIn = (given: Problem, visits: readonly Assignment[]): readonly string[] =>
  check(given, visits)
    .filter(({ level }) => level === 'hard')
    .map(({ ruleId, facts }) => `${ruleId} ${JSON.stringify(facts)}`);

describe('PricedPlan', () => {
  it.each(Array.from({ length: 20 }, (_, seed) => seed))('costs what the score says, seed %i', (seed) => {
    const given = generate({ requests: 12, specialists: 4, days: 28, seed: 70 + seed, full: true });
    const one = solve(given, { seed, stop: iterations(10) }).assignments;
    const other = solve(given, { seed: seed + 1, stop: iterations(100) }).assignments;
    const changes = changesBetween(one, other);
    expect(PricedPlan.of(given, one).with(changes).score).toEqual(scoreOf(given, other));
    const some = changes.filter((_, i) => i % 2 === 0);
    const { view, score } = PricedPlan.of(given, one).with(some);
    expect({ ...score, hard: 0 }).toEqual({ ...scoreOf(given, view.assignments), hard: 0 });
  });
});

describe('insertUrgent', () => {
  it.each(Array.from({ length: 40 }, (_, seed) => seed))(
    'keeps its word about each option, seed %i',
    (seed) => {
      const drawn = generate({
        requests: 14,
        specialists: 2 + (seed % 2),
        days: 14,
        seed: 200 + seed,
        full: true,
      });
      const given = { ...drawn, frozenUntil: 2 * MINUTES_PER_DAY };
      const urgent = given.requests[seed % given.requests.length];
      if (!urgent) throw new Error('a request is expected');
      const others = { ...given, requests: given.requests.filter((one) => one !== urgent) };
      const before = solve(others, { seed, stop: iterations(40) }).assignments;
      const standing = withStanding(given, before);
      const options = insertUrgent(given, before, urgent.id);
      expect(options.length).toBeLessThanOrEqual(3);
      options.forEach((option, i) => {
        expect(hardIn(given, option.assignments)).toEqual([]);
        expect(option.before).toEqual(scoreOf(standing, before));
        expect(option.after).toEqual(scoreOf(standing, option.assignments));
        const last = options[i - 1];
        if (last) expect(compareScores(last.after, option.after)).toBeLessThanOrEqual(0);
        for (const { before: was, after } of option.moved) {
          expect(was?.start).toBeGreaterThanOrEqual(given.frozenUntil);
          expect(after).not.toBeNull();
        }
        const kept = before.filter(
          ({ requestId, visitNo }) =>
            !option.moved.some((one) => one.requestId === requestId && one.visitNo === visitNo),
        );
        for (const { travelBefore: _b, travelAfter: _a, ...rest } of kept)
          expect(option.assignments).toContainEqual(expect.objectContaining(rest));
      });
    },
  );

  it('moves nothing if that costs nothing, and one visit if nothing else helps', () => {
    const roomy = problem({
      specialists: [specialist(), specialist({ id: 'mori' })],
      requests: [request({ id: 'calm' }), request({ id: 'urgent', priority: 4 })],
    });
    const calm = visit({ requestId: 'calm', start: at(0, 9), end: at(0, 11) });
    const [first] = insertUrgent(roomy, [calm], 'urgent');
    expect(first?.moved).toEqual([]);
    // One morning only for the urgent one, and somebody sits in it.
    const narrow = problem({
      specialists: [specialist({ available: officeDays(0, 1) })],
      requests: [
        request({ id: 'calm', minutes: 180, mode: 'ONLINE' }),
        request({ id: 'urgent', priority: 4, minutes: 180, mode: 'ONLINE', deadline: at(0, 12) }),
      ],
    });
    const sits = visit({ requestId: 'calm', mode: 'ONLINE', start: at(0, 9), end: at(0, 12) });
    const options = insertUrgent(narrow, [sits], 'urgent');
    expect(options.map(({ moved }) => moved.length)).toEqual([1]);
    expect(insertUrgent(narrow, [sits], 'urgent', { mostMoved: 0 })).toEqual([]);
    expect(insertUrgent({ ...narrow, frozenUntil: at(1, 0) }, [sits], 'urgent')).toEqual([]);
    expect(insertUrgent(narrow, [sits], 'other')).toEqual([]);
  });

  it('names different specialists, the cheapest first', () => {
    const given = problem({
      specialists: [specialist(), specialist({ id: 'mori' }), specialist({ id: 'abe', modes: ['ONLINE'] })],
      requests: [request()],
    });
    const options = insertUrgent(given, [], 'desk');
    expect(options.map(({ added }) => added[0]?.specialistId).toSorted()).toEqual(['mori', 'sato']);
    expect(insertUrgent(given, [], 'desk', { alternatives: 1 })).toHaveLength(1);
  });
});
