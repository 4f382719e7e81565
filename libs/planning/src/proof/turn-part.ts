import type { Ground, Turn } from './ground.js';

/** The cheapest days of two visits of a campaign that should take turns, at given prices. */
export class TurnPart {
  value = 0;
  /** Out: days; `days` = left out. */
  later = 0;
  earlier = 0;
  private readonly days: number;
  private readonly after: Float64Array;
  private readonly afterDay: Int32Array;
  private readonly feasible: readonly Uint8Array[];

  constructor(private readonly ground: Ground) {
    this.days = ground.days;
    this.after = new Float64Array(this.days + 2);
    this.afterDay = new Int32Array(this.days + 2);
    this.feasible = ground.jobs.map((job) => feasibleDays(ground, job));
  }

  /** First day on which a visit could be held; `days` = never. */
  firstDay(job: number, unit: number): number {
    const { days } = this;
    for (let day = 0; day < days; day += 1) if (this.canHold(job, unit, day)) return day;
    return days;
  }

  solve(turn: Turn, prices: Float64Array): void {
    const { days, after, afterDay } = this;
    const { laterAt, earlierAt, cost } = turn;
    // From the end on: the least of the second visit after a day, being left out included.
    after[days] = -(prices[earlierAt + days] ?? 0);
    afterDay[days] = days;
    for (let day = days - 1; day >= 0; day -= 1) {
      const own = this.canHold(turn.earlier.job, turn.earlier.unit, day)
        ? -(prices[earlierAt + day] ?? 0)
        : Infinity;
      const isLess = own < (after[day + 1] ?? Infinity);
      after[day] = isLess ? own : (after[day + 1] ?? Infinity);
      afterDay[day] = isLess ? day : (afterDay[day + 1] ?? days);
    }
    this.value = (after[0] ?? 0) - (prices[laterAt + days] ?? 0);
    this.later = days;
    this.earlier = afterDay[0] ?? days;
    let before = Infinity;
    let beforeDay = days;
    for (let day = 0; day < days; day += 1) {
      const own = -(prices[earlierAt + day] ?? 0);
      if (own < before && this.canHold(turn.earlier.job, turn.earlier.unit, day)) {
        before = own;
        beforeDay = day;
      }
      if (!this.canHold(turn.later.job, turn.later.unit, day)) continue;
      const overtaken = (after[day + 1] ?? Infinity) + cost;
      const least = Math.min(before, overtaken) - (prices[laterAt + day] ?? 0);
      if (least < this.value) {
        this.value = least;
        this.later = day;
        this.earlier = before <= overtaken ? beforeDay : (afterDay[day + 1] ?? days);
      }
    }
  }

  private canHold(job: number, unit: number, day: number): boolean {
    return this.feasible[job]?.[unit * this.days + day] === 1;
  }
}

function feasibleDays(ground: Ground, job: Ground['jobs'][number]): Uint8Array {
  const open = new Uint8Array(ground.days);
  if (job.messages === null) return open;
  for (const { links } of job.doers) for (const link of links) open[ground.linkDay[link] ?? 0] = 1;
  return Uint8Array.from(job.dayCost, (cost, at) => (cost < Infinity ? (open[at % ground.days] ?? 0) : 0));
}
