import { ratesOfTiers } from '@banso/planning';
import { describe, expect, it } from '@jest/globals';
import { gapOf } from './planning-record.js';

/** What one point of the first of two tiers is worth in points of the second. */
const [RATE = 0] = ratesOfTiers(2);

describe('the gap', () => {
  it('is unknown without a proof', () => expect(gapOf([5, 8], null)).toBeNull());

  it.each([
    ['all proven', [5, 8], [5, 8], { provenTiers: 2, tier: null, total: 0 }],
    ['a plan that costs nothing', [0, 0], [0, 0], { provenTiers: 2, tier: null, total: 0 }],
    ['one tier proven', [5, 8], [5, 6], { provenTiers: 1, tier: 0.25, total: 2 / (5 * RATE + 8) }],
    ['none proven', [10, 8], [8, 8], { provenTiers: 0, tier: 0.2, total: (2 * RATE) / (10 * RATE + 8) }],
    ['none proven, and the rest is', [10, 0], [8, 0], { provenTiers: 0, tier: 0.2, total: 0.2 }],
    ['a bound of nothing', [5, 8], [0, 0], { provenTiers: 0, tier: null, total: null }],
    [
      'a bound of nothing after a tier of nothing',
      [0, 8],
      [0, 0],
      { provenTiers: 1, tier: null, total: null },
    ],
    [
      'a bound of nothing after a proven tier',
      [5, 8],
      [5, 0],
      { provenTiers: 1, tier: null, total: 8 / (5 * RATE + 8) },
    ],
    ['nothing known of the last tier', [5, 8], [5, null], { provenTiers: 1, tier: null, total: null }],
    ['nothing known of the first tier', [5, 8], [null, 8], { provenTiers: 0, tier: null, total: null }],
    ['too short a bound', [5, 8], [4], { provenTiers: 0, tier: 0.2, total: null }],
    [
      'a bound that only better plans have to reach',
      [2, 8],
      [1, 9000],
      { provenTiers: 0, tier: 0.5, total: 0 },
    ],
  ])('%s', (_, tiers, bound, gap) => expect(gapOf(tiers, bound)).toEqual(gap));
});
