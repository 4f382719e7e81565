import { NOWHERE } from './ground.js';
import type { PlanTables } from './plan-tables.js';
import { PART } from './prices.js';

/** Counts the visits of each town, fixed ones included, and prices the towns that have none. */
export class TownBook {
  private readonly served: Int32Array;
  private readonly pointsOf: Int32Array;

  constructor(private readonly tables: PlanTables) {
    const { problem, prices } = tables.ground;
    const { townLeftOut, oneItPersonTown } = prices.weights;
    this.served = new Int32Array(problem.places.length);
    this.pointsOf = Int32Array.from(
      problem.places,
      (id) => townLeftOut + (problem.towns?.[id]?.oneItPerson === true ? oneItPersonTown : 0),
    );
  }

  /** Counts visits without pricing them. */
  count(town: number, by: number): void {
    if (town !== NOWHERE) this.served[town] = (this.served[town] ?? 0) + by;
  }

  /** Counts a visit that comes (1) or goes (-1), and prices what follows. */
  charge(town: number, by: number): void {
    const before = this.served[town] ?? 0;
    this.count(town, by);
    const points = this.pointsOf[town] ?? 0;
    if (before === 0 && by > 0) this.tables.add(PART.townLeftOut, -points);
    if (before + by === 0) this.tables.add(PART.townLeftOut, points);
  }

  /** Prices those of these towns that have nothing. */
  chargeLeftOut(towns: Iterable<number>): void {
    for (const town of towns) {
      if (this.served[town] === 0) this.tables.add(PART.townLeftOut, this.pointsOf[town] ?? 0);
    }
  }
}
