/** What a run found, as a table that can stand in a document. */

/** @typedef {import('./run.mjs').Row} Row */

/** @type {[string, (row: Row) => string | number][]} */
const COLUMNS = [
  ['fault', ({ title }) => title],
  ['times', ({ times }) => times],
  ['acknowledged', ({ balance }) => balance.acknowledged],
  ['lost', ({ balance }) => balance.lost],
  ['doubled', ({ balance }) => balance.doubled],
  ['overlaps', ({ balance }) => balance.overlaps],
  ['effects twice', ({ balance }) => balance.twice],
  ['errors seen', ({ met, gaveUp }) => met.bugs.length + gaveUp],
  ['writes again (s)', ({ writesAgain }) => writesAgain.toFixed(1)],
  ['all done (s)', ({ allDone, within }) => `${allDone.toFixed(1)} of ${within}`],
  ['', ({ passed }) => (passed ? 'PASS' : 'MISS')],
];

/**
 * @param {readonly Row[]} rows
 * @returns {string[]}
 */
export function asTable(rows) {
  const columns = COLUMNS.map(([head, cell]) => [head, ...rows.map((row) => String(cell(row)))]);
  const drawn = columns.map((cells, i) => {
    const width = Math.max(3, ...cells.map((cell) => cell.length));
    const rule = i === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`;
    const [head = '', ...body] = cells.map((cell) => cell.padEnd(width));
    return [head, rule, ...body];
  });
  const lines = Array.from(
    { length: rows.length + 2 },
    (_, n) => `| ${drawn.map((cells) => cells[n]).join(' | ')} |`,
  );
  const notes = rows.flatMap(({ name, notes: said }) => said.map((note) => `- ${name}: ${note}`));
  return [...lines, ...(notes.length > 0 ? ['', ...notes] : [])];
}
