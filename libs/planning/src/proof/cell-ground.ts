import type { PlanView } from '../plan-view.js';
import {
  MINUTES_PER_DAY,
  type PlanningRequest,
  type PlanningSpecialist,
  type VisitMode,
} from '../problem.js';
import { NOWHERE, UNKNOWN, type Anchor, type Cell } from './ground.js';
import type { Worth } from './job-ground.js';
import { startsInWindows, startsOfRequest, type Clock, type StartsByCost } from './parts-of-day.js';

/** A task before it has its place among the links. */
export interface Task {
  readonly place: number;
  readonly length: number;
  readonly choices: readonly { readonly cost: number; readonly table: Int16Array }[];
}

interface LinkedTask extends Task {
  readonly owner: number;
  readonly link: number;
}

/** No start from here on. */
export const NEVER = 32_000;

/** Makes the specialists' days. Tables of next starts that say the same are one. */
export class CellMaker {
  readonly travel: Int32Array;
  private readonly placeIndex: ReadonlyMap<string, number>;
  private readonly tables = new Map<string, Int16Array>();
  private readonly starts = new Map<string, readonly StartsByCost[]>();
  private readonly tasks = new Map<number, LinkedTask[]>();
  private current: PlanningRequest | null = null;

  constructor(
    readonly view: PlanView,
    readonly clock: Clock,
    readonly worth: Worth,
  ) {
    const { places } = view.problem;
    this.placeIndex = new Map(places.map((place, index) => [place, index]));
    this.travel = new Int32Array(places.length ** 2);
    places.forEach((from, row) =>
      places.forEach((to, column) => {
        this.travel[row * places.length + column] = view.travel(from, to) ?? UNKNOWN;
      }),
    );
  }

  place(id: string | null): number {
    return id === null ? NOWHERE : (this.placeIndex.get(id) ?? NOWHERE);
  }

  /** What a visit looks like on one specialist's day, if nothing else were on it; null = it cannot be held. */
  taskOf(request: PlanningRequest, specialist: number, day: number, mode: VisitMode): Task | null {
    const person = this.view.problem.specialists[specialist];
    if (!person || this.view.windows(person.id, day).length === 0) return null;
    const place = mode === 'ON_SITE' ? this.place(request.town) : NOWHERE;
    const choices = this.startsOf(request, day, mode).flatMap(({ cost, minutes }) => {
      const inside = startsInWindows(this.view, person, day, request.minutes, minutes);
      const reachable = inside.filter((minute) =>
        this.canHold(specialist, day, place, minute, request.minutes),
      );
      return reachable.length === 0 ? [] : [{ cost, table: this.tableOf(reachable) }];
    });
    // Length rounded down: where the clock is too coarse, a visit counts as a little shorter.
    const length = Math.max(1, Math.floor(request.minutes / this.clock.step));
    return choices.length === 0 ? null : { place, length, choices };
  }

  add(specialist: number, day: number, task: LinkedTask): void {
    const key = specialist * this.view.problem.days + day;
    const list = this.tasks.get(key);
    if (list) list.push(task);
    else this.tasks.set(key, [task]);
  }

  cellOf(specialist: number, day: number): Cell | null {
    const person = this.view.problem.specialists[specialist];
    const tasks = this.tasks.get(specialist * this.view.problem.days + day) ?? [];
    const anchors = person ? this.anchorsOf(person.id, day) : [];
    if (!person || (tasks.length === 0 && anchors.length === 0)) return null;
    const working = this.view.workingDay(person.id, day);
    const midnight = day * MINUTES_PER_DAY;
    const choiceFrom = new Int32Array(tasks.length + 1);
    tasks.forEach(({ choices }, index) => {
      choiceFrom[index + 1] = (choiceFrom[index] ?? 0) + choices.length;
    });
    const choices = tasks.flatMap((task) => task.choices);
    return {
      specialist,
      day,
      begin: working ? Math.floor((working.start - midnight) / this.clock.step) : 0,
      endMinute: working ? working.end - midnight : MINUTES_PER_DAY,
      lastEnd: tasks.reduce((most, task) => Math.max(most, lastEndOf(task, this.clock.step)), 0),
      anchors,
      base: this.place(person.base),
      halfNight: this.halfNight(person, day),
      link: Int32Array.from(tasks, ({ link }) => link),
      owner: Int32Array.from(tasks, ({ owner }) => owner),
      place: Int32Array.from(tasks, (task) => task.place),
      length: Int32Array.from(tasks, (task) => task.length),
      least: Float64Array.from(tasks, (task) => Math.min(...task.choices.map(({ cost }) => cost))),
      lastStart: Int32Array.from(tasks, (task) =>
        Math.max(...task.choices.map(({ table }) => lastOf(table))),
      ),
      choiceFrom,
      choiceCost: Float64Array.from(choices, ({ cost }) => cost),
      choiceTable: choices.map(({ table }) => table),
    };
  }

  /** A fixed visit's night is there anyway: the day then begins or ends somewhere else for nothing. */
  private halfNight(person: PlanningSpecialist, day: number): number {
    const { view } = this;
    if (view.nightPlace(person.id, day - 1) !== null || view.nightPlace(person.id, day) !== null) return 0;
    if ((person.nights ?? 0) === 0) return Infinity;
    return Math.floor((this.worth('night-away') * view.weights.nightAway) / 2);
  }

  anchorsOf(specialistId: string, day: number): readonly Anchor[] {
    const midnight = day * MINUTES_PER_DAY;
    return this.view
      .fixedOn(specialistId, day)
      .map(({ start, end, place }) => ({
        start: start - midnight,
        end: end - midnight,
        place: this.place(place),
      }))
      .sort((a, b) => a.start - b.start || a.end - b.end);
  }

  /** Whether the day holds the visit together with the ways from and to home, and beside what is fixed. */
  private canHold(specialist: number, day: number, place: number, start: number, length: number): boolean {
    const person = this.view.problem.specialists[specialist];
    if (!person) return false;
    const anchors = this.anchorsOf(person.id, day);
    if (anchors.some((anchor) => anchor.start < start + length && start < anchor.end)) return false;
    if (place === NOWHERE || this.halfNight(person, day) < Infinity) return true;
    const base = this.place(person.base);
    const { length: size } = this.view.problem.places;
    const out = this.travel[base * size + place] ?? UNKNOWN;
    const home = this.travel[place * size + base] ?? UNKNOWN;
    // With something fixed on site the way may begin or end elsewhere.
    if (anchors.some((anchor) => anchor.place !== NOWHERE)) return true;
    if (out === UNKNOWN || home === UNKNOWN) return false;
    const working = this.view.workingDay(person.id, day);
    const midnight = day * MINUTES_PER_DAY;
    if (!working) return false;
    return working.start - midnight + out <= start && start + length + home <= working.end - midnight;
  }

  private startsOf(request: PlanningRequest, day: number, mode: VisitMode): readonly StartsByCost[] {
    if (this.current !== request) {
      this.current = request;
      this.starts.clear();
    }
    const key = `${day} ${mode}`;
    const found =
      this.starts.get(key) ??
      startsOfRequest(this.view, request, day, mode, {
        wishMissed: this.worth('wished-half-day') * this.view.weights.wishMissed,
      });
    this.starts.set(key, found);
    return found;
  }

  /** For each step of the day the next start from there on. */
  private tableOf(minutes: readonly number[]): Int16Array {
    const key = minutes.join();
    const known = this.tables.get(key);
    if (known) return known;
    const { step, steps } = this.clock;
    const table = new Int16Array(steps + 1).fill(NEVER);
    let next = minutes.length - 1;
    for (let at = steps; at >= 0; at -= 1) {
      table[at] = at === steps ? NEVER : (table[at + 1] ?? NEVER);
      while (next >= 0 && Math.floor((minutes[next] ?? 0) / step) === at) {
        table[at] = at;
        next -= 1;
      }
    }
    this.tables.set(key, table);
    return table;
  }
}

function lastEndOf({ choices, length }: Task, step: number): number {
  const last = Math.max(...choices.map(({ table }) => lastOf(table)));
  return (last + length + 1) * step;
}

/** The last start of a table. */
function lastOf(table: Int16Array): number {
  for (let at = table.length - 1; at >= 0; at -= 1) if (table[at] === at) return at;
  return -1;
}
