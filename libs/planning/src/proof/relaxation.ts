import { NOWHERE, type Ground } from './ground.js';
import { RequestPart } from './request-part.js';
import { StaffPart } from './staff-part.js';
import { TurnPart } from './turn-part.js';

/**
 * The bound at given multipliers: requests, specialists and turns each choose by themselves. Requests pay a
 * multiplier where specialists earn it, so no plan can cost less than the sum, whatever the multipliers.
 */
export class Relaxation {
  /** Out: by multiplier, how much more often it was paid than earned; where this is 0 both sides agree. */
  readonly slope: Float64Array;
  /** Out: how much more all choices together cost than the bound. */
  doubt = 0;
  private readonly requests: RequestPart;
  private readonly staff: StaffPart;
  private readonly turns: TurnPart;

  constructor(readonly ground: Ground) {
    this.slope = new Float64Array(ground.multiplierCount);
    this.requests = new RequestPart(ground);
    this.staff = new StaffPart(ground);
    this.turns = new TurnPart(ground);
  }

  /** Multipliers to begin with: half of a visit's own way, its cheapest start, and what is certain about turns. */
  start(): Float64Array {
    const { cells, travel, placeCount, minuteCost, turns, days } = this.ground;
    const multipliers = new Float64Array(this.ground.multiplierCount);
    for (const { link, place, base, least } of cells) {
      for (let task = 0; task < link.length; task += 1) {
        const at = place[task] ?? NOWHERE;
        const out = at === NOWHERE ? 0 : Math.max(0, travel[base * placeCount + at] ?? 0);
        const home = at === NOWHERE ? 0 : Math.max(0, travel[at * placeCount + base] ?? 0);
        multipliers[link[task] ?? 0] = Math.round(((out + home) * minuteCost) / 2 + (least[task] ?? 0));
      }
    }
    for (const { earlier, laterAt, cost } of turns) {
      const first = this.turns.firstDay(earlier.job, earlier.unit);
      multipliers.fill(cost, laterAt, laterAt + Math.min(first, days));
    }
    return multipliers;
  }

  /** Thousandths of a point of the last tier; fills `slope`. */
  evaluate(multipliers: Float64Array): number {
    const { ground, slope } = this;
    slope.fill(0);
    let sum = ground.constant;
    this.doubt = 0;
    this.passMessages(multipliers);
    for (const job of ground.jobs) {
      this.requests.solve(job, multipliers);
      sum += this.requests.value;
      for (let unit = 0; unit < job.units; unit += 1) {
        const link = this.requests.linkOf[unit] ?? -1;
        if (link >= 0) slope[link] = (slope[link] ?? 0) + 1;
      }
      if (job.messages) this.noteDays(job.index);
    }
    for (const staff of ground.staff) {
      this.staff.solve(staff, multipliers);
      sum += this.staff.value;
      this.doubt += this.staff.doubt;
      for (let i = 0; i < this.staff.count; i += 1) {
        const link = this.staff.links[i] ?? 0;
        slope[link] = (slope[link] ?? 0) - 1;
      }
    }
    for (const turn of ground.turns) {
      this.turns.solve(turn, multipliers);
      sum += this.turns.value;
      const later = turn.laterAt + this.turns.later;
      const earlier = turn.earlierAt + this.turns.earlier;
      slope[later] = (slope[later] ?? 0) - 1;
      slope[earlier] = (slope[earlier] ?? 0) - 1;
    }
    return sum;
  }

  /** By link: by how much the bound would be higher at least, if the link were used. */
  margins(multipliers: Float64Array): Float64Array {
    const margins = new Float64Array(this.ground.linkCount).fill(Infinity);
    this.passMessages(multipliers);
    for (const job of this.ground.jobs) {
      this.requests.eachMargin(job, multipliers, (link, margin) => (margins[link] = margin));
    }
    return margins;
  }

  /** Passes on to requests what the turns ask of their days. */
  passMessages(multipliers: Float64Array): void {
    const { jobs, turns, days } = this.ground;
    for (const { messages } of jobs) messages?.fill(0);
    for (const { later, earlier, laterAt, earlierAt } of turns) {
      for (const [side, at] of [
        [later, laterAt],
        [earlier, earlierAt],
      ] as const) {
        const messages = jobs[side.job]?.messages;
        if (!messages) continue;
        const own = side.unit * (days + 1);
        for (let day = 0; day <= days; day += 1) {
          messages[own + day] = (messages[own + day] ?? 0) + (multipliers[at + day] ?? 0);
        }
      }
    }
  }

  private noteDays(job: number): void {
    const { slope } = this;
    for (const { later, earlier, laterAt, earlierAt } of this.ground.turns) {
      if (later.job === job) {
        const at = laterAt + (this.requests.dayOf[later.unit] ?? 0);
        slope[at] = (slope[at] ?? 0) + 1;
      }
      if (earlier.job === job) {
        const at = earlierAt + (this.requests.dayOf[earlier.unit] ?? 0);
        slope[at] = (slope[at] ?? 0) + 1;
      }
    }
  }
}
