import { policyOf, type SoftRuleId } from '../policy.js';
import type { Problem } from '../problem.js';
import { groundOf, type Job, type Option, type Unit } from '../search/ground.js';
import { DayClock } from '../search/day-clock.js';
import { PART } from '../search/prices.js';
import { waitingPoints } from '../search/unit-points.js';
import { NEVER, WayShare } from './way-share.js';

/**
 * Points by tier that no plan can beat: the first tier for any plan, each further one for every plan that
 * reaches the bound of the first. So a plan is proven best in tier 1 if it equals the bound there, and only
 * then the bounds of the others speak of it.
 *
 * Each request is planned by itself, as well as it could be if it were alone: deadlines, gaps, office hours,
 * windows, skills and all other rules about one pair hold exactly. Left out, so that the bound can only be too
 * low: that specialists are shared, caps and guidelines, balance, reserve, rounds, companions, published
 * visits, and all travel but a share that falls on the visit alone. Once it is over, the bound is lower still.
 */
export function requestBound(problem: Problem, isOver: () => boolean = () => false): readonly number[] {
  const ground = groundOf(problem);
  const { prices, jobs } = ground;
  const least = Array.from({ length: prices.tierCount }, () => 0);
  const alone = new Alone(problem);
  const reachable = new Map<number, boolean>();
  const leftOutTier = prices.tierOfPart[PART.visitLeftOut] ?? -1;
  const servesFirst =
    leftOutTier === 0 && (policyOf(problem).tiers[0] ?? []).every((rule) => SERVING.includes(rule));
  for (const job of jobs) {
    if (job.units.length === 0) continue;
    // Those that are not looked at any more count as nothing.
    if (isOver()) break;
    const served = alone.mostServed(job);
    reachable.set(job.town, (reachable.get(job.town) ?? job.fixed.length > 0) || served > 0);
    const perVisit = job.weight * prices.weights.visitLeftOut;
    for (let tier = 0; tier < prices.tierCount; tier += 1) {
      const dropped = tier === leftOutTier ? perVisit : 0;
      // Where nothing but serving counts first, a best plan serves whatever can be served.
      const fewest = servesFirst ? served : 0;
      let points = NEVER;
      for (let count = fewest; count <= served; count += 1) {
        points = Math.min(points, alone.cheapest(job, count, tier) + (job.units.length - count) * dropped);
      }
      add(least, tier, points);
    }
  }
  for (const [town, isReachable] of reachable) {
    const fixed = ground.fixed.some(({ place }) => place === problem.places[town]);
    if (isReachable || fixed) continue;
    const facts = problem.towns?.[problem.places[town] ?? ''];
    const { townLeftOut, oneItPersonTown } = prices.weights;
    const points = townLeftOut + (facts?.oneItPerson === true ? oneItPersonTown : 0);
    add(least, prices.tierOfPart[PART.townLeftOut] ?? -1, points);
  }
  return least.map((points) => Math.floor(points));
}

function add(tiers: number[], tier: number, points: number): void {
  if (tier >= 0) tiers[tier] = (tiers[tier] ?? 0) + points;
}

/** Rules that only ask whether something is served. */
const SERVING: readonly SoftRuleId[] = ['visit-left-out', 'town-left-out'];

/** One request as if there were no other. */
class Alone {
  private readonly ground;
  private readonly clock: DayClock;
  private readonly share: WayShare;

  constructor(problem: Problem) {
    this.ground = groundOf(problem);
    const { units } = this.ground;
    this.clock = new DayClock(this.ground, {
      wishedOnly: new Uint8Array(units.length),
      lockOf: new Int32Array(units.length).fill(-1),
      optionOf: new Int32Array(units.length),
    });
    this.share = new WayShare(this.ground);
  }

  /** Most visits of the request that could be held. */
  mostServed(job: Job): number {
    return this.chains(job, () => 0, null).findLastIndex((points) => points < NEVER);
  }

  /** Least points of one tier with that many visits. */
  cheapest(job: Job, count: number, tier: number): number {
    if (count === 0) return 0;
    const price = (unit: Unit, option: Option, day: number): number =>
      this.pointsOf(job, unit, option, day, tier);
    const of = (only: number | null): number => this.chains(job, price, only)[count] ?? NEVER;
    const mixed = of(null);
    const { tierOfPart, weights } = this.ground.prices;
    if (tierOfPart[PART.continuity] !== tier) return mixed;
    // Either one specialist throughout, or at least one change.
    const change = weights.changeOfSpecialist;
    let least = mixed + change;
    for (const specialist of new Set(job.options.map((option) => option.specialist))) {
      const isNew = job.familiar.length > 0 && !job.familiar.includes(specialist);
      least = Math.min(least, of(specialist) + (isNew ? change : 0));
    }
    return least;
  }

  /** By number of visits held: the cheapest way to hold them in order, with their gaps; NEVER if there is none. */
  private chains(
    job: Job,
    price: (unit: Unit, option: Option, day: number) => number,
    only: number | null,
  ): readonly number[] {
    const { days } = this.ground;
    const gap = job.request.minGapDays;
    const options = only === null ? job.options : job.options.filter(({ specialist }) => specialist === only);
    // heldBy[n]: by day of the last one, the cheapest way to hold n visits.
    const heldBy = Array.from({ length: job.units.length + 1 }, () => new Float64Array(days).fill(NEVER));
    job.units.forEach((unit, turn) => {
      const alone = this.pricesOf(job, unit, options, price);
      for (let held = turn + 1; held >= 1; held -= 1) {
        const before = heldBy[held - 1];
        const now = heldBy[held];
        if (!before || !now) continue;
        // Only where none was skipped is the last one held surely the visit before this.
        const follows = held === turn + 1 && job.units[turn - 1]?.visitNo === unit.visitNo - 1;
        for (let day = 0; day < days; day += 1) {
          const own = alone[day] ?? NEVER;
          if (own === NEVER) continue;
          const reached = held === 1 ? 0 : leastBefore(before, day, gap, follows ? job.maxGap : Infinity);
          now[day] = Math.min(now[day] ?? NEVER, reached + own);
        }
      }
    });
    const least = heldBy.map((points) => points.reduce((found, one) => Math.min(found, one), NEVER));
    return [0, ...least.slice(1)];
  }

  /** By day, what one visit costs at least; NEVER where it cannot be. */
  private pricesOf(
    job: Job,
    unit: Unit,
    options: readonly Option[],
    price: (unit: Unit, option: Option, day: number) => number,
  ): Float64Array {
    const prices = new Float64Array(this.ground.days).fill(NEVER);
    for (let day = Math.max(0, job.firstDay); day <= job.lastDay; day += 1) {
      if (!this.mayLie(job, unit, day)) continue;
      for (const option of options) {
        if (!this.fits(job, option, day)) continue;
        prices[day] = Math.min(prices[day] ?? NEVER, price(unit, option, day));
      }
    }
    return prices;
  }

  /** The gaps to fixed visits of the request. */
  private mayLie(job: Job, unit: Unit, day: number): boolean {
    const gap = job.request.minGapDays;
    return job.fixed.every((fixed) => {
      if (fixed.visitNo === null) return Math.abs(fixed.day - day) >= gap;
      const apart = fixed.visitNo < unit.visitNo ? day - fixed.day : fixed.day - day;
      const next = Math.abs(fixed.visitNo - unit.visitNo) === 1;
      return apart >= gap && (!next || apart <= job.maxGap);
    });
  }

  private fits(job: Job, option: Option, day: number): boolean {
    const { days } = this.ground;
    if (option.byDay && option.byDay.worth[day] === Infinity) return false;
    const band = this.clock.allowed[job.index * days + day] ?? -1;
    const cell = option.specialist * days + day;
    if (this.clock.nextIn(band, cell, 0, job.minutes) < 0) return false;
    return this.share.of(option.specialist, option.place) < NEVER;
  }

  private pointsOf(job: Job, unit: Unit, option: Option, day: number, tier: number): number {
    const { tierOfPart, tierCount, weights } = this.ground.prices;
    const late = Math.max(0, day - unit.dueDay);
    let points = option.byDay ? (option.byDay.price[day * tierCount + tier] ?? 0) : (option.price[tier] ?? 0);
    if (tierOfPart[PART.longWait] === tier) points += waitingPoints(job, unit, day) * weights.waitingWeek;
    if (tierOfPart[PART.earliness] === tier) points += late * job.weight * weights.dayLate;
    if (tierOfPart[PART.wish] === tier && this.missesWish(job, option, day)) points += weights.wishMissed;
    if (tierOfPart[PART.travel] === tier) {
      points += this.share.of(option.specialist, option.place) * weights.travelMinute;
    }
    return points;
  }

  private missesWish(job: Job, option: Option, day: number): boolean {
    if (!this.clock.wantsWish(job.index)) return false;
    const cell = option.specialist * this.ground.days + day;
    return this.clock.nextIn(this.clock.wishBand(job.index, day), cell, 0, job.minutes) < 0;
  }
}

/** The least of all days from which a gap leads to this one. */
function leastBefore(points: Float64Array, day: number, minGap: number, maxGap: number): number {
  let least = NEVER;
  for (let other = Math.max(0, day - maxGap); other <= day - minGap; other += 1) {
    least = Math.min(least, points[other] ?? NEVER);
  }
  return least;
}
