import type { Doer, Ground, Job, Stand } from './ground.js';
import { changePrice, movePrice } from './request-prices.js';
import { VisitChain } from './visit-chain.js';

/** Nobody holds the visit. */
const NO_LINK = -1;

/** Which of the specialists whom the town does not know may come: two at most, or anybody. */
interface Newcomers {
  readonly first: number;
  readonly second: number;
  readonly isOpen: boolean;
}

const NOBODY: Newcomers = { first: -1, second: -1, isOpen: false };
const ANYBODY: Newcomers = { first: -1, second: -1, isOpen: true };

/**
 * The cheapest way to serve one request at given prices, whoever else needs the same days: each visit on a
 * day by a specialist or left out, gaps and order kept, changes of specialist paid. Exact for up to two
 * further specialists; more count as three.
 */
export class RequestPart {
  value = 0;
  /** Out: day and link of each visit; day = days, link = -1 if it is left out. */
  readonly dayOf: Int32Array;
  readonly linkOf: Int32Array;
  private readonly days: number;
  private readonly chain: VisitChain;
  /** Price and link by doer × day, and for the newcomers looked at by visit × day. */
  private readonly near: Float64Array;
  private readonly nearLink: Int32Array;
  private readonly row: Float64Array;
  private readonly rowLink: Int32Array;
  private readonly through: Float64Array;

  constructor(private readonly ground: Ground) {
    const { days, jobs } = ground;
    const units = jobs.reduce((most, job) => Math.max(most, job.units), 1);
    const doers = jobs.reduce((most, job) => Math.max(most, job.doers.length), 1);
    this.days = days;
    this.chain = new VisitChain(days, units);
    this.dayOf = this.chain.dayOf;
    this.linkOf = new Int32Array(units);
    this.near = new Float64Array(doers * days);
    this.nearLink = new Int32Array(doers * days);
    this.row = new Float64Array(units * days);
    this.rowLink = new Int32Array(units * days);
    this.through = new Float64Array(doers * days);
  }

  /** Prices by link. */
  solve(job: Job, prices: Float64Array): void {
    this.value = 0;
    if (job.units === 0) return;
    this.takePrices(job, prices);
    const best = this.bestNewcomers(job);
    this.value = best.value;
    this.cheapest(job, best.newcomers);
    for (let unit = 0; unit < job.units; unit += 1) {
      const day = this.dayOf[unit] ?? this.days;
      this.linkOf[unit] = day < this.days ? (this.rowLink[unit * this.days + day] ?? NO_LINK) : NO_LINK;
    }
  }

  private takePrices(job: Job, prices: Float64Array): void {
    const { days, near, nearLink } = this;
    const { linkDay, linkCost } = this.ground;
    near.fill(Infinity, 0, job.doers.length * days);
    job.doers.forEach(({ links }, doer) => {
      for (const link of links) {
        const at = doer * days + (linkDay[link] ?? 0);
        const price = (linkCost[link] ?? 0) + (prices[link] ?? 0);
        if (price < (near[at] ?? Infinity)) {
          near[at] = price;
          nearLink[at] = link;
        }
      }
    });
  }

  private bestNewcomers(job: Job): { readonly value: number; readonly newcomers: Newcomers } {
    const anybody = this.cheapest(job, ANYBODY);
    if (!paysForChange(job)) return { value: anybody, newcomers: ANYBODY };
    let best = { value: this.cheapest(job, NOBODY), newcomers: NOBODY };
    const consider = (newcomers: Newcomers, count: number): void => {
      const value = this.cheapest(job, newcomers) + changePrice(job, count);
      if (value < best.value) best = { value, newcomers };
    };
    if (best.value <= anybody) return best;
    const fresh = [...job.doers.keys()].filter((doer) => job.doers[doer]?.fresh === true);
    for (const first of fresh) consider({ first, second: -1, isOpen: false }, 1);
    if (job.units >= 2 && anybody + changePrice(job, 2) < best.value) {
      if (job.units === 2) consider(ANYBODY, 2);
      else {
        fresh.forEach((first, at) => {
          for (const second of fresh.slice(at + 1)) consider({ first, second, isOpen: false }, 2);
        });
      }
    }
    if (job.units >= 3 && anybody + changePrice(job, 3) < best.value) consider(ANYBODY, 3);
    return best;
  }

  /** The least price if only some come, changes not paid. */
  private cheapest(job: Job, newcomers: Newcomers): number {
    const { days, row, chain } = this;
    this.fillRows(job, newcomers);
    for (let unit = 0; unit < job.units; unit += 1) {
      const own = unit * days;
      const messages = unit * (days + 1);
      for (let day = 0; day < days; day += 1) {
        const said = job.messages?.[messages + day] ?? 0;
        chain.price[own + day] = (row[own + day] ?? Infinity) + (job.dayCost[own + day] ?? Infinity) + said;
      }
      chain.omitted[unit] = (job.leftOut[unit] ?? 0) + (job.messages?.[messages + days] ?? 0);
    }
    return chain.cheapest(job);
  }

  private fillRows(job: Job, newcomers: Newcomers): void {
    const { days, row, rowLink } = this;
    for (let unit = 0; unit < job.units; unit += 1) {
      const stand = job.stands[unit] ?? null;
      const own = unit * days;
      if (unit > 0 && stand === null && (job.stands[unit - 1] ?? null) === null) {
        row.copyWithin(own, own - days, own);
        rowLink.copyWithin(own, own - days, own);
        continue;
      }
      row.fill(Infinity, own, own + days);
      rowLink.fill(NO_LINK, own, own + days);
      job.doers.forEach((person, doer) => {
        if (mayCome(person, doer, newcomers)) this.fillRow(job, own, stand, person, doer);
      });
    }
  }

  private fillRow(job: Job, own: number, stand: Stand | null, person: Doer, doer: number): void {
    const { days, row, rowLink, near, nearLink } = this;
    for (let day = 0; day < days; day += 1) {
      const price = (near[doer * days + day] ?? Infinity) + movePrice(job, stand, person, day);
      if (price < (row[own + day] ?? Infinity)) {
        row[own + day] = price;
        rowLink[own + day] = nearLink[doer * days + day] ?? NO_LINK;
      }
    }
  }

  /** By link of the request: by how much it becomes dearer at least, if it uses that link. */
  eachMargin(job: Job, prices: Float64Array, tell: (link: number, margin: number) => void): void {
    if (job.units === 0) return;
    this.takePrices(job, prices);
    const { value } = this.bestNewcomers(job);
    const { days, through, near } = this;
    through.fill(Infinity, 0, job.doers.length * days);
    if (!paysForChange(job)) this.passThrough(job, ANYBODY, 0);
    else {
      if (job.knowsSomebody) this.passThrough(job, NOBODY, 0);
      job.doers.forEach(({ fresh }, first) => {
        if (fresh) this.passThrough(job, { first, second: -1, isOpen: false }, changePrice(job, 1));
      });
      // Pairs and more at the price of two: never dearer than they are.
      if (job.units > 1) this.passThrough(job, ANYBODY, changePrice(job, 2));
    }
    const { linkDay, linkCost } = this.ground;
    job.doers.forEach(({ links }, doer) => {
      for (const link of links) {
        const at = doer * days + (linkDay[link] ?? 0);
        const more = (linkCost[link] ?? 0) + (prices[link] ?? 0) - (near[at] ?? 0);
        tell(link, (through[at] ?? Infinity) + more - value);
      }
    });
  }

  /** Least price of the request by doer and day, if that doer comes on that day, for these newcomers. */
  private passThrough(job: Job, newcomers: Newcomers, extra: number): void {
    const { days, through, near, row, chain } = this;
    this.cheapest(job, newcomers);
    chain.lookOnward(job);
    for (let unit = 0; unit < job.units; unit += 1) {
      const stand = job.stands[unit] ?? null;
      job.doers.forEach((person, doer) => {
        if (!mayCome(person, doer, newcomers)) return;
        for (let day = 0; day < days; day += 1) {
          const alone = near[doer * days + day] ?? Infinity;
          const all = chain.through(unit, day);
          if (alone === Infinity || all === Infinity) continue;
          const own = alone + movePrice(job, stand, person, day) - (row[unit * days + day] ?? 0);
          const at = doer * days + day;
          through[at] = Math.min(through[at] ?? Infinity, all + own + extra);
        }
      });
    }
  }
}

/** Whether it matters how many come. */
const paysForChange = (job: Job): boolean =>
  job.changeCost > 0 && job.doers.length > 0 && (job.units > 1 || job.knowsSomebody);

const mayCome = (person: Doer, doer: number, { first, second, isOpen }: Newcomers): boolean =>
  isOpen || !person.fresh || doer === first || doer === second;
