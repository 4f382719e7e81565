import type { Random } from '../random.js';
import type { TourState } from './tour-state.js';

/** Temperatures at the beginning and at the end, in mean legs. */
const HOT = 4;
const COLD = 1 / 16;

/** How much worse a plan may be than the one it came from: less and less over the budget. */
export class Cooling {
  private readonly leg: number;
  private heat = 0;

  constructor(
    state: TourState,
    private readonly random: Random,
  ) {
    const placed = state.ground.stops - state.absentCount;
    this.leg = Math.max(1, state.distance / Math.max(1, placed + state.openCount));
  }

  /**
   * Sets the temperature for a share of the budget, or a mean one where there is no budget. It halves evenly;
   * straight lines between the halvings, so that every engine agrees.
   */
  at(share: number | undefined): void {
    const left = Math.log2(HOT / COLD) * (1 - Math.min(1, share ?? 1 / 2));
    const whole = Math.floor(left);
    this.heat = this.leg * COLD * 2 ** whole * (1 + left - whole);
  }

  /** Drawn anew for each attempt: about exponentially distributed with the temperature as its mean. */
  allowance(): number {
    const drawn = 1 + this.random.below((1 << 20) - 1);
    const zeros = Math.clz32(drawn) - 12;
    const mantissa = (drawn << zeros) / (1 << 19) - 1;
    return this.heat * 0.69 * (zeros + 1 - mantissa);
  }
}
