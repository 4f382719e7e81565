import { FORBIDDEN, type Job, type Option, type Unit } from './ground.js';
import type { PlanState } from './plan-state.js';
import { PART } from './prices.js';
import { isChange, overtakings, waitingPoints } from './unit-points.js';

/** What visits cost before it is known at what time they start, in points of the last tier. */
export class VisitWorth {
  /** Worth of one minute of travel. */
  readonly minute: number;
  /** Worth of a start that is not as wished. */
  readonly wishMissed: number;
  /** Worth of a standing visit at another time of its day. */
  readonly movedTime: number;
  /** Later visits of the same request that will wait as long as the one looked at, at least. */
  followers = 0;
  private readonly change: number;
  private readonly disturbance: number;
  private readonly overtaking: number;
  private readonly waitingWeek: number;
  private readonly dayLate: number;

  constructor(private readonly state: PlanState) {
    const { worth, weights } = state.ground.prices;
    const of = (part: number, points: number): number => (worth[part] ?? 0) * points;
    this.minute = of(PART.travel, weights.travelMinute);
    this.wishMissed = of(PART.wish, weights.wishMissed);
    this.movedTime = of(PART.disturbance, weights.movedTime);
    this.change = of(PART.continuity, weights.changeOfSpecialist);
    this.disturbance = of(PART.disturbance, 1);
    this.overtaking = of(PART.roundOrder, weights.roundBroken);
    this.waitingWeek = of(PART.longWait, weights.waitingWeek);
    this.dayLate = of(PART.earliness, weights.dayLate);
  }

  /**
   * Everything but wish and travel on that day. Once the sum has reached `most` the rest is not looked at.
   */
  ofDay(unit: Unit, job: Job, option: Option, day: number, cell: number, most: number): number {
    const { state } = this;
    const perDay = option.byDay;
    let sum = perDay ? (perDay.worth[day] ?? FORBIDDEN) : option.worth;
    sum += this.waiting(unit, job, day);
    if (sum >= most) return sum;
    if (this.change > 0 && isChange(state, job, unit.index, option.specialist)) sum += this.change;
    const { standing } = unit;
    if (standing) {
      const { movedDay, movedSpecialist } = state.ground.prices.weights;
      const moved =
        standing.specialist !== option.specialist ? movedSpecialist : standing.day !== day ? movedDay : 0;
      sum += this.disturbance * moved;
    }
    // A visit that relieves others of its campaign may still become cheaper.
    if (job.campaign.length > 0) sum += this.overtaking * overtakings(state, job, unit, day);
    if (sum >= most) return sum;
    return state.isBusy(cell) ? sum : sum + state.load.worthOfOpening(cell);
  }

  /** What it costs that a visit, and those that follow it, are not on their due days. */
  waiting(unit: Unit, job: Job, day: number): number {
    const late = day - unit.dueDay;
    if (late <= 0) return 0;
    const alone = this.waitingWeek * waitingPoints(job, unit, day) + this.dayLate * job.weight * late;
    return alone * (1 + this.followers);
  }
}
