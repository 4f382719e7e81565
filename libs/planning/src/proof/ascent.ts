import { Model } from './model.js';
import type { Relaxation } from './relaxation.js';
import { groupsOf, Slope } from './slope.js';

/** By how much the first step aims beyond the goal: the model soon holds it back. */
const FIRST_SHARE = 3;
/** A step that wins more than this share of what the model promised may become longer. */
const GOOD_SHARE = 0.5;
const GROWTH = 2;
const SHRINKAGE = 0.7;
/** Steps without success before they become shorter; and at once if the model was so far off. */
const PATIENCE = 20;
const FAR_OFF = 10;

/** Raises a bound step by step: where requests ask for more than specialists offer, the way becomes dearer. */
export class Ascent {
  /** The highest bound so far, in thousandths, and its multipliers. */
  best: number;
  readonly multipliers: Float64Array;
  steps = 0;
  sinceBetter = 0;
  private readonly trial: Float64Array;
  private readonly direction: Float64Array;
  private readonly model = new Model();
  private readonly groups;
  private length: number;
  private failures = 0;

  /** `goal`: a price at which a plan is known. */
  constructor(
    private readonly relaxation: Relaxation,
    goal: number,
  ) {
    this.groups = groupsOf(relaxation.ground);
    this.multipliers = relaxation.start();
    this.trial = new Float64Array(this.multipliers.length);
    this.direction = new Float64Array(this.multipliers.length);
    this.best = relaxation.evaluate(this.multipliers);
    const slope = this.slope();
    this.model.add(slope, relaxation.doubt);
    this.length = (FIRST_SHARE * Math.max(1, goal - this.best)) / Math.max(1, slope.times(slope));
  }

  step(): void {
    const { relaxation, multipliers, trial, direction, model } = this;
    const promised = model.direct(this.length, direction);
    for (let at = 0; at < trial.length; at += 1) {
      trial[at] = Math.round((multipliers[at] ?? 0) + this.length * (direction[at] ?? 0));
    }
    const value = relaxation.evaluate(trial);
    const slope = this.slope();
    const move = direction;
    for (let at = 0; at < move.length; at += 1) move[at] = (trial[at] ?? 0) - (multipliers[at] ?? 0);
    const gain = value - this.best;
    this.steps += 1;
    if (gain > 0) {
      model.recentre(move, gain);
      model.add(slope, relaxation.doubt);
      multipliers.set(trial);
      this.best = value;
      this.sinceBetter = 0;
      this.failures = 0;
      if (gain > GOOD_SHARE * promised) this.length *= GROWTH;
      return;
    }
    const error = value + relaxation.doubt - slope.along(move) - this.best;
    model.add(slope, Math.max(0, error));
    this.sinceBetter += 1;
    this.failures += 1;
    if (this.failures < PATIENCE && error <= FAR_OFF * promised) return;
    this.length *= SHRINKAGE;
    this.failures = 0;
  }

  private slope(): Slope {
    return new Slope(this.relaxation.slope, this.groups, this.relaxation.ground.linkCount);
  }
}
