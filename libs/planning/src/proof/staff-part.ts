import { DayRoute, MOST_CHOSEN } from './day-route.js';
import type { Ground, Staff } from './ground.js';

/**
 * The cheapest month of one specialist at given prices: the best of each day, and which days are worth it
 * beside guidelines, caps and balance. The days' limits lie in one another and never get cheaper, so taking
 * the best day again and again is exact.
 */
export class StaffPart {
  value = 0;
  /** How much the choice costs more than `value`: what days that were given up on may hide. */
  doubt = 0;
  /** Out: links used; one may appear twice. */
  count = 0;
  readonly links: Int32Array;
  private readonly route: DayRoute;
  private readonly gain: Float64Array;
  private readonly hidden: Float64Array;
  private readonly from: Int32Array;
  private readonly held: Int32Array;

  constructor(private readonly ground: Ground) {
    this.route = new DayRoute(ground);
    const most = ground.staff.reduce((sum, { freeCells }) => Math.max(sum, freeCells.length), 0);
    this.gain = new Float64Array(most);
    this.hidden = new Float64Array(most);
    this.from = new Int32Array(most + 1);
    this.held = new Int32Array((most + 1) * MOST_CHOSEN);
    this.links = new Int32Array((ground.days + 1) * MOST_CHOSEN);
  }

  solve(staff: Staff, prices: Float64Array): void {
    this.value = staff.constant;
    this.doubt = 0;
    this.count = 0;
    for (const index of staff.busyCells) {
      this.route.solve(index, prices);
      this.value += this.route.value;
      this.doubt += this.route.reached - this.route.value;
      const cell = this.ground.cells[index];
      for (let i = 0; i < this.route.count; i += 1) {
        this.links[this.count++] = cell?.link[this.route.chosen[i] ?? 0] ?? 0;
      }
    }
    let filled = 0;
    staff.freeCells.forEach((index, position) => {
      this.route.solve(index, prices);
      this.gain[position] = this.route.value;
      this.hidden[position] = this.route.reached - this.route.value;
      this.from[position] = filled;
      const cell = this.ground.cells[index];
      for (let i = 0; i < this.route.count; i += 1) {
        this.held[filled++] = cell?.link[this.route.chosen[i] ?? 0] ?? 0;
      }
      this.from[position + 1] = filled;
    });
    this.choose(staff);
  }

  private choose({ freeCells, partOf, monthOf, parts, months, total }: Staff): void {
    const inPart = new Int32Array(parts.length);
    const inMonth = new Int32Array(months.length);
    for (let taken = 0; taken < freeCells.length; taken += 1) {
      let best = 0;
      let found = -1;
      for (let day = 0; day < freeCells.length; day += 1) {
        const gain = this.gain[day] ?? 0;
        if (gain >= best) continue;
        const part = partOf[day] ?? 0;
        const month = monthOf[day] ?? 0;
        const more =
          (parts[part]?.steps[inPart[part] ?? 0] ?? Infinity) +
          (months[month]?.steps[inMonth[month] ?? 0] ?? Infinity) +
          (total.steps[taken] ?? Infinity);
        if (gain + more < best) {
          best = gain + more;
          found = day;
        }
      }
      if (found < 0) return;
      this.value += best;
      this.doubt += this.hidden[found] ?? 0;
      this.gain[found] = Infinity;
      const part = partOf[found] ?? 0;
      const month = monthOf[found] ?? 0;
      inPart[part] = (inPart[part] ?? 0) + 1;
      inMonth[month] = (inMonth[month] ?? 0) + 1;
      for (let i = this.from[found] ?? 0; i < (this.from[found + 1] ?? 0); i += 1) {
        this.links[this.count++] = this.held[i] ?? 0;
      }
    }
  }
}
