import { describe, expect, it } from '@jest/globals';
import { seededRandom } from '../random.js';
import { Cooling } from './cooling.js';
import { groundOf } from './ground.js';
import { TourState } from './tour-state.js';

/** Mean of many allowances at a share of the budget, for stops of a tour whose legs are not measured yet. */
function meanAllowance(stops: number, share: number | undefined): number {
  const distance = new Int32Array((stops + 1) ** 2);
  const each = (): Int32Array => new Int32Array(stops);
  const kind = { count: 1, start: stops, end: stops, open: 0, close: 0, capacity: [] };
  const state = new TourState(
    groundOf({
      stops,
      places: stops + 1,
      distance,
      duration: distance,
      service: each(),
      earliest: each(),
      latest: each(),
      loads: [],
      kinds: [kind],
    }),
  );
  state.distance = 100 * stops;
  state.absentCount = 0;
  const cooling = new Cooling(state, seededRandom(1));
  cooling.at(share);
  let sum = 0;
  for (let turn = 0; turn < 20_000; turn += 1) sum += cooling.allowance();
  return sum / 20_000;
}

describe('cooling', () => {
  it('goes from two mean legs down to a sixteenth', () => {
    expect(meanAllowance(50, 0) / 100).toBeCloseTo(2, 0);
    expect(meanAllowance(50, 1) / 100).toBeCloseTo(1 / 16, 1);
    const means = [0, 0.25, 0.5, 0.75, 1].map((share) => meanAllowance(50, share));
    expect(means).toEqual([...means].sort((one, two) => two - one));
  });

  it('starts colder where there are many stops, and ends alike', () => {
    expect(meanAllowance(300, 0)).toBeLessThan(0.6 * meanAllowance(50, 0));
    expect(meanAllowance(300, 1) / meanAllowance(50, 1)).toBeCloseTo(1, 1);
  });

  it('stays in the middle where no budget is known', () => {
    expect(meanAllowance(50, undefined)).toBe(meanAllowance(50, 0.5));
  });
});
