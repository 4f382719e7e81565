import type { Random } from '../random.js';
import type { TourState } from './tour-state.js';

/** Temperature at the end, in mean legs, and how many times it halves before where stops are few. */
const COLD = 1 / 16;
const HALVINGS = 5;

/**
 * Up to so many stops are few. Where there are four times as many, each has its turn less often, and the
 * search starts half as hot.
 */
const FEW = 200;
const FEWEST_HALVINGS = 3;

/** How much worse a plan may be than the one it came from: less and less over the budget. */
export class Cooling {
  private readonly coldest: number;
  private readonly halvings: number;
  private heat = 0;

  constructor(
    state: TourState,
    private readonly random: Random,
  ) {
    const { stops } = state.ground;
    const placed = stops - state.absentCount;
    this.coldest = COLD * Math.max(1, state.distance / Math.max(1, placed + state.openCount));
    let halvings = HALVINGS;
    for (let size = FEW; size < stops && halvings > FEWEST_HALVINGS; size *= 4) halvings -= 1;
    this.halvings = halvings;
  }

  /**
   * Sets the temperature for a share of the budget, or a mean one where there is no budget. It halves evenly;
   * straight lines between the halvings, so that every engine agrees.
   */
  at(share: number | undefined): void {
    const left = this.halvings * (1 - Math.min(1, share ?? 1 / 2));
    const whole = Math.floor(left);
    this.heat = this.coldest * 2 ** whole * (1 + left - whole);
  }

  /** Drawn anew for each attempt: about exponentially distributed with the temperature as its mean. */
  allowance(): number {
    const drawn = 1 + this.random.below((1 << 20) - 1);
    const zeros = Math.clz32(drawn) - 12;
    const mantissa = (drawn << zeros) / (1 << 19) - 1;
    return this.heat * 0.69 * (zeros + 1 - mantissa);
  }
}
