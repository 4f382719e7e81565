import { describe, expect, it } from '@jest/globals';
import { bestOf, type FoundPlan } from './search-result.js';

const found = (seed: number, tiers: number[], iterations = 10): FoundPlan => ({
  seed,
  plan: { assignments: [], unplaced: [], score: { hard: 0, tiers, parts: {} } },
  iterations,
  longestWaitDays: seed,
});
const end = { bound: null, budget: 10, wasCut: false };

describe('the best of several searches', () => {
  it('is the one with the best score, tier by tier', () => {
    const best = bestOf([found(1, [0, 9]), found(2, [0, 3]), found(3, [1, 0])], end);
    expect(best).toMatchObject({ bestSeed: 2, score: { tiers: [0, 3] }, longestWaitDays: 2 });
    expect(best.starts.map(({ seed }) => seed)).toEqual([1, 2, 3]);
  });

  it('is that of the lowest seed among equals, whoever was first', () => {
    expect(bestOf([found(3, [1]), found(2, [1]), found(4, [1])], end).bestSeed).toBe(2);
  });

  it('says where it was cut short, and nothing when it came to its end', () => {
    expect(bestOf([found(1, [1], 4)], { ...end, wasCut: true }).stoppedAtIterations).toBe(4);
    expect(bestOf([found(1, [1], 10)], { ...end, wasCut: true }).stoppedAtIterations).toBeNull();
    expect(bestOf([found(1, [1], 4)], end).stoppedAtIterations).toBeNull();
  });
});
