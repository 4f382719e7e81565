import { DayRoute } from './day-route.js';
import { MILLI, type Ground, type Staff, type Stretch } from './ground.js';
import { type Pattern, patternsBelow } from './patterns.js';
import { ProgramMaker, type ProgramSolver } from './program.js';
import type { Relaxation } from './relaxation.js';
import { RequestPart } from './request-part.js';
import type { Route } from './route-pool.js';

/** What is known when a program is made: a bound with its multipliers, and what a plan costs; in thousandths. */
export interface NearlyProven {
  readonly relaxation: Relaxation;
  readonly multipliers: Float64Array;
  readonly best: number;
  readonly goal: number;
}

/** Most ways to serve one request and most days of one specialist in a program; most of all together. */
const MOST_OF_ONE = 3_000;
const MOST_COLUMNS = 12_000;
/** Shares of the way from the bound to the goal that are tried. */
const SHARES: readonly number[] = [1, 0.5, 0.25, 0.125, 0.0625];

/**
 * The price that no plan can beat, in thousandths, by a program of every way to serve a request and every day
 * of a specialist that could be part of a plan up to some price; null = there are too many of them. What is
 * not in the program costs more than that price, so it is exact if the answer is below.
 */
export function proveExactly(
  proven: NearlyProven,
  solver: ProgramSolver,
  isOver: () => boolean,
): number | null {
  const { best, goal } = proven;
  for (const share of SHARES) {
    const room = Math.ceil((goal - best) * share);
    const made = programUpTo(proven, room, isOver);
    if (isOver()) return null;
    if (!made) continue;
    const least = solver(made.program, isOver);
    return Math.min(best + room, Math.max(best, least * MILLI + made.constant));
  }
  return null;
}

/** Everything that could be part of a plan that costs no more than the bound and some room; null = too much. */
function programUpTo(
  { relaxation, multipliers }: NearlyProven,
  room: number,
  isOver: () => boolean,
): ExactProgram | null {
  const { ground } = relaxation;
  relaxation.passMessages(multipliers);
  const made = new ExactProgram(ground, multipliers);
  const { columns } = made.program;
  const requests = new RequestPart(ground);
  for (const job of ground.jobs) {
    if (job.units === 0) continue;
    requests.solve(job, multipliers);
    const patterns = patternsBelow(ground, job, multipliers, requests.value + room, MOST_OF_ONE);
    if (!patterns || columns.length > MOST_COLUMNS || isOver()) return null;
    made.addPatterns(patterns);
  }
  const days = new DayRoute(ground);
  for (const staff of ground.staff) {
    for (const index of [...staff.busyCells, ...staff.freeCells]) {
      days.solve(index, multipliers);
      const routes = days.below(index, multipliers, days.value + room, MOST_OF_ONE);
      if (!routes || columns.length > MOST_COLUMNS || isOver()) return null;
      made.addRoutes(staff, index, routes);
    }
    made.addSteps(staff);
  }
  made.addTurns();
  return made;
}

/**
 * The whole problem as a program. Prices are those at the multipliers, which are small and cancel out where a
 * request's way and a specialist's day meet.
 */
class ExactProgram {
  readonly program = new ProgramMaker();
  /** Thousandths that every plan costs on top. */
  constant: number;
  private readonly patterns: Pattern[] = [];
  private readonly columnOf = new Map<Pattern, number>();

  constructor(
    private readonly ground: Ground,
    private readonly multipliers: Float64Array,
  ) {
    this.constant = ground.staff.reduce((sum, staff) => sum + staff.constant, ground.constant);
  }

  addPatterns(patterns: readonly Pattern[]): void {
    const { program, multipliers } = this;
    const priceOf = ({ cost, links }: Pattern): number =>
      links.reduce((sum, link) => sum + (link < 0 ? 0 : (multipliers[link] ?? 0)), cost);
    const least = patterns.reduce((sum, pattern) => Math.min(sum, priceOf(pattern)), Infinity);
    if (least < Infinity) this.constant += least;
    for (const pattern of patterns) {
      const entries = new Map([[program.row(`request ${pattern.job}`, 1, 1), 1]]);
      for (const link of pattern.links) if (link >= 0) count(entries, this.linkRow(link), 1);
      this.patterns.push(pattern);
      this.columnOf.set(pattern, program.columns.length);
      program.add((priceOf(pattern) - least) / MILLI, 1, true, entries);
    }
  }

  addRoutes(staff: Staff, index: number, routes: readonly Route[]): void {
    const { program, multipliers, ground } = this;
    const cell = ground.cells[index];
    if (!cell) return;
    const position = staff.freeCells.indexOf(index);
    for (const { tasks, cost } of routes) {
      if (position >= 0 && tasks.length === 0) continue;
      const entries = new Map([[program.row(`day ${index}`, position < 0 ? 1 : -Infinity, 1), 1]]);
      let price = cost;
      for (const task of tasks) {
        const link = cell.link[task] ?? 0;
        price -= multipliers[link] ?? 0;
        count(entries, this.linkRow(link), -1);
      }
      if (position >= 0) for (const row of this.stretchRows(staff, position)) count(entries, row, 1);
      program.add(price / MILLI, 1, true, entries);
    }
  }

  /** What busy days cost: of parts of weeks and months step by step, since steps never get cheaper. */
  addSteps(staff: Staff): void {
    const { specialist, parts, months, loadCost } = staff;
    parts.forEach((stretch, part) => this.addStretch(`part ${specialist} ${part}`, stretch));
    months.forEach((stretch, month) => this.addStretch(`month ${specialist} ${month}`, stretch));
    // The price of all busy days may jump up and down: so many or so many, and just one of these.
    const all = this.program.row(`all ${specialist}`, 0, 0);
    const one = this.program.row(`load ${specialist}`, 1, 1);
    loadCost.forEach((cost, used) =>
      this.program.add(
        cost / MILLI,
        1,
        true,
        new Map([
          [all, -used],
          [one, 1],
        ]),
      ),
    );
  }

  private addStretch(name: string, { steps }: Stretch): void {
    const row = this.program.row(name, -Infinity, 0);
    const bySize = new Map<number, number>();
    for (const step of steps) bySize.set(step, (bySize.get(step) ?? 0) + 1);
    for (const [step, times] of bySize) {
      this.program.add(step / MILLI, times, false, new Map([[row, -1]]));
    }
  }

  private stretchRows({ specialist, partOf, monthOf }: Staff, position: number): readonly number[] {
    const { program } = this;
    return [
      program.row(`part ${specialist} ${partOf[position] ?? 0}`, -Infinity, 0),
      program.row(`month ${specialist} ${monthOf[position] ?? 0}`, -Infinity, 0),
      program.row(`all ${specialist}`, 0, 0),
    ];
  }

  /** What requests take on a link is what specialists do. */
  private linkRow(link: number): number {
    return this.program.row(`link ${link}`, 0, 0);
  }

  /** The later visit of a turn is overtaken unless the earlier one is held by its day. */
  addTurns(): void {
    const { program, patterns } = this;
    for (const { later, earlier, cost } of this.ground.turns) {
      const heldBy = (side: { job: number; unit: number }, day: number): readonly Pattern[] =>
        patterns.filter(({ job, days, links }) => {
          const at = days[side.unit] ?? 0;
          return job === side.job && (links[side.unit] ?? -1) >= 0 && at <= day;
        });
      const days = new Set(heldBy(later, Infinity).map((pattern) => pattern.days[later.unit] ?? 0));
      const overtaken = new Map<number, number>();
      for (const day of days) {
        const row = program.row(`turn ${program.rows.length}`, 0, Infinity);
        overtaken.set(row, 1);
        for (const pattern of heldBy(earlier, day)) this.extend(pattern, row, 1);
        for (const pattern of heldBy(later, day)) this.extend(pattern, row, -1);
      }
      program.add(cost / MILLI, 1, false, overtaken);
    }
  }

  private extend(pattern: Pattern, row: number, value: number): void {
    const at = this.columnOf.get(pattern);
    const column = at === undefined ? undefined : this.program.columns[at];
    if (at === undefined || !column) return;
    this.program.columns[at] = { ...column, rows: [...column.rows, row], values: [...column.values, value] };
  }
}

function count(entries: Map<number, number>, row: number, value: number): void {
  entries.set(row, (entries.get(row) ?? 0) + value);
}
