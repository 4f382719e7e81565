import { weekOf, type PlanningSpecialist } from '../problem.js';
import { loadOf } from '../rules/balance.js';
import type { CellMaker } from './cell-ground.js';
import type { Cell, Staff, Stretch } from './ground.js';

/** All cells, and who has which. */
export function staffOf(maker: CellMaker): {
  readonly cells: readonly Cell[];
  readonly staff: readonly Staff[];
} {
  const cells: Cell[] = [];
  const staff = maker.view.problem.specialists.map((person, specialist): Staff => {
    const busyCells: number[] = [];
    const freeCells: number[] = [];
    // Also days with nothing but the way to or from a fixed night away.
    const busy = new Set(maker.view.busyDays(person.id));
    for (let day = 0; day < maker.view.problem.days; day += 1) {
      const cell = maker.cellOf(specialist, day);
      if (!cell) continue;
      (busy.has(day) ? busyCells : freeCells).push(cells.length);
      cells.push(cell);
    }
    const dayOfCell = (cell: number): number => cells[cell]?.day ?? 0;
    return calendarOf(maker, person, specialist, busyCells, freeCells, dayOfCell);
  });
  return { cells, staff };
}

function calendarOf(
  { view, worth }: CellMaker,
  person: PlanningSpecialist,
  specialist: number,
  busyCells: readonly number[],
  freeCells: readonly number[],
  dayOfCell: (cell: number) => number,
): Staff {
  const { problem, weights } = view;
  const { monthOfDay, days } = problem;
  // Everything fixed counts, also on days on which no visit could be added.
  const busy = view.busyDays(person.id);
  const partKey = (day: number): string => `${weekOf(problem, day)} ${monthOfDay[day] ?? 0}`;
  const allDays = Array.from({ length: days }, (_, day) => day);
  const partKeys = [...new Set(allDays.map(partKey))];
  const months = [...new Set(monthOfDay)];
  const weekDays = new Map<number, number>();
  for (const day of busy) weekDays.set(weekOf(problem, day), (weekDays.get(weekOf(problem, day)) ?? 0) + 1);
  const partsOfWeek = new Map<string, number>();
  for (const key of partKeys) {
    const week = key.split(' ')[0] ?? '';
    partsOfWeek.set(week, (partsOfWeek.get(week) ?? 0) + 1);
  }
  let constant = 0;
  const parts = partKeys.map((key): Stretch => {
    const week = key.split(' ')[0] ?? '';
    const price = Math.floor(
      (worth('weekly-guideline') * weights.dayAboveWeekly) / (partsOfWeek.get(week) ?? 1),
    );
    const made = stretch(
      weekDays.get(Number(week)) ?? 0,
      person.weeklyDays ?? null,
      person.weeklyCap ?? null,
      price,
    );
    constant += made.constant;
    return made;
  });
  const inMonths = months.map((month): Stretch => {
    const base =
      (person.usedDaysByMonth[month] ?? 0) + busy.filter((day) => monthOfDay[day] === month).length;
    const price = worth('monthly-guideline') * weights.dayAboveMonthly;
    const made = stretch(base, person.monthlyDays, person.monthlyCap ?? null, price);
    constant += made.constant;
    return made;
  });
  const { days: load, capacity } = loadOf(view, person);
  const balance = worth('balance');
  const loadCost = (count: number): number =>
    balance * Math.floor((weights.balance * count * count) / capacity);
  constant += loadCost(load);
  const loads = Array.from({ length: freeCells.length + 1 }, (_, more) => loadCost(load + more));
  return {
    specialist,
    busyCells,
    freeCells,
    partOf: Int32Array.from(freeCells, (cell) => partKeys.indexOf(partKey(dayOfCell(cell)))),
    monthOf: Int32Array.from(freeCells, (cell) => months.indexOf(monthOfDay[dayOfCell(cell)] ?? 0)),
    parts,
    months: inMonths,
    total: { steps: hullSteps(loads) },
    loadCost: Float64Array.from(loads, (cost) => cost - loadCost(load)),
    constant,
  };
}

/** Most days of a stretch that are ever counted. */
const MOST_DAYS = 400;

function stretch(
  base: number,
  guideline: number | null,
  cap: number | null,
  price: number,
): Stretch & { readonly constant: number } {
  const room = cap === null ? MOST_DAYS : Math.max(0, Math.min(MOST_DAYS, cap - base));
  const steps = Float64Array.from({ length: room }, (_, more) =>
    guideline !== null && base + more + 1 > guideline ? price : 0,
  );
  return { steps, constant: guideline === null ? 0 : price * Math.max(0, base - guideline) };
}

/** Steps of the lower hull of a row of prices, rounded down: they never fall and never sum to more. */
function hullSteps(prices: readonly number[]): Float64Array {
  const steps = new Float64Array(Math.max(0, prices.length - 1));
  let from = 0;
  while (from < prices.length - 1) {
    let to = from + 1;
    let slope = Infinity;
    for (let end = from + 1; end < prices.length; end += 1) {
      const own = ((prices[end] ?? 0) - (prices[from] ?? 0)) / (end - from);
      if (own <= slope) {
        slope = own;
        to = end;
      }
    }
    steps.fill(Math.floor(slope), from, to);
    from = to;
  }
  return steps;
}
