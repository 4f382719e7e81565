import type { Slope } from './slope.js';

/** What one look at the bound told, as seen from the centre: the bound rises along it at most. */
interface Cut {
  readonly slope: Slope;
  /** How much higher than the centre's bound the cut is there; never below 0 but for rounding. */
  error: number;
  weight: number;
  /** Steps since it last counted. */
  idle: number;
}

/** Most cuts kept. */
const MOST_CUTS = 60;
/** Exchanges of weight in one search for the best. */
const MOST_EXCHANGES = 3_000;
const NEARLY = 1e-9;

/**
 * The bound as the cuts know it: no higher than any of them. A step of a given length goes along the mean of
 * the cuts, weighed so that the model rises most for its length (proximal bundle method).
 */
export class Model {
  private readonly cuts: Cut[] = [];
  /** Products of all pairs of slopes. */
  private readonly products: number[][] = [];

  add(slope: Slope, error: number): void {
    if (this.cuts.length >= MOST_CUTS) this.dropLeastUsed();
    const row = this.cuts.map((cut) => cut.slope.times(slope));
    this.products.forEach((other, i) => other.push(row[i] ?? 0));
    this.cuts.push({ slope, error, weight: this.cuts.length === 0 ? 1 : 0, idle: 0 });
    this.products.push([...row, slope.times(slope)]);
  }

  /** The centre has moved, and the bound there has grown. */
  recentre(move: Float64Array, gain: number): void {
    for (const cut of this.cuts) cut.error += cut.slope.along(move) - gain;
  }

  private dropLeastUsed(): void {
    let least = 0;
    this.cuts.forEach(({ weight, idle }, i) => {
      const other = this.cuts[least];
      if (other && (weight < other.weight || (weight === other.weight && idle > other.idle))) least = i;
    });
    this.cuts.splice(least, 1);
    this.products.splice(least, 1);
    for (const row of this.products) row.splice(least, 1);
  }

  /** Fills in the direction of a step; returns by how much the model rises along it. */
  direct(length: number, direction: Float64Array): number {
    this.weigh(length);
    direction.fill(0);
    let rise = 0;
    this.cuts.forEach((cut, i) => {
      cut.idle = cut.weight > 0 ? 0 : cut.idle + 1;
      if (cut.weight === 0) return;
      cut.slope.addTo(direction, cut.weight);
      rise += cut.weight * cut.error;
      this.cuts.forEach(
        ({ weight }, j) => (rise += length * cut.weight * weight * (this.products[i]?.[j] ?? 0)),
      );
    });
    return rise;
  }

  /** Minimises length / 2 · |Σ weight · slope|² + Σ weight · error: moves weight from the worst to the best. */
  private weigh(length: number): void {
    const { cuts, products } = this;
    const total = cuts.reduce((sum, { weight }) => sum + weight, 0);
    for (const cut of cuts) cut.weight /= total;
    const cost = cuts.map(({ error }, i) =>
      cuts.reduce((sum, { weight }, j) => sum + length * weight * (products[i]?.[j] ?? 0), error),
    );
    for (let exchange = 0; exchange < MOST_EXCHANGES; exchange += 1) {
      let best = 0;
      let worst = -1;
      cuts.forEach(({ weight }, i) => {
        if ((cost[i] ?? 0) < (cost[best] ?? 0)) best = i;
        if (weight > 0 && (worst < 0 || (cost[i] ?? 0) > (cost[worst] ?? 0))) worst = i;
      });
      const [to, from] = [cuts[best], cuts[worst]];
      const gain = (cost[worst] ?? 0) - (cost[best] ?? 0);
      if (!to || !from || gain <= NEARLY * Math.max(1, Math.abs(cost[best] ?? 0))) return;
      const square = (i: number, j: number): number => products[i]?.[j] ?? 0;
      const curve = length * (square(best, best) + square(worst, worst) - 2 * square(best, worst));
      const share = curve > 0 ? Math.min(from.weight, gain / curve) : from.weight;
      to.weight += share;
      from.weight = share === from.weight ? 0 : from.weight - share;
      for (let i = 0; i < cost.length; i += 1) {
        cost[i] = (cost[i] ?? 0) + length * share * (square(i, best) - square(i, worst));
      }
    }
  }
}
