import { describe, expect, it } from '@jest/globals';
import { problem } from '../../testing/given.js';
import { exchangeRates, ratesOfTiers, totalOf } from './exchange.js';

describe('the rates between tiers', () => {
  it.each([
    [0, []],
    [1, [1]],
    [2, [600, 1]],
    [3, [360_000, 600, 1]],
    [5, [331_776, 13_824, 576, 24, 1]],
  ])('of %i tiers are %p', (count, rates) => expect(ratesOfTiers(count)).toEqual(rates));

  it('are those of the policy of a problem', () =>
    expect(exchangeRates(problem({ policy: { tiers: [['long-wait'], ['travel-minutes']] } }))).toEqual(
      ratesOfTiers(2),
    ));

  it('weigh the points of all tiers', () => expect(totalOf([2, 3, 4], ratesOfTiers(3))).toBe(721_804));
});
