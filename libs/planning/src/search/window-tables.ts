import { dayOf, MINUTES_PER_DAY, windowsOf, type Problem } from '../problem.js';

/** The working windows of all specialists. Cells are specialist × day. */
export interface WindowTables {
  /** Windows of a cell are windowAt[cell] .. windowAt[cell + 1], as minutes of the day. */
  readonly windowAt: Int32Array;
  readonly windowStart: Int32Array;
  readonly windowEnd: Int32Array;
  /** By cell: that day or the next one on which the specialist works and offices are open; `days` = none. */
  readonly nextWorkday: Int32Array;
}

export function windowTables(problem: Problem, closed: ReadonlySet<number>): WindowTables {
  const { days, specialists } = problem;
  const windowAt = new Int32Array(specialists.length * days + 1);
  const starts: number[] = [];
  const ends: number[] = [];
  specialists.forEach((specialist, index) => {
    const windows = windowsOf(specialist);
    let next = 0;
    for (let day = 0; day < days; day += 1) {
      windowAt[index * days + day] = starts.length;
      while (next < windows.length && dayOf(windows[next]?.start ?? 0) < day) next += 1;
      for (; next < windows.length && dayOf(windows[next]?.start ?? 0) === day; next += 1) {
        starts.push((windows[next]?.start ?? 0) - day * MINUTES_PER_DAY);
        ends.push((windows[next]?.end ?? 0) - day * MINUTES_PER_DAY);
      }
    }
  });
  windowAt[specialists.length * days] = starts.length;
  return {
    windowAt,
    windowStart: Int32Array.from(starts),
    windowEnd: Int32Array.from(ends),
    nextWorkday: nextWorkdays(windowAt, days, closed),
  };
}

function nextWorkdays(windowAt: Int32Array, days: number, closed: ReadonlySet<number>): Int32Array {
  const found = new Int32Array(windowAt.length - 1);
  for (let cell = found.length - 1; cell >= 0; cell -= 1) {
    const day = cell % days;
    const works = windowAt[cell] !== windowAt[cell + 1] && !closed.has(day);
    found[cell] = works ? day : day === days - 1 ? days : (found[cell + 1] ?? days);
  }
  return found;
}
