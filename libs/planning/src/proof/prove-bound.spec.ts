import { describe, expect, it } from '@jest/globals';
import { generate } from '../../bench/generate.js';
import { at, problem, request } from '../../testing/given.js';
import type { Problem } from '../problem.js';
import { solve } from '../solve.js';
import { iterations } from '../stop.js';
import { exchangeRates, totalOf } from './exchange.js';
import { proveBound } from './prove-bound.js';

const made = (seed: number): Problem =>
  generate({
    requests: 3 + (seed % 9),
    specialists: 1 + (seed % 4),
    days: 14 + (seed % 2) * 7,
    seed: 7_000 + seed,
    full: seed % 4 !== 0,
  });

describe('proveBound', () => {
  it.each(Array.from({ length: 120 }, (_, seed) => seed))('is never above a plan, seed %i', (seed) => {
    const given = made(seed);
    const known = solve(given, { seed, stop: iterations(30) }).score.tiers;
    const better = solve(given, { seed: seed + 1, stop: iterations(400) }).score.tiers;
    const bound = proveBound(given, { known: () => known, stop: iterations(25) });
    const rates = exchangeRates(given);
    for (const tiers of [known, better]) {
      for (let tier = 0; tier < tiers.length; tier += 1) {
        expect({ seed, tier, over: Math.max(0, (bound[tier] ?? 0) - (tiers[tier] ?? 0)) }).toEqual({
          seed,
          tier,
          over: 0,
        });
        // Further tiers are bounded for plans that are best in the tiers before.
        if (bound[tier] !== tiers[tier]) break;
      }
    }
    const isBetter = better.findIndex((points, tier) => points !== known[tier]);
    if (isBetter >= 0 && (better[isBetter] ?? 0) > (known[isBetter] ?? 0)) return;
    expect(totalOf(bound, rates)).toBeLessThanOrEqual(totalOf(better, rates));
  });

  it('repeats itself', () => {
    const given = made(3);
    const known = solve(given, { seed: 1, stop: iterations(30) }).score.tiers;
    const once = proveBound(given, { known: () => known, stop: iterations(40) });
    expect(proveBound(given, { known: () => known, stop: iterations(40) })).toEqual(once);
  });

  it('knows that one specialist cannot be in two towns at once', () => {
    const given = problem({
      requests: [
        request({ id: 'a', minutes: 180, deadline: at(0, 24 * 60) }),
        request({ id: 'b', minutes: 180, deadline: at(0, 24 * 60), town: 'far' }),
      ],
    });
    const { tiers } = solve(given, { seed: 1, stop: iterations(50) }).score;
    expect(proveBound(given, { known: () => tiers, stop: iterations(60) })[0]).toBe(tiers[0]);
  });
});
