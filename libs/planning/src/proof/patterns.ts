import type { Ground, Job } from './ground.js';
import { changePrice, movePrice } from './request-prices.js';

/** One way to serve a request: the link and the day of each visit; link -1, day = days if it is left out. */
export interface Pattern {
  readonly job: number;
  readonly links: readonly number[];
  readonly days: readonly number[];
  /** Without multipliers. */
  readonly cost: number;
}

/** A visit's way: whose, when, what it costs, and what it costs at the multipliers. */
interface Choice {
  readonly link: number;
  readonly day: number;
  readonly doer: number;
  readonly cost: number;
  readonly price: number;
}

/**
 * All ways to serve one request that cost no more at these multipliers than the limit; null = more than so
 * many. Messages must have been passed on before.
 */
export function patternsBelow(
  ground: Ground,
  job: Job,
  multipliers: Float64Array,
  limit: number,
  most: number,
): readonly Pattern[] | null {
  const choices = Array.from({ length: job.units }, (_, unit) => choicesOf(ground, job, unit, multipliers));
  // The least that the visits from each on cost.
  const rest = [0];
  for (const own of choices.toReversed()) {
    rest.unshift((rest[0] ?? 0) + own.reduce((least, { price }) => Math.min(least, price), Infinity));
  }
  const found: Pattern[] = [];
  const picked: Choice[] = [];
  const take = (cost: number, price: number): void => {
    const fresh = new Set(
      picked.filter(({ doer }) => job.doers[doer]?.fresh === true).map(({ doer }) => doer),
    );
    const nothing = picked.every(({ link }) => link < 0) ? job.nothingCost : 0;
    const extra = changePrice(job, fresh.size) + nothing;
    if (price + extra > limit) return;
    found.push({
      job: job.index,
      links: picked.map(({ link }) => link),
      days: picked.map(({ day }) => day),
      cost: cost + extra,
    });
  };
  const goOn = (unit: number, cost: number, price: number): void => {
    if (price + (rest[unit] ?? 0) > limit || found.length > most) return;
    if (unit === job.units) {
      take(cost, price);
      return;
    }
    for (const choice of choices[unit] ?? []) {
      if (!mayFollow(job, unit, picked, choice)) continue;
      picked.push(choice);
      goOn(unit + 1, cost + choice.cost, price + choice.price);
      picked.pop();
    }
  };
  goOn(0, 0, 0);
  return found.length > most ? null : found;
}

function choicesOf(ground: Ground, job: Job, unit: number, multipliers: Float64Array): readonly Choice[] {
  const { days, linkDay, linkCost } = ground;
  const said = (day: number): number => job.messages?.[unit * (days + 1) + day] ?? 0;
  const leftOut = job.leftOut[unit] ?? 0;
  const choices: Choice[] = [{ link: -1, day: days, doer: -1, cost: leftOut, price: leftOut + said(days) }];
  job.doers.forEach((person, doer) => {
    for (const link of person.links) {
      const day = linkDay[link] ?? 0;
      const own = (job.dayCost[unit * days + day] ?? Infinity) + (linkCost[link] ?? 0);
      if (own === Infinity) continue;
      const cost = own + movePrice(job, job.stands[unit] ?? null, person, day);
      choices.push({ link, day, doer, cost, price: cost + (multipliers[link] ?? 0) + said(day) });
    }
  });
  return choices;
}

/** Order and gaps; the greatest gap holds only between a visit and the very next. */
function mayFollow(job: Job, unit: number, picked: readonly Choice[], { link, day }: Choice): boolean {
  if (link < 0) return true;
  const before = picked.findLastIndex((choice) => choice.link >= 0);
  if (before < 0) return true;
  const gap = day - (picked[before]?.day ?? 0);
  return gap >= job.minGap && (before < unit - 1 || gap <= (job.maxGap[unit] ?? Infinity));
}
