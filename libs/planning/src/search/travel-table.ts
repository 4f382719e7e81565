import type { Problem } from '../problem.js';

/** Travel that nobody has entered. */
export const UNKNOWN = -1;

const known = new WeakMap<
  Problem['travel'],
  { readonly buffer: Problem['travelBuffer']; readonly table: Int32Array }
>();

/** Buffered minutes by from × number of places + to, or UNKNOWN; one table serves all problems with these ways. */
export function travelTable(problem: Problem): Int32Array {
  const found = known.get(problem.travel);
  if (found && found.buffer === problem.travelBuffer) return found.table;
  const table = makeTable(problem);
  known.set(problem.travel, { buffer: problem.travelBuffer, table });
  return table;
}

function makeTable(problem: Problem): Int32Array {
  const size = problem.places.length;
  const { percent, minMinutes } = problem.travelBuffer;
  const table = new Int32Array(size * size).fill(UNKNOWN);
  problem.travel.forEach((row, from) => {
    row.forEach((minutes, to) => {
      if (minutes === null) return;
      const longer = Math.max(minutes * (100 + percent), (minutes + minMinutes) * 100);
      table[from * size + to] = Math.ceil(longer / 500) * 5;
    });
  });
  for (let place = 0; place < size; place += 1) table[place * size + place] = 0;
  return table;
}
