import { describe, expect, it } from '@jest/globals';
import { generate } from '../../bench/generate.js';
import { at, problem, request } from '../../testing/given.js';
import { solve } from '../solve.js';
import { iterations } from '../stop.js';
import { requestBound } from './request-bound.js';

describe('requestBound', () => {
  it.each(Array.from({ length: 200 }, (_, seed) => seed))('is never above a plan, seed %i', (seed) => {
    const given = generate({
      requests: 3 + (seed % 9),
      specialists: 1 + (seed % 4),
      days: 14 + (seed % 2) * 7,
      seed: 3_000 + seed,
      full: seed % 3 !== 0,
    });
    const bound = requestBound(given);
    const { tiers } = solve(given, { seed, stop: iterations(80) }).score;
    expect(bound).toHaveLength(tiers.length);
    // Further tiers are bounded for plans that are best in the tiers before.
    for (let tier = 0; tier < tiers.length; tier += 1) {
      expect({ seed, tier, isBelow: (bound[tier] ?? 0) <= (tiers[tier] ?? 0) }).toEqual({
        seed,
        tier,
        isBelow: true,
      });
      if (bound[tier] !== tiers[tier]) break;
    }
  });

  it('proves a plan in which every visit has what it could have alone', () => {
    const given = problem({ requests: [request({ minutes: 180 })] });
    const { tiers } = solve(given, { seed: 1, stop: iterations(20) }).score;
    expect(requestBound(given).slice(0, 2)).toEqual(tiers.slice(0, 2));
  });

  it('knows that nobody can come, and that two visits need their gap', () => {
    const hopeless = problem({
      requests: [request({ needs: [{ skillId: 'law', level: 4, essential: true }] })],
    });
    expect(requestBound(hopeless)[0]).toBeGreaterThan(0);
    const tight = problem({ requests: [request({ visits: 2, minGapDays: 4, deadline: at(3, 0) })] });
    expect(requestBound(tight)[0]).toBe(20);
  });
});
